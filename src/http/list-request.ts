import { createHash } from 'node:crypto'
import { AppError } from '../domain/errors.ts'
import { firstDay, lastDay } from '../domain/partial-date.ts'
import { relaxed } from '../domain/query.ts'
import { TIERS } from '../search/matched-tier.ts'
import type { FacetCounts, Filter, Interval, ListQuery, Page, Position, Storage, TextQuery } from '../storage/port.ts'
import { type ReadQuery, readQuery } from './read-query.ts'
import { DEFAULT_LIMIT, type Paging } from './schemas/common.ts'

/** What a list was asked, as its route's schema leaves it. */
export type ListParameters = Paging & Readonly<Record<string, unknown>>

/** The order of a list when nothing is said. */
export type Defaults<Sort extends string> = { readonly withText: Sort; readonly without: `${'' | '-'}${Sort}` }

export type CursorState = { readonly position: Position; readonly relaxed: boolean }

/** Cursors are opaque and bound to the query that they came from. */
export function writeCursor(parameters: ListParameters, { position, relaxed }: CursorState): string {
  return Buffer.from(JSON.stringify([position.value, position.id, relaxed ? 1 : 0, fingerprint(parameters)])).toString('base64url')
}

export function readCursor(parameters: ListParameters): CursorState | null {
  if (parameters.cursor === undefined) return null
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(parameters.cursor, 'base64url').toString('utf8'))
  } catch {
    parts = null
  }
  const [value, id, relaxed, print] = Array.isArray(parts) ? parts : []
  const isWhole = (typeof value === 'string' || typeof value === 'number') && typeof id === 'string' && typeof print === 'string'
  if (!isWhole)
    throw new AppError('invalid-cursor', 'the cursor cannot be read', [
      { parameter: 'cursor', code: 'unreadable', detail: 'use page.next_url as it is given' },
    ])
  if (print !== fingerprint(parameters)) {
    throw new AppError('invalid-cursor', 'the cursor belongs to another query', [
      { parameter: 'cursor', code: 'other-query', detail: 'keep every parameter but limit as it was, or leave the cursor out' },
    ])
  }
  return { position: { value, id }, relaxed: relaxed === 1 }
}

function fingerprint(parameters: ListParameters): string {
  const bound = Object.entries(parameters)
    .filter(
      ([name, value]) => !['cursor', 'limit', 'count', 'facets', 'histogram', 'highlight', 'explain'].includes(name) && value !== undefined,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(bound)).digest('base64url').slice(0, 12)
}

/** `not.` twins and plain filters of a request, as the store takes them. */
export function filtersOf<Field extends string>(parameters: ListParameters, fields: readonly Field[]): Filter<Field>[] {
  return fields.flatMap((field) =>
    [field, `not.${field}`].flatMap((name): Filter<Field>[] => {
      const value = parameters[name]
      if (value === undefined) return []
      return [{ field, values: (Array.isArray(value) ? value : [value]).map(String), negated: name !== field }]
    }),
  )
}

/** A range that ends before it begins finds nothing, and is likelier a slip than a wish. */
export function refuseReversed(parameters: ListParameters): void {
  for (const name of ['date', 'published']) {
    const [from, to] = [parameters[`${name}_from`], parameters[`${name}_to`]]
    if (typeof from !== 'string' || typeof to !== 'string' || firstDay(from) <= lastDay(to)) continue
    const detail = `«${name}_from» is after «${name}_to»`
    throw new AppError('invalid-parameter', detail, [{ parameter: `${name}_from`, code: 'reversed-range', detail, value: from }])
  }
}

export function sortOf<Sort extends string>(
  parameters: ListParameters,
  hasText: boolean,
  defaults: Defaults<Sort>,
): { key: Sort; descending: boolean } {
  const asked = parameters.sort ?? (hasText ? defaults.withText : defaults.without)
  const key = asked.replace(/^-/, '') as Sort
  if (key === 'relevance' && !hasText) {
    throw new AppError('invalid-parameter', '«sort=relevance» needs a query', [
      { parameter: 'sort', code: 'needs-query', detail: 'give q, or sort by another value', value: asked },
    ])
  }
  return { key, descending: asked.startsWith('-') }
}

export const limitOf = (parameters: ListParameters): number => (parameters.limit === undefined ? DEFAULT_LIMIT : Number(parameters.limit))

/** A query as the store takes it; `empty-query` where no word is left. */
function textQueryOf({ node, parsed }: ReadQuery, isRelaxed: boolean): TextQuery {
  if (node === null) {
    const detail = parsed.hasUnwanted ? 'say also what to look for, not only what to leave out' : 'give at least one letter or digit'
    throw new AppError('empty-query', 'the query holds no word to look for', [{ parameter: 'q', code: 'empty-query', detail }])
  }
  return { node, isRelaxed }
}

/** What a list found, and how its query was read. */
export type Listed<P extends Page<unknown>> = {
  readonly page: P
  readonly isRelaxed: boolean
  readonly read: ReadQuery | null
  readonly notes: readonly string[]
  /** The query with words that the store lacks replaced by the nearest that it holds; null where there is no need. */
  readonly didYouMean?: string | null
}

/** Runs a list with every word of its query, and where nothing holds them all, with any of them. */
export async function listRelaxed<Query extends ListQuery<string, string, string>, P extends Page<unknown>>(
  list: (query: Query) => Promise<P>,
  read: ReadQuery | null,
  cursor: CursorState | null,
  query: Omit<Query, 'text' | 'after'>,
): Promise<Omit<Listed<P>, 'notes'>> {
  const run = (isRelaxed: boolean): Promise<P> =>
    list({ ...query, text: read && textQueryOf(read, isRelaxed), after: cursor?.position ?? null } as Query)
  if (cursor?.relaxed || read?.parsed.isQuestion) return { page: await run(true), isRelaxed: true, read }
  const page = await run(false)
  if (page.items.length > 0 || cursor || !read?.node || relaxed(read.node) === read.node) return { page, isRelaxed: false, read }
  const wider = await run(true)
  return { page: wider, isRelaxed: wider.items.length > 0, read }
}

/** The ids of actors given by id or by name; a name that nobody bears finds nothing, and the note says so. */
export async function actorIds(storage: Storage, values: readonly string[], notes: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const value of values) {
    if (/^act_[0-9a-f]+$/.test(value)) {
      const found = await storage.actors.get(value)
      ids.push(found && 'movedTo' in found ? found.movedTo : value)
      continue
    }
    const { node } = await readQuery(storage, value)
    const page =
      node !== null
        ? await storage.actors.list({
            text: { node, isRelaxed: false },
            filters: [],
            sort: { key: 'relevance', descending: false },
            limit: 50,
            after: null,
            count: 'none',
            facets: [],
          })
        : null
    if (!page || page.items.length === 0) notes.push(`no actor is called «${value}»`)
    ids.push(...(page && page.items.length > 0 ? page.items.map(({ id }) => id) : ['act_nobody']))
  }
  return ids
}

/** The common part of every list's answer. */
export function listAnswer(
  url: string,
  parameters: ListParameters,
  { page, isRelaxed, read, notes, didYouMean = null }: Listed<Page<unknown>>,
  startedAt: number,
): {
  page: { limit: number; next: string | null; next_url: string | null }
  total: Page<unknown>['total']
  facets: Record<string, { buckets: { value: string; label: string; count: number }[]; other: number; relation: 'eq' | 'gte' }>
  histogram: { interval: Interval; buckets: { period: string; count: number }[]; undated: number; relation: 'eq' | 'gte' } | null
  query: {
    normalized: string | null
    tiers: string[]
    relaxed: boolean
    did_you_mean: string | null
    actors: { id: string; name: string; names: string[] }[]
    notes: string[]
    took_ms: number
  }
  links: { self: string }
} {
  const next = page.next && writeCursor(parameters, { position: page.next, relaxed: isRelaxed })
  return {
    page: { limit: limitOf(parameters), next, next_url: next && withParameter(url, 'cursor', next) },
    total: page.total,
    facets: Object.fromEntries(
      Object.entries(page.facets).map(([name, counts]) => [
        name,
        { buckets: [...(counts as FacetCounts).buckets], other: (counts as FacetCounts).other, relation: (counts as FacetCounts).relation },
      ]),
    ),
    histogram: page.histogram && { ...page.histogram, buckets: [...page.histogram.buckets] },
    query: {
      normalized: read?.parsed.normalized ?? null,
      tiers: read ? [...TIERS] : [],
      relaxed: isRelaxed,
      did_you_mean: didYouMean,
      actors: (read?.actors ?? []).map(({ id, name, names }) => ({ id, name, names: [...names] })),
      notes: [...new Set([...(read?.parsed.notes ?? []), ...page.notes, ...notes])],
      took_ms: Math.round((performance.now() - startedAt) * 10) / 10,
    },
    links: { self: url },
  }
}

/** The same relative address with one parameter set. */
function withParameter(url: string, name: string, value: string): string {
  const parsed = new URL(url, 'http://localhost')
  parsed.searchParams.set(name, value)
  return `${parsed.pathname}${parsed.search}`
}
