import { z } from 'zod'
import { ANALYZER_VERSION, analyze, STAGES } from '../../analysis/analyzer.ts'
import { isPartialDate } from '../../domain/partial-date.ts'
import { factsOf } from '../../ingest/facts.ts'
import { EXAMPLES } from '../examples.ts'
import { type App, problems, type Services } from '../route.ts'
import { FactsSchema, TokenSchema } from '../schemas/facts.ts'
import { toPlain } from './articles.ts'

const MAX_TEXT = 100_000

export function analyzeRoutes(app: App, { intake }: Services): void {
  app.post(
    '/v1/analyze',
    {
      schema: {
        operationId: 'analyze',
        tags: ['analysis'],
        summary: 'What the analyzer makes of a text, word by word',
        description: 'The same analysis as for index, queries and names. Nothing is stored.',
        querystring: z.strictObject({}),
        body: z
          .strictObject({
            text: z
              .string()
              .max(MAX_TEXT, `is longer than ${MAX_TEXT} characters`)
              .refine((value) => value.isWellFormed(), 'holds half of a surrogate pair'),
          })
          .meta({ example: { text: EXAMPLES.sentence } }),
        response: {
          200: {
            description: 'The tokens in order, and the stages that made them.',
            content: {
              'application/json': {
                schema: z
                  .object({
                    version: z.int(),
                    stages: z.array(z.object({ name: z.string(), law: z.string() })),
                    tokens: z.array(TokenSchema),
                  })
                  .meta({ id: 'Analysis' }),
              },
            },
          },
          ...problems(400, 413, 415),
        },
      },
    },
    async ({ body: { text } }) => ({ version: ANALYZER_VERSION, stages: [...STAGES], tokens: toPlain(analyze(text)) }),
  )

  app.post(
    '/v1/extract',
    {
      schema: {
        operationId: 'extract',
        tags: ['analysis'],
        summary: 'Who met whom according to a text',
        description:
          'The same extraction as for articles; nothing is stored. Relative dates count from `published` and stay unresolved without it. With `explain` every fact has the ids of its rules and the spans they fired on, in UTF-16 code units of `text`.',
        querystring: z.strictObject({}),
        body: z
          .strictObject({
            text: z
              .string()
              .max(MAX_TEXT, `is longer than ${MAX_TEXT} characters; take longer texts in as articles`)
              .refine((value) => value.isWellFormed(), 'holds half of a surrogate pair'),
            published: z.string().refine(isPartialDate, 'is no date; write YYYY-MM-DD, YYYY-MM or YYYY').nullish(),
            explain: z.boolean().optional(),
          })
          .meta({ example: { text: EXAMPLES.sentence, published: '2017-08-15', explain: true } }),
        response: {
          200: { description: 'What the text tells.', content: { 'application/json': { schema: FactsSchema } } },
          ...problems(400, 413, 415),
        },
      },
    },
    async ({ body: { text, published, explain } }) => toPlain(factsOf(intake.extract(text, published ?? null), explain === true)),
  )
}
