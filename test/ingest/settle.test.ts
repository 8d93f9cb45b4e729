import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copiesOf } from '../../src/analysis/shingles.ts'
import type { ArticleInput } from '../../src/domain/article.ts'
import type { Actor, Meeting } from '../../src/domain/meeting.ts'
import { readArticle } from '../../src/ingest/article.ts'
import { resolveStale } from '../../src/ingest/job.ts'
import { resolve } from '../../src/resolution/index.ts'
import type { ArticleRecord, Storage } from '../../src/storage/port.ts'
import { extract } from '../support/knowledge.ts'
import { EVERYTHING, emptyStorage, NOW } from '../support/seeded.ts'

const LAVROV = [
  'وزير الخارجية الروسي سيرغي لافروف',
  'وزير الخارجية الروسي سيرجي لافروف',
  'الوزير الروسي لافروف',
  'سيرغي فيكتوروفيتش لافروف',
]
const HAFTAR = ['المشير خليفة حفتر', 'القائد العام للجيش الليبي خليفة حفتر', 'حفتر', 'خليفة بلقاسم حفتر']
const SHOUKRY = ['وزير الخارجية المصري سامح شكري', 'سامح شكري']
const SALEM = ['الوزير الليبي أحمد سالم', 'الوزير التونسي أحمد سالم', 'أحمد سالم', 'سالم']
const anyOf = (...lists: readonly (readonly string[])[]) => fc.constantFrom(...lists.flat())

/** An article of one or two sentences about few people under many names, so that they are one, apart, or doubtful; of a day, or of none that is known. */
const anArticle: fc.Arbitrary<ArticleRecord> = fc
  .record({
    id: fc.integer({ min: 0, max: 400 }),
    day: fc.integer({ min: 0, max: 6 }),
    source: fc.constantFrom('wire', 'paper', null),
    verb: fc.constantFrom('التقى', 'يلتقي', 'استقبل'),
    first: anyOf(LAVROV, SALEM),
    second: anyOf(HAFTAR, SHOUKRY),
    when: fc.constantFrom('أمس', 'اليوم', 'غدا', 'الثلاثاء', ''),
    where: fc.constantFrom('في موسكو', 'في القاهرة', ''),
    more: fc.option(anyOf(LAVROV, HAFTAR, SHOUKRY, SALEM)),
  })
  .map(({ id, day, source, verb, first, second, when, where, more }) => {
    const body = `${verb} ${first} ${when} ${where} ${second}.${more === null ? '' : ` وقال ${more} إن الحوار ضروري.`}`.replace(/ +/g, ' ')
    const input: ArticleInput = {
      source, external_id: `a${id}`, url: null, title: null, body, raw: null, published: day === 0 ? null : `2021-03-0${day}`, published_basis: null, published_note: null,
    } // biome-ignore format: one record
    return readArticle(input, extract, NOW, null)
  })

const some = fc.uniqueArray(anArticle, { minLength: 3, maxLength: 12, selector: ({ article }) => article.id })

const stateOf = async (storage: Storage) => ({
  meetings: (await storage.meetings.list(EVERYTHING)).items,
  actors: (await storage.actors.list(EVERYTHING)).items,
})

/** Meetings and actors without their ids, in an order of their content. */
const shapeOf = ({ meetings, actors }: { meetings: readonly Meeting[]; actors: readonly Actor[] }) => ({
  meetings: meetings
    .map(({ id: _, participants, evidence, ...meeting }) =>
      JSON.stringify({
        ...meeting,
        participants: participants.map(({ actor: { id: __, ...actor }, ...rest }) => ({ ...rest, actor })),
        evidence: evidence.map(({ attributed_to, ...one }) => ({ ...one, by: attributed_to?.name })),
      }),
    )
    .sort(),
  actors: actors.map(({ id: _, counts: { meetings: __, ...counts }, ...actor }) => JSON.stringify({ ...actor, counts })).sort(),
})

async function settled(work: (storage: Storage) => Promise<void>) {
  const storage = emptyStorage()
  await work(storage)
  expect(await storage.resolution.isStale()).toBe(false)
  const state = await stateOf(storage)
  await storage.close()
  return state
}

describe('resolution step by step', () => {
  test('makes what resolution of the whole makes, whatever the order and the batches', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.integer({ min: 1, max: 4 }), async (records, size) => {
        const whole = resolve(
          records.flatMap(({ locals }) => locals.actors),
          records.flatMap(({ locals }) => locals.reports),
          { copies: (articles) => copiesOf(articles.map((id) => records.find(({ article }) => article.id === id)!.article)) },
        )
        const state = await settled(async (storage) => {
          for (let i = 0; i < records.length; i += size) {
            await storage.articles.save(records.slice(i, i + size))
            await resolveStale(storage)
          }
        })
        expect(shapeOf(state)).toEqual(shapeOf(whole))
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  test('forgets what was deleted as if it had never been, but for ids', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.array(fc.nat(11), { maxLength: 5 }), async (records, gone) => {
        const deleted = new Set(gone.map((i) => records[i % records.length]!.article.id))
        const left = records.filter(({ article }) => !deleted.has(article.id))
        const state = await settled(async (storage) => {
          await storage.articles.save(records)
          await resolveStale(storage)
          for (const id of deleted) await storage.articles.remove(id, NOW)
          await resolveStale(storage)
        })
        const never = await settled(async (storage) => {
          await storage.articles.save(left)
          await resolveStale(storage)
        })
        expect(shapeOf(state)).toEqual(shapeOf(never))
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  test('an id of a meeting or an actor leads on for ever: to itself, to where it went, or to that it is gone', async () => {
    await fc.assert(
      fc.asyncProperty(some, some, async (first, second) => {
        const storage = emptyStorage()
        await storage.articles.save(first)
        await resolveStale(storage)
        const before = await stateOf(storage)
        const known = new Set(first.map(({ article }) => article.id))
        await storage.articles.save(second.filter(({ article }) => !known.has(article.id)))
        await storage.articles.remove(first[0]!.article.id, NOW)
        await resolveStale(storage)
        for (const { id } of before.meetings) expect(await storage.meetings.get(id)).not.toBeNull()
        for (const { id } of before.actors) expect(await storage.actors.get(id)).not.toBeNull()
        await storage.close()
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

test('many articles of one encounter are one meeting of the same two', async () => {
  const records = Array.from({ length: 600 }, (_, i) =>
    readArticle(
      {
        source: 'wire', external_id: `m${i}`, url: null, title: null, body: `التقى ${LAVROV[i % 2]} أمس في موسكو ${HAFTAR[1]}. رقم ${i}`, raw: null,
        published: '2021-03-05', published_basis: null, published_note: null,
      }, // biome-ignore format: one record
      extract,
      NOW,
      null,
    ),
  )
  const { meetings, actors } = await settled(async (storage) => {
    await storage.articles.save(records)
    await resolveStale(storage)
  })
  expect(meetings.map(({ counts }) => counts.reports)).toEqual([600])
  expect(actors.filter(({ kind }) => kind === 'person').map(({ counts }) => [counts.articles, counts.meetings])).toEqual([
    [600, 1],
    [600, 1],
  ])
}, 60_000)
