import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ArticleInput } from '../domain/article.ts'
import { solve } from '../resolution/solve.ts'
import type { ArticleRecord, SaveOutcome, Storage } from '../storage/port.ts'
import { type Extract, type Judgements, type Known, readArticle } from './article.ts'
import { inBatches } from './batches.ts'
import { articleId, contentHash } from './identity.ts'
import type { ReadResult } from './read.ts'

const BATCH = 64
const WAIT_MS = 50

/** What to do with an article that is stored already, with other content. */
export const ON_CONFLICT = ['update', 'skip', 'error'] as const
export type OnConflict = (typeof ON_CONFLICT)[number]

export const RESULTS = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const
/** What became of one hand-in. `id` is null where it could not be read; `failure` says why one failed. */
export type Outcome = {
  readonly place: string
  readonly id: string | null
  readonly result: (typeof RESULTS)[number]
  readonly failure: { readonly code: 'invalid-body' | 'conflict' | 'internal-error'; readonly detail: string } | null
}

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
  readonly onConflict?: OnConflict
  /** Tells what would be done, and does nothing. */
  readonly isDryRun?: boolean
  /** What a dry run has gone through, by id: a second line of one article is judged by the first. */
  readonly tried?: Map<string, KnownArticle>
  /** Called with the number of articles and faults seen since the last call. */
  readonly onProgress?: (count: number) => void
}

/**
 * Takes articles into a store: what has not changed is left alone, each other one is saved whole or reported with its place, one fault never stops
 * the rest. Afterwards actors and meetings are resolved anew, if anything changed.
 */
export async function ingest(results: AsyncIterable<ReadResult>, job: IngestJob): Promise<IngestSummary> {
  const failed: Problem[] = []
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 }
  for await (const outcomes of ingestEach(results, job)) {
    for (const { place, result, failure } of outcomes) {
      if (result === 'failed') failed.push({ place, reason: failure?.detail ?? '' })
      else counts[result] += 1
    }
    job.onProgress?.(outcomes.length)
  }
  await resolveStale(job.storage)
  const { created, updated, unchanged, skipped } = counts
  return { created, updated, unchanged: unchanged + skipped, failed }
}

/** What becomes of each hand-in, in their order; an outcome is told when it is durable and searchable. Resolution is left to the caller. */
export async function* ingestEach(results: AsyncIterable<ReadResult>, job: IngestJob): AsyncGenerator<readonly Outcome[]> {
  const own: IngestJob = job.isDryRun ? { ...job, tried: new Map() } : job
  for await (const batch of inBatches(results, BATCH, WAIT_MS)) for (const part of withoutRepeats(batch)) yield await saveBatch(part, own)
}

/** Parts of a batch in which no article stands twice: the second is judged by what the first left. */
function withoutRepeats(batch: readonly ReadResult[]): ReadResult[][] {
  const parts: ReadResult[][] = [[]]
  let ids = new Set<string>()
  for (const result of batch) {
    const id = 'input' in result ? articleId(result.input) : null
    if (id !== null && ids.has(id)) {
      parts.push([])
      ids = new Set()
    }
    if (id !== null) ids.add(id)
    parts.at(-1)!.push(result)
  }
  return parts
}

type KnownArticle = NonNullable<Known> & { readonly hash: string }
type Step = { readonly outcome: Outcome } | { readonly place: string; readonly record: ArticleRecord; readonly isKnown: boolean }

/** The articles of a batch, judged and saved; what somebody else has written meanwhile is judged again by what is there now. */
async function saveBatch(batch: readonly ReadResult[], job: IngestJob): Promise<Outcome[]> {
  const outcomes: (Outcome | null)[] = batch.map(() => null)
  for (let open = [...batch.keys()]; open.length > 0; open = open.filter((i) => outcomes[i] === null)) {
    const inputs = open.flatMap((i) => ('input' in batch[i]! ? [articleId((batch[i] as { input: ArticleInput }).input)] : []))
    const known = await knownArticles(inputs, job)
    const judged = await job.storage.decisions.onArticles(inputs)
    const records: { i: number; place: string; record: ArticleRecord; isKnown: boolean }[] = []
    for (const i of open) {
      const one = batch[i]!
      const step: Step =
        'fault' in one
          ? { outcome: failed(one.place, null, 'invalid-body', one.fault) }
          : readOne(one, job, known.get(articleId(one.input)) ?? null, judged.get(articleId(one.input)))
      if ('outcome' in step) outcomes[i] = step.outcome
      else records.push({ i, ...step })
      await nextTurn()
    }
    const saved = job.isDryRun ? null : await job.storage.articles.save(records.map(({ record }) => record))
    for (const [k, { i, place, record, isKnown }] of records.entries()) {
      const { id, content_hash, revision, ingested_at } = record.article
      job.tried?.set(id, { hash: content_hash, revision, ingested_at })
      const outcome: SaveOutcome = saved?.[k] ?? { result: isKnown ? 'updated' : 'created' }
      if (outcome.result === 'stale') continue
      outcomes[i] = savedOutcome(place, id, outcome)
    }
  }
  return outcomes as Outcome[]
}

/** What is stored of articles, or would be after what a dry run has gone through. */
async function knownArticles(ids: readonly string[], { storage, tried }: IngestJob): Promise<ReadonlyMap<string, KnownArticle>> {
  const stored = await storage.articles.hashes(ids)
  if (!tried || tried.size === 0) return stored
  return new Map([...stored, ...ids.flatMap((id) => (tried.has(id) ? [[id, tried.get(id)!] as const] : []))])
}

type Failed = NonNullable<Outcome['failure']>
const failed = (place: string, id: string | null, code: Failed['code'], detail: string): Outcome => ({
  place,
  id,
  result: 'failed',
  failure: { code, detail },
})
const done = (place: string, id: string, result: Exclude<Outcome['result'], 'failed'>): Outcome => ({ place, id, result, failure: null })

/** What became of a record that was handed to the store. */
export const savedOutcome = (place: string, id: string, saved: Exclude<SaveOutcome, { result: 'stale' }>): Outcome =>
  saved.result === 'failed' ? failed(place, id, 'internal-error', saved.reason) : done(place, id, saved.result)

function readOne(
  { place, input }: { place: string; input: ArticleInput },
  { extract, now, onConflict = 'update' }: IngestJob,
  known: KnownArticle | null,
  judgements: Judgements | undefined,
): Step {
  const id = articleId(input)
  if (known?.hash === contentHash(input)) return { outcome: done(place, id, 'unchanged') }
  if (known && onConflict === 'skip') return { outcome: done(place, id, 'skipped') }
  if (known && onConflict === 'error')
    return { outcome: failed(place, id, 'conflict', `${id} is stored with other content; on_conflict=update replaces it`) }
  try {
    return { place, record: readArticle(input, extract, now, known, { judgements }), isKnown: known !== null }
  } catch (error) {
    return { outcome: failed(place, id, 'internal-error', `could not be read: ${(error as Error).message}`) }
  }
}

/** Resolves what was saved and not yet resolved, also by a run that was killed: step by step, each a unit of work, so that others can read and write. */
export async function resolveStale({ resolution }: Pick<Storage, 'resolution'>): Promise<void> {
  for (let task = await resolution.next(); task !== null; task = await resolution.next()) {
    await resolution.finish(task, await solve(task, resolution))
    await nextTurn()
  }
}
