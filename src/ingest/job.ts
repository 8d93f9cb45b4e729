import type { ArticleInput } from '../domain/article.ts'
import { resolve } from '../resolution/index.ts'
import type { Storage } from '../storage/port.ts'
import { type Extract, readArticle } from './article.ts'
import { articleId, contentHash } from './identity.ts'
import type { ReadResult } from './read.ts'

const BATCH = 64

export type Problem = { readonly place: string; readonly reason: string }
export type IngestSummary = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: readonly Problem[]
}

export type IngestJob = {
  readonly storage: Storage
  readonly extract: Extract
  /** ISO time of the run. */
  readonly now: string
  /** Called with the number of articles and faults seen since the last call. */
  readonly onProgress?: (count: number) => void
}

/**
 * Takes articles into a store: what has not changed is left alone, each other one is saved whole or reported with its place, one fault never stops
 * the rest. Afterwards actors and meetings are resolved anew, if anything changed.
 */
export async function ingest(results: AsyncIterable<ReadResult>, job: IngestJob): Promise<IngestSummary> {
  const failed: Problem[] = []
  const counts = { created: 0, updated: 0, unchanged: 0 }
  let batch: { place: string; input: ArticleInput }[] = []
  const flush = async (): Promise<void> => {
    const outcome = await saveBatch(batch, job)
    counts.created += outcome.created
    counts.updated += outcome.updated
    counts.unchanged += outcome.unchanged
    failed.push(...outcome.failed)
    job.onProgress?.(batch.length)
    batch = []
  }
  for await (const result of results) {
    if ('fault' in result) {
      failed.push({ place: result.place, reason: result.fault })
      job.onProgress?.(1)
    } else if (batch.push(result) === BATCH) await flush()
  }
  await flush()
  await resolveStale(job.storage)
  return { ...counts, failed }
}

async function saveBatch(
  batch: readonly { place: string; input: ArticleInput }[],
  { storage, extract, now }: IngestJob,
): Promise<IngestSummary> {
  const known = await storage.articles.hashes(batch.map(({ input }) => articleId(input)))
  const failed: Problem[] = []
  const changed = new Map(batch.map((one) => [articleId(one.input), one]))
  let unchanged = batch.length - changed.size
  const records = [...changed].flatMap(([id, { place, input }]) => {
    if (known.get(id)?.hash === contentHash(input)) {
      unchanged += 1
      return []
    }
    try {
      return [{ place, record: readArticle(input, extract, now, known.get(id) ?? null) }]
    } catch (error) {
      failed.push({ place, reason: `could not be read: ${(error as Error).message}` })
      return []
    }
  })
  const outcomes = await storage.articles.save(records.map(({ record }) => record))
  for (const [i, outcome] of outcomes.entries())
    if (outcome.result === 'failed') failed.push({ place: records[i]!.place, reason: outcome.reason })
  const count = (result: 'created' | 'updated'): number => outcomes.filter((outcome) => outcome.result === result).length
  return { created: count('created'), updated: count('updated'), unchanged, failed }
}

/** Resolves what was saved and not yet resolved, also by a run that was killed. */
export async function resolveStale(storage: Storage): Promise<void> {
  if (await storage.resolution.isStale()) await resolveAll(storage)
}

/** Actors and meetings of the whole store, made again from what its articles say. */
export async function resolveAll(storage: Storage): Promise<void> {
  const { actors, reports, ledger } = await storage.resolution.load()
  await storage.resolution.save(resolve(actors, reports, ledger))
}
