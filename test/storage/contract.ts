import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { analyze } from '../../src/analysis/analyzer.ts'
import type { ArticleInput } from '../../src/domain/article.ts'
import { readArticle } from '../../src/ingest/article.ts'
import { resolveStale } from '../../src/ingest/job.ts'
import { parseQuery } from '../../src/search/parse-query.ts'
import type { Storage } from '../../src/storage/port.ts'
import type { ActorQuery, ArticleQuery, MeetingQuery, TextQuery } from '../../src/storage/port-queries.ts'
import { extract } from '../support/knowledge.ts'
import { NOW } from '../support/seeded.ts'

const input = (external_id: string, body: string, more: Partial<ArticleInput> = {}): ArticleInput => ({
  source: 'wire', external_id, url: null, title: null, body, raw: null, published: '2021-03-10', published_basis: null, published_note: null, ...more,
}) // biome-ignore format: one record
const record = (one: ArticleInput) => readArticle(one, extract, NOW, null)
const text = (q: string, isRelaxed = false): TextQuery => ({ node: parseQuery(q).node!, isRelaxed })
const ask = <Query>(more: Partial<Query>): Query =>
  ({
    text: null,
    filters: [],
    sort: { key: 'id', descending: false },
    limit: 10,
    after: null,
    count: 'bounded',
    facets: [],
    ...more,
  }) as Query
const articles = (more: Partial<ArticleQuery> = {}): ArticleQuery => ask(more)
const meetings = (more: Partial<MeetingQuery> = {}): MeetingQuery => ask(more)
const actors = (more: Partial<ActorQuery> = {}): ActorQuery => ask(more)

const HELD = input('held', 'التقى وزير الخارجية الروسي سيرغي لافروف القائد العام للجيش الليبي خليفة حفتر أمس في موسكو.')
const PLANNED = input('planned', 'يلتقي وزير الخارجية الروسي سيرجي لافروف غدا في موسكو القائد العام للجيش الليبي خليفة حفتر.', {
  published: '2021-03-08',
  source: 'paper',
})
const OTHER = input('other', 'استقبل الرئيس التونسي قيس سعيد رئيس الحكومة هشام المشيشي في قرطاج.', { published: null, source: null })

/** What the storage port means; every engine runs it. `open` gives an empty store. */
export function describeStorage(name: string, open: () => Promise<Storage>): void {
  describe(name, () => {
    let storage: Storage
    beforeEach(async () => {
      storage = await open()
    })
    afterEach(() => storage.close())

    const fill = async (...inputs: ArticleInput[]): Promise<void> => {
      await storage.articles.save(inputs.map(record))
      await resolveStale(storage)
    }

    test('a saved article comes back as it was', async () => {
      const saved = record(HELD)
      expect(await storage.articles.save([saved])).toEqual([{ result: 'created' }])
      expect(await storage.articles.get(saved.article.id)).toEqual({ item: saved.article })
      expect(await storage.articles.count()).toBe(1)
    })

    test('saving again updates, and the old words are found no more', async () => {
      await fill(HELD)
      const changed = record({ ...HELD, body: 'نص آخر تماما عن الاقتصاد.' })
      expect(await storage.articles.save([changed])).toEqual([{ result: 'stale' }])
      expect(await storage.articles.save([{ ...changed, basedOn: 1 }])).toEqual([{ result: 'updated' }])
      expect((await storage.articles.list(articles({ text: text('لافروف') }))).items).toEqual([])
      expect((await storage.articles.list(articles({ text: text('الاقتصاد') }))).items).toHaveLength(1)
    })

    test('what is not there is null', async () => {
      expect(await storage.articles.get('art_0')).toBeNull()
      expect(await storage.meetings.get('mtg_0')).toBeNull()
      expect(await storage.actors.get('act_0')).toBeNull()
    })

    test('hashes tell what is stored', async () => {
      const { article } = record(HELD)
      await storage.articles.save([record(HELD)])
      expect([...(await storage.articles.hashes([article.id, 'art_0'])).keys()]).toEqual([article.id])
    })

    test('an acknowledged article is searchable at once, in any spelling', async () => {
      await storage.articles.save([record(HELD), record(PLANNED), record(OTHER)])
      const found = async (q: string): Promise<(string | null)[]> =>
        (await storage.articles.list(articles({ text: text(q) }))).items.map(({ article }) => article.external_id).sort()
      expect(await found('سيرجى لافروف')).toEqual(['held', 'planned'])
      expect(await found('"القائد العام"')).toEqual(['held', 'planned'])
      expect(await found('لافروف -غدا')).toEqual(['held'])
      expect(await found('بطيخ')).toEqual([])
      expect(await found('لافروف قرطاج')).toEqual([])
      expect((await storage.articles.list(articles({ text: text('لافروف قرطاج', true) }))).items).toHaveLength(3)
    })

    describe('the query language', () => {
      const TEXTS = [
        input('a', 'التقى حفتر السراج في باريس', { title: 'لقاء باريس' }),
        input('b', 'وصل السراج إلى روما والتقى رئيس الحكومة', { title: 'زيارة' }),
        input('c', 'حفتر والحكومة بعد اجتماعات كثيرة طويلة في روما', { title: 'بيان حفتر' }),
      ]
      const found = async (q: string): Promise<string> => {
        await storage.articles.save(TEXTS.map(record))
        const { items } = await storage.articles.list(articles({ text: text(q) }))
        return items
          .map(({ article }) => article.external_id)
          .sort()
          .join(' ')
      }
      test.each([
        ['السراج', 'a b'],
        ['حفتر السراج', 'a'],
        ['حفتر | السراج', 'a b c'],
        ['السراج -حفتر', 'b'],
        ['روما (حفتر | السراج)', 'b c'],
        ['"حفتر السراج"', 'a'],
        ['"السراج حفتر"', ''],
        ['"حفتر روما"~3', ''],
        ['"حفتر روما"~7', 'c'],
        ['title:باريس', 'a'],
        ['title:حفتر', 'c'],
        ['حكوم*', 'b c'],
        ['=السراج', 'a b'],
        ['=سراج', ''],
        ['حفتر -=حفتر', ''],
        ['حكومة -=والحكومة', 'b'],
      ])('«%s» finds «%s»', async (q, expected) => {
        expect(await found(q)).toBe(expected)
      })
    })

    test('pages of the most relevant follow one another, ranked and unranked alike', async () => {
      await storage.articles.save(Array.from({ length: 130 }, (_, i) => record(input(`n${i}`, `خبر عن الاقتصاد ${'كلام '.repeat(i % 7)}`))))
      const seen: string[] = []
      let after: ArticleQuery['after'] = null
      do {
        const page = await storage.articles.list(
          articles({ text: text('الاقتصاد'), sort: { key: 'relevance', descending: false }, limit: 40, after }),
        )
        seen.push(...page.items.map(({ article }) => article.id))
        after = page.next
      } while (after)
      expect([seen.length, new Set(seen).size]).toEqual([130, 130])
      expect(await storage.articles.get(seen[0]!)).toMatchObject({ item: { id: seen[0] } })
    })

    test('an actor is named in any spelling, in Latin letters too', async () => {
      await fill(HELD, PLANNED)
      const names = async (q: string): Promise<string[]> => (await storage.actors.named(analyze(q))).map(({ actor }) => actor.name)
      for (const q of ['سيرجى لافروف', 'Lavrov', 'Sergey Lavrov', 'لقاء سيرغي لافروف']) expect((await names(q))[0]).toMatch(/لافروف/)
      for (const q of ['Haftar', 'Hifter', 'Khalifa Haftar']) expect(await names(q)).toEqual(['خليفة حفتر'])
      expect(await names('اجتماع القاهرة')).toEqual([])
    })

    test('pages follow one another without a gap or a repeat', async () => {
      await storage.articles.save(
        Array.from({ length: 7 }, (_, i) => record(input(`n${i}`, `خبر رقم ${i} عن الاقتصاد`, { published: `2021-03-0${1 + (i % 3)}` }))),
      )
      const seen: string[] = []
      let after: ArticleQuery['after'] = null
      do {
        const page = await storage.articles.list(articles({ sort: { key: 'published', descending: true }, limit: 2, after }))
        seen.push(...page.items.map(({ article }) => article.id))
        after = page.next
      } while (after)
      expect(new Set(seen).size).toBe(7)
    })

    test('filters narrow, and their negation gives the rest', async () => {
      await fill(HELD, PLANNED, OTHER)
      const sources = async (negated: boolean): Promise<number> =>
        (await storage.articles.list(articles({ filters: [{ field: 'source', values: ['wire'], negated }] }))).total!.value
      expect([await sources(false), await sources(true)]).toEqual([1, 2])
      const from = await storage.articles.list(articles({ filters: [{ field: 'published_from', values: ['2021-03-09'], negated: false }] }))
      expect(from.items.map(({ article }) => article.external_id)).toEqual(['held'])
    })

    test('two reports of one encounter are one meeting, held, with both as evidence', async () => {
      await fill(HELD, PLANNED, OTHER)
      const { items } = await storage.meetings.list(meetings({ text: text('لافروف') }))
      expect(items).toHaveLength(1)
      expect(items[0]).toMatchObject({
        status: 'held',
        counts: { articles: 2, sources: 2 },
        date: { from: '2021-03-09' },
        place: { name: 'موسكو' },
      })
      expect(items[0]!.status_history.map(({ status }) => status)).toEqual(['planned', 'held'])
      expect(await storage.meetings.get(items[0]!.id)).toEqual({ item: items[0] })
    })

    test('one actor stands for all spellings of the name', async () => {
      await fill(HELD, PLANNED)
      const { items } = await storage.actors.list(actors({ text: text('سيرجي لافروف') }))
      expect(items).toHaveLength(1)
      expect(items[0]!.names.map(({ name }) => name).sort()).toEqual(['سيرجي لافروف', 'سيرغي لافروف'])
      const { id } = items[0]!
      expect((await storage.articles.list(articles({ filters: [{ field: 'actor', values: [id], negated: false }] }))).items).toHaveLength(2)
      expect(
        (await storage.meetings.list(meetings({ filters: [{ field: 'participant', values: [id], negated: false }] }))).items,
      ).toHaveLength(1)
    })

    test('dates of meetings match by overlap', async () => {
      await fill(HELD)
      const within = async (from: string, to: string): Promise<number> =>
        (
          await storage.meetings.list(
            meetings({
              filters: [
                { field: 'date_from', values: [from], negated: false },
                { field: 'date_to', values: [to], negated: false },
              ],
            }),
          )
        ).items.length
      expect(await within('2021-03', '2021-03')).toBe(1)
      expect(await within('2021-03-10', '2021-04')).toBe(0)
    })

    test('facets count over all that matches, not over the page', async () => {
      await fill(HELD, PLANNED, OTHER)
      const { facets, items } = await storage.articles.list(articles({ limit: 1, facets: ['source', 'month'] }))
      expect(items).toHaveLength(1)
      expect(facets.source?.buckets.map(({ value, count }) => [value, count])).toEqual([
        ['paper', 1],
        ['wire', 1],
      ])
      expect(facets.month?.buckets).toEqual([{ value: '2021-03', label: '2021-03', count: 2 }])
    })

    test('an id outlives new articles, and resolving again changes nothing', async () => {
      await fill(PLANNED)
      const [before] = (await storage.meetings.list(meetings())).items
      await fill(HELD)
      const [after] = (await storage.meetings.list(meetings())).items
      expect(after!.id).toBe(before!.id)
      await resolveStale(storage)
      expect((await storage.meetings.list(meetings())).items[0]).toEqual(after)
    })

    test('a count says whether it is exact', async () => {
      await storage.articles.save([record(HELD)])
      expect((await storage.articles.list(articles())).total).toEqual({ value: 1, relation: 'eq' })
      expect((await storage.articles.list(articles({ count: 'none' }))).total).toBeNull()
    })

    test('the check proves that it can be read', async () => {
      await storage.articles.save([record(HELD)])
      expect(await storage.check()).toMatchObject({ articles: 1, latest: '2021-03-10' })
    })
  })
}
