import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstDay, lastDay } from '../../src/domain/partial-date.ts'
import { bearer, seededApp } from '../support/seeded.ts'

// biome-ignore lint/suspicious/noExplicitAny: items are told by what the filters ask of them
type Item = any
/** For a filter, the values that an item has, or for one of bounds whether an item is within. */
type Filter =
  | { readonly of: (item: Item) => readonly unknown[] }
  | { readonly values: readonly string[]; readonly within: (item: Item, value: string) => boolean }

const DAYS = ['2016', '2017-08', '2018-11-05', '2020-06-03', '2024-03']
const DATE_FROM: Filter = { values: DAYS, within: ({ date }, day) => date !== null && lastDay(date.to) >= firstDay(day) }
const DATE_TO: Filter = { values: DAYS, within: ({ date }, day) => date !== null && firstDay(date.from) <= lastDay(day) }
const anyEvidence = (item: Item, is: (published: string) => boolean): boolean =>
  item.evidence.some(({ published }: Item) => published !== null && is(published))

/** Every filter of every list, by what it asks of an item. */
const FILTERS: Readonly<Record<string, Readonly<Record<string, Filter>>>> = {
  '/v1/articles?include=actors&include=meetings': {
    actor: { of: ({ actors }) => actors.map(({ id }: Item) => id) },
    place: {
      of: ({ id, meetings }) =>
        meetings.flatMap((m: Item) => (m.evidence.every((e: Item) => e.article === id) && m.place ? [m.place.name] : [])),
    },
    source: { of: ({ source }) => [source] },
    published_from: { values: DAYS, within: ({ published }, day) => published !== null && published.value >= firstDay(day) },
    published_to: { values: DAYS, within: ({ published }, day) => published !== null && published.value <= lastDay(day) },
  },
  '/v1/meetings': {
    participant: { of: ({ participants }) => participants.map(({ actor }: Item) => actor.id) },
    participants_all: { of: ({ participants }) => participants.map(({ actor }: Item) => actor.id) },
    kind: { of: ({ kind }) => [kind] },
    status: { of: ({ status }) => [status] },
    disputed: { of: ({ disputed }) => [String(disputed)] },
    place: { of: ({ place }) => [place?.name] },
    country: { of: ({ place }) => [place?.country] },
    date_from: DATE_FROM,
    date_to: DATE_TO,
    published_from: { values: DAYS, within: (item, day) => anyEvidence(item, (published) => published >= firstDay(day)) },
    published_to: { values: DAYS, within: (item, day) => anyEvidence(item, (published) => published <= lastDay(day)) },
    source: { of: ({ evidence }) => evidence.map(({ source }: Item) => source) },
    min_independent_sources: { values: ['0', '1', '2', '3'], within: ({ counts }, least) => counts.independent_sources >= Number(least) },
    min_confidence: { values: ['0', '0.6', '0.95', '1'], within: ({ confidence }, least) => confidence >= Number(least) },
  },
  '/v1/actors?state=auto&state=candidate&state=confirmed': {
    kind: { of: ({ kind }) => [kind] },
    country: { of: ({ country }) => [country] },
    state: { of: ({ state }) => [state] },
  },
  '/v1/places': { kind: { of: ({ kind }) => [kind] }, country: { of: ({ country }) => [country] } },
  '/v1/decisions': {
    kind: { of: ({ kind }) => [kind] },
    state: { of: ({ state }) => [state] },
    origin: { of: ({ origin }) => [origin] },
    article: { of: ({ anchors }) => anchors.map(({ article }: Item) => article) },
  },
  '/v1/review': { kind: { of: ({ kind }) => [kind] } },
}
/** Where an article reports an encounter is told of its report; its meeting may know better. */
const AT_LEAST = new Set(['place'])
const cases = Object.entries(FILTERS).flatMap(([path, filters]) =>
  Object.entries(filters).map(([name, filter]) => ({ path, name, filter })),
)

let seeded: Awaited<ReturnType<typeof seededApp>>
let admin: string
const api = () => supertest(seeded.app.server)
const pages = async (path: string): Promise<Item[]> => {
  const items: Item[] = []
  for (let url: string | null = `${path}${path.includes('?') ? '&' : '?'}limit=100`; url !== null; ) {
    const { body, status }: { body: Item; status: number } = await api().get(url).set('authorization', admin)
    expect([url, status]).toEqual([url, 200])
    items.push(...body.data)
    url = body.page.next_url
  }
  return items
}

beforeAll(async () => {
  seeded = await seededApp()
  admin = await bearer(seeded.storage, ['admin'])
  const tell = (external_id: string, source: string, published: string, body: string) =>
    api().post('/v1/articles').set('authorization', admin).send({ external_id, source, published, body })
  await tell('1', 'وكالة', '2024-03-05', 'التقى وزير الخارجية المصري سامح شكري، أمس، في القاهرة نظيره التونسي خميس الجهيناوي.')
  await tell('2', 'صحيفة', '2024-03-06', 'نفى متحدث أن يكون سامح شكري قد التقى خميس الجهيناوي في القاهرة يوم 4 مارس 2024.')
  const { body } = await api().get('/v1/actors')
  const decide = (decision: object) => api().post('/v1/decisions').set('authorization', admin).send(decision)
  await decide({ kind: 'actor.role', actor: body.data[0].id, value: 'منصب' })
  const { body: made } = await decide({ kind: 'actor.same', actor: body.data[1].id, other: body.data[2].id })
  await api().post(`/v1/decisions/${made.id}/withdrawal`).set('authorization', admin)
})
afterAll(() => seeded.close())

describe('a filter gives just what has its value, and its twin all else', () => {
  test.each(cases)('$path: $name', async ({ path, name, filter }) => {
    const all = await pages(path)
    expect(all.length).toBeGreaterThan(0)
    const values =
      'of' in filter
        ? [...new Set(all.flatMap((item) => filter.of(item)))].filter((value) => typeof value === 'string').slice(0, 6)
        : filter.values
    expect(values.length).toBeGreaterThan(0)
    for (const value of values as string[]) {
      const isIn = (item: Item): boolean => ('of' in filter ? filter.of(item).includes(value) : filter.within(item, value))
      const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id).sort()
      // What a filter is about goes in its place where it stands in the path already.
      const base = path.replace(new RegExp(`[?&]${name}=\\w+`, 'g'), '').replace(/^([^?]*)&/, '$1?')
      const separator = base.includes('?') ? '&' : '?'
      const found = await pages(`${base}${separator}${name}=${encodeURIComponent(value)}`)
      if (AT_LEAST.has(name) && path.startsWith('/v1/articles')) expect(ids(found)).toEqual(expect.arrayContaining(ids(all.filter(isIn))))
      else expect([value, ids(found)]).toEqual([value, ids(all.filter(isIn))])
      const others = await pages(`${base}${separator}not.${name}=${encodeURIComponent(value)}`)
      expect([value, ids(others)]).toEqual([value, ids(all).filter((id) => !ids(found).includes(id))])
    }
  })

  test('is tested for every filter that a list has', async () => {
    const { body } = await api().get('/openapi.json')
    const known = new Set(cases.map(({ path, name }) => `${path.split('?')[0]} ${name}`))
    const NO_FILTERS = new Set('q limit cursor sort count facets fields include histogram highlight explain'.split(' '))
    for (const path of new Set(Object.keys(FILTERS).map((one) => one.split('?')[0]!)))
      for (const { name } of body.paths[path].get.parameters)
        if (!name.startsWith('not.') && !NO_FILTERS.has(name)) expect(known).toContain(`${path} ${name}`)
  })
})

describe('a list', () => {
  test.each(['/v1/articles', '/v1/meetings', '/v1/actors', '/v1/places', '/v1/sources'])(
    '%s is sorted by every sort either way',
    async (path) => {
      const { body } = await api().get('/openapi.json')
      const { schema } = body.paths[path].get.parameters.find(({ name }: Item) => name === 'sort')
      for (const sort of schema.enum.filter((one: string) => one !== 'relevance' && !one.startsWith('-'))) {
        const [up, down] = [await pages(`${path}?sort=${sort}`), await pages(`${path}?sort=-${sort}`)]
        expect(up.map(({ id }) => id).sort()).toEqual(down.map(({ id }) => id).sort())
        expect(up.map(({ id }) => id)).toEqual(down.map(({ id }) => id).reverse())
      }
    },
  )

  test.each(['/v1/articles', '/v1/meetings', '/v1/actors', '/v1/places'])(
    '%s counts exactly, within bounds, or not at all',
    async (path) => {
      const all = await pages(path)
      const total = async (count: string) => (await api().get(path).query({ count, limit: 1 })).body.total
      expect([await total('exact'), await total('bounded'), await total('none')]).toEqual([
        { value: all.length, relation: 'eq' },
        { value: all.length, relation: 'eq' },
        null,
      ])
    },
  )

  test('counts by facet what it lists', async () => {
    const all = await pages('/v1/meetings')
    const { body } = await api()
      .get('/v1/meetings')
      .query({ facets: ['kind', 'status'] })
    for (const name of ['kind', 'status'])
      for (const { value, count } of body.facets[name].buckets) expect(count).toBe(all.filter((item) => item[name] === value).length)
  })
})
