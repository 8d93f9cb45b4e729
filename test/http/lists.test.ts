import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bearer, indexOnly, seededApp } from '../support/seeded.ts'

let seeded: Awaited<ReturnType<typeof seededApp>>
let authorization: string
beforeAll(async () => {
  seeded = await seededApp()
  authorization = await bearer(seeded.storage, ['ingest'])
})
afterAll(() => seeded.close())
const http = () => supertest(seeded.app.server)
const LISTS = ['/v1/articles', '/v1/meetings', '/v1/actors', '/v1/sources', '/v1/places']

describe('every list', () => {
  test.each(LISTS)('%s is not sent again while nothing has changed', async (path) => {
    const { headers } = await http().get(path).expect(200)
    expect(headers.etag).toMatch(/^W\/"/)
    const again = await http().get(path).set('if-none-match', headers.etag!).expect(304)
    expect(again.text).toBe('')
    await http().get(`${path}?limit=1`).set('if-none-match', headers.etag!).expect(200)
    await http()
      .post('/v1/articles')
      .set('authorization', authorization)
      .send({ external_id: path, source: 'مصدر', body: 'خبر جديد' })
      .expect(201)
    await http().get(path).set('if-none-match', headers.etag!).expect(200)
  })

  test.each(LISTS)('%s names its next page and its other formats in Link', async (path) => {
    const { headers, body } = await http().get(`${path}?limit=1`).expect(200)
    expect(headers.link).toContain(`<${path}.csv>; rel="alternate"; type="text/csv"`)
    if (body.page.next_url) expect(headers.link).toContain(`<${body.page.next_url}>; rel="next"`)
    expect(body.links).toMatchObject({ csv: `${path}.csv`, ndjson: `${path}.ndjson` })
  })

  test.each(LISTS)('%s gives only the fields that are asked for', async (path) => {
    const { body } = await http().get(path).query({ fields: 'id' }).expect(200)
    for (const item of body.data) expect(Object.keys(item)).toEqual(['id'])
    const { body: wrong } = await http().get(path).query({ fields: 'idd' }).expect(400)
    expect(wrong.errors[0].parameter).toBe('fields')
  })

  test.each(LISTS)('%s takes its parameters as JSON too', async (path) => {
    const { body: got } = await http().get(path).query({ limit: '2', sort: 'id' }).expect(200)
    const { body: posted } = await http().post(`${path}/query`).send({ limit: 2, sort: 'id' }).expect(200)
    expect(posted.data).toEqual(got.data)
    if (posted.page.next) {
      const { body: second } = await http().post(`${path}/query`).send({ limit: 2, sort: 'id', cursor: posted.page.next }).expect(200)
      expect(second.data[0].id > posted.data.at(-1).id).toBe(true)
    }
    await http().post(`${path}/query`).send({ limitt: 2 }).expect(400)
  })

  test.each(LISTS)('%s takes no cursor that was made up or changed', async (path) => {
    const { body } = await http().get(`${path}?limit=1`)
    const forged = Buffer.from('x'.repeat(22) + JSON.stringify(['', 'x', 0, 'x'])).toString('base64url')
    for (const cursor of [forged, 'nonsense', ...(body.page.next ? [`${body.page.next.slice(0, -4)}AAAA`] : [])])
      expect((await http().get(path).query({ limit: '1', cursor }).expect(400)).body.type).toBe('/problems/invalid-cursor')
  })

  test.each(LISTS)('%s answers HEAD and OPTIONS is not there', async (path) => {
    const { headers } = await http().head(path).expect(200)
    expect(headers.etag).toBeDefined()
    await http().head(`${path}.csv`).expect(200)
    expect((await http().patch(path).expect(405)).headers.allow).toContain('GET')
  })
})

test('pages of a query go on where they were when articles come in between', async () => {
  for (let i = 0; i < 150; i++) await seeded.storage.articles.save([indexOnly(`rank${i}`, `الاقتصاد ${'كلمة '.repeat(i % 40)} رقم ${i}`)])
  const all = (await http().get('/v1/articles').query({ q: 'الاقتصاد', count: 'exact' })).body.total.value
  const seen: string[] = []
  let next: string | null = `/v1/articles?q=${encodeURIComponent('الاقتصاد')}&limit=20`
  for (let page = 0; next; page++) {
    const { body }: { body: { data: { id: string }[]; page: { next_url: string | null } } } = await http().get(next).expect(200)
    seen.push(...body.data.map(({ id }) => id))
    next = body.page.next_url
    if (page < 4) await seeded.storage.articles.save([indexOnly(`between${page}`, 'خبر آخر لا شأن له بذلك')])
  }
  expect([seen.length, new Set(seen).size]).toEqual([all, all])
})

describe('items', () => {
  test.each(['articles', 'meetings', 'actors'])('%s have a strong tag', async (kind) => {
    const [{ id }] = (await http().get(`/v1/${kind}`)).body.data
    const { headers } = await http().get(`/v1/${kind}/${id}`).expect(200)
    expect(headers.etag).toMatch(/^"/)
    await http().get(`/v1/${kind}/${id}`).set('if-none-match', headers.etag!).expect(304)
  })

  test('articles of a list can bring what belongs to them', async () => {
    const { body } = await http()
      .get('/v1/articles')
      .query({ q: 'حفتر', include: ['body', 'meetings'], limit: '1' })
      .expect(200)
    expect(body.data[0].meetings.length).toBeGreaterThan(0)
    for (const { evidence } of body.data[0].meetings)
      for (const { article, quote } of evidence)
        if (article === body.data[0].id) expect(body.data[0].body.slice(quote.start, quote.end)).toBe(quote.exact)
  })

  test('copies of an article are near duplicates, and others of its event are related', async () => {
    const [{ id }] = (await http().get('/v1/articles').query({ q: 'شويغو', limit: '1' })).body.data
    const { body: original } = await http().get(`/v1/articles/${id}`)
    const copy = `وكالات - ${original.body} التحرير`
    const { body: posted } = await http()
      .post('/v1/articles')
      .set('authorization', authorization)
      .send({ external_id: 'copy', body: copy })
      .expect(201)
    const { body } = await http().get(`/v1/articles/${id}/similar`).expect(200)
    expect(body.data[0]).toMatchObject({ relation: 'near-duplicate', article: { id: posted.id } })
    expect(body.data[0].similarity).toBeGreaterThan(0.9)
    expect(body.data.slice(1).every(({ relation }: { relation: string }) => relation === 'related')).toBe(true)
    await http().get('/v1/articles/art_000000000000/similar').expect(404)
  })

  test('outlets and places are counted', async () => {
    const { body: sources } = await http().get('/v1/sources').expect(200)
    expect(sources.data[0]).toMatchObject({ name: 'مصدر', counts: { articles: expect.any(Number) } })
    const { body: places } = await http().get('/v1/places').query({ facets: 'kind' }).expect(200)
    expect(places.data[0]).toMatchObject({ name: 'موسكو', kind: 'town', country: 'RU' })
    const { body: meetings } = await http().get('/v1/meetings').query({ place: 'موسكو' }).expect(200)
    expect(meetings.total.value).toBe(places.data[0].counts.meetings)
  })
})

test('requests are measured by route', async () => {
  await http().get('/v1/places').expect(200)
  const { text } = await http().get('/metrics').expect(200)
  expect(text).toMatch(/liqa_http_request_duration_seconds_count\{method="GET",route="\/v1\/places",status="200"\} \d+/)
  expect(text).toMatch(/^liqa_articles \d+$/m)
})

test('extraction of a text tells rules and spans, and stores nothing', async () => {
  const text = 'التقى وزير الخارجية الصيني وانغ يي، أمس، في بكين نظيره الياباني تاكيشي إيوايا.'
  const before = (await http().get('/v1/articles')).body.total
  const { body } = await http().post('/v1/extract').send({ text, published: '2024-05-02', explain: true }).expect(200)
  expect(body.meetings).toMatchObject([{ date: { from: '2024-05-01' }, place: 'بكين', rules: expect.any(Array) }])
  for (const { mentions } of body.actors) for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface)
  for (const { start, end, exact } of body.meetings[0].spans.evidence) expect(text.slice(start, end)).toBe(exact)
  const { body: bare } = await http().post('/v1/extract').send({ text }).expect(200)
  expect(bare.meetings[0]).not.toHaveProperty('rules')
  expect(bare.meetings[0].date).toBeNull()
  expect((await http().get('/v1/articles')).body.total).toEqual(before)
})
