import type { ExpandedNode, Slot } from '../../domain/query.ts'
import type { Score } from '../../domain/score.ts'
import type { Occurrences } from '../../search/occurrences.ts'
import type { ListQuery } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { guarded } from './guard.ts'
import type { Columns } from './match.ts'
import type { TextSearch } from './text-search.ts'

/**
 * How one kind of thing is listed: where it stands, how each filter, sort and facet reads in SQL. `t` is the table, `f` its index, `m` the matching rows.
 * A filter is a condition over its values, the JSON array `$`.
 */
export type Listing<Field extends string, Sort extends string, Facet extends string> = {
  readonly table: string
  readonly index: string
  readonly columns: Columns
  /** What the first stage sorts by, the lower the better: bm25, weighed. */
  readonly relevance: string
  readonly filters: Readonly<Record<Field, string>>
  readonly sorts: Readonly<Record<Exclude<Sort, 'relevance'>, string>>
  /** A query of (value, label) for every match. */
  readonly facets: Readonly<Record<Facet, string>>
  /** The partial date that a histogram counts by, a column of `t`; null where there is none. */
  readonly date: string | null
  /** What is stored of the words of a row, as SQL, and how to read it, for what the index alone cannot tell. */
  readonly words: string
  readonly occurrences: (db: Connection, slots: readonly Slot[]) => (stored: unknown) => Occurrences
  /** The second stage of relevance, over the best rows of the first; null where bm25 is enough. */
  readonly rank: ((db: Connection, node: ExpandedNode, rowids: readonly number[]) => Score[]) | null
}

/** What has no words of its own is not searched: no index, no relevance. */
export const UNSEARCHED = {
  index: '',
  columns: { all: '', title: null },
  relevance: '0',
  date: null,
  words: 'NULL',
  occurrences: () => () => ({ titleLength: 0, positionsOf: () => [] }),
  rank: null,
} as const

export type Params = Record<string, string | number | bigint | null>

/** The part of every query of one listing that says which rows match; `row` is their rowid, `run` runs a query over it under its guard. */
export type Source = {
  readonly from: string
  readonly where: string
  readonly row: string
  readonly params: Params
  readonly run: <Result>(query: () => Result) => Result
}

/** `column` is one of the values of a filter. */
export const isIn = (column: string): string => `${column} IN (SELECT value FROM json_each($))`
/** The only value of a filter. */
export const ONLY = "json_extract($, '$[0]')"

/**
 * Where the rows come from. Its text depends on whether there is a text query, whether any filter is set and whether rows must be looked at, and on nothing
 * else: every filter stands in every query that has one, idle while its parameter is null.
 */
export function sourceOf<Field extends string>(
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
  return {
    from: text ? `${listing.index} f${isFiltered ? ` JOIN ${table} ON t.rowid = f.rowid` : ''}` : table,
    where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
    row: text ? 'f.rowid' : 't.rowid',
    params,
    run: (run) => (isGuarded ? guarded(db, text.holds, run) : run()),
  }
}
