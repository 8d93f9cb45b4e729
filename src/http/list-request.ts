import { createHash, createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'
import { firstDay, lastDay } from '../domain/partial-date.ts'
import { relaxed } from '../domain/query.ts'
import { TIERS } from '../search/matched-tier.ts'
import type { Storage } from '../storage/port.ts'
import type { FacetCounts, Filter, ListQuery, Page, Position, TextQuery } from '../storage/port-queries.ts'
import { type ReadQuery, readQuery } from './read-query.ts'
import { DEFAULT_LIMIT, type Paging } from './schemas/common.ts'

/** What a list was asked, as its route's schema leaves it. */
export type ListParameters = Paging & Readonly<Record<string, unknown>>

/** The order of a list when nothing is said. */
export type Defaults<Sort extends string> = { readonly withText: Sort; readonly without: `${'' | '-'}${Sort}` }

export type CursorState = { readonly position: Position; readonly relaxed: boolean }

/** Cursors are opaque, bound to the query that they came from, and signed by the store: none can be made up. */
export async function writeCursor(
  storage: Pick<Storage, 'secret'>,
  parameters: ListParameters,
  { position, relaxed }: CursorState,
): Promise<string> {
  const text = JSON.stringify([position.value, position.id, relaxed ? 1 : 0, fingerprint(parameters)])
  return Buffer.from(`${signature(await storage.secret(), text)}${text}`).toString('base64url')
}

export async function readCursor(storage: Pick<Storage, 'secret'>, parameters: ListParameters): Promise<CursorState | null> {
  if (parameters.cursor === undefined) return null
  const given = Buffer.from(parameters.cursor, 'base64url').toString('utf8')
  const text = given.slice(SIGNATURE_LENGTH)
  if (given.slice(0, SIGNATURE_LENGTH) !== signature(await storage.secret(), text))
    throw new AppError('invalid-cursor', 'the cursor was not given by this store', [
      { parameter: 'cursor', code: 'unreadable', detail: 'use page.next or page.next_url as it is given' },
    ])
  const [value, id, relaxed, print] = JSON.parse(text)
  if (print !== fingerprint(parameters)) {
    throw new AppError('invalid-cursor', 'the cursor belongs to another query', [
      { parameter: 'cursor', code: 'other-query', detail: 'keep every parameter but limit as it was, or leave the cursor out' },
    ])
  }
  return { position: { value, id }, relaxed: relaxed === 1 }
}

const SIGNATURE_LENGTH = 22
const signature = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, SIGNATURE_LENGTH)

/** Parameters that change how much of a list is shown and what stands beside it, and neither what it holds nor its order. */
export const VIEW_PARAMETERS = ['cursor', 'limit', 'count', 'facets', 'histogram', 'highlight', 'explain']

function fingerprint(parameters: ListParameters): string {
  const bound = Object.entries(parameters)
    .filter(([name, value]) => ![...VIEW_PARAMETERS, 'fields', 'include'].includes(name) && value !== undefined)
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

/** The common part of every list's answer. A POSTed query has no address of its next page: its cursor goes into the body. */
export async function listAnswer(
  storage: Pick<Storage, 'secret'>,
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
  parameters: ListParameters,
  { page, isRelaxed, read, notes, didYouMean = null }: Listed<Page<unknown>>,
  startedAt: number,
) {
  const next = page.next && (await writeCursor(storage, parameters, { position: page.next, relaxed: isRelaxed }))
  return {
    page: { limit: limitOf(parameters), next, next_url: next && method !== 'POST' ? withParameter(url, 'cursor', next) : null },
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
