import type { Config } from '../config.ts'
import type { Extraction } from '../domain/extraction.ts'
import { buildApp } from '../http/app.ts'
import { intakeOf } from '../ingest/intake.ts'
import { deskOf } from '../review/desk.ts'
import { openStorage } from '../storage/open.ts'

/** The OpenAPI document as it is committed under openapi/. */
export async function openApiDocument(config: Config): Promise<string> {
  const storage = openStorage(':memory:', config.migrations, { create: true, ...config.store })
  const extract = (): Extraction => ({ actors: [], reports: [] })
  const clock = (): string => ''
  const app = await buildApp({ storage, intake: intakeOf(storage, extract, clock), desk: deskOf(storage, extract, clock) }, false)
  await app.ready()
  const document = JSON.stringify(app.swagger(), null, 2)
  await app.close()
  await storage.close()
  return `${document}\n`
}
