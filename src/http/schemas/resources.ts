import { z } from 'zod'
import { ACTOR_KINDS, ACTOR_STATES } from '../../domain/actor.ts'
import { PUBLISHED_BASES } from '../../domain/article.ts'
import { ORIGINS } from '../../domain/decision.ts'
import { DATE_BASES, MEETING_KINDS, MEETING_STATUSES, PARTICIPANT_PARTS } from '../../domain/report.ts'
import { SCORE_PARTS, type ScoreParts } from '../../domain/score.ts'
import { TIERS } from '../../search/matched-tier.ts'
import { MentionSchema, precision } from './facts.ts'

export const ActorRefSchema = z
  .object({ id: z.string(), name: z.string(), kind: z.enum(ACTOR_KINDS), country: z.string().nullable() })
  .meta({ id: 'ActorRef' })

const published = z.object({ value: z.string(), precision, basis: z.enum(PUBLISHED_BASES), note: z.string().nullable() }).nullable()

const summary = {
  id: z.string(),
  source: z.string().nullable(),
  external_id: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string(),
  title_basis: z.enum(['given', 'first-sentence']),
  published,
  ingested_at: z.string(),
  revision: z.int(),
  lang: z.string(),
  dir: z.enum(['rtl', 'ltr']),
}

export const HighlightSchema = z
  .object({
    field: z.enum(['title', 'body']),
    text: z.string(),
    ranges: z
      .array(z.array(z.int()))
      .meta({ description: '[start, end] of each matched word, in UTF-16 code units from the start of `text`.' }),
    offset: z.int().meta({ description: 'Where `text` begins in the field, in UTF-16 code units.' }),
    html: z.string().optional().meta({ description: '`text` escaped, matched words in `<mark>`; with `highlight=html`.' }),
    truncated_start: z.boolean(),
    truncated_end: z.boolean(),
    dir: z.enum(['rtl', 'ltr']),
  })
  .meta({ id: 'Highlight' })

const basis = z
  .object({
    reports: z.array(z.string()).meta({ description: 'Reports that it rests on; `evidence` quotes each.' }),
    decision: z.string().nullable().meta({ description: 'The judgement that says it, where one does.' }),
    origin: z.enum(ORIGINS),
    machine: z.unknown().meta({ description: 'What the machine says, where a judgement says something.' }),
  })
  .meta({ id: 'FieldBasis' })

export const MeetingSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(MEETING_KINDS),
    status: z.enum(MEETING_STATUSES),
    status_votes: z.partialRecord(z.enum(MEETING_STATUSES), z.int()),
    status_history: z.array(
      z.object({ published: z.string().nullable(), status: z.enum(MEETING_STATUSES), report: z.string(), article: z.string() }),
    ),
    disputed: z.boolean(),
    participants: z.array(z.object({ actor: ActorRefSchema, part: z.enum(PARTICIPANT_PARTS), as: z.array(z.string()) })),
    participants_complete: z.boolean(),
    date: z
      .object({ from: z.string(), to: z.string(), precision, basis: z.enum(DATE_BASES), text: z.string(), anchor: z.string().nullable() })
      .nullable(),
    place: z.object({ id: z.string(), name: z.string(), kind: z.enum(['country', 'town']), country: z.string().nullable() }).nullable(),
    evidence: z.array(
      z.object({
        report: z.string(),
        article: z.string(),
        source: z.string().nullable(),
        url: z.string().nullable(),
        published: z.string().nullable(),
        quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string(), start: z.int(), end: z.int() }),
        status: z.enum(MEETING_STATUSES),
        attributed_to: z.object({ id: z.string(), name: z.string() }).nullable(),
        rules: z.array(z.string()),
      }),
    ),
    counts: z.object({ reports: z.int(), articles: z.int(), sources: z.int(), independent_sources: z.int() }),
    first_reported: z.string().nullable(),
    last_reported: z.string().nullable(),
    confidence: z.number(),
    origin: z.enum(ORIGINS),
    reviewed: z.boolean().meta({ description: 'Whether anybody has judged it, or one of its reports.' }),
    provenance: z.object({ kind: basis, status: basis, date: basis, place: basis, participants: basis }),
  })
  .meta({
    id: 'Meeting',
    description:
      'One encounter, as all reports of it together tell it. Every `quote` stands verbatim in its article: `body.slice(start, end) === exact`.',
  })

export const ActorSchema = z
  .object({
    id: z.string(),
    kind: z.enum(ACTOR_KINDS),
    name: z.string(),
    names: z.array(z.object({ name: z.string(), count: z.int() })),
    roles: z.array(z.object({ title: z.string(), from: z.string().nullable(), to: z.string().nullable(), article: z.string() })),
    country: z.string().nullable(),
    latin: z.string().nullable().meta({ description: 'The name in Latin letters, where the gazetteer has it.' }),
    external_ids: z.object({ wikidata: z.string().nullable() }),
    state: z.enum(ACTOR_STATES),
    origin: z.enum(ORIGINS),
    decided: z
      .record(z.string(), z.object({ decision: z.string(), origin: z.enum(ORIGINS), machine: z.unknown() }))
      .meta({ description: 'Fields that judgements say, with what the machine says.' }),
    counts: z.object({ articles: z.int(), mentions: z.int(), meetings: z.int() }),
  })
  .meta({ id: 'Actor', description: 'A person or body with every spelling that articles use.' })

/** What an article is given with where it is asked for. */
const included = {
  raw: z.string().nullable().optional(),
  actors: z.array(ActorRefSchema).optional(),
  mentions: z.array(z.object({ ...MentionSchema.shape, actor: z.string() })).optional(),
  meetings: z.array(MeetingSchema).optional(),
}

export const ArticleHitSchema = z
  .object({
    ...summary,
    matched: z
      .object({
        tier: z.enum(TIERS),
        score: z
          .number()
          .nullable()
          .meta({ description: 'How well it answers, among the best hundred by relevance; null behind them and in other orders.' }),
        parts: z
          .object(Object.fromEntries(SCORE_PARTS.map((part) => [part, z.number()])) as Record<keyof ScoreParts, z.ZodNumber>)
          .nullable()
          .optional(),
      })
      .nullable(),
    highlights: z.array(HighlightSchema),
    ...included,
    body: z.string().optional(),
  })
  .meta({ id: 'ArticleHit', description: 'An article without its body, and why it was found.' })

export const SimilarArticleSchema = z
  .object({
    relation: z.enum(['near-duplicate', 'related']),
    similarity: z.number(),
    article: z.object(summary).meta({ id: 'ArticleSummary' }),
  })
  .meta({ id: 'SimilarArticle' })

export const ArticleSchema = z
  .object({
    ...summary,
    content_hash: z.string(),
    body: z.string(),
    boilerplate: z.array(z.object({ start: z.int(), end: z.int(), rule: z.string() })),
    ...included,
  })
  .meta({ id: 'Article', description: 'An article with its whole body; all offsets count UTF-16 code units of `body`.' })

const total = z.int()
export const SourceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    counts: z.object({ articles: total, meetings: total }),
    first_published: z.string().nullable(),
    last_published: z.string().nullable(),
  })
  .meta({ id: 'Source', description: 'An outlet, under the name that articles give it.' })
export const PlaceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['country', 'town']),
    country: z.string().nullable(),
    counts: z.object({ meetings: total, articles: total }),
  })
  .meta({ id: 'Place', description: 'A place where encounters were.' })
