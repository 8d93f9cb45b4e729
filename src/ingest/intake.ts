import type { Article, ArticleInput } from '../domain/article.ts'
import { AppError } from '../domain/errors.ts'
import type { Extraction } from '../domain/extraction.ts'
import type { PartialDate } from '../domain/partial-date.ts'
import type { Storage } from '../storage/port.ts'
import { type Extract, extractFrom, readArticle } from './article.ts'
import { ingestEach, type OnConflict, type Outcome, resolveStale, savedOutcome } from './job.ts'
import { readJsonLines } from './read.ts'

export { ON_CONFLICT, type OnConflict, type Outcome, RESULTS } from './job.ts'

export type IntakeOptions = { readonly onConflict: OnConflict; readonly isDryRun: boolean }

/** Taking articles in while the service runs. Actors and meetings follow with `settle`, which all callers of one moment share. */
export type Intake = {
  one(input: ArticleInput, options: IntakeOptions): Promise<Outcome>
  /** JSON lines from a stream: what became of each, in their order, as batches are committed. */
  lines(chunks: AsyncIterable<Buffer>, options: IntakeOptions): AsyncGenerator<readonly Outcome[]>
  /** Puts other content under the id of an article; throws `conflict` where the content names another article. */
  replace(known: Article, input: ArticleInput): Promise<Outcome>
  /** Deletes an article; false where there is none. */
  remove(id: string): Promise<boolean>
  /** Waits until actors and meetings are up to date, or for so many milliseconds; the work goes on after that. True where they are. */
  settle(maxMs: number): Promise<boolean>
  /** What would be found in a text; nothing is stored. */
  extract(body: string, published: PartialDate | null): Extraction
}

/** `clock` gives the time as ISO. */
export function intakeOf(storage: Storage, extract: Extract, clock: () => string): Intake {
  const job = (options: IntakeOptions) => ({ storage, extract, now: clock(), ...options })
  return {
    one: async (input, options) => {
      for await (const [outcome] of ingestEach(once({ place: '', input }), job(options))) if (outcome) return outcome
      throw new AppError('internal-error', 'the article had no outcome')
    },
    lines: (chunks, options) =>
      ingestEach(
        readJsonLines(chunks, (line) => String(line)),
        job(options),
      ),
    replace: async (known, input) => {
      const given = { ...input, ...identityKept(known, input) }
      const judgements = (await storage.decisions.onArticles([known.id])).get(known.id)
      const record = readArticle(given, extract, clock(), known, { id: known.id, judgements })
      if (record.article.content_hash === known.content_hash) return { place: '', id: known.id, result: 'unchanged', failure: null }
      const [saved] = await storage.articles.save([record])
      if (saved!.result === 'stale') throw new AppError('conflict', `${known.id} was changed while it was read; read it again`)
      return savedOutcome('', known.id, saved!)
    },
    remove: (id) => storage.articles.remove(id, clock()),
    settle: within(shared(() => resolveStale(storage))),
    extract: (body, published) => extractFrom(body, published, extract),
  }
}

/** What makes a stored article itself stays as it is: it may be left out of the new content, and must not say otherwise. */
function identityKept(known: Article, given: ArticleInput): Pick<ArticleInput, 'source' | 'external_id' | 'url'> {
  const differs = (name: 'source' | 'external_id' | 'url'): boolean => given[name] !== null && given[name] !== known[name]
  const names = known.external_id === null ? (['external_id', 'url'] as const) : (['external_id', 'source'] as const)
  const wrong = names.filter(differs)
  if (wrong.length > 0) {
    const detail = `${wrong.join(' and ')} would make another article of ${known.id}; leave it out, or post the content as an article of its own`
    throw new AppError(
      'conflict',
      detail,
      wrong.map((name) => ({ pointer: `/${name}`, code: 'identity', detail: `it is ${JSON.stringify(known[name])}`, value: given[name] })),
    )
  }
  return { source: given.source ?? known.source, external_id: known.external_id, url: given.url ?? known.url }
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item
}

/** Waits for a run no longer than it is told; the run goes on. */
const within =
  (run: () => Promise<void>) =>
  async (maxMs: number): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined
    const isLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, maxMs, false)
    })
    const isDone = run().then(() => true)
    isDone.catch(() => {})
    try {
      return await Promise.race([isDone, isLate])
    } finally {
      clearTimeout(timer)
    }
  }

/** One run at a time: who asks during a run waits for one that begins after it, together with all others who ask. */
function shared(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = (): Promise<void> => {
    running = run().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
