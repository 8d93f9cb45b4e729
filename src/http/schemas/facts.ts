import { z } from 'zod'
import { ACTOR_KINDS } from '../../domain/actor.ts'
import { DATE_BASES, MEETING_KINDS, MEETING_STATUSES, PARTICIPANT_PARTS, SCOPES } from '../../domain/report.ts'

/** How much of a date is known. */
export const precision = z.enum(['year', 'month', 'day'])
export const MentionSchema = z.object({ start: z.int(), end: z.int(), surface: z.string(), rule: z.string() })

export const TokenSchema = z
  .object({
    start: z.int(),
    end: z.int(),
    surface: z.string(),
    text: z.string(),
    form: z.string(),
    stem: z.string(),
    key: z.string(),
    whole: z.object({ start: z.int(), end: z.int() }).nullable(),
  })
  .meta({ id: 'Token', description: 'One word on every tier: as it stands, as it reads, folded, stemmed, and its transliteration key.' })

const span = { start: z.int(), end: z.int() }
const quote = z.object({ ...span, exact: z.string() })
export const FactsSchema = z
  .object({
    actors: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(ACTOR_KINDS),
        country: z.string().nullable(),
        roles: z.array(z.string()),
        aliases: z.array(z.string()),
        mentions: z.array(MentionSchema).optional(),
      }),
    ),
    meetings: z.array(
      z.object({
        participants: z.array(z.string()),
        kind: z.enum(MEETING_KINDS),
        status: z.enum(MEETING_STATUSES),
        date: z.object({ from: z.string(), to: z.string() }).nullable(),
        place: z.string().nullable(),
        evidence: z.array(z.string()),
        confidence: z.number(),
        rules: z.array(z.string()).optional(),
        spans: z
          .object({
            participants: z.array(z.object({ ...span, as: z.string(), part: z.enum(PARTICIPANT_PARTS), scope: z.enum(SCOPES) })),
            date: z
              .object({
                from: z.string().nullable(),
                to: z.string().nullable(),
                precision: precision.nullable(),
                basis: z.enum(DATE_BASES),
                text: z.string(),
                span: z.object(span),
                anchor: z.string().nullable(),
                scope: z.enum(SCOPES),
              })
              .nullable(),
            place: z
              .object({
                name: z.string(),
                country: z.string().nullable(),
                isCountry: z.boolean(),
                span: z.object(span),
                scope: z.enum(SCOPES),
              })
              .nullable(),
            evidence: z.array(quote),
          })
          .optional(),
        attributed_to: z.string().nullable().optional(),
      }),
    ),
  })
  .meta({ id: 'Facts', description: 'The people, bodies and encounters of one text.' })
