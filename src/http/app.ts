import { randomUUID } from 'node:crypto'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyRequest } from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import { AppError } from '../domain/errors.ts'
import { allowedMethods, missing, refuseOtherMethod } from './allowed-methods.ts'
import { demandScope, readKey } from './api-key.ts'
import { answerBrokenRequest, refuseBrokenEncoding } from './broken-request.ts'
import { compileValidator, sendProblem, toAppError } from './errors.ts'
import { measure } from './metrics.ts'
import { registerOpenApi } from './openapi.ts'
import { wrapRepeated } from './repeated-parameters.ts'
import type { App, Services } from './route.ts'
import { actorRoutes } from './routes/actors.ts'
import { analyzeRoutes } from './routes/analyze.ts'
import { articleRoutes } from './routes/articles.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { ingestRoutes } from './routes/ingest.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { operationRoutes } from './routes/operations.ts'
import { outletRoutes } from './routes/outlets.ts'
import { relationRoutes } from './routes/relations.ts'
import { searchRoutes } from './routes/search.ts'
import { suggestRoutes } from './routes/suggest.ts'

const BODY_LIMIT = 1024 * 1024

/** How the service meets its clients; see docs/configuration.md. */
export type Policy = {
  readonly isReadingOpen: boolean
  /** Requests a minute for each key or address; 0 for any number. */
  readonly rateLimit: number
  readonly corsOrigins: readonly string[]
  readonly trustProxy: boolean
}
const OPEN: Policy = { isReadingOpen: true, rateLimit: 0, corsOrigins: [], trustProxy: false }

/** The HTTP service over a store, in order: errors → what every request passes → the document → routes. */
export async function buildApp(services: Services, logger: Logger | false, policy: Policy = OPEN): Promise<App> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 500 },
    trustProxy: policy.trustProxy,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      sendProblem(request, reply, toAppError(error))
    },
  }).withTypeProvider<ZodTypeProvider>() as unknown as App

  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, withLimit(toAppError(error), request)))
  app.setValidatorCompiler(compileValidator)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser(['text/plain', 'application/json'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    readJson(request, body),
  )
  const methodsOf = allowedMethods(app)
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, missing(request, reply, methodsOf(request.url))))
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: false,
  })
  const registry = measure(app, services.storage)
  app.decorateRequest('apiKey', null)
  app.decorateRequest('keyError', null)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    refuseBrokenEncoding(request)
    refuseOtherMethod(request, reply, methodsOf)
    if (!request.url.startsWith('/v1/')) return
    // A key that is wrong is told after it was counted against the limit of its address.
    try {
      request.apiKey = await readKey(services.storage, request.headers.authorization, new Date().toISOString())
    } catch (error) {
      request.keyError = error as Error
    }
  })
  await app.register(cors, {
    origin: policy.corsOrigins.includes('*') ? '*' : [...policy.corsOrigins],
    hideOptionsRoute: true,
    strictPreflight: false,
    exposedHeaders: [
      'etag',
      'link',
      'location',
      'x-request-id',
      'ratelimit-limit',
      'ratelimit-remaining',
      'ratelimit-reset',
      'retry-after',
    ],
  })
  if (policy.rateLimit > 0) await app.register(rateLimit, { ...RATE_LIMIT, max: policy.rateLimit })
  // Limits are hooks of the routes, which come after those of the app: what needs a key is refused behind them, before any body is read.
  app.addHook('preParsing', async (request) => {
    if (request.keyError) throw request.keyError
    if (request.url.startsWith('/v1/') && !request.is404)
      demandScope(request.apiKey, request.routeOptions.config.scope ?? 'read', policy.isReadingOpen)
  })
  app.addHook('preValidation', async (request) => wrapRepeated(request))
  closeConnectionsOnShutdown(app)

  await registerOpenApi(app)
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    transformStaticCSP: (header) => header.replace(/upgrade-insecure-requests;?/, '').replace(/ ?https:\/\/validator\.swagger\.io/g, ''),
    uiConfig: { validatorUrl: null, docExpansion: 'list', deepLinking: true, defaultModelsExpandDepth: 0, tryItOutEnabled: true },
  })
  await app.register(async (routes) => {
    for (const register of [
      searchRoutes,
      suggestRoutes,
      articleRoutes,
      meetingRoutes,
      actorRoutes,
      outletRoutes,
      relationRoutes,
      decisionRoutes,
      ingestRoutes,
      bulkRoutes,
      analyzeRoutes,
    ])
      register(routes as App, services)
    operationRoutes(routes as App, services, registry)
  })
  return app
}

/** A minute's requests of a key or an address, told in the headers of every answer (draft-ietf-httpapi-ratelimit-headers). */
const RATE_LIMIT = {
  timeWindow: 60_000,
  enableDraftSpec: true,
  keyGenerator: ({ apiKey, ip }: FastifyRequest): string => apiKey?.id ?? ip,
  allowList: ({ url }: FastifyRequest): boolean => !url.startsWith('/v1/'),
  errorResponseBuilder: (_request: FastifyRequest, { max, ttl }: { max: number; ttl: number }): Error =>
    new AppError('rate-limited', `more than ${max} requests in a minute; go on in ${Math.ceil(ttl / 1000)} seconds`),
}

/** The limit that a body was over. */
function withLimit(error: AppError, { routeOptions: { bodyLimit } }: FastifyRequest): AppError {
  if (error.code !== 'body-too-large' || error.message.includes('gzip')) return error
  return new AppError('body-too-large', `the body is larger than ${bodyLimit ?? BODY_LIMIT} bytes`)
}

/** JSON in UTF-8; what is none is refused, since replacing its letters would lose them. */
function readJson({ headers }: FastifyRequest, body: Buffer): unknown {
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new AppError('unsupported-media-type', `«charset=${charset}» is not read; send UTF-8`)
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new AppError('unsupported-media-type', `«Content-Encoding: ${encoding}» is not read here; POST /v1/articles/bulk takes gzip`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new AppError('invalid-body', 'the body is not UTF-8; if it is Windows-1256, convert it first: iconv -f WINDOWS-1256 -t UTF-8')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError(
      'invalid-body',
      text.trim() === '' ? 'the body is empty; send JSON' : `the body is no JSON: ${(error as Error).message}`,
    )
  }
}

const GRACE_MS = 2_000
const SWEEP_MS = 50

/**
 * While closing, answers in flight are delivered and their connections ended; connections that wait for nothing are closed at once and whatever is left
 * after two seconds is cut, or close() would wait for the clients to go.
 */
function closeConnectionsOnShutdown(app: App): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS)
    const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS)
    app.server.once('close', () => {
      clearInterval(sweep)
      clearTimeout(cut)
    })
    sweep.unref()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}
