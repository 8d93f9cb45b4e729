import type { FacetCounts, ListQuery, Position, Total } from '../port.ts'
import type { Connection } from './connect.ts'
import { buildMatch, type Match } from './match.ts'
import { prepare } from './prepare.ts'

/**
 * How one kind of thing is listed: where it stands, how each filter, sort and facet reads in SQL. `t` is the table, `f` its index, `m` the matching rows.
 * A filter is a condition over its values, the JSON array `$`.
 */
export type Listing<Field extends string, Sort extends string, Facet extends string> = {
  readonly table: string
  readonly index: string
  readonly columns: { readonly stems: string; readonly forms: string | null }
  /** bm25 weights of the columns of the index. */
  readonly weights: readonly number[]
  readonly filters: Readonly<Record<Field, string>>
  readonly sorts: Readonly<Record<Exclude<Sort, 'relevance'>, string>>
  /** A query of (value, label) for every match. */
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

type Params = Record<string, string | number | bigint | null>
/** The part of every query of one listing that says which rows match: its text depends on whether there is a text query, and on nothing else. */
type Source = { readonly from: string; readonly where: string; readonly params: Params }

const COUNT_LIMIT = 10_000
const MAX_BUCKETS = 20

/** `column` is one of the values of a filter. */
export const isIn = (column: string): string => `${column} IN (SELECT value FROM json_each($))`
/** The only value of a filter. */
export const ONLY = "json_extract($, '$[0]')"

/** One page of matching rows with total and facets: a keyset over one sort value and the id, whatever the filters. */
export function listRows<Field extends string, Sort extends string, Facet extends string>(
  db: Connection,
  listing: Listing<Field, Sort, Facet>,
  query: ListQuery<Field, Sort, Facet>,
): RowPage {
  const match = query.text ? buildMatch(db, query.text, listing.columns) : null
  const source = sourceOf(listing, query, match)
  const score = match ? `bm25(${listing.index}, ${listing.weights.join(', ')})` : 'NULL'
  const isRelevance = query.sort.key === 'relevance'
  const value = isRelevance ? score : listing.sorts[query.sort.key as Exclude<Sort, 'relevance'>]
  const page = selectPage(db, source, {
    value,
    score,
    descending: !isRelevance && query.sort.descending,
    after: query.after,
    limit: query.limit,
  })
  const facets = Object.fromEntries(query.facets.map((facet) => [facet, countFacet(db, source, listing.facets[facet])]))
  return { ...page, total: countRows(db, source, query.count), facets, match }
}

/** Every filter of the listing, plain and negated, each idle while its parameter is null. */
function sourceOf<Field extends string>(
  listing: Pick<Listing<Field, string, string>, 'table' | 'index' | 'filters'>,
  query: Pick<ListQuery<Field, string, string>, 'filters'>,
  match: Match | null,
): Source {
  const conditions: string[] = match ? [`f.${listing.index} MATCH $match`] : []
  const params: Params = match ? { match: match.expression } : {}
  for (const [field, sql] of Object.entries(listing.filters) as [Field, string][]) {
    for (const negated of [false, true]) {
      const name = `${negated ? 'not_' : ''}${field}`
      const condition = sql.replaceAll('$,', `$${name},`).replaceAll('$)', `$${name})`)
      conditions.push(`($${name} IS NULL OR ${negated ? `NOT coalesce((${condition}), 0)` : `(${condition})`})`)
      const asked = query.filters.find((filter) => filter.field === field && filter.negated === negated)
      params[name] = asked ? JSON.stringify(asked.values) : null
    }
  }
  const from = match ? `${listing.index} f JOIN ${listing.table} t ON t.rowid = f.rowid` : `${listing.table} t`
  return { from, where: `WHERE ${conditions.join(' AND ')}`, params }
}

type Selection = { value: string; score: string; descending: boolean; after: Position | null; limit: number }

function selectPage(
  db: Connection,
  { from, where, params }: Source,
  { value, score, descending, after, limit }: Selection,
): Pick<RowPage, 'rows' | 'next'> {
  const compare = descending ? '<' : '>'
  const direction = descending ? 'DESC' : 'ASC'
  const inner = `SELECT t.rowid AS rowid, ${value} AS value, t.id AS id, ${score} AS score FROM ${from} ${where}`
  const keyset = after ? `WHERE value ${compare} $after OR (value = $after AND id ${compare} $after_id)` : ''
  const rows = prepare<Params, Row>(db, `SELECT * FROM (${inner}) ${keyset} ORDER BY value ${direction}, id ${direction} LIMIT $limit`).all(
    {
      ...params,
      ...(after ? { after: after.value, after_id: after.id } : {}),
      limit: BigInt(limit + 1),
    },
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? { value: last.value, id: last.id } : null }
}

function countRows(db: Connection, { from, where, params }: Source, count: 'bounded' | 'exact' | 'none'): Total | null {
  if (count === 'none') return null
  const limit = count === 'bounded' ? `LIMIT ${COUNT_LIMIT + 1}` : ''
  const { n } = prepare<Params, { n: number }>(db, `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} ${where} ${limit})`).get(params)!
  return n > COUNT_LIMIT && count === 'bounded' ? { value: COUNT_LIMIT, relation: 'gte' } : { value: n, relation: 'eq' }
}

function countFacet(db: Connection, { from, where, params }: Source, facet: string): FacetCounts {
  const matching = `WITH m AS (SELECT t.rowid AS rowid, t.id AS id FROM ${from} ${where} LIMIT ${COUNT_LIMIT})`
  const rows = prepare<Params, { value: string; label: string; count: number }>(
    db,
    `${matching} SELECT value, max(label) AS label, count(*) AS count FROM (${facet}) WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value`,
  ).all(params)
  return { buckets: rows.slice(0, MAX_BUCKETS), other: rows.slice(MAX_BUCKETS).reduce((sum, { count }) => sum + count, 0) }
}
