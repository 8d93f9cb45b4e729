import { z } from 'zod'
import { ACTOR_KINDS } from '../../domain/actor.ts'
import { DECISION_KINDS, DECISION_STATES } from '../../domain/decision.ts'
import { REVIEW_KINDS } from '../../storage/port-queries.ts'

export const DecisionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(DECISION_KINDS),
    anchors: z.array(
      z.object({
        article: z.string(),
        quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string(), start: z.int(), end: z.int() }),
        about: z.array(z.string()).meta({ description: 'Names that the quote is said of, which tell apart what shares a sentence.' }),
      }),
    ),
    value: z.unknown().meta({ description: 'What it says, by its kind; null where the kind says it all.' }),
    note: z.string().nullable(),
    author: z.string().nullable().meta({ description: 'The name of the key that it was made with.' }),
    origin: z.enum(['human', 'import']),
    created_at: z.string(),
    withdrawn_at: z.string().nullable(),
    state: z.enum(DECISION_STATES),
    problem: z.string().nullable().meta({ description: 'Why it does not hold, where it does not.' }),
  })
  .meta({ id: 'Decision', description: 'A human judgement, kept on quotes of articles, and what became of it.' })

export const ReviewItemSchema = z
  .object({
    id: z.string(),
    kind: z.enum(REVIEW_KINDS),
    impact: z.number().meta({ description: 'About how many articles a judgement touches.' }),
    actors: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(ACTOR_KINDS), country: z.string().nullable() })),
    meeting: z.string().nullable(),
    report: z.string().nullable(),
    quote: z.string().nullable(),
    features: z.record(z.string(), z.unknown()).meta({ description: 'What speaks for and against.' }),
  })
  .meta({ id: 'ReviewItem', description: 'Something worth judging.' })
