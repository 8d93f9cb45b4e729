import { join } from 'node:path'
import type { Config } from '../config.ts'
import { listFiles } from '../ingest/read.ts'
import { openStorage } from '../storage/open.ts'
import { ingestFiles } from './ingest.ts'
import { serveCommand } from './serve.ts'

/** `liqa start`, which is `npm start`: the seed articles go in where the store is empty, then the service begins. */
export async function startCommand(config: Config): Promise<number> {
  const storage = openStorage(config.db, config.migrations, { create: true, ...config.store })
  try {
    if ((await storage.articles.count()) === 0) await ingestFiles(config, storage, await listFiles([join(config.seeds, 'articles')]))
  } finally {
    await storage.close()
  }
  return serveCommand(config)
}
