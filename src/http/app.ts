import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyRequest } from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import { AppError } from '../domain/errors.ts'
import { allowedMethods } from './allowed-methods.ts'
import { compileValidator, sendProblem, toAppError } from './errors.ts'
import { registerOpenApi } from './openapi.ts'
import { wrapRepeated } from './repeated-parameters.ts'
import type { App, Services } from './route.ts'
import { actorRoutes } from './routes/actors.ts'
import { analyzeRoutes } from './routes/analyze.ts'
import { articleRoutes } from './routes/articles.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { operationRoutes } from './routes/operations.ts'
import { searchRoutes } from './routes/search.ts'

const BODY_LIMIT = 1024 * 1024

/** The HTTP service over a store, in order: errors → what every request passes → the document → routes. */
export async function buildApp(services: Services, logger: Logger | false): Promise<App> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => {
      sendProblem(request, reply, toAppError(error))
    },
  }).withTypeProvider<ZodTypeProvider>() as unknown as App

  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, toAppError(error)))
  app.setValidatorCompiler(compileValidator)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  const methodsOf = allowedMethods(app)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      request,
      reply,
      missing(request, methodsOf(request.url), (allow) => reply.header('allow', allow)),
    ),
  )
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('preValidation', async (request) => wrapRepeated(request))
  closeConnectionsOnShutdown(app)

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: false,
  })
  await registerOpenApi(app)
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    transformStaticCSP: (header) => header.replace(/upgrade-insecure-requests;?/, '').replace(/ ?https:\/\/validator\.swagger\.io/g, ''),
    uiConfig: { validatorUrl: null, docExpansion: 'list', deepLinking: true, defaultModelsExpandDepth: 0, tryItOutEnabled: true },
  })
  await app.register(async (routes) => {
    for (const register of [searchRoutes, articleRoutes, meetingRoutes, actorRoutes, analyzeRoutes, operationRoutes])
      register(routes as App, services)
  })
  return app
}

/** 405 with `Allow` where the path is known under other methods, else 404. */
function missing(request: FastifyRequest, methods: readonly string[], allow: (value: string) => unknown): AppError {
  const path = request.url.split('?')[0]
  if (methods.length === 0) return new AppError('not-found', `there is no path ${path}`)
  allow(methods.join(', '))
  return new AppError('method-not-allowed', `${path} takes ${methods.join(', ')}, not ${request.method}`)
}

/** While closing, answers in flight are delivered and their connections ended, or close() would wait for the clients to go. */
function closeConnectionsOnShutdown(app: App): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}
