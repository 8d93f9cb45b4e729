import { groupBy } from '../domain/group-by.ts'
import { type LocalActor, type LocalReport, type Resolution, resolvedReport } from '../domain/resolution.ts'
import { actorFrom } from './actor-from.ts'
import { assignIds } from './assign-ids.ts'
import { meetingOf } from './merge-reports.ts'
import { resolveActors } from './resolve-actors.ts'
import { resolveMeetings } from './resolve-meetings.ts'

/**
 * From what single articles say to actors and meetings, in order: one actor for all that name him → ids → one meeting for all that report it → ids →
 * the merged views. Pure; the same articles give the same partition whatever the order they came in.
 */
export function resolve(locals: readonly LocalActor[], reports: readonly LocalReport[], ledger: ReadonlyMap<string, string>): Resolution {
  const groups = resolveActors(locals)
  const actorIds = assignIds(
    groups.map((group) => group.map(({ anchor }) => anchor)),
    'act',
    ledger,
  )
  const assigned = new Map<string, string>()
  for (const [i, group] of groups.entries()) for (const { anchor } of group) assigned.set(anchor, actorIds[i]!)
  const byArticle = groupBy(locals, ({ article }) => article)
  const resolved = reports.map((report) =>
    resolvedReport(report, new Map((byArticle.get(report.article) ?? []).map(({ index, anchor }) => [index, assigned.get(anchor)!]))),
  )
  const meetings = resolveMeetings(resolved)
  const meetingIds = assignIds(
    meetings.map((meeting) => meeting.map(({ report }) => report.anchor)),
    'mtg',
    ledger,
  )
  for (const [i, meeting] of meetings.entries()) for (const { report } of meeting) assigned.set(report.anchor, meetingIds[i]!)
  const actors = groups.map((group, i) => actorFrom(actorIds[i]!, group))
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  return { actors, meetings: meetings.map((meeting, i) => meetingOf(meetingIds[i]!, meeting, byId)), assigned }
}
