import { z } from 'zod'
import { isPartialDate } from '../../domain/partial-date.ts'
import { INTERVALS } from '../../storage/port-queries.ts'

export const MAX_LIMIT = 100
export const DEFAULT_LIMIT = 20

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(
      z.object({
        parameter: z.string().optional(),
        pointer: z.string().optional(),
        line: z.int().optional(),
        code: z.string(),
        detail: z.string(),
        value: z.unknown().optional(),
      }),
    ),
  })
  .meta({ id: 'Problem', description: 'What went wrong, by RFC 9457; all errors of a request at once.' })

export const TotalSchema = z
  .object({ value: z.int(), relation: z.enum(['eq', 'gte']) })
  .meta({ id: 'Total', description: 'How many there are: exactly, or at least.' })
export const FacetSchema = z
  .object({
    buckets: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
    other: z.int(),
    relation: z.enum(['eq', 'gte']),
  })
  .meta({
    id: 'Facet',
    description:
      'Counts by value over all that the query matches, the most frequent first; `relation` is gte where only the first 10,000 were counted.',
  })
export const HistogramSchema = z
  .object({
    interval: z.enum(INTERVALS),
    buckets: z.array(z.object({ period: z.string(), count: z.int() })),
    undated: z.int(),
    relation: z.enum(['eq', 'gte']),
  })
  .meta({
    id: 'Histogram',
    description: 'Counts by period, the earliest first; `undated` are those without a date that is known to the interval.',
  })
export const PageSchema = z
  .object({ limit: z.int(), next: z.string().nullable(), next_url: z.string().nullable() })
  .meta({ id: 'PageInfo', description: 'Where the next page is; null on the last.' })
export const QueryInfoSchema = z
  .object({
    normalized: z.string().nullable(),
    tiers: z.array(z.string()),
    relaxed: z.boolean(),
    did_you_mean: z
      .string()
      .nullable()
      .meta({ description: 'The query with words that no article holds replaced by near ones that some do.' }),
    actors: z.array(z.object({ id: z.string(), name: z.string(), names: z.array(z.string()) })),
    notes: z.array(z.string()),
    took_ms: z.number(),
  })
  .meta({ id: 'QueryInfo', description: 'How the query was read.' })

export const listOf = <Item extends z.ZodType>(id: string, item: Item) =>
  z
    .object({
      data: z.array(item),
      page: PageSchema,
      total: TotalSchema.nullable(),
      facets: z.record(z.string(), FacetSchema),
      histogram: HistogramSchema.nullable(),
      query: QueryInfoSchema,
      links: z.object({ self: z.string(), csv: z.string().optional(), ndjson: z.string().optional(), ics: z.string().optional() }),
    })
    .meta({ id })

/** A partial date that the calendar has. Examples that the documentation fills in are kept for few parameters, so that together they still find something. */
export const partialDate = (about: string, example: string) =>
  z
    .string()
    .refine(isPartialDate, 'is no date; write YYYY-MM-DD, YYYY-MM or YYYY')
    .optional()
    .meta({ description: `${about} For example ${example}.` })

export const many = <Item extends z.ZodType>(item: Item, about: string, example?: unknown) =>
  z
    .array(item)
    .min(1)
    .optional()
    .meta({ description: `${about} Repeat the parameter for any of several.`, ...(example === undefined ? {} : { example: [example] }) })

export const text = (about: string, example?: string) =>
  z
    .string('is missing')
    .min(1, 'is empty')
    .max(1000, 'is longer than 1000 characters')
    .meta({ description: about, ...(example === undefined ? {} : { example }) })

/** The parameter for counts by period. */
export const histogram = (of: string) =>
  z
    .enum(INTERVALS)
    .optional()
    .meta({ description: `Counts by day, month or year ${of}, over all that matches.` })

/** Parameters that every list takes. */
export const paging = <Sort extends string, Facet extends string>(
  sorts: readonly [Sort, ...Sort[]],
  facets: readonly [Facet, ...Facet[]],
) => ({
  limit: z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= MAX_LIMIT, `is not between 1 and ${MAX_LIMIT}`)
    .optional()
    .meta({ description: `How many at most, 1 to ${MAX_LIMIT}; ${DEFAULT_LIMIT} when left out.`, example: '5' }),
  cursor: z
    .string()
    .min(1, 'is empty; leave it out for the first page')
    .max(2000)
    .optional()
    .meta({ description: 'Where to go on: `page.next` of the page before.' }),
  sort: z
    .enum(sorts.flatMap((sort) => (sort === 'relevance' ? [sort] : [sort, `-${sort}`])) as [string, ...string[]])
    .optional()
    .meta({ description: 'What to sort by; `-` in front turns it round. Ties go by id.' }),
  count: z
    .enum(['bounded', 'exact', 'none'])
    .optional()
    .meta({ description: '`bounded` counts exactly up to 10,000 and says «at least» beyond; `exact`; `none`.' }),
  facets: many(z.enum(facets), 'Counts by value, over all that matches.', facets[0]),
})

export type Paging = {
  limit?: string | undefined
  cursor?: string | undefined
  sort?: string | undefined
  count?: 'bounded' | 'exact' | 'none' | undefined
  facets?: readonly string[] | undefined
}
