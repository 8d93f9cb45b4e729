import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../domain/errors.ts'
import { ArticleInputSchema, toArticleInput } from '../../ingest/article-schema.ts'
import { type Intake, ON_CONFLICT, type Outcome, RESULTS } from '../../ingest/intake.ts'
import { toAppError } from '../errors.ts'
import { demandMatch } from '../etag.ts'
import { EXAMPLES } from '../examples.ts'
import { answerOnce } from '../idempotency.ts'
import { itemOf } from '../item.ts'
import { problemOf } from '../problems.ts'
import { type App, idParameter, problems, type Services } from '../route.ts'
import { articleTag } from './articles.ts'

/** How long an answer waits for actors and meetings to be told anew; after a large stream that takes longer, and clients do not wait for ever. */
const SETTLE_MS = 10_000
const BULK_SETTLE_MS = 60_000
/** A body of a million letters, each of them escaped. */
const ARTICLE_LIMIT = 8 * 1024 * 1024
/** Text shrinks to a fifth or so, one line over and over to a two-hundredth; what grows more is made to fill a disk. */
const MAX_GROWTH = 200
const FREE_GROWTH = 16 * 1024 * 1024

const OutcomeSchema = z
  .object({ id: z.string(), result: z.enum(RESULTS), self: z.string() })
  .meta({ id: 'IngestResult', description: 'What became of an article. It is durable and searchable; its meetings are up to date too.' })

const onConflict = z.enum(ON_CONFLICT).optional().meta({
  description: 'What to do where it is stored with other content: `update` it (when left out), `skip` it, or take it for an error.',
})
const dryRun = z.enum(['true', 'false']).optional().meta({ description: '`true` tells what would be done, and does nothing.' })
const IfMatchSchema = z.looseObject({
  'if-match': z.string().optional().meta({ description: 'The `ETag` of the article as you read it: 412 where it has changed since.' }),
})
const security = [{ key: [] }]
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
      const { item: known } = itemOf(await storage.articles.get(id), `article ${id}`) as { item: Parameters<Intake['replace']>[0] }
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
      const { item: known } = itemOf(await storage.articles.get(id), `article ${id}`) as { item: Parameters<Intake['replace']>[0] }
      demandMatch(request, articleTag(known))
      await intake.remove(id)
      await intake.settle(SETTLE_MS)
      return reply.code(204).send(null)
    },
  )

  app.register(async (scope) => bulkRoute(scope as unknown as FastifyInstance, intake))
}

/** The one route that reads lines; its own context, so that no other takes them. */
function bulkRoute(app: FastifyInstance, intake: Intake): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(['application/x-ndjson', 'application/ndjson', 'application/jsonl'], (_request, payload, done) =>
    done(null, payload),
  )
  app.addContentTypeParser('*', (_request, _payload, done) =>
    done(new AppError('unsupported-media-type', 'send application/x-ndjson, one article as JSON a line'), undefined),
  )
  app.post(
    '/v1/articles/bulk',
    {
      config: { scope: 'ingest' },
      schema: {
        operationId: 'ingestArticles',
        tags: ['ingest'],
        security,
        summary: 'Take in many articles, one a line',
        description:
          'NDJSON in, NDJSON out, streamed both ways: read the answer while you send. A line of the answer for every line that is not empty, in their order; what it tells is durable and searchable. The last line is the summary; `resolved` in it says whether meetings are up to date, which it waits a minute for. `Content-Encoding: gzip` is taken. A line has at most 8 MiB.',
        querystring: z.strictObject({
          on_conflict: onConflict,
          dry_run: dryRun,
          results: z.enum(['all', 'failed']).optional().meta({ description: '`failed` leaves out the lines of what went well.' }),
        }),
        response: {
          200: { description: 'What became of each line, then the summary.', content: { 'application/x-ndjson': { schema: z.string() } } },
          ...problems(400, 415),
        },
      },
    },
    async (request, reply) => {
      const {
        on_conflict = 'update',
        dry_run,
        results = 'all',
      } = request.query as { on_conflict?: 'update' | 'skip' | 'error'; dry_run?: string; results?: string }
      const chunks = chunksOf(request)
      const isDryRun = dry_run === 'true'
      const outcomes = intake.lines(chunks, { onConflict: on_conflict, isDryRun })
      const settle = isDryRun ? async () => true : () => intake.settle(BULK_SETTLE_MS)
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .send(Readable.from(answers(request, outcomes, settle, results === 'failed'), { objectMode: false }))
    },
  )
}

/** The lines of the answer; what breaks the stream is told in the last one. */
async function* answers(
  request: FastifyRequest,
  outcomes: AsyncGenerator<readonly Outcome[]>,
  settle: () => Promise<boolean>,
  onlyFailed: boolean,
): AsyncGenerator<string> {
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 }
  let error: AppError | null = null
  try {
    for await (const batch of outcomes) {
      for (const { result } of batch) counts[result] += 1
      const told = batch.filter(({ result }) => !onlyFailed || result === 'failed')
      if (told.length > 0) yield told.map((outcome) => `${JSON.stringify(lineOf(outcome))}\n`).join('')
    }
  } catch (cause) {
    error = toAppError(cause)
    request.log.error({ err: cause }, error.message)
  }
  const resolved = await settle().catch((cause) => {
    error ??= toAppError(cause)
    return false
  })
  const summary = { lines: Object.values(counts).reduce((a, b) => a + b, 0), ...counts, complete: error === null, resolved }
  yield `${JSON.stringify({ summary, ...(error ? { error: problemOf(error, request.id) } : {}) })}\n`
}

const lineOf = ({ place, id, result, reason }: Outcome) => ({
  line: Number(place),
  result,
  id,
  ...(reason === null ? {} : { error: reason }),
})

/** What was sent, unpacked; what unpacks to far more than text can is refused as it grows. */
function chunksOf(request: FastifyRequest): AsyncIterable<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase().replace(/^x-/, '')
  const sent = request.body as Readable
  if (encoding === 'identity') return sent
  if (encoding !== 'gzip') throw new AppError('unsupported-media-type', `«Content-Encoding: ${encoding}» is not read; send gzip, or none`)
  return unpacked(sent)
}

async function* unpacked(sent: Readable): AsyncGenerator<Buffer> {
  let packed = 0
  let size = 0
  const gunzip = createGunzip()
  sent.on('data', (chunk: Buffer) => {
    packed += chunk.length
  })
  sent.on('error', (error) => gunzip.destroy(error))
  sent.pipe(gunzip)
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > FREE_GROWTH && size > packed * MAX_GROWTH)
        throw new AppError('body-too-large', `the gzip unpacks to over ${MAX_GROWTH} times its size, which no text does`)
      yield chunk
    }
  } catch (error) {
    if (/^Z_/.test((error as { code?: string }).code ?? ''))
      throw new AppError('invalid-body', `this is no gzip, or it is cut: ${(error as Error).message}`)
    throw error
  } finally {
    sent.unpipe(gunzip)
    gunzip.destroy()
    sent.resume()
  }
}

const failureOf = ({ id, reason }: Outcome): AppError =>
  reason?.includes('on_conflict') ? new AppError('conflict', reason) : new AppError('internal-error', `${id} could not be taken: ${reason}`)
