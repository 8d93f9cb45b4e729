import { z } from 'zod'
import { ACTOR_KINDS } from '../domain/actor.ts'
import { isCountryCode } from '../domain/country.ts'
import { DECISION_KINDS, type DecisionKind, SETTABLE_FIELDS } from '../domain/decision.ts'
import { firstDay, isPartialDate, lastDay } from '../domain/partial-date.ts'
import { MEETING_KINDS, MEETING_STATUSES, PARTICIPANT_PARTS } from '../domain/report.ts'
import { nearest } from '../nearest.ts'

/** Control characters, and marks that turn text round unseen. */
const HIDDEN = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const country = z.string().refine(isCountryCode, 'is no code of a country, as ISO 3166-1 has them: «LY»')

const text = (max: number) =>
  z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((value) => /\S/.test(value) && value.isWellFormed(), 'is empty, or no well-formed text')
    .refine((value) => !HIDDEN.test(value), 'holds a control character or a mark of direction; write the words alone')
const offset = z.int('is no whole number').min(0, 'is before the text: offsets begin with 0')
const partialDate = z.string().refine(isPartialDate, 'is no date; write YYYY-MM-DD, YYYY-MM or YYYY')

const MentionRef = z
  .strictObject({ article: text(64), start: offset, end: offset })
  .refine(({ start, end }) => start < end, 'ends before it begins')
  .meta({ id: 'SpanRef', description: 'A stretch of an article’s body: `body.slice(start, end)`, in UTF-16 code units.' })
export type MentionRef = z.output<typeof MentionRef>
const NO_ACTOR = 'is neither the id of an actor (act_…) nor a mention {article, start, end}'
const actor = z
  .union([z.string().regex(/^act_[0-9a-z]+$/, NO_ACTOR), MentionRef], NO_ACTOR)
  .meta({ description: 'An actor by id, or by one of his mentions.' })
const meeting = z
  .string('is missing, or no id of a meeting (mtg_…) or a report')
  .regex(/^(mtg_[0-9a-z]+|art_\w+:r\d+\.\d+)$/, 'is no id of a meeting (mtg_…) or a report')
  .meta({ description: 'A meeting by id, or by one of its reports.' })
const report = z
  .string('is missing, or no id of a report; they stand in `evidence` of meetings')
  .regex(/^art_\w+:r\d+\.\d+$/, 'is no id of a report; they stand in `evidence` of meetings')
  .meta({ description: 'A report, as `evidence[].report` names it.' })

const DateValue = z
  .strictObject({ from: partialDate, to: partialDate.optional() }, 'is no {"from", "to"}, nor null; of one day `from` is enough')
  .transform(({ from, to = from }) => ({ from, to }))
  .refine(({ from, to }) => firstDay(from) <= lastDay(to), 'ends before it begins')
  .refine(
    ({ from, to }) => from.length === to.length,
    'is known to a day at one end and not at the other; write both as days, as months or as years',
  )
  .nullable()
const PlaceValue = z
  .strictObject(
    {
      name: text(200),
      country: country.nullable().default(null),
      is_country: z.boolean().default(false),
    },
    'is no {"name", "country", "is_country"}, nor null; the name is enough',
  )
  .nullable()
/** Text as it stands somewhere, or as somebody writes it, with its line ends. */
const prose = (max: number) =>
  z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'is no well-formed text')
const note = prose(4000).nullish()

/** Fields with the values that they take. */
const setField = <Kind extends 'report.set' | 'meeting.set', Target extends z.ZodRawShape>(kind: Kind, target: Target) =>
  z.discriminatedUnion(
    'field',
    [
      z.strictObject({ kind: z.literal(kind), ...target, field: z.literal('kind'), value: z.enum(MEETING_KINDS), note }),
      z.strictObject({ kind: z.literal(kind), ...target, field: z.literal('status'), value: z.enum(MEETING_STATUSES), note }),
      z.strictObject({ kind: z.literal(kind), ...target, field: z.literal('date'), value: DateValue, note }),
      z.strictObject({ kind: z.literal(kind), ...target, field: z.literal('place'), value: PlaceValue, note }),
    ],
    { error: () => `«field» is one of ${SETTABLE_FIELDS.join(', ')}` },
  )

/** A judgement as somebody hands it in, on ids and spans as they are now. */
export const NewDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('actor.same'), actor, other: actor, note }),
    z.strictObject({ kind: z.literal('actor.different'), actor, other: actor, note }),
    z.strictObject({ kind: z.literal('actor.name'), actor, value: text(300), note }),
    z.strictObject({ kind: z.literal('actor.kind'), actor, value: z.enum(ACTOR_KINDS), note }),
    z.strictObject({
      kind: z.literal('actor.country'),
      actor,
      value: country.nullable(),
      note,
    }),
    z.strictObject({ kind: z.literal('actor.role'), actor, value: text(300), note }),
    z.strictObject({ kind: z.literal('mention.link'), mention: MentionRef, actor, note }),
    z.strictObject({ kind: z.literal('mention.unlink'), mention: MentionRef, note }),
    z.strictObject({ kind: z.literal('report.confirm'), report, note }),
    z.strictObject({ kind: z.literal('report.reject'), report, note }),
    setField('report.set', { report }),
    setField('meeting.set', { meeting }),
    z.strictObject({ kind: z.literal('meeting.same'), meeting, other: meeting, note }),
    z.strictObject({ kind: z.literal('meeting.different'), meeting, other: meeting, note }),
    z.strictObject({
      kind: z.literal('meeting.create'),
      evidence: MentionRef,
      meeting: z.strictObject({
        kind: z.enum(MEETING_KINDS),
        status: z.enum(MEETING_STATUSES),
        date: DateValue.default(null),
        place: PlaceValue.default(null),
        participants: z
          .array(
            z.strictObject({
              start: offset,
              end: offset,
              kind: z.enum(ACTOR_KINDS).default('person'),
              part: z.enum(PARTICIPANT_PARTS).default('participant'),
            }),
          )
          .min(1)
          .max(100),
      }),
      note,
    }),
  ],
  { error: ({ input }) => unknownKind((input as { kind?: unknown } | null)?.kind) },
)

function unknownKind(kind: unknown): string {
  const meant = typeof kind === 'string' ? nearest(kind, DECISION_KINDS) : null
  const told = kind === undefined ? 'is missing' : `is ${JSON.stringify(kind)}`
  return `«kind» ${told}; it is one of ${DECISION_KINDS.join(', ')}${meant ? `; did you mean «${meant}»?` : ''}`
}
export type NewDecision = z.output<typeof NewDecisionSchema>

const QuoteSchema = z.strictObject({
  exact: prose(1_000_000).min(1),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
  start: offset,
  end: offset,
})
const AnchorSchema = z.strictObject({ article: text(64), quote: QuoteSchema, about: z.array(z.string().max(1000)).max(200) })
const DecidedReportSchema = z.strictObject({
  kind: z.enum(MEETING_KINDS),
  status: z.enum(MEETING_STATUSES),
  date: z.strictObject({ from: partialDate, to: partialDate }).nullable(),
  place: z.strictObject({ name: prose(200).min(1), country: z.string().nullable(), is_country: z.boolean() }).nullable(),
  participants: z.array(
    z.strictObject({ quote: QuoteSchema, name: prose(1000).min(1), kind: z.enum(ACTOR_KINDS), part: z.enum(PARTICIPANT_PARTS) }),
  ),
})
const VALUES: Readonly<Record<DecisionKind, z.ZodType>> = {
  'actor.same': z.null(),
  'actor.different': z.null(),
  'actor.name': z.strictObject({ value: text(300) }),
  'actor.kind': z.strictObject({ value: z.enum(ACTOR_KINDS) }),
  'actor.country': z.strictObject({ value: z.string().nullable() }),
  'actor.role': z.strictObject({ value: text(300) }),
  'mention.link': z.null(),
  'mention.unlink': z.null(),
  'report.confirm': z.strictObject({ report: DecidedReportSchema }),
  'report.reject': z.null(),
  'report.set': z.strictObject({ field: z.enum(SETTABLE_FIELDS), value: z.unknown() }),
  'meeting.set': z.strictObject({ field: z.enum(SETTABLE_FIELDS), value: z.unknown() }),
  'meeting.same': z.null(),
  'meeting.different': z.null(),
  'meeting.create': z.strictObject({ report: DecidedReportSchema }),
}
const FIELD_VALUES = {
  kind: z.enum(MEETING_KINDS),
  status: z.enum(MEETING_STATUSES),
  date: DecidedReportSchema.shape.date,
  place: DecidedReportSchema.shape.place,
}
const PAIRS: readonly DecisionKind[] = ['actor.same', 'actor.different', 'mention.link', 'meeting.same', 'meeting.different']
const time = z.iso.datetime()

/** A decision as it is kept and exported; what became of it in the store that it comes from is left aside. */
export const DecisionSchema = z
  .strictObject({
    id: z.string().regex(/^dec_[0-9a-f]{12,40}$/, 'is no id of a decision; they begin with dec_'),
    kind: z.enum(DECISION_KINDS),
    anchors: z.array(AnchorSchema).min(1).max(2),
    value: z.unknown(),
    note: prose(4000).nullable(),
    author: z.string().max(200).nullable(),
    origin: z.enum(['human', 'import']),
    created_at: time,
    withdrawn_at: time.nullable(),
    state: z.string().optional(),
    problem: z.string().nullish(),
  })
  .superRefine(({ kind, anchors, value }, context) => {
    const sides = PAIRS.includes(kind) ? 2 : 1
    if (anchors.length !== sides)
      context.addIssue({ code: 'custom', path: ['anchors'], message: `are ${anchors.length}; ${kind} has ${sides}` })
    const checked = VALUES[kind].safeParse(value ?? null)
    const field =
      checked.success && /\.set$/.test(kind)
        ? FIELD_VALUES[(value as { field: keyof typeof FIELD_VALUES }).field].safeParse((value as { value: unknown }).value)
        : checked
    for (const issue of (checked.error ?? field.error)?.issues ?? [])
      context.addIssue({ ...issue, path: ['value', ...issue.path] } as never)
  })
