import { nameWords } from '../analysis/name.ts'
import type { CountryBasis } from '../domain/extraction.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Actor, NameCount, RoleRecord } from '../domain/meeting.ts'
import type { LocalActor, LocalReport, Resolution } from '../domain/resolution.ts'
import { assignIds } from './assign-ids.ts'
import { meetingOf } from './merge-reports.ts'
import { resolveActors } from './resolve-actors.ts'
import { type ResolvedReport, resolveMeetings } from './resolve-meetings.ts'

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
  const actorOf = new Map(locals.map((local) => [`${local.article}#${local.index}`, assigned.get(local.anchor)!]))
  const resolved = reports.map(
    (report): ResolvedReport => ({
      report,
      actors: [...new Set(report.participants.map(({ actor }) => actorOf.get(`${report.article}#${actor}`)!))],
    }),
  )
  const meetings = resolveMeetings(resolved)
  const meetingIds = assignIds(
    meetings.map((meeting) => meeting.map(({ report }) => report.anchor)),
    'mtg',
    ledger,
  )
  for (const [i, meeting] of meetings.entries()) for (const { report } of meeting) assigned.set(report.anchor, meetingIds[i]!)
  const counts = meetingCounts(meetings)
  const actors = groups.map((group, i) => actorFrom(actorIds[i]!, group, counts.get(actorIds[i]!) ?? 0))
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  return { actors, meetings: meetings.map((meeting, i) => meetingOf(meetingIds[i]!, meeting, byId, actorOf)), assigned }
}

function meetingCounts(meetings: readonly (readonly ResolvedReport[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const meeting of meetings)
    for (const actor of new Set(meeting.flatMap(({ actors }) => actors))) counts.set(actor, (counts.get(actor) ?? 0) + 1)
  return counts
}

function actorFrom(id: string, group: readonly LocalActor[], meetings: number): Actor {
  const names = [
    ...groupBy(
      group.flatMap(({ names }) => names),
      ({ name }) => name,
    ),
  ]
    .map(([name, all]): NameCount => ({ name, count: all.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const articles = new Set(group.map(({ article }) => article)).size
  return {
    id,
    kind: group[0]!.kind,
    name: bestName(group),
    names,
    roles: rolesOf(group),
    country: countryOf(group, 'said') ?? countryOf(group, 'context'),
    state: group[0]!.kind !== 'person' || articles > 1 || nameWords(bestName(group)).length > 1 ? 'auto' : 'candidate',
    counts: { articles, mentions: names.reduce((sum, { count }) => sum + count, 0), meetings },
  }
}

/** The country that most articles give, of those that know it in one way. */
function countryOf(group: readonly LocalActor[], basis: CountryBasis): string | null {
  const given = group.flatMap(({ country, countryBasis }) => (country !== null && countryBasis === basis ? [country] : []))
  const [most] = [...groupBy(given, (country) => country)].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
  return most?.[0] ?? null
}

/** The fullest name, the most used spelling of it. */
function bestName(group: readonly LocalActor[]): string {
  const uses = groupBy(group, ({ name }) => name)
  return [...uses].sort(([a, m], [b, n]) => nameWords(b).length - nameWords(a).length || n.length - m.length || (a < b ? -1 : 1))[0]![0]
}

function rolesOf(group: readonly LocalActor[]): RoleRecord[] {
  const reported = group.flatMap(({ roles, published, article }) => roles.map((title) => ({ title, published, article })))
  return [...groupBy(reported, ({ title }) => title)].map(([title, all]): RoleRecord => {
    const days = all.flatMap(({ published }) => (published ? [published] : [])).sort()
    return { title, from: days[0] ?? null, to: days.at(-1) ?? null, article: all[0]!.article }
  })
}
