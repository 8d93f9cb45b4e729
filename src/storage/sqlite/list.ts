import type { FacetCounts, ListQuery, Position, Total } from '../port.ts'
import type { Connection } from './connect.ts'
import { buildMatch, type Match } from './match.ts'

type Value = string | number | bigint
export type Condition = { readonly sql: string; readonly params: readonly Value[] }

/** How one kind of thing is listed: where it stands, how each filter, sort and facet reads in SQL. `t` is the table, `f` its index. */
export type Listing<Field extends string, Sort extends string, Facet extends string> = {
  readonly table: string
  readonly index: string
  readonly columns: { readonly stems: string; readonly forms: string | null }
  /** bm25 weights of the columns of the index. */
  readonly weights: readonly number[]
  readonly filters: Readonly<Record<Field, (values: readonly string[]) => Condition>>
  readonly sorts: Readonly<Record<Exclude<Sort, 'relevance'>, string>>
  /** A query of (value, label) for every match; `m` is the table of matching rowids. */
  readonly facets: Readonly<Record<Facet, string>>
}

export type Row = { readonly rowid: number; readonly value: string | number; readonly id: string; readonly score: number | null }
export type RowPage = {
  readonly rows: readonly Row[]
  readonly next: Position | null
  readonly total: Total | null
  readonly facets: Record<string, FacetCounts>
  readonly match: Match | null
}

const COUNT_LIMIT = 10_000
const MAX_BUCKETS = 20

/** `?, ?, ?` for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** `column IN (…)`. */
export const isIn =
  (column: string) =>
  (values: readonly string[]): Condition => ({ sql: `${column} IN (${marks(values)})`, params: values })

/** One page of matching rows with total and facets: a keyset over one sort value and the id, whatever the filters. */
export function listRows<Field extends string, Sort extends string, Facet extends string>(
  db: Connection,
  listing: Listing<Field, Sort, Facet>,
  query: ListQuery<Field, Sort, Facet>,
): RowPage {
  const match = query.text ? buildMatch(db, query.text, listing.columns) : null
  const where: Condition[] = query.filters.map(({ field, values, negated }) => {
    const { sql, params } = listing.filters[field](values)
    return { sql: negated ? `NOT coalesce((${sql}), 0)` : `(${sql})`, params }
  })
  if (match) where.push({ sql: `f.${listing.index} MATCH ?`, params: [match.expression] })
  const from = match ? `${listing.index} f JOIN ${listing.table} t ON t.rowid = f.rowid` : `${listing.table} t`
  const score = match ? `bm25(${listing.index}, ${listing.weights.join(', ')})` : 'NULL'
  const isRelevance = query.sort.key === 'relevance'
  const value = isRelevance ? score : listing.sorts[query.sort.key as Exclude<Sort, 'relevance'>]
  const descending = isRelevance ? false : query.sort.descending
  const page = selectPage(db, { from, where, value, score, descending, after: query.after, limit: query.limit })
  return { ...page, total: countRows(db, from, where, query.count), facets: countFacets(db, listing, from, where, query.facets), match }
}

type Selection = {
  from: string
  where: readonly Condition[]
  value: string
  score: string
  descending: boolean
  after: Position | null
  limit: number
}

function selectPage(db: Connection, { from, where, value, score, descending, after, limit }: Selection): Pick<RowPage, 'rows' | 'next'> {
  const compare = descending ? '<' : '>'
  const direction = descending ? 'DESC' : 'ASC'
  const inner = `SELECT t.rowid AS rowid, ${value} AS value, t.id AS id, ${score} AS score FROM ${from} ${whereOf(where)}`
  const keyset = after ? `WHERE value ${compare} ? OR (value = ? AND id ${compare} ?)` : ''
  const params = [...where.flatMap((condition) => condition.params), ...(after ? [after.value, after.value, after.id] : [])]
  const rows = db
    .prepare<Value[], Row>(`SELECT * FROM (${inner}) ${keyset} ORDER BY value ${direction}, id ${direction} LIMIT ${limit + 1}`)
    .all(...params)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? { value: last.value, id: last.id } : null }
}

const whereOf = (where: readonly Condition[]): string => (where.length > 0 ? `WHERE ${where.map(({ sql }) => sql).join(' AND ')}` : '')

function countRows(db: Connection, from: string, where: readonly Condition[], count: 'bounded' | 'exact' | 'none'): Total | null {
  if (count === 'none') return null
  const limit = count === 'bounded' ? `LIMIT ${COUNT_LIMIT + 1}` : ''
  const { n } = db
    .prepare<Value[], { n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} ${whereOf(where)} ${limit})`)
    .get(...where.flatMap(({ params }) => params))!
  return n > COUNT_LIMIT && count === 'bounded' ? { value: COUNT_LIMIT, relation: 'gte' } : { value: n, relation: 'eq' }
}

function countFacets(
  db: Connection,
  listing: Pick<Listing<string, string, string>, 'facets'>,
  from: string,
  where: readonly Condition[],
  facets: readonly string[],
): Record<string, FacetCounts> {
  const params = where.flatMap((condition) => condition.params)
  const counted: Record<string, FacetCounts> = {}
  for (const facet of facets) {
    const matching = `WITH m AS (SELECT t.rowid AS rowid, t.id AS id FROM ${from} ${whereOf(where)} LIMIT ${COUNT_LIMIT})`
    const rows = db
      .prepare<Value[], { value: string; label: string; count: number }>(
        `${matching} SELECT value, max(label) AS label, count(*) AS count FROM (${listing.facets[facet]}) WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value`,
      )
      .all(...params)
    counted[facet] = { buckets: rows.slice(0, MAX_BUCKETS), other: rows.slice(MAX_BUCKETS).reduce((sum, { count }) => sum + count, 0) }
  }
  return counted
}
