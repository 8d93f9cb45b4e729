import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import type { Config } from '../config.ts'
import { buildApp } from '../http/app.ts'
import { EXAMPLES } from '../http/examples.ts'
import { intakeOf } from '../ingest/intake.ts'
import { resolveStale } from '../ingest/job.ts'
import { catchUp } from '../ingest/rebuild.ts'
import { deskOf } from '../review/desk.ts'
import { openStorage } from '../storage/open.ts'
import { EXIT } from './exit.ts'
import { loadExtract } from './knowledge.ts'

const SHUTDOWN_MS = 10_000

/** A request as the log tells it: no headers, and no secret that a client put into its address by mistake. */
const loggedRequest = ({ method, url, ip }: { method: string; url: string; ip?: string }): object => ({
  method,
  url: url.replace(/liqa_[0-9a-f]{12}_[\w-]+/g, 'liqa_…').replace(/([?&][^=&]*(?:key|token|secret|auth)[^=&]*=)[^&]*/gi, '$1…'),
  ip,
})

/** `liqa serve`: the HTTP service over an existing store, until SIGTERM or SIGINT. Log lines go to stdout as JSON. */
export async function serveCommand(config: Config): Promise<number> {
  const storage = openStorage(config.db, config.migrations, { create: false, ...config.store })
  const extract = loadExtract(config.seeds)
  // What resolution has not told yet may be of another version of the program: it is told before anybody asks.
  await resolveStale(storage)
  await storage.check()
  const logger = pino({ level: config.logLevel, serializers: { req: loggedRequest } })
  const clock = (): string => new Date().toISOString()
  const app = await buildApp(
    { storage, intake: intakeOf(storage, extract, clock), desk: deskOf(storage, extract, clock) },
    logger,
    config.http,
  )
  app.addHook('onClose', async () => storage.close())
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    throw error
  }
  // Articles that wait to be read anew since a run that was killed are read while the server answers; /readyz says `resolved: false` until then.
  catchUp(storage, extract).catch((error: unknown) => logger.error({ err: error }, 'catching up failed; it goes on at the next start'))
  closeWithGrace({ delay: SHUTDOWN_MS, logger: false }, async ({ err }) => {
    if (err) logger.fatal({ err }, 'stopping on an error')
    await app.close()
  })
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const at = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  process.stderr.write(
    [
      '',
      `Liqa is at ${at}`,
      `  documentation  ${at}/docs/`,
      '  worth opening:',
      `    ${at}/v1/meetings?status=held`,
      `    ${at}/v1/search?q=${encodeURIComponent(EXAMPLES.query)}`,
      `    ${at}/v1/actors?facets=country`,
      '',
      '',
    ].join('\n'),
  )
  return EXIT.ok
}
