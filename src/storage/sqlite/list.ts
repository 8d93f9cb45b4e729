import type { ExpandedNode, Slot } from '../../domain/query.ts'
import type { Score } from '../../domain/score.ts'
import type { Occurrences } from '../../search/occurrences.ts'
import type { FacetCounts, ListQuery, Position, Total } from '../port.ts'
import type { Connection } from './connect.ts'
import { guarded } from './guard.ts'
import type { Columns } from './match.ts'
import { prepare } from './prepare.ts'
import { readTextQuery, type TextSearch } from './text-search.ts'

/**
 * How one kind of thing is listed: where it stands, how each filter, sort and facet reads in SQL. `t` is the table, `f` its index, `m` the matching rows.
 * A filter is a condition over its values, the JSON array `$`.
 */
export type Listing<Field extends string, Sort extends string, Facet extends string> = {
  readonly table: string
  readonly index: string
  readonly columns: Columns
  /** bm25 weights of the columns of the index. */
  readonly weights: readonly number[]
  readonly filters: Readonly<Record<Field, string>>
  readonly sorts: Readonly<Record<Exclude<Sort, 'relevance'>, string>>
  /** A query of (value, label) for every match. */
  readonly facets: Readonly<Record<Facet, string>>
  /** What is stored of the words of a row, as SQL, and how to read it, for what the index alone cannot tell. */
  readonly words: string
  readonly occurrences: (db: Connection, slots: readonly Slot[]) => (stored: unknown) => Occurrences
  /** The second stage of relevance, over the best rows of the first; null where bm25 is enough. */
  readonly rank: ((db: Connection, node: ExpandedNode, rowids: readonly number[]) => Score[]) | null
}

export type Row = { readonly rowid: number; readonly value: string | number; readonly score: Score | null }
export type RowPage = {
  readonly rows: readonly Row[]
  readonly next: Position | null
  readonly total: Total | null
  readonly facets: Record<string, FacetCounts>
  readonly text: TextSearch | null
}

type Params = Record<string, string | number | bigint | null>
/** The part of every query of one listing that says which rows match: its text is one of a fixed few, see `sourceOf`. */
type Source = { readonly from: string; readonly where: string; readonly params: Params; readonly run: <R>(query: () => R) => R }

const COUNT_LIMIT = 10_000
const MAX_BUCKETS = 20
/** How many of the first stage are ranked anew. */
const RANKED = 100
/** Values of ranked rows come before every bm25 value, which never gets so low. */
const RANK_BASE = 1_000_000

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
  const text = query.text ? readTextQuery(db, query.text, listing.columns, (slots) => listing.occurrences(db, slots)) : null
  const source = sourceOf(db, listing, query, text)
  const { key, descending } = query.sort
  const page =
    key === 'relevance' && text
      ? relevancePage(db, listing, source, text, query)
      : selectPage(db, listing, source, { value: listing.sorts[key as Exclude<Sort, 'relevance'>], descending, ...query })
  const facets = Object.fromEntries(query.facets.map((facet) => [facet, countFacet(db, source, listing.facets[facet])]))
  return { ...page, total: countRows(db, source, query.count), facets, text }
}

type AnyListing = Listing<string, string, string>

/**
 * Where the rows come from. Its text depends on whether there is a text query, whether any filter is set and whether rows must be looked at, and on nothing
 * else: every filter stands in every query that has one, idle while its parameter is null.
 */
function sourceOf<Field extends string>(
  db: Connection,
  listing: Pick<Listing<Field, string, string>, 'table' | 'index' | 'filters' | 'words'>,
  query: Pick<ListQuery<Field, string, string>, 'filters'>,
  text: TextSearch | null,
): Source {
  const conditions: string[] = text ? [`${listing.index} MATCH $match`] : []
  const params: Params = text ? { match: text.expression } : {}
  const isFiltered = query.filters.length > 0
  for (const [field, sql] of isFiltered ? (Object.entries(listing.filters) as [Field, string][]) : []) {
    for (const negated of [false, true]) {
      const name = `${negated ? 'not_' : ''}${field}`
      const condition = sql.replaceAll('$,', `$${name},`).replaceAll('$)', `$${name})`)
      conditions.push(`($${name} IS NULL OR ${negated ? `NOT coalesce((${condition}), 0)` : `(${condition})`})`)
      const asked = query.filters.find((filter) => filter.field === field && filter.negated === negated)
      params[name] = asked ? JSON.stringify(asked.values) : null
    }
  }
  const isGuarded = text !== null && (text.holds !== null || text.isHeavy)
  if (isGuarded) conditions.push(`holds(${text.holds ? listing.words : 'NULL'})`)
  const table = `${listing.table} t`
  const from = text ? `${listing.index} f${isFiltered ? ` JOIN ${table} ON t.rowid = f.rowid` : ''}` : table
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return { from, where, params, run: (run) => (isGuarded ? guarded(db, text.holds, run) : run()) }
}

const rowOf = (source: Source): string => (source.from.includes(' f') ? 'f.rowid' : 't.rowid')

type Selection = { value: string; descending: boolean; after: Position | null; limit: number }

/** A page by a column: a keyset over its value and the id. */
function selectPage(
  db: Connection,
  listing: Pick<AnyListing, 'table'>,
  source: Source,
  { value, descending, after, limit }: Selection,
): Pick<RowPage, 'rows' | 'next'> {
  const compare = descending ? '<' : '>'
  const direction = descending ? 'DESC' : 'ASC'
  const joined = source.from.includes(' t') ? source.from : `${source.from} JOIN ${listing.table} t ON t.rowid = f.rowid`
  const inner = `SELECT t.rowid AS rowid, ${value} AS value, t.id AS id FROM ${joined} ${source.where}`
  const keyset = after ? `WHERE value ${compare} $after OR (value = $after AND id ${compare} $after_id)` : ''
  const statement = prepare<Params, { rowid: number; value: string | number; id: string }>(
    db,
    `SELECT * FROM (${inner}) ${keyset} ORDER BY value ${direction}, id ${direction} LIMIT $limit`,
  )
  const rows = source.run(() =>
    statement.all({ ...source.params, ...(after ? { after: after.value, after_id: after.id } : {}), limit: BigInt(limit + 1) }),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ rowid, value: at }) => ({ rowid, value: at, score: null })),
    next: rows.length > limit && last ? { value: last.value, id: last.id } : null,
  }
}

type FirstStage = { rowid: number; value: number }

/**
 * A page by relevance. The best hundred of bm25 are ranked anew and come first; what is behind them keeps the order of bm25. Values are such that one
 * keyset runs through both: the lower the better.
 */
function relevancePage(
  db: Connection,
  listing: Pick<AnyListing, 'table' | 'index' | 'weights' | 'rank'>,
  source: Source,
  { node }: TextSearch,
  { after, limit }: Pick<ListQuery<string, string, string>, 'after' | 'limit'>,
): Pick<RowPage, 'rows' | 'next'> {
  const idOf = prepare<[number], string>(db, `SELECT id FROM ${listing.table} WHERE rowid = ?`).pluck()
  const firstStage = (from: FirstStage | null, count: number): FirstStage[] => {
    const inner = `SELECT f.rowid AS rowid, bm25(${listing.index}, ${listing.weights.join(', ')}) AS value FROM ${source.from} ${source.where}`
    const sql = from
      ? `SELECT * FROM (${inner}) WHERE value > $value OR (value = $value AND rowid > $row) ORDER BY value, rowid LIMIT $limit`
      : `${inner} ORDER BY value, f.rowid LIMIT $limit`
    const keyset = from ? { value: from.value, row: BigInt(from.rowid) } : {}
    return source.run(() => prepare<Params, FirstStage>(db, sql).all({ ...source.params, ...keyset, limit: BigInt(count) }))
  }
  const window = listing.rank ? firstStage(null, RANKED) : []
  const scores = listing.rank
    ? listing.rank(
        db,
        node,
        window.map(({ rowid }) => rowid),
      )
    : []
  const ranked = window
    .map(({ rowid }, i): Row & { id: string } => ({ rowid, value: -RANK_BASE - scores[i]!.total, score: scores[i]!, id: idOf.get(rowid)! }))
    .sort((a, b) => (a.value as number) - (b.value as number) || (a.id < b.id ? -1 : 1))
    .filter(({ value, id }) => after === null || value > after.value || (value === after.value && id > after.id))
  const rows: Row[] = ranked.slice(0, limit + 1)
  if (rows.length <= limit && (listing.rank === null || window.length === RANKED)) {
    const isBehind = after !== null && (after.value as number) > -RANK_BASE
    const from = isBehind ? { value: after.value as number, rowid: rowOfId(db, listing.table, after.id) } : (window.at(-1) ?? null)
    for (const { rowid, value } of firstStage(from, limit + 1 - rows.length))
      rows.push({ rowid, value, score: { total: -value, parts: null } })
  }
  const last = rows[limit - 1]
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? { value: last.value, id: idOf.get(last.rowid)! } : null }
}

/** Where a row of an id is; one that is gone since the page before stands at no place, and the value alone says where to go on. */
const rowOfId = (db: Connection, table: string, id: string): number =>
  prepare<[string], number>(db, `SELECT rowid FROM ${table} WHERE id = ?`).pluck().get(id) ?? 0

function countRows(db: Connection, { from, where, params, run }: Source, count: 'bounded' | 'exact' | 'none'): Total | null {
  if (count === 'none') return null
  const limit = count === 'bounded' ? `LIMIT ${COUNT_LIMIT + 1}` : ''
  const statement = prepare<Params, { n: number }>(db, `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} ${where} ${limit})`)
  const { n } = run(() => statement.get(params)!)
  return n > COUNT_LIMIT && count === 'bounded' ? { value: COUNT_LIMIT, relation: 'gte' } : { value: n, relation: 'eq' }
}

function countFacet(db: Connection, source: Source, facet: string): FacetCounts {
  const matching = `WITH m AS (SELECT ${rowOf(source)} AS rowid FROM ${source.from} ${source.where} LIMIT ${COUNT_LIMIT + 1})`
  const rows = source.run(() =>
    prepare<Params, { value: string; label: string; count: number }>(
      db,
      `${matching} SELECT value, max(label) AS label, count(*) AS count FROM (${facet}) WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value`,
    ).all(source.params),
  )
  return { buckets: rows.slice(0, MAX_BUCKETS), other: rows.slice(MAX_BUCKETS).reduce((sum, { count }) => sum + count, 0) }
}
