import { z } from 'zod'
import { ANALYZER_VERSION, analyze, STAGES } from '../../analysis/analyzer.ts'
import { EXAMPLES } from '../examples.ts'
import { type App, problems } from '../route.ts'
import { TokenSchema } from '../schemas/resources.ts'
import { toPlain } from './articles.ts'

const MAX_TEXT = 100_000

export function analyzeRoutes(app: App): void {
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
}
