import type { Score } from '../../domain/score.ts'
import type { FacetCounts, Histogram, ListQuery, Position, Total } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { countFacet, countHistogram, countRows } from './count.ts'
import { prepare, prepareValue } from './prepare.ts'
import { type Listing, type Params, type Source, sourceOf } from './source.ts'
import { readTextQuery, type TextSearch } from './text-search.ts'

export type Row = { readonly rowid: number; readonly value: string | number; readonly score: Score | null }
export type RowPage<Facet extends string = string> = {
  readonly rows: readonly Row[]
  readonly next: Position | null
  readonly total: Total | null
  readonly facets: Readonly<Partial<Record<Facet, FacetCounts>>>
  readonly histogram: Histogram | null
  readonly text: TextSearch | null
}

/** How many of the first stage are ranked anew. */
const RANKED = 100
/** Values of ranked rows come before every bm25 value, which never gets so low. */
const RANK_BASE = 1_000_000

/** One page of matching rows with total and facets: a keyset over one sort value and the id, whatever the filters. */
export function listRows<Field extends string, Sort extends string, Facet extends string>(
  db: Connection,
  listing: Listing<Field, Sort, Facet>,
  query: ListQuery<Field, Sort, Facet>,
): RowPage<Facet> {
  const text = query.text ? readTextQuery(db, query.text, listing.columns, (slots) => listing.occurrences(db, slots)) : null
  const source = sourceOf(db, listing, query, text)
  const { key, descending } = query.sort
  const page =
    key === 'relevance' && text
      ? relevancePage(db, listing, source, text, query)
      : selectPage(db, listing, source, { value: listing.sorts[key as Exclude<Sort, 'relevance'>], descending, ...query })
  const histogram = query.histogram && listing.date ? countHistogram(db, source, listing.table, listing.date, query.histogram) : null
  const facets: Partial<Record<Facet, FacetCounts>> = {}
  for (const facet of query.facets) facets[facet] = countFacet(db, source, listing.facets[facet])
  return { ...page, total: countRows(db, source, query.count), facets, histogram, text }
}

type AnyListing = Listing<string, string, string>

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
  listing: Pick<AnyListing, 'table' | 'relevance' | 'rank'>,
  source: Source,
  { node }: TextSearch,
  { after, limit }: Pick<ListQuery<string, string, string>, 'after' | 'limit'>,
): Pick<RowPage, 'rows' | 'next'> {
  const idOf = prepareValue<[number], string>(db, `SELECT id FROM ${listing.table} WHERE rowid = ?`)
  const firstStage = (from: FirstStage | null, count: number): FirstStage[] => {
    const inner = `SELECT f.rowid AS rowid, ${listing.relevance} AS value FROM ${source.from} ${source.where}`
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
  const all = window
    .map(({ rowid }, i): Row & { id: string } => ({ rowid, value: -RANK_BASE - scores[i]!.total, score: scores[i]!, id: idOf.get(rowid)! }))
    .sort((a, b) => (a.value as number) - (b.value as number) || (a.id < b.id ? -1 : 1))
  const anchor = after && presentPosition(db, { listing, source, after, ranked: all })
  const ranked = all.filter(({ value, id }) => anchor === null || value > anchor.value || (value === anchor.value && id > anchor.id))
  const rows: Row[] = ranked.slice(0, limit + 1)
  if (rows.length <= limit && (listing.rank === null || window.length === RANKED)) {
    const isBehind = anchor !== null && (anchor.value as number) > -RANK_BASE
    const from = isBehind ? { value: anchor.value as number, rowid: rowOfId(db, listing.table, anchor.id) } : (window.at(-1) ?? null)
    for (const { rowid, value } of firstStage(from, limit + 1 - rows.length)) rows.push({ rowid, value, score: null })
  }
  const last = rows[limit - 1]
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? { value: last.value, id: idOf.get(last.rowid)! } : null }
}

type Anchoring = {
  readonly listing: Pick<AnyListing, 'table' | 'relevance'>
  readonly source: Source
  readonly after: Position
  readonly ranked: readonly (Row & { readonly id: string })[]
}

/**
 * Where the last item of the page before stands now. Every change of the store changes all values of relevance a little, so that the value of then would
 * lead astray; where the item is gone it is all there is.
 */
function presentPosition(db: Connection, { listing, source, after, ranked }: Anchoring): Position {
  const known = ranked.find(({ id }) => id === after.id)
  if (known) return { value: known.value, id: known.id }
  const row = rowOfId(db, listing.table, after.id)
  if (row === 0) return after
  const sql = `SELECT ${listing.relevance} AS value FROM ${source.from} ${source.where} AND f.rowid = $row`
  const found = source.run(() => prepare<Params, { value: number }>(db, sql).get({ ...source.params, row: BigInt(row) }))
  return found ? { value: found.value, id: after.id } : after
}

/** Where a row of an id is; one that is gone since the page before stands at no place, and the value alone says where to go on. */
const rowOfId = (db: Connection, table: string, id: string): number =>
  prepareValue<[string], number>(db, `SELECT rowid FROM ${table} WHERE id = ?`).get(id) ?? 0
