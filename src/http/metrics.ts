import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Storage } from '../storage/port.ts'
import type { App } from './route.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts every request by method, route and status, and tells of process and store; read at /metrics. */
export function measure(app: App, storage: Storage): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'liqa_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  new Gauge({
    name: 'liqa_articles',
    help: 'Articles in the store.',
    registers: [registry],
    async collect() {
      this.set(await storage.articles.count())
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
  return registry
}
