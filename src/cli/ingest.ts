import { SingleBar } from 'cli-progress'
import type { Config } from '../config.ts'
import { AppError } from '../domain/errors.ts'
import { type IngestSummary, ingest } from '../ingest/job.ts'
import { listFiles, readArticles } from '../ingest/read.ts'
import { openStorage } from '../storage/open.ts'
import type { Storage } from '../storage/port.ts'
import { EXIT } from './exit.ts'
import { loadExtract } from './knowledge.ts'

/** `liqa ingest PATH…`: articles from files and folders into the store; the report goes to stderr, the counts as JSON to stdout. */
export async function ingestCommand(config: Config, paths: readonly string[]): Promise<number> {
  const files = await listFiles(paths, (path) => process.stderr.write(`liqa: ${path}: passed over, no kind of file that is read\n`))
  if (files.length === 0) throw new AppError('invalid-file', `there is no .txt, .json, .jsonl or .ndjson file in ${paths.join(', ')}`)
  const storage = openStorage(config.db, config.migrations, { create: true, ...config.store })
  try {
    const summary = await ingestFiles(config, storage, files)
    const { created, updated, unchanged, failed } = summary
    process.stdout.write(`${JSON.stringify({ created, updated, unchanged, failed: failed.length })}\n`)
    return failed.length > 0 ? EXIT.partial : EXIT.ok
  } finally {
    await storage.close()
  }
}

/** Ingests files with a progress bar on stderr, and tells what could not be taken, where and why. */
export async function ingestFiles(config: Config, storage: Storage, files: readonly string[]): Promise<IngestSummary> {
  const extract = loadExtract(config.seeds)
  const bar = new SingleBar({
    format: 'ingesting {bar} {value} of {total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    clearOnComplete: false,
  })
  bar.start(files.length, 0)
  let seen = 0
  const onProgress = (count: number): void => {
    seen += count
    bar.setTotal(Math.max(files.length, seen))
    bar.update(seen)
  }
  // A bar that is not stopped keeps the process alive, also where the store breaks.
  const summary = await ingest(readArticles(files), { storage, extract, now: new Date().toISOString(), onProgress }).finally(() =>
    bar.stop(),
  )
  for (const { place, reason } of summary.failed) process.stderr.write(`liqa: ${place}: ${reason}\n`)
  process.stderr.write(`${told(summary)}\n`)
  return summary
}

function told({ created, updated, unchanged, failed }: IngestSummary): string {
  if (created + updated + failed.length === 0) return `nothing changed: all ${unchanged} articles are in the store as they are`
  return `${created} created, ${updated} updated, ${unchanged} unchanged, ${failed.length} failed`
}
