import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Meeting } from '../../src/domain/meeting.ts'
import { SEEDS } from '../support/knowledge.ts'
import { seededApp } from '../support/seeded.ts'

type Seeded = Awaited<ReturnType<typeof seededApp>>
let seeded: Seeded
beforeAll(async () => {
  seeded = await seededApp()
})
afterAll(() => seeded.close())

const get = async (path: string, query: Record<string, string> = {}) =>
  (await supertest(seeded.app.server).get(path).query(query).expect(200)).body
const seedsWith = async (q: string): Promise<string[]> =>
  (await get('/v1/articles', { q })).data.map(({ external_id }: { external_id: string }) => external_id.slice(0, 3)).sort()
const highlighted = async (q: string): Promise<string[]> => [
  ...new Set<string>(
    (await get('/v1/articles', { q })).data.flatMap(({ highlights }: { highlights: { text: string; ranges: [number, number][] }[] }) =>
      highlights.flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end))),
    ),
  ),
]

describe('a query finds exactly the seeds that hold the word, in any spelling', () => {
  test.each([
    ['سراج', ['000', '001', '002', '004']],
    ['السراج', ['000', '001', '002', '004']],
    ['والسراج', ['000', '001', '002', '004']],
    ['فائز', ['000', '001', '002', '004']],
    ['فايز', ['000', '001', '002', '004']],
    ['سيرجى لافروف', ['000', '001', '004']],
    ['سيرغي لافروف', ['000', '001', '004']],
    ['الامم المتحده', ['000', '001', '002', '004']],
    ['مُحَمَّد', ['004']],
    ['معيتيق', ['004']],
    ['شويجو', ['003']],
    ['حَفْتَر', ['000', '001', '002', '003']],
    ['بطيخ', []],
    ['بركان ثائر', []],
  ])('«%s»', async (q, expected) => {
    expect(await seedsWith(q)).toEqual(expected)
  })

  test.each([
    ['السراج', ['السراج', 'والسراج']],
    ['معيتيق', ['امعيتيق']],
    ['شويجو', ['شويغو']],
    ['مُحَمَّد', ['محمد']],
  ])('and «%s» marks the words as they are written', async (q, expected) => {
    expect((await highlighted(q)).sort()).toEqual(expected.sort())
  })
})

describe('encounters across the seeds', () => {
  test('Lavrov and Haftar in Moscow, planned in one article and held in another, are one meeting, held, with its history', async () => {
    const { data } = await get('/v1/meetings', {
      participant: 'سيرغي لافروف',
      participants_all: 'خليفة حفتر',
      date_from: '2017-08-14',
      date_to: '2017-08-14',
    })
    expect(data).toHaveLength(1)
    const [meeting] = data as [Meeting]
    expect(meeting).toMatchObject({
      status: 'held',
      place: { name: 'موسكو' },
      date: { from: '2017-08-14', precision: 'day' },
      counts: { articles: 2 },
      disputed: false,
    })
    expect(meeting.status_history.map(({ status }) => status).sort()).toEqual(['held', 'planned'])
  })

  test('«فائز السراج» and «فايز السراج» are one actor', async () => {
    const { data } = await get('/v1/actors', { q: 'فايز السراج' })
    expect(data).toHaveLength(1)
    expect(data[0].names.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['فائز السراج', 'فايز السراج']))
    expect(data[0].counts.articles).toBe(4)
  })

  test('every quote of every meeting stands in its article where it says', async () => {
    const { data } = await get('/v1/meetings', { limit: '100' })
    const bodies = new Map<string, string>()
    for (const { evidence } of data as Meeting[]) {
      for (const { article, quote } of evidence) {
        if (!bodies.has(article)) bodies.set(article, (await get(`/v1/articles/${article}`)).body)
        expect(bodies.get(article)!.slice(quote.start, quote.end)).toBe(quote.exact)
      }
    }
    expect(bodies.size).toBe(5)
  })

  test('no date is invented: each was counted from a day that the article has, or is said outright', async () => {
    for (const { date } of (await get('/v1/meetings', { limit: '100' })).data as Meeting[])
      if (date) expect(date.basis === 'absolute' || date.anchor !== null).toBe(true)
  })
})

test('the stored bodies are the seed files, character for character', async () => {
  for (const { id, external_id } of (await get('/v1/articles')).data) {
    expect((await get(`/v1/articles/${id}`)).body).toBe(readFileSync(join(SEEDS, 'articles', `${external_id}.txt`), 'utf8'))
  }
})
