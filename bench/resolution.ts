/**
 * `npm run --silent bench:resolution -- [--articles 100000] [--encounters 20000] [--people 4000]`: generated articles that report generated encounters under
 * varied spellings, arriving shuffled, saved into a store of its own and resolved in one go: reports a second, with and without saving, greatest memory, and
 * how many meetings and people came of it. Nothing is extracted. It shows speed, not truth.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Extraction, FoundActor } from '../src/domain/extraction.ts'
import { readArticle } from '../src/ingest/article.ts'
import { resolveStale } from '../src/ingest/job.ts'
import { openStorage } from '../src/storage/open.ts'
import type { ArticleRecord } from '../src/storage/port.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    encounters: { type: 'string', default: '20000' },
    people: { type: 'string', default: '4000' },
  },
})
const [ARTICLES, ENCOUNTERS, PEOPLE] = [values.articles, values.encounters, values.people].map(Number) as [number, number, number]
const BATCH = 64

/** Numerical Recipes' linear congruence: the same everywhere. */
let state = 20260101
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
const LETTERS = [...'بتثجحخدرزسشصضطعغفقكلمن']
const VOWELS = ['ا', 'و', 'ي', '']
const made = (): string => Array.from({ length: 3 }, () => pick(LETTERS) + pick(VOWELS)).join('')

/** A name and how it is also written: another long vowel, a middle name, another hamza. */
function person(): { readonly spellings: readonly string[]; readonly country: string } {
  const [first, middle, last] = [pick(FIRST), made(), made()]
  return {
    spellings: [
      `${first} ${last}`,
      `${first} ${middle} ${last}`,
      `${first} ${last.replace(/[اوي]/, '')}`,
      `${first.replace(/^ا/, 'أ')} ${last}`,
    ],
    country: pick(['EG', 'LY', 'TN', 'DZ', 'RU', 'FR', 'US']),
  }
}
const FIRST = Array.from({ length: 300 }, made)
const people = Array.from({ length: PEOPLE }, person)
const encounters = Array.from({ length: ENCOUNTERS }, () => ({
  who: [pick(people), pick(people)],
  day: new Date(Date.UTC(2015, 0, 1 + random(3650))).toISOString().slice(0, 10),
}))

function articleOf(i: number): ArticleRecord {
  const { who, day } = encounters[i % ENCOUNTERS]!
  const names = who.map(({ spellings }) => pick(spellings))
  const body = `التقى ${names[0]} ${names[1]} رقم ${i}`
  const actors = who.map(({ country }, k): FoundActor => {
    const start = body.indexOf(names[k]!)
    const surface = names[k]!
    return {
      name: surface,
      kind: 'person',
      country,
      countryBasis: 'said',
      roles: [],
      mentions: [{ start, end: start + surface.length, surface, rule: 'made' }],
    }
  })
  const span = { start: 0, end: body.length }
  const extraction: Extraction = {
    actors,
    reports: [
      {
        participants: actors.map(({ name, mentions }, actor) => ({
          actor,
          part: 'participant',
          as: name,
          span: mentions[0]!,
          scope: 'sentence',
        })),
        kind: 'meeting',
        status: 'held',
        date: { from: day, to: day, precision: 'day', basis: 'absolute', text: '', span, anchor: null, scope: 'sentence' },
        place: null,
        evidence: [{ ...span, exact: body }],
        attributedTo: null,
        rules: ['made'],
        confidence: 0.9,
      },
    ],
  }
  const input = {
    source: `outlet ${i % 50}`,
    external_id: `g${i}`,
    url: null,
    title: null,
    body,
    raw: null,
    published: day,
    published_basis: null,
    published_note: null,
  }
  return readArticle(input, () => extraction, '2026-01-01T00:00:00.000Z', null)
}

const order = Array.from({ length: ARTICLES }, (_, i) => i)
for (let i = order.length - 1; i > 0; i--) {
  const j = random(i + 1)
  ;[order[i], order[j]] = [order[j]!, order[i]!]
}
const folder = mkdtempSync(join(tmpdir(), 'liqa-resolution-'))
const storage = openStorage(join(folder, 'bench.db'), new URL('../migrations/', import.meta.url), {
  create: true,
  synchronous: 'NORMAL',
  searchLimitMs: 2000,
})
let peak = 0
const watch = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
const startedAt = performance.now()
for (let i = 0; i < order.length; i += BATCH) {
  await storage.articles.save(order.slice(i, i + BATCH).map(articleOf))
  watch()
}
const savedAt = performance.now()
const timer = setInterval(watch, 200)
await resolveStale(storage)
clearInterval(timer)
const [saving, resolving] = [(savedAt - startedAt) / 1000, (performance.now() - savedAt) / 1000]
const everything = {
  text: null,
  filters: [],
  sort: { key: 'id', descending: false },
  limit: 1,
  after: null,
  count: 'exact',
  facets: [],
} as const
process.stdout.write(
  `${JSON.stringify({
    reports: ARTICLES,
    meetings: (await storage.meetings.list(everything)).total?.value,
    actors: (await storage.actors.list(everything)).total?.value,
    saving_s: Math.round(saving),
    resolving_s: Math.round(resolving),
    resolved_per_second: Math.round(ARTICLES / resolving),
    with_saving_per_second: Math.round(ARTICLES / (saving + resolving)),
    peak_mb: Math.round(peak / 2 ** 20),
  })}\n`,
)
await storage.close()
rmSync(folder, { recursive: true })
