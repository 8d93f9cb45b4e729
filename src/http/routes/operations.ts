import type { Registry } from 'prom-client'
import { z } from 'zod'
import { ERROR_CODES } from '../../domain/errors.ts'
import { problemPage } from '../problems.ts'
import { type App, problems, type Services } from '../route.ts'

export function operationRoutes(app: App, { storage }: Services, registry: Registry): void {
  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'healthz',
        tags: ['operation'],
        summary: 'The process answers',
        description: 'Touches nothing.',
        querystring: z.strictObject({}),
        response: {
          200: { description: 'It does.', content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } } },
          ...problems(400),
        },
      },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'readyz',
        tags: ['operation'],
        summary: 'The store answers',
        description: 'Proves a read, the index, and that the store takes a write.',
        querystring: z.strictObject({}),
        response: {
          200: {
            description: 'It does.',
            content: {
              'application/json': {
                schema: z
                  .object({
                    status: z.literal('ready'),
                    resolved: z.boolean(),
                    articles: z.int(),
                    latest: z.string().nullable(),
                    schema: z.int(),
                    analyzer: z.int(),
                  })
                  .meta({ id: 'Readiness' }),
              },
            },
          },
          ...problems(400),
        },
      },
    },
    async () => ({ status: 'ready' as const, ...(await storage.check()) }),
  )

  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'metrics',
        tags: ['operation'],
        summary: 'Measurements for Prometheus',
        description: 'Requests by route and status, the process, and the store.',
        querystring: z.strictObject({}),
        response: {
          200: { description: 'The text format of Prometheus.', content: { 'text/plain': { schema: z.string() } } },
          ...problems(400),
        },
      },
    },
    async (_request, reply) => {
      reply.type(registry.contentType).serializer((text: string) => text)
      return registry.metrics()
    },
  )

  for (const code of ERROR_CODES)
    app.get(`/problems/${code}`, { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(problemPage(code)),
    )
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs/', 302))
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
