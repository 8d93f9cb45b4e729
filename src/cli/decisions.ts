import { createReadStream } from 'node:fs'
import type { Config } from '../config.ts'
import { AppError } from '../domain/errors.ts'
import { resolveStale } from '../ingest/job.ts'
import { deskOf } from '../review/desk.ts'
import { importDecisions } from '../review/import-decisions.ts'
import { openStorage } from '../storage/open.ts'
import type { DecisionQuery } from '../storage/port-queries.ts'
import { EXIT } from './exit.ts'
import { loadExtract } from './knowledge.ts'

const PAGE = 500

/** `liqa decisions export`: all judgements as NDJSON, the oldest first; the last line says that nothing was cut. */
export async function exportDecisions(config: Config): Promise<number> {
  const storage = openStorage(config.db, config.migrations, { create: false, ...config.store })
  try {
    let count = 0
    let after: DecisionQuery['after'] = null
    do {
      const page = await storage.decisions.list({
        text: null,
        filters: [],
        sort: { key: 'created', descending: false },
        limit: PAGE,
        after,
        count: 'none',
        facets: [],
      })
      for (const decision of page.items) process.stdout.write(`${JSON.stringify(decision)}\n`)
      count += page.items.length
      after = page.next
    } while (after)
    process.stdout.write(`${JSON.stringify({ end: true, count })}\n`)
    return EXIT.ok
  } finally {
    await storage.close()
  }
}

/** `liqa decisions import [PATH]`: takes in what an export gave, from a file or stdin. */
export async function importFile(config: Config, path: string | undefined): Promise<number> {
  const storage = openStorage(config.db, config.migrations, { create: false, ...config.store })
  try {
    const desk = deskOf(storage, loadExtract(config.seeds), () => new Date().toISOString())
    const counts = { created: 0, unchanged: 0, withdrawn: 0, failed: 0 }
    const chunks = path && path !== '-' ? createReadStream(path) : process.stdin
    chunks.on('error', () => {})
    try {
      for await (const outcomes of importDecisions(chunks as AsyncIterable<Buffer>, desk)) {
        for (const { line, result, error } of outcomes) {
          counts[result] += 1
          if (error !== null) process.stderr.write(`liqa: ${path ?? 'stdin'}:${line}: ${error}\n`)
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('invalid-file', `there is no file ${path}`)
      throw error
    }
    await resolveStale(storage)
    process.stdout.write(`${JSON.stringify(counts)}\n`)
    return counts.failed > 0 ? EXIT.partial : EXIT.ok
  } finally {
    await storage.close()
  }
}
