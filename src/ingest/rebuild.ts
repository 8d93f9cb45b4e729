import type { LocalActor, LocalReport } from '../domain/resolution.ts'
import type { Storage } from '../storage/port.ts'
import type { Extract } from './article.ts'
import { resolveStale } from './job.ts'
import { recordOf, rereadArticles } from './reread.ts'

const BATCH = 50
/** Batches after which actors and meetings are told anew, so that readers never wait long for them. */
const SETTLE_EVERY = 20

/** Reads every article anew that is waiting for it, also since a run that was killed, then resolves. `onProgress` is called with the number of articles. */
export async function catchUp(storage: Storage, extract: Extract, onProgress: (count: number) => void = () => {}): Promise<void> {
  for (let ids = await storage.articles.unread(BATCH), batch = 1; ids.length > 0; ids = await storage.articles.unread(BATCH), batch++) {
    await rereadArticles(storage, extract, ids)
    if (batch % SETTLE_EVERY === 0) await resolveStale(storage)
    onProgress(ids.length)
  }
  await resolveStale(storage)
}

/** Makes all that follows from articles, decisions and the ledger of ids anew. A run that is killed goes on with `catchUp`. */
export async function rebuild(storage: Storage, extract: Extract, onProgress: (count: number) => void): Promise<void> {
  await storage.resolution.restart()
  await catchUp(storage, extract, onProgress)
}

/** What this program's extractor finds otherwise than the store has it: one fact of one article. */
export type FactChange = {
  readonly change: 'added' | 'lost' | 'changed'
  readonly what: 'actor' | 'report'
  readonly article: string
  readonly anchor: string
  readonly reviewed: boolean
  readonly before: Fact | null
  readonly after: Fact | null
}
type Fact = Readonly<Record<string, unknown>>
type Known = { readonly fact: Fact; readonly isReviewed: boolean }

/** All facts that a rebuild would add, lose or change; nothing is written. */
export async function* factChanges(storage: Storage, extract: Extract, onProgress: (count: number) => void): AsyncGenerator<FactChange> {
  let after = ''
  for (let ids = await storage.articles.ids(after, BATCH); ids.length > 0; ids = await storage.articles.ids(after, BATCH)) {
    const judged = await storage.decisions.onArticles(ids)
    for (const id of ids) {
      const found = await storage.articles.get(id)
      if (!found || !('item' in found)) continue
      const record = recordOf(found.item, await storage.articles.raw(id), extract, judged.get(id))
      yield* changesOf(id, factsOf(await storage.articles.facts(id)), factsOf(record.locals))
    }
    after = ids.at(-1)!
    onProgress(ids.length)
  }
}

type Facts = { readonly actor: ReadonlyMap<string, Known>; readonly report: ReadonlyMap<string, Known> }

function* changesOf(article: string, before: Facts, after: Facts): Generator<FactChange> {
  for (const what of ['actor', 'report'] as const) {
    for (const anchor of new Set([...before[what].keys(), ...after[what].keys()])) {
      const [was, is] = [before[what].get(anchor), after[what].get(anchor)]
      if (was && is && JSON.stringify(was.fact) === JSON.stringify(is.fact)) continue
      yield {
        change: was ? (is ? 'changed' : 'lost') : 'added',
        what,
        article,
        anchor,
        reviewed: was?.isReviewed === true,
        before: was?.fact ?? null,
        after: is?.fact ?? null,
      }
    }
  }
}

const factsOf = ({ actors, reports }: { readonly actors: readonly LocalActor[]; readonly reports: readonly LocalReport[] }): Facts => ({
  actor: new Map(
    actors.map(({ anchor, name, kind, country, roles, rulings }) => [
      anchor,
      { fact: { name, kind, country, roles }, isReviewed: rulings.length > 0 },
    ]),
  ),
  report: new Map(
    reports.map(({ anchor, kind, status, date, place, participants, rulings }) => [
      anchor,
      {
        fact: {
          kind,
          status,
          date: date?.from ? { from: date.from, to: date.to } : null,
          place: place?.name ?? null,
          participants: participants.map(({ actor }) => actors.find(({ index }) => index === actor)?.name ?? null),
        },
        isReviewed: rulings.length > 0,
      },
    ]),
  ),
})
