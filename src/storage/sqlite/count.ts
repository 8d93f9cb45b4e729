import type { FacetCounts, Histogram, Interval, Total } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { prepare, prepareValue } from './prepare.ts'
import type { Params, Source } from './source.ts'

/** Rows that are counted, by default and in facets; beyond, a count says «at least». */
const COUNT_LIMIT = 10_000
const MAX_BUCKETS = 20

export function countRows(db: Connection, { from, where, params, run }: Source, count: 'bounded' | 'exact' | 'none'): Total | null {
  if (count === 'none') return null
  const limit = count === 'bounded' ? `LIMIT ${COUNT_LIMIT + 1}` : ''
  const statement = prepare<Params, { n: number }>(db, `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} ${where} ${limit})`)
  const { n } = run(() => statement.get(params)!)
  return n > COUNT_LIMIT && count === 'bounded' ? { value: COUNT_LIMIT, relation: 'gte' } : { value: n, relation: 'eq' }
}

/** The matching rows as the table `m`, one more than are counted. */
const matching = ({ row, from, where }: Source): string =>
  `WITH m AS (SELECT ${row} AS rowid FROM ${from} ${where} LIMIT ${COUNT_LIMIT + 1})`

const isCapped = (db: Connection, source: Source): boolean =>
  source.run(() => prepareValue<Params, number>(db, `${matching(source)} SELECT count(*) FROM m`).get(source.params)!) > COUNT_LIMIT

/** Counts by value over what matches, the most frequent first. */
export function countFacet(db: Connection, source: Source, facet: string): FacetCounts {
  const rows = source.run(() =>
    prepare<Params, { value: string; label: string; count: number }>(
      db,
      `${matching(source)} SELECT value, max(label) AS label, count(*) AS count FROM (${facet}) WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value`,
    ).all(source.params),
  )
  return {
    buckets: rows.slice(0, MAX_BUCKETS),
    other: rows.slice(MAX_BUCKETS).reduce((sum, { count }) => sum + count, 0),
    relation: isCapped(db, source) ? 'gte' : 'eq',
  }
}

const LENGTHS: Readonly<Record<Interval, number>> = { year: 4, month: 7, day: 10 }

/** Counts by period, the earliest first; what has no date, or one that is not known so closely, is `undated`. */
export function countHistogram(db: Connection, source: Source, table: string, date: string, interval: Interval): Histogram {
  const length = LENGTHS[interval]
  const rows = source.run(() =>
    prepare<Params, { period: string | null; count: number }>(
      db,
      `${matching(source)} SELECT CASE WHEN length(${date}) >= ${length} THEN substr(${date}, 1, ${length}) END AS period, count(*) AS count FROM m JOIN ${table} t ON t.rowid = m.rowid GROUP BY period ORDER BY period`,
    ).all(source.params),
  )
  return {
    interval,
    buckets: rows.flatMap(({ period, count }) => (period === null ? [] : { period, count })),
    undated: rows.find(({ period }) => period === null)?.count ?? 0,
    relation: isCapped(db, source) ? 'gte' : 'eq',
  }
}
