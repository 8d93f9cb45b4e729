import { z } from 'zod'
import { EXAMPLES } from '../examples.ts'
import { listAnswer } from '../list-request.ts'
import { readOf } from '../read-query.ts'
import { type App, problems, type Services } from '../route.ts'
import { FacetSchema, paging, QueryInfoSchema, TotalSchema, text } from '../schemas/common.ts'
import { ActorSchema, ArticleHitSchema, MeetingSchema } from '../schemas/resources.ts'
import { listActors } from './actors.ts'
import { hitOf, listArticles, toPlain } from './articles.ts'
import { listMeetings } from './meetings.ts'

const { limit, facets } = paging(['relevance'], ['actor', 'place', 'source', 'kind', 'status', 'month'])
const found = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item), total: TotalSchema.nullable() })

export function searchRoutes(app: App, { storage }: Services): void {
  app.get(
    '/v1/search',
    {
      schema: {
        operationId: 'search',
        tags: ['search'],
        summary: 'Articles, meetings and actors for one query',
        description: 'The first of each; go on with the lists. `facets` count over the articles.',
        querystring: z.strictObject({ q: text('Words to look for, in any spelling.', EXAMPLES.query), limit, facets }),
        response: {
          200: {
            description: 'What was found.',
            content: {
              'application/json': {
                schema: z
                  .object({
                    articles: found(ArticleHitSchema),
                    meetings: found(MeetingSchema),
                    actors: found(ActorSchema),
                    facets: z.record(z.string(), FacetSchema),
                    query: QueryInfoSchema,
                  })
                  .meta({ id: 'SearchResult' }),
              },
            },
          },
          ...problems(400),
        },
      },
    },
    async (request) => {
      const startedAt = performance.now()
      const parameters = { limit: '5', ...request.query }
      const read = await readOf(storage, parameters.q)
      const articles = await listArticles(storage, parameters, read)
      const meetings = await listMeetings(storage, { ...parameters, facets: [] }, read)
      const actors = await listActors(storage, { ...parameters, facets: [] }, read)
      const { query, facets } = await listAnswer(storage, request, parameters, articles, startedAt)
      return {
        articles: { data: articles.page.items.map((hit) => hitOf(hit, articles)), total: articles.page.total },
        meetings: { data: toPlain(meetings.page.items), total: meetings.page.total },
        actors: { data: toPlain(actors.page.items), total: actors.page.total },
        facets,
        query,
      }
    },
  )
}
