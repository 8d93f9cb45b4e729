import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, seededApp } from '../support/seeded.ts'

let seeded: Awaited<ReturnType<typeof seededApp>>
// biome-ignore lint/suspicious/noExplicitAny: bodies are checked by what the tests say of them
type Body = any
const get = async (path: string, query: object = {}): Promise<Body> => (await supertest(seeded.app.server).get(path).query(query)).body
const ids: Record<string, string> = {}

beforeAll(async () => {
  seeded = await seededApp()
  const admin = await bearer(seeded.storage, ['admin'])
  const tell = (external_id: string, published: string, body: string) =>
    supertest(seeded.app.server).post('/v1/articles').set('authorization', admin).send({ source: 'تجربة', external_id, published, body })
  await tell('1', '2024-03-05', 'التقى وزير الخارجية المصري سامح شكري، أمس، في القاهرة نظيره التونسي خميس الجهيناوي.')
  await tell('2', '2024-05-06', 'التقى وزير الخارجية المصري سامح شكري، أمس، في تونس نظيره التونسي خميس الجهيناوي.')
  await tell('3', '2024-05-09', 'يلتقي وزير الخارجية المصري سامح شكري غدا المبعوث الأممي غسان سلامة.')
  await tell('4', '2024-05-10', 'ارتفعت أسعار النفط في الأسواق العالمية.')
  for (const name of ['سامح شكري', 'خميس الجهيناوي', 'غسان سلامة', 'خليفة حفتر'])
    ids[name] = (await get('/v1/actors', { q: name })).data[0].id
})
afterAll(() => seeded.close())

describe('a pair', () => {
  it('tells the first and the last meeting of two, how many by status, and what the store has of that time', async () => {
    const pair = await get(`/v1/pairs/${ids['سامح شكري']}/${ids['خميس الجهيناوي']}`)
    expect(pair.actors.map(({ name }: Body) => name)).toEqual(['سامح شكري', 'خميس الجهيناوي'])
    expect(pair).toMatchObject({
      first: { date: { from: '2024-03-04', to: '2024-03-04' } },
      last: { date: { from: '2024-05-05', to: '2024-05-05' } },
      coverage: { from: '2024-03-04', to: '2024-05-05', articles: 1, sources: 1 },
    })
    const { total } = await get(pair.links.meetings)
    expect(total.value).toBe(pair.total)
    expect(Object.values(pair.by_status as Record<string, number>).reduce((a, b) => a + b)).toBe(pair.total)
  })

  it('of two who never met is empty, and of somebody unknown a problem', async () => {
    expect(await get(`/v1/pairs/${ids['خميس الجهيناوي']}/${ids['خليفة حفتر']}`)).toMatchObject({
      total: 0,
      first: null,
      last: null,
      coverage: null,
    })
    expect((await get(`/v1/pairs/${ids['خليفة حفتر']}/act_000000000000`)).status).toBe(404)
  })
})

describe('a network', () => {
  it('counts with whom an actor meets as the list of meetings does, most first', async () => {
    const { data, total, actor } = await get(`/v1/actors/${ids['سامح شكري']}/network`, { limit: 100 })
    expect(actor.name).toBe('سامح شكري')
    expect(total).toEqual({ value: data.length, relation: 'eq' })
    expect(data.map(({ meetings }: Body) => meetings)).toEqual(
      data.map(({ meetings }: Body) => meetings).sort((a: number, b: number) => b - a),
    )
    for (const one of data) {
      const { total: both } = await get(`/v1/meetings?participants_all=${actor.id}&participants_all=${one.actor.id}`)
      expect(both.value).toBe(one.meetings)
    }
  })

  it('takes the filters of meetings, and says how many it leaves out', async () => {
    const planned = await get(`/v1/actors/${ids['سامح شكري']}/network`, { status: 'planned', date_from: '2024' })
    expect(planned.data.map(({ actor }: Body) => actor.name)).toEqual(['غسان سلامة'])
    const one = await get(`/v1/actors/${ids['سامح شكري']}/network`, { limit: 1 })
    expect([one.data.length, one.total.value > 1]).toEqual([1, true])
  })
})

describe('a timeline', () => {
  it('counts meetings by period beside the articles of that period', async () => {
    const { interval, buckets, notes } = await get('/v1/timeline', { participant: 'خميس الجهيناوي', date_from: '2024' })
    expect([interval, notes]).toEqual(['month', []])
    const of = (period: string) => buckets.find((one: Body) => one.period === period)
    expect([of('2024-03'), of('2024-05')]).toEqual([
      { period: '2024-03', meetings: 1, articles: 1 },
      { period: '2024-05', meetings: 1, articles: 3 },
    ])
  })

  it('adds up to all meetings and all articles, by any interval', async () => {
    for (const interval of ['day', 'month', 'year']) {
      const { buckets, undated } = await get('/v1/timeline', { interval })
      const sum = (what: 'meetings' | 'articles') => buckets.reduce((all: number, one: Body) => all + one[what], undated[what])
      expect(sum('meetings')).toBe((await get('/v1/meetings')).total.value)
      expect(sum('articles')).toBe((await get('/v1/articles')).total.value)
    }
  })

  it('says whom nobody knows', async () => {
    expect((await get('/v1/timeline', { participant: 'زيد لا أحد' })).notes).toEqual(['no actor is called «زيد لا أحد»'])
  })
})
