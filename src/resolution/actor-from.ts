import { nameWords } from '../analysis/name.ts'
import type { CountryBasis } from '../domain/extraction.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Actor, NameCount, RoleRecord } from '../domain/meeting.ts'
import type { Grouped, LocalActor } from '../domain/resolution.ts'
import { isLinked } from './actor-keys.ts'
import { latest } from './latest.ts'

/** The actor that a group of local actors is, with what decisions say of him. How many meetings he took part in the store counts when it is asked. */
export function actorFrom(id: string, group: readonly Grouped[]): Actor {
  const names = [
    ...groupBy(
      group.flatMap(({ names }) => names),
      ({ name }) => name,
    ),
  ]
    .map(([name, all]): NameCount => ({ name, count: all.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const articles = new Set(group.map(({ article }) => article)).size
  // What a decision links to him is one of his names, and says nothing else of him.
  const named = group.some((local) => !isLinked(local)) ? group.filter((local) => !isLinked(local)) : group
  const machine = {
    kind: named[0]!.kind,
    name: bestName(named),
    country: countryOf(named, 'said') ?? countryOf(named, 'context'),
    roles: rolesOf(group),
  }
  const rulings = group.flatMap((local) => local.rulings.map((ruling) => ({ ...ruling, article: local.article })))
  const members = new Set(group.map(({ anchor }) => anchor))
  const isJoined = group.some(({ links }) => links.some(({ other, isApart }) => !isApart && members.has(other)))
  const decided: Record<string, Actor['decided'][string]> = {}
  const rule = <Value>(field: 'kind' | 'name' | 'country', said: Value): Value => {
    const ruling = latest(rulings.filter((one) => one.field === field))
    if (!ruling) return said
    decided[field] = { decision: ruling.decision, origin: ruling.origin, machine: said }
    return ruling.value as Value
  }
  const isKnown = machine.kind !== 'person' || articles > 1 || nameWords(machine.name).length > 1
  return {
    id,
    kind: rule('kind', machine.kind),
    name: rule('name', machine.name),
    names,
    roles: [
      ...rulings
        .filter(({ field }) => field === 'role')
        .map(({ value, article }) => ({ title: String(value), from: null, to: null, article })),
      ...machine.roles,
    ],
    country: rule('country', machine.country),
    ...knownAs(named),
    state: rulings.length > 0 || isJoined ? 'confirmed' : isKnown ? 'auto' : 'candidate',
    origin:
      rulings.length === 0 && !isJoined
        ? 'machine'
        : rulings.length > 0 && rulings.every(({ origin }) => origin === 'import')
          ? 'import'
          : 'human',
    decided,
    counts: { articles, mentions: names.reduce((sum, { count }) => sum + count, 0), meetings: 0 },
  }
}

/** Whom the gazetteer knows by the name in all articles that tell; nobody where it is two. */
function knownAs(group: readonly LocalActor[]): Pick<Actor, 'latin' | 'external_ids'> {
  const known = group.flatMap((local) => (local.known ? [local.known] : []))
  const [one] = known
  if (!one || known.some(({ wikidata }) => wikidata !== one.wikidata)) return { latin: null, external_ids: { wikidata: null } }
  return { latin: one.latin, external_ids: { wikidata: one.wikidata } }
}

/** The country that most articles give, of those that know it in one way. */
function countryOf(group: readonly LocalActor[], basis: CountryBasis): string | null {
  const given = group.flatMap(({ country, countryBasis }) => (country !== null && countryBasis === basis ? [country] : []))
  const [most] = [...groupBy(given, (country) => country)].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
  return most?.[0] ?? null
}

/** A name is taken for one where so many articles use it of those that use the commonest: a longer one may be a slip. */
const COMMON_SHARE = 0.1

/** The fullest of the names in common use, the most used spelling of it. */
function bestName(group: readonly LocalActor[]): string {
  const uses = [...groupBy(group, ({ name }) => name)].map(([name, all]) => ({ name, uses: all.length, words: nameWords(name).length }))
  const most = Math.max(...uses.map((one) => one.uses))
  return uses
    .filter((one) => one.uses >= most * COMMON_SHARE)
    .sort((a, b) => b.words - a.words || b.uses - a.uses || (a.name < b.name ? -1 : 1))[0]!.name
}

function rolesOf(group: readonly LocalActor[]): RoleRecord[] {
  const reported = group.flatMap(({ roles, published, article }) => roles.map((title) => ({ title, published, article })))
  return [...groupBy(reported, ({ title }) => title)].map(([title, all]): RoleRecord => {
    const days = all.flatMap(({ published }) => (published ? [published] : [])).sort()
    return { title, from: days[0] ?? null, to: days.at(-1) ?? null, article: all[0]!.article }
  })
}
