import type { Link } from '../domain/decision.ts'
import { groupBy } from '../domain/group-by.ts'
import { newId } from '../domain/ids.ts'
import { type LocalActor, type LocalReport, type Resolution, resolvedReport } from '../domain/resolution.ts'
import { actorFrom } from './actor-from.ts'
import { meetingOf } from './merge-reports.ts'
import { resolveActors } from './resolve-actors.ts'
import { resolveMeetings } from './resolve-meetings.ts'

/** What single articles do not say: what decisions say of anchors, and which articles of a group are one text. */
export type Beyond = {
  readonly links?: ReadonlyMap<string, readonly Link[]>
  readonly copies?: (articles: readonly string[]) => ReadonlyMap<string, string>
}

/**
 * From what single articles say to actors and meetings, all at once, in order: one actor for all that name him → one meeting for all that report it → the
 * merged views. Pure; the same articles give the same whatever the order they came in. Ids are new ones: a
 * store gives those that are known (solve.ts).
 */
export function resolve(
  locals: readonly LocalActor[],
  reports: readonly LocalReport[],
  { links = new Map(), copies = () => new Map() }: Beyond = {},
): Resolution {
  const assigned = new Map<string, string>()
  const groups = resolveActors(locals.map((local) => ({ ...local, person: null, actor: null, links: links.get(local.anchor) ?? [] })))
  const actors = groups.map((group) => actorFrom(name('act', group, assigned), group))
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const byArticle = groupBy(locals, ({ article }) => article)
  const resolved = reports.map((report) =>
    resolvedReport(
      report,
      new Map((byArticle.get(report.article) ?? []).map(({ index, anchor }) => [index, assigned.get(anchor)!])),
      links.get(report.anchor),
    ),
  )
  const meetings = resolveMeetings(resolved).map((group) => {
    const id = name(
      'mtg',
      group.map(({ report }) => report),
      assigned,
    )
    return meetingOf(id, group, byId, copies([...new Set(group.map(({ report }) => report.article))].sort()))
  })
  return { actors, meetings, assigned }
}

/** Gives a group the id that its first anchor makes. */
function name(prefix: 'act' | 'mtg', group: readonly { readonly anchor: string }[], assigned: Map<string, string>): string {
  const anchors = group.map(({ anchor }) => anchor)
  const id = newId(prefix, least(anchors), () => false)
  for (const anchor of anchors) assigned.set(anchor, id)
  return id
}

const least = (anchors: readonly string[]): string => anchors.reduce((a, b) => (a < b ? a : b))
