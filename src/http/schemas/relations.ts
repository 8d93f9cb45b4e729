import { z } from 'zod'
import { MEETING_KINDS, MEETING_STATUSES } from '../../domain/report.ts'
import { INTERVALS } from '../../storage/port-queries.ts'
import { TotalSchema } from './common.ts'
import { ActorRefSchema } from './resources.ts'

const dated = z.object({ meeting: z.string(), date: z.object({ from: z.string(), to: z.string() }) }).nullable()

export const PairSchema = z
  .object({
    actors: z.array(ActorRefSchema),
    total: z.int(),
    undated: z.int(),
    first: dated,
    last: dated,
    by_status: z.partialRecord(z.enum(MEETING_STATUSES), z.int()),
    by_kind: z.partialRecord(z.enum(MEETING_KINDS), z.int()),
    coverage: z.object({ from: z.string(), to: z.string(), articles: z.int(), sources: z.int() }).nullable().meta({
      description: 'Articles of the store that were published from the first to the last of their meetings; null without a dated one.',
    }),
    links: z.object({ meetings: z.string() }),
  })
  .meta({ id: 'Pair', description: 'The meetings of two actors, counted.' })

export const NetworkSchema = z
  .object({
    actor: ActorRefSchema,
    data: z.array(z.object({ actor: ActorRefSchema, meetings: z.int(), first: z.string().nullable(), last: z.string().nullable() })),
    total: TotalSchema,
  })
  .meta({ id: 'Network', description: 'With whom an actor takes part in meetings, and how often.' })

export const TimelineSchema = z
  .object({
    interval: z.enum(INTERVALS),
    buckets: z.array(z.object({ period: z.string(), meetings: z.int(), articles: z.int() })),
    undated: z.object({ meetings: z.int(), articles: z.int() }),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Timeline', description: 'Meetings by period, with the articles that were published in it.' })
