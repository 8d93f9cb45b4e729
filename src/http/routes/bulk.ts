import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../domain/errors.ts'
import type { Intake, OnConflict, Outcome } from '../../ingest/intake.ts'
import type { Desk } from '../../review/desk.ts'
import { type ImportOutcome, importDecisions } from '../../review/import-decisions.ts'
import { toAppError } from '../errors.ts'
import { PROBLEMS, problemOf } from '../problems.ts'
import { type App, problems, type Services } from '../route.ts'
import { chunksOf } from '../unpack.ts'
import { dryRun, onConflict, security } from './ingest.ts'

/** How long the summary waits for actors and meetings to be told anew: clients do not wait for ever. */
const SETTLE_MS = 60_000

/** The routes that read lines; in a context of their own, so that no other takes them. */
export function bulkRoutes(app: App, { intake, desk }: Services): void {
  app.register(async (scope) => {
    takeLines(scope as unknown as FastifyInstance)
    articleLines(scope as unknown as FastifyInstance, intake)
    decisionLines(scope as unknown as FastifyInstance, intake, desk)
  })
}

function takeLines(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(['application/x-ndjson', 'application/ndjson', 'application/jsonl'], (_request, payload, done) =>
    done(null, payload),
  )
  app.addContentTypeParser('*', (_request, _payload, done) =>
    done(new AppError('unsupported-media-type', 'send application/x-ndjson, one item as JSON a line'), undefined),
  )
}

function articleLines(app: FastifyInstance, intake: Intake): void {
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
          'NDJSON in, NDJSON out, streamed both ways: read the answer while you send. A line of the answer for every line that is not empty, in their order, with `code` and `error` where it failed; what it tells is durable and searchable. The last line is the summary; `resolved` in it says whether meetings are up to date, which it waits a minute for. `Content-Encoding: gzip` is taken. A line has at most 8 MiB.',
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
      const { on_conflict = 'update', dry_run, results } = request.query as { on_conflict?: OnConflict; dry_run?: string; results?: string }
      const isDryRun = dry_run === 'true'
      const outcomes = intake.lines(chunksOf(request), { onConflict: on_conflict, isDryRun })
      const settle = isDryRun ? async () => true : () => intake.settle(SETTLE_MS)
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .send(Readable.from(answers(request, outcomes, settle, results === 'failed'), { objectMode: false }))
    },
  )
}

function decisionLines(app: FastifyInstance, intake: Intake, desk: Desk): void {
  app.post(
    '/v1/decisions/bulk',
    {
      config: { scope: 'review' },
      schema: {
        operationId: 'importDecisions',
        tags: ['review'],
        security,
        summary: 'Import judgements, one a line',
        description:
          'What `/v1/decisions.ndjson` of another store gave, or of this one before; a judgement that is known by its id changes nothing. Those on articles that are not here yet hold as soon as they are. A line of the answer for every line, then a summary.',
        querystring: z.strictObject({}),
        response: {
          200: { description: 'What became of each line, then the summary.', content: { 'application/x-ndjson': { schema: z.string() } } },
          ...problems(400, 415),
        },
      },
    },
    async (request, reply) =>
      reply
        .type('application/x-ndjson; charset=utf-8')
        .send(Readable.from(importAnswers(request, importDecisions(chunksOf(request), desk), intake), { objectMode: false })),
  )
}

async function* importAnswers(
  request: FastifyRequest,
  outcomes: AsyncGenerator<readonly ImportOutcome[]>,
  intake: Intake,
): AsyncGenerator<string> {
  const counts = { created: 0, unchanged: 0, withdrawn: 0, failed: 0 }
  let error: AppError | null = null
  try {
    for await (const batch of outcomes) {
      for (const { result } of batch) counts[result] += 1
      yield batch.map(({ error: fault, ...line }) => `${JSON.stringify(fault === null ? line : { ...line, error: fault })}\n`).join('')
    }
  } catch (cause) {
    error = toAppError(cause)
    if (PROBLEMS[error.code].status >= 500) request.log.error({ err: cause }, error.message)
  }
  const resolved = await intake.settle(SETTLE_MS).catch(() => false)
  const summary = {
    lines: counts.created + counts.unchanged + counts.withdrawn + counts.failed,
    ...counts,
    complete: error === null,
    resolved,
  }
  yield `${JSON.stringify({ summary, ...(error ? { error: problemOf(error, request.id) } : {}) })}\n`
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
    if (PROBLEMS[error.code].status >= 500) request.log.error({ err: cause }, error.message)
  }
  const resolved = await settle().catch((cause) => {
    error ??= toAppError(cause)
    return false
  })
  const summary = { lines: Object.values(counts).reduce((a, b) => a + b, 0), ...counts, complete: error === null, resolved }
  yield `${JSON.stringify({ summary, ...(error ? { error: problemOf(error, request.id) } : {}) })}\n`
}

const lineOf = ({ place, id, result, failure }: Outcome) => ({
  line: Number(place),
  result,
  id,
  ...(failure && { code: failure.code, error: failure.detail }),
})
