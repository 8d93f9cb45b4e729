import type { Config } from '../config.ts'
import { buildApp } from '../http/app.ts'
import { intakeOf } from '../ingest/intake.ts'
import { openStorage } from '../storage/open.ts'

/** The OpenAPI document as it is committed under openapi/. */
export async function openApiDocument(config: Config): Promise<string> {
  const storage = openStorage(':memory:', config.migrations, { create: true, ...config.store })
  const intake = intakeOf(
    storage,
    () => ({ actors: [], reports: [] }),
    () => '',
  )
  const app = await buildApp({ storage, intake }, false)
  await app.ready()
  const document = JSON.stringify(app.swagger(), null, 2)
  await app.close()
  await storage.close()
  return `${document}\n`
}
