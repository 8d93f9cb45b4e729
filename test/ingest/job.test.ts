import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Meeting } from '../../src/domain/meeting.ts'
import { readArticle } from '../../src/ingest/article.ts'
import { ingest } from '../../src/ingest/job.ts'
import { listFiles, type ReadResult, readArticles } from '../../src/ingest/read.ts'
import type { Storage } from '../../src/storage/port.ts'
import { extract, SEEDS } from '../support/knowledge.ts'
import { emptyStorage, NOW, seededStorage } from '../support/seeded.ts'

const seeds = async (): Promise<string[]> => listFiles([join(SEEDS, 'articles')])
const allMeetings = async (storage: Storage): Promise<readonly Meeting[]> =>
  (
    await storage.meetings.list({
      text: null,
      filters: [],
      sort: { key: 'date', descending: false },
      limit: 100,
      after: null,
      count: 'none',
      facets: [],
    })
  ).items
async function* only(...results: ReadResult[]): AsyncGenerator<ReadResult> {
  yield* results
}
const article = (body: string) => ({
  source: null,
  external_id: 'x',
  url: null,
  title: null,
  body,
  raw: null,
  published: null,
  published_basis: null,
  published_note: null,
})

describe('ingest', () => {
  let storage: Storage
  beforeAll(async () => {
    storage = await seededStorage()
  })
  afterAll(() => storage.close())

  test('a second run changes nothing and says so', async () => {
    const before = await allMeetings(storage)
    const summary = await ingest(readArticles(await seeds()), { storage, extract, now: '2027-01-01T00:00:00.000Z' })
    expect(summary).toEqual({ created: 0, updated: 0, unchanged: 5, failed: [] })
    expect(await allMeetings(storage)).toEqual(before)
  })

  test('one bad article is reported with its place and the rest goes on', async () => {
    const store = emptyStorage()
    const broken = (body: string, published: string | null) => {
      if (body === 'bad') throw new Error('broken')
      return extract(body, published)
    }
    const summary = await ingest(
      only(
        { place: 'a:1', input: { ...article('bad'), external_id: 'bad' } },
        { place: 'a:2', fault: 'no JSON' },
        { place: 'a:3', input: article('نص') },
      ),
      { storage: store, extract: broken, now: NOW },
    )
    expect(summary.created).toBe(1)
    expect(summary.failed.map(({ place }) => place).sort()).toEqual(['a:1', 'a:2'])
    await store.close()
  })

  test('what a killed run saved and did not resolve is resolved by the next, though nothing changed', async () => {
    const store = emptyStorage()
    const body = 'التقى وزير الخارجية المصري سامح شكري المبعوث الأممي غسان سلامة أمس في القاهرة.'
    const input = { ...article(body), published: '2021-03-10' }
    await store.articles.save([readArticle(input, extract, NOW, null)])
    expect([await store.resolution.isStale(), (await allMeetings(store)).length]).toEqual([true, 0])
    const summary = await ingest(only({ place: 'a', input }), { storage: store, extract, now: NOW })
    expect([summary.unchanged, await store.resolution.isStale(), (await allMeetings(store)).length]).toEqual([1, false, 1])
    await store.close()
  })

  test('a changed article becomes another revision and keeps its id and its first day here', async () => {
    const store = emptyStorage()
    await ingest(only({ place: 'a', input: article('نص') }), { storage: store, extract, now: NOW })
    const summary = await ingest(only({ place: 'a', input: article('نص آخر') }), {
      storage: store,
      extract,
      now: '2027-01-01T00:00:00.000Z',
    })
    expect(summary.updated).toBe(1)
    const page = await store.articles.list({
      text: null,
      filters: [],
      sort: { key: 'id', descending: false },
      limit: 5,
      after: null,
      count: 'none',
      facets: [],
    })
    expect(page.items.map(({ article: { revision, ingested_at, body } }) => ({ revision, ingested_at, body }))).toEqual([
      { revision: 2, ingested_at: NOW, body: 'نص آخر' },
    ])
    await store.close()
  })

  test('whatever the order of arrival, the same reports form the same meetings with the same fields', async () => {
    const files = await seeds()
    const shape = (meetings: readonly Meeting[]): unknown =>
      meetings
        .map(({ id: _, participants, evidence, ...meeting }) =>
          JSON.stringify({
            ...meeting,
            participants: participants.map(({ actor: { id: __, ...actor }, ...rest }) => ({ ...rest, actor })),
            evidence: evidence.map(({ attributed_to, ...one }) => ({ ...one, by: attributed_to?.name })),
          }),
        )
        .sort()
    const expected = shape(await allMeetings(storage))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (order) => {
        const store = emptyStorage()
        for (const file of order) await ingest(readArticles([file]), { storage: store, extract, now: NOW })
        expect(shape(await allMeetings(store))).toEqual(expected)
        await store.close()
      }),
      { numRuns: 6 },
    )
  })
})
