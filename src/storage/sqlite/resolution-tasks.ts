import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { Grouped, ResolutionTask, ResolvedReport } from '../../domain/resolution.ts'
import type { Connection } from './connect.ts'
import { dirtyKeys } from './dirty.ts'
import { generationOf } from './generation.ts'
import { prepareValue } from './prepare.ts'
import { localsBy, localsOfArticle, reportsBy } from './resolution-rows.ts'

/** How much one step takes: keys that lead to little, and to much. */
const MANY = 200
const FEW = 100
/** Days of publication around an undated plan; one more than resolution asks for. */
const AROUND = 8
/** Days that an encounter lasts at most, in what is looked for: one that is known to the year. */
const LONGEST = 400
const MAX_BESIDE = 2_000

/** The next step that has to do with actors. */
export function actorsTask(db: Connection): ResolutionTask | null {
  const version = generationOf(db)
  const rekey = dirtyKeys(db, 'rekey', MANY)
  if (rekey.length > 0) return { kind: 'rekey', version, keys: rekey, articles: rekey.map((id) => localsOfArticle(db, id)) }
  const blocks = dirtyKeys(db, 'block', FEW)
  if (blocks.length > 0) return { kind: 'groups', version, keys: blocks, locals: localsBy(db, 'block', blocks) }
  const ones = dirtyKeys(db, 'one', FEW)
  if (ones.length > 0) return { kind: 'singles', version, keys: ones, ...calledBy(db, ones) }
  const groups = dirtyKeys(db, 'group', FEW)
  if (groups.length > 0) return { kind: 'actors', version, keys: groups, locals: linkedGroups(db, groups) }
  return null
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

/**
 * Reports that share at least so many actors and, where both are dated, a day; undated plans whose articles were published about the same
 * time. What else speaks against it is left to resolution.
 */
export function besideOf(db: Connection, { report }: ResolvedReport, sharing: number): string[] {
  const shared = 'FROM report_actors mine JOIN report_actors other ON other.actor = mine.actor'
  const enough = 'GROUP BY other.report HAVING count(*) >= ? LIMIT ?'
  const bounds = [BigInt(sharing), BigInt(MAX_BESIDE)]
  if (report.date?.from) {
    const [from, to] = [firstDay(report.date.from), lastDay(report.date.to ?? report.date.from)]
    return prepareValue<unknown[], string>(
      db,
      `SELECT other.report ${shared} WHERE mine.report = ? AND other.report <> mine.report AND other.first_day BETWEEN date(?, '-${LONGEST} day') AND ? AND other.last_day >= ? ${enough}`,
    ).all(report.anchor, from, to, from, ...bounds)
  }
  if (report.published === null) return []
  return prepareValue<unknown[], string>(
    db,
    `SELECT other.report ${shared} JOIN reports r ON r.anchor = other.report JOIN articles a ON a.rowid = r.article
     WHERE mine.report = ? AND other.report <> mine.report AND other.first_day IS NULL AND a.published BETWEEN date(?, '-${AROUND} day') AND date(?, '+${AROUND} day') ${enough}`,
  ).all(report.anchor, firstDay(report.published), lastDay(report.published), ...bounds)
}
