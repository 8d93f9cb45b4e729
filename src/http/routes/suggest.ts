import { z } from 'zod'
import { EXAMPLES } from '../examples.ts'
import { type App, problems, type Services } from '../route.ts'
import { text } from '../schemas/common.ts'

const MAX_SUGGESTIONS = 20
const DEFAULT_SUGGESTIONS = 10

export function suggestRoutes(app: App, { storage }: Services): void {
  app.get(
    '/v1/suggest',
    {
      schema: {
        operationId: 'suggest',
        tags: ['search'],
        summary: 'Names and words that begin so',
        description:
          'For a field that completes what is typed: known actors by any word of any of their names, in Latin letters too, places of encounters, then words of the articles; each the most frequent first.',
        querystring: z.strictObject({
          q: text('What was typed so far.', EXAMPLES.beginning),
          limit: z
            .string()
            .refine(
              (value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= MAX_SUGGESTIONS,
              `is not between 1 and ${MAX_SUGGESTIONS}`,
            )
            .optional()
            .meta({ description: `How many at most, 1 to ${MAX_SUGGESTIONS}; ${DEFAULT_SUGGESTIONS} when left out.` }),
        }),
        response: {
          200: {
            description: 'What begins so; empty where nothing does.',
            content: {
              'application/json': {
                schema: z
                  .object({
                    data: z.array(
                      z.object({
                        kind: z.enum(['actor', 'place', 'word']),
                        id: z.string().nullable().meta({ description: 'Id of the actor; for a place its name; null for a word.' }),
                        text: z.string(),
                        articles: z.int().meta({ description: 'In how many articles.' }),
                      }),
                    ),
                  })
                  .meta({ id: 'Suggestions' }),
              },
            },
          },
          ...problems(400),
        },
      },
    },
    async ({ query: { q, limit } }) => ({
      data: [...(await storage.words.suggest(q, limit === undefined ? DEFAULT_SUGGESTIONS : Number(limit)))],
    }),
  )
}
