import { ANY_DAY, type Beside, type Grouped, type ResolutionTask } from '../../domain/resolution.ts'
import type { Connection } from './connect.ts'
import { dirtyKeys } from './dirty.ts'
import { generationOf } from './generation.ts'
import { prepare, prepareValue } from './prepare.ts'
import { localsBy, localsOfArticle, reportsBy } from './resolution-rows.ts'
import type { Params } from './source.ts'

/** Keys of one step: the more, the seldomer a page is written again; the fewer, the shorter others wait. */
const MANY = 1_000
/** Local actors of one step, but for a block or a group that has more by itself. */
const MAX_LOCALS = 12_000
/** Days that an encounter lasts at most, in what is looked for: one that is known to the year. */
const LONGEST = 400
/** Pairs that are looked at in one step. */
const MAX_BESIDE = 200_000

/** The next step that has to do with actors. */
export function actorsTask(db: Connection): ResolutionTask | null {
  const version = generationOf(db)
  const rekey = dirtyKeys(db, 'rekey', MANY)
  if (rekey.length > 0) return { kind: 'rekey', version, keys: rekey, articles: rekey.map((id) => localsOfArticle(db, id)) }
  const blocks = bounded(db, 'block', dirtyKeys(db, 'block', MANY))
  if (blocks.length > 0) return { kind: 'groups', version, keys: blocks, locals: localsBy(db, 'block', blocks) }
  const ones = bounded(db, 'block', dirtyKeys(db, 'one', MANY))
  if (ones.length > 0) return { kind: 'singles', version, keys: ones, ...calledBy(db, ones) }
  const groups = bounded(db, 'person', dirtyKeys(db, 'group', MANY))
  if (groups.length > 0) return { kind: 'actors', version, keys: groups, locals: linkedGroups(db, groups) }
  return null
}

/** As many keys as lead to no more local actors than a step takes; one at least. */
function bounded(db: Connection, column: 'block' | 'person', keys: readonly string[]): string[] {
  const count = prepareValue<[string], number>(db, `SELECT count(*) FROM local_actors WHERE ${column} = ?`)
  let locals = 0
  const end = keys.findIndex((key) => {
    locals += count.get(key)!
    return locals > MAX_LOCALS
  })
  return end < 0 ? [...keys] : keys.slice(0, Math.max(1, end))
}

/** The local actors of groups, and of all groups that decisions join to them. */
function linkedGroups(db: Connection, persons: readonly string[]): Grouped[] {
  const personOf = prepareValue<[string], string | null>(db, 'SELECT person FROM local_actors WHERE anchor = ?')
  const seen = new Set<string>()
  const locals: Grouped[] = []
  for (let next: readonly string[] = persons; next.length > 0; ) {
    const found = localsBy(db, 'person', next)
    for (const person of next) seen.add(person)
    locals.push(...found)
    const others = found.flatMap(({ links }) => links.flatMap(({ other, isApart }) => (isApart ? [] : [personOf.get(other)])))
    next = [...new Set(others)].filter((person): person is string => typeof person === 'string' && !seen.has(person))
  }
  return locals
}

/** People called by one word, and all who are one with whoever has it for a last name. */
function calledBy(db: Connection, blocks: readonly string[]): { singles: Grouped[]; people: Grouped[] } {
  const surnames = blocks.map((block) => block.slice('one '.length))
  const persons = localsBy(db, 'surname', surnames).flatMap(({ person }) => (person === null ? [] : [person]))
  return { singles: localsBy(db, 'block', blocks), people: localsBy(db, 'person', [...new Set(persons)]) }
}

/** Reports whose meeting may be another one, with all of their meetings and of meetings that lost a report. */
export function meetingsTask(db: Connection): ResolutionTask | null {
  const version = generationOf(db)
  const keys = dirtyKeys(db, 'report', MANY)
  const lost = dirtyKeys(db, 'meeting', MANY)
  if (keys.length + lost.length === 0) return null
  const anchors = prepareValue<[string, string, string], string>(
    db,
    `SELECT anchor FROM reports WHERE anchor IN (SELECT value FROM json_each(?)) OR meeting IN (SELECT value FROM json_each(?))
     OR meeting IN (SELECT meeting FROM reports WHERE anchor IN (SELECT value FROM json_each(?)))`,
  ).all(JSON.stringify(keys), JSON.stringify(lost), JSON.stringify(keys))
  return { kind: 'meetings', version, keys, lost, seeds: reportsBy(db, anchors) }
}

/** Pairs of reports that share an actor and whose days (`windowOf`) overlap: one row for each actor that they share. Those of any day are looked for by themselves, since they begin long before. */
const BESIDE = [
  `BETWEEN max('', date(mine.first_day, '-${LONGEST} day')) AND mine.last_day AND other.first_day <> $any`,
  '= $any AND mine.first_day IS NOT NULL',
]
  .map(
    (
      days,
    ) => `SELECT mine.report AS one, other.report AS other FROM json_each($anchors) s CROSS JOIN report_actors mine ON mine.report = s.value
  CROSS JOIN report_actors other ON other.actor = mine.actor AND other.first_day ${days} AND other.last_day >= mine.first_day WHERE other.report <> mine.report`,
  )
  .join(' UNION ALL ')

/** Reports beside given ones, with the number of actors that they share, and those that decisions name beside them. What speaks against it is left to resolution. */
export function besideOf(db: Connection, anchors: readonly string[]): Beside['pairs'] {
  const list = JSON.stringify(anchors)
  const linked = prepare<[string], { one: string; other: string }>(
    db,
    'SELECT k.anchor AS one, k.other FROM json_each(?) s JOIN links k ON k.anchor = s.value ORDER BY 1, 2',
  ).all(list)
  const sharing = prepare<Params, { one: string; other: string; shared: number }>(
    db,
    `SELECT one, other, count(*) AS shared FROM (${BESIDE}) GROUP BY one, other ORDER BY one, other LIMIT ${MAX_BESIDE}`,
  ).all({ anchors: list, any: ANY_DAY.from })
  return [...linked.map(({ one, other }) => ({ one, other, shared: 0 })), ...sharing]
}
