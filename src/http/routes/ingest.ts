import { z } from 'zod'
import { AppError } from '../../domain/errors.ts'
import { ArticleInputSchema, toArticleInput } from '../../ingest/article-schema.ts'
import { ON_CONFLICT, type Outcome, RESULTS } from '../../ingest/intake.ts'
import { demandMatch } from '../etag.ts'
import { EXAMPLES } from '../examples.ts'
import { answerOnce } from '../idempotency.ts'
import { itemOf } from '../item.ts'
import { type App, idParameter, problems, type Services } from '../route.ts'
import { articleTag } from './articles.ts'

/** How long an answer waits for actors and meetings to be told anew; another's large stream may take longer. */
const SETTLE_MS = 10_000
/** A body of a million letters, each of them escaped. */
const ARTICLE_LIMIT = 8 * 1024 * 1024

const OutcomeSchema = z.object({ id: z.string(), result: z.enum(RESULTS), self: z.string() }).meta({
  id: 'IngestResult',
  description:
    'What became of an article. It is durable and searchable; its meetings follow at once, and the answer waits ten seconds for them at most.',
})

export const onConflict = z.enum(ON_CONFLICT).optional().meta({
  description: 'What to do where it is stored with other content: `update` it (when left out), `skip` it, or take it for an error.',
})
export const dryRun = z.enum(['true', 'false']).optional().meta({ description: '`true` tells what would be done, and does nothing.' })
const IfMatchSchema = z.looseObject({
  'if-match': z.string().optional().meta({ description: 'The `ETag` of the article as you read it: 412 where it has changed since.' }),
})
export const security = [{ key: [] }]
const example = { external_id: 'example-1', source: 'مثال', published: '2024-05-02', body: EXAMPLES.sentence }

const BodySchema = ArticleInputSchema.meta({ id: 'NewArticle', example })

/** Taking articles in, changing them, deleting them. */
export function ingestRoutes(app: App, { storage, intake }: Services): void {
  app.post(
    '/v1/articles',
    {
      bodyLimit: ARTICLE_LIMIT,
      config: { scope: 'ingest' },
      schema: {
        operationId: 'ingestArticle',
        tags: ['ingest'],
        security,
        summary: 'Take in one article',
        description:
          'An article is itself by `source` and `external_id`, else by `url`, else by its text: sending it again changes nothing. With an `Idempotency-Key` the same request gets the same answer for a day.',
        querystring: z.strictObject({ on_conflict: onConflict, dry_run: dryRun }),
        headers: z.looseObject({
          'idempotency-key': z.string().optional().meta({ description: 'Of your choice, one a request; at most 255 characters.' }),
        }),
        body: BodySchema,
        response: {
          200: { description: 'It was updated, skipped, or is as it was.', content: { 'application/json': { schema: OutcomeSchema } } },
          201: { description: 'It is new.', content: { 'application/json': { schema: OutcomeSchema } } },
          ...problems(400, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) =>
      answerOnce(storage, request, reply, async () => {
        const { on_conflict = 'update', dry_run } = request.query
        const isDryRun = dry_run === 'true'
        const outcome = await intake.one(toArticleInput(request.body), { onConflict: on_conflict, isDryRun })
        if (outcome.result === 'failed') throw failureOf(outcome)
        if (!isDryRun) await intake.settle(SETTLE_MS)
        const self = `/v1/articles/${outcome.id}`
        return { status: outcome.result === 'created' && !isDryRun ? 201 : 200, body: { id: outcome.id!, result: outcome.result, self } }
      }) as never,
  )

  app.put(
    '/v1/articles/:id',
    {
      bodyLimit: ARTICLE_LIMIT,
      config: { scope: 'ingest' },
      schema: {
        operationId: 'replaceArticle',
        tags: ['ingest'],
        security,
        summary: 'Put other content under the id of an article',
        description: 'What makes it itself may be left out and cannot be changed. With `If-Match` only where it is still as you read it.',
        params: idParameter('art', EXAMPLES.article),
        querystring: z.strictObject({}),
        headers: IfMatchSchema,
        body: BodySchema,
        response: {
          200: { description: 'It was updated, or is as it was.', content: { 'application/json': { schema: OutcomeSchema } } },
          ...problems(400, 404, 409, 410, 412, 413, 415),
        },
      },
    },
    async (request) => {
      const { id } = request.params
      const { item: known } = itemOf(await storage.articles.get(id), `article ${id}`)
      demandMatch(request, articleTag(known))
      const outcome = await intake.replace(known, toArticleInput(request.body))
      if (outcome.result === 'failed') throw failureOf(outcome)
      await intake.settle(SETTLE_MS)
      return { id, result: outcome.result, self: `/v1/articles/${id}` }
    },
  )

  app.delete(
    '/v1/articles/:id',
    {
      config: { scope: 'ingest' },
      schema: {
        operationId: 'deleteArticle',
        tags: ['ingest'],
        security,
        summary: 'Delete an article with all that it reports',
        description: 'Its id answers 410 from then on, until the same article is taken in again. Meetings are told anew without it.',
        params: idParameter('art', EXAMPLES.article),
        querystring: z.strictObject({}),
        headers: IfMatchSchema,
        response: {
          204: { description: 'It is gone.', content: { 'application/json': { schema: z.null() } } },
          ...problems(400, 404, 410, 412),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { item: known } = itemOf(await storage.articles.get(id), `article ${id}`)
      demandMatch(request, articleTag(known))
      await intake.remove(id)
      await intake.settle(SETTLE_MS)
      return reply.code(204).send(null)
    },
  )
}

const failureOf = ({ failure }: Outcome): AppError =>
  new AppError(failure?.code ?? 'internal-error', failure?.detail ?? 'the article was not taken')
