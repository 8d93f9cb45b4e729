import { connect } from 'node:net'
import fc from 'fast-check'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/http/app.ts'
import { intakeOf } from '../../src/ingest/intake.ts'
import { deskOf } from '../../src/review/desk.ts'
import { openStorage } from '../../src/storage/open.ts'
import { extract, MIGRATIONS } from '../support/knowledge.ts'
import { emptyStorage, indexOnly, NOW, seededApp } from '../support/seeded.ts'

type Seeded = Awaited<ReturnType<typeof seededApp>>
let seeded: Seeded
let http: ReturnType<typeof supertest>
beforeAll(async () => {
  seeded = await seededApp()
  http = supertest(seeded.app.server)
})
afterAll(() => seeded.close())

const problem = (status: number, slug: string) => ({ status, type: `/problems/${slug}` })

describe('lists', () => {
  test('have data, page, total, facets, query and links', async () => {
    const { body } = await http
      .get('/v1/articles')
      .query({ q: 'حفتر', facets: ['actor', 'month'], limit: 2 })
      .expect(200)
    expect(Object.keys(body)).toEqual(['data', 'page', 'total', 'facets', 'histogram', 'query', 'links'])
    expect(body.data).toHaveLength(2)
    expect(body.total).toEqual({ value: 4, relation: 'eq' })
    expect(body.facets.actor.buckets[0]).toMatchObject({ label: expect.any(String), count: 4 })
    expect(body.query).toMatchObject({ normalized: 'حفتر', relaxed: false })
    expect(body.query.actors[0]).toMatchObject({ name: 'خليفة حفتر' })
  })

  test.each([
    '/v1/articles?sort=published',
    '/v1/articles?q=حفتر',
    '/v1/meetings',
    '/v1/meetings?sort=reported',
    '/v1/actors?sort=-articles',
    '/v1/actors?state=auto&state=candidate',
  ])('%s: pages follow one another without a gap or a repeat', async (path) => {
    const all = (await http.get(encodeURI(`${path}${path.includes('?') ? '&' : '?'}limit=100`)).expect(200)).body.data.map(
      ({ id }: { id: string }) => id,
    )
    const seen: string[] = []
    let next: string | null = encodeURI(`${path}${path.includes('?') ? '&' : '?'}limit=2`)
    while (next) {
      const { body } = (await http.get(next).expect(200)) as { body: { data: { id: string }[]; page: { next_url: string | null } } }
      seen.push(...body.data.map(({ id }) => id))
      next = body.page.next_url
    }
    expect(seen).toEqual(all)
  })

  test('a query that no article holds whole is relaxed, and says so', async () => {
    const { body } = await http.get('/v1/articles').query({ q: 'حفتر بطيخ' }).expect(200)
    expect(body.query.relaxed).toBe(true)
    expect(body.data).toHaveLength(4)
  })

  test('the same parameter repeated means any, different ones mean both', async () => {
    const count = async (query: object): Promise<number> => (await http.get('/v1/meetings').query(query).expect(200)).body.total.value
    const [held, planned, both] = [
      await count({ status: 'held' }),
      await count({ status: 'planned' }),
      await count({ status: ['held', 'planned'] }),
    ]
    expect(both).toBe(held + planned)
    expect(await count({ status: 'held', kind: 'visit' })).toBeLessThan(held)
    expect((await count({ status: 'held' })) + (await count({ 'not.status': 'held' }))).toBe(await count({}))
  })

  test('an actor is taken by id or by name, and a name that nobody bears is noted', async () => {
    const [{ id }] = (await http.get('/v1/actors').query({ q: 'حفتر' })).body.data
    const by = async (actor: string) => (await http.get('/v1/articles').query({ actor }).expect(200)).body
    expect((await by(id)).total).toEqual((await by('خليفه حفتر')).total)
    expect((await by('فلان الفلاني')).query.notes).toEqual(['no actor is called «فلان الفلاني»'])
  })

  test('a place where nothing was is noted', async () => {
    const notes = async (place: string) => (await http.get('/v1/meetings').query({ place }).expect(200)).body.query.notes
    const [{ name }] = (await http.get('/v1/places').expect(200)).body.data
    expect(await notes(name)).toEqual([])
    expect(await notes('أطلانطس')).toEqual(['no meeting was at «أطلانطس»: places go by the names that GET /v1/places lists'])
  })

  test('search answers for articles, meetings and actors at once', async () => {
    const { body } = await http.get('/v1/search').query({ q: 'لافروف', facets: 'actor' }).expect(200)
    expect([body.articles.total.value, body.actors.data[0].name]).toEqual([3, 'سيرجي لافروف'])
    expect(body.meetings.data.length).toBeGreaterThan(0)
    expect(body.facets.actor.buckets.length).toBeGreaterThan(0)
  })
})

describe('search', () => {
  const answer = async (query: object, path = '/v1/articles') => (await http.get(path).query(query).expect(200)).body

  test('Latin letters find the Arabic name, and the answer says whose', async () => {
    for (const q of ['Haftar', 'Hifter']) {
      const { data, query } = await answer({ q })
      expect(data.map(({ external_id }: { external_id: string }) => external_id.slice(0, 3)).sort()).toEqual(['000', '001', '002', '003'])
      expect(data[0].matched.tier).toBe('related')
      expect(query.actors[0]).toMatchObject({ name: 'خليفة حفتر', names: expect.arrayContaining(['حفتر']) })
    }
    expect((await answer({ q: 'Lavrov' })).total.value).toBe(3)
    expect((await answer({ q: 'Haftar' }, '/v1/actors')).data[0].name).toBe('خليفة حفتر')
  })

  test('a misspelt word is corrected by a near one that articles hold', async () => {
    expect((await answer({ q: 'حغتر بطيخ' })).query.did_you_mean).toMatch(/^حفتر/)
    expect((await answer({ q: 'حفتر' })).query.did_you_mean).toBeNull()
  })

  test('explain tells what a score is made of', async () => {
    const { data } = await answer({ q: 'لافروف حفتر', explain: '1' })
    for (const { matched } of data) {
      const sum = Object.values(matched.parts as Record<string, number>).reduce((a, b) => a + b, 0)
      expect(Math.abs(sum - matched.score)).toBeLessThan(0.01)
    }
    expect((await answer({ q: 'حفتر' })).data[0].matched.parts).toBeUndefined()
  })

  test('a histogram counts by period, and what has no date apart', async () => {
    const { histogram, total } = await answer({ histogram: 'year' })
    expect(histogram.buckets.reduce((sum: number, { count }: { count: number }) => sum + count, histogram.undated)).toBe(total.value)
    expect(histogram.buckets.map(({ period }: { period: string }) => period)).toEqual(
      [...histogram.buckets.map(({ period }: { period: string }) => period)].sort(),
    )
    expect((await answer({ histogram: 'month' }, '/v1/meetings')).histogram.interval).toBe('month')
    expect((await answer({})).histogram).toBeNull()
  })

  test('articles are counted by the kind and status of what they report', async () => {
    const { facets } = await answer({ facets: ['kind', 'status'] })
    expect(facets.kind.buckets[0]).toMatchObject({ count: expect.any(Number), value: expect.any(String) })
    expect(facets.status.buckets.map(({ value }: { value: string }) => value)).toContain('held')
  })

  test('what is typed is completed by actors, places and words', async () => {
    const suggest = async (q: string) => (await answer({ q }, '/v1/suggest')).data as { kind: string; text: string }[]
    expect((await suggest('حف'))[0]).toMatchObject({ kind: 'actor', text: 'خليفة حفتر' })
    expect((await suggest('Haf'))[0]).toMatchObject({ kind: 'actor', text: 'خليفة حفتر' })
    expect((await suggest('خليفة ح'))[0]).toMatchObject({ kind: 'actor', text: 'خليفة حفتر' })
    expect(await suggest('موس')).toContainEqual(expect.objectContaining({ kind: 'place', text: 'موسكو' }))
    expect(await suggest('اجتم')).toContainEqual(expect.objectContaining({ kind: 'word' }))
    expect((await suggest('حف')).map(({ text }) => text)).not.toContain('صحفية')
    expect(await suggest('ظظظظ')).toEqual([])
  })

  test('passages as HTML are escaped and mark the words', async () => {
    const { data } = await answer({ q: 'حفتر', highlight: 'html' })
    expect(data[0].highlights[0].html).toMatch(/<mark>[^<]*حفتر<\/mark>/)
  })
})

describe('items', () => {
  test('an article gives what is included, and no more', async () => {
    const [{ id }] = (await http.get('/v1/articles').query({ q: 'شويغو' })).body.data
    const { body: bare } = await http.get(`/v1/articles/${id}`).expect(200)
    expect([bare.actors, bare.meetings]).toEqual([undefined, undefined])
    const { body } = await http
      .get(`/v1/articles/${id}`)
      .query({ include: ['mentions', 'meetings'] })
      .expect(200)
    expect(body.published).toMatchObject({ value: '2018-11-08', basis: 'editor' })
    for (const { start, end, surface } of body.mentions) expect(body.body.slice(start, end)).toBe(surface)
    expect(body.meetings.length).toBeGreaterThan(0)
  })

  test('HEAD answers as GET does', async () => {
    await http.head('/v1/actors').expect(200)
  })
})

describe('analysis', () => {
  test('shows every token with its tiers and offsets', async () => {
    const text = 'رعاية الأممالمتحدة، والسَّراج'
    const { body } = await http.post('/v1/analyze').send({ text }).expect(200)
    for (const { start, end, surface } of body.tokens) expect(text.slice(start, end)).toBe(surface)
    expect(body.tokens.map(({ stem }: { stem: string }) => stem)).toEqual(['رعا', 'امم', 'متحد', 'سراج'])
    expect(body.stages.map(({ name }: { name: string }) => name)).toEqual(['segment', 'split-glued', 'fold', 'stem', 'key'])
  })
})

describe('errors are problems, and say what to write instead', () => {
  test.each([
    ['/v1/articles?limitt=3', 'limitt', /did you mean «limit»/],
    ['/v1/articles?limit=1000', 'limit', /between 1 and 100/],
    ['/v1/articles?limit=1&limit=2', 'limit', /one value/],
    ['/v1/articles?facets=actr', 'facets', /actor/],
    ['/v1/meetings?facets=kind,status', 'facets', /written facets=kind&facets=status/],
    ['/v1/meetings?sort=date,id', 'sort', /-id$/],
    ['/v1/meetings?status=plannd', 'status', /did you mean «planned»/],
    ['/v1/articles?sort=relevance', 'sort', /give q/],
    ['/v1/articles?published_from=2017-13', 'published_from', /YYYY-MM-DD/],
    ['/v1/articles?published_from=2017-02-30', 'published_from', /YYYY-MM-DD/],
    ['/v1/articles?published_from=2018&published_to=2017', 'published_from', /is after/],
    ['/v1/articles?q=%FF', 'q', /percent-encoded UTF-8/],
    ['/v1/articles?limit=-1', 'limit', /between 1 and 100/],
    ['/v1/meetings?kind=party', 'kind', /conference/],
    ['/v1/meetings?not.knd=visit', 'not.knd', /did you mean «not.kind»/],
    ['/v1/meetings?min_confidence=2', 'min_confidence', /no such number/],
    ['/v1/actors?country=Libya', 'country', /two capitals/],
    ['/v1/articles/nonsense', 'id', /begin with art_/],
    ['/healthz?x=1', 'x', /no parameter/],
  ])('%s', async (path, parameter, detail) => {
    const { body } = await http
      .get(path)
      .expect(400)
      .expect('content-type', /^application\/problem\+json/)
    expect(body).toMatchObject({ ...problem(400, 'invalid-parameter'), errors: [{ parameter, detail: expect.stringMatching(detail) }] })
  })

  test('all errors of a request at once', async () => {
    const { body } = await http.get('/v1/meetings?kind=party&limit=0&whom=x').expect(400)
    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual(['kind', 'limit', 'whom'])
  })

  test.each(['', 'َُِ', '""', '-حفتر'])('the query «%s» holds no word', async (q) => {
    const { body } = await http.get('/v1/articles').query({ q }).expect(400)
    expect(['empty-query', 'invalid-parameter']).toContain(body.type.split('/').at(-1))
  })

  test('a cursor belongs to its query', async () => {
    const { body } = await http.get('/v1/articles?limit=1')
    const { body: wrong } = await http.get('/v1/articles').query({ sort: 'id', cursor: body.page.next }).expect(400)
    expect(wrong).toMatchObject(problem(400, 'invalid-cursor'))
    await http.get('/v1/articles?cursor=nonsense').expect(400)
  })

  test.each([
    ['get', '/nope', 404, 'not-found'],
    ['get', '/v1/articles/art_000000000000', 404, 'not-found'],
    ['get', '/v1/meetings/mtg_000000000000', 404, 'not-found'],
    ['get', '/v1/actors/act_000000000000', 404, 'not-found'],
    ['get', '/a/%E0%A4%A', 404, 'not-found'],
    ['get', `/v1/articles/art_${'0'.repeat(600)}`, 414, 'uri-too-long'],
    ['delete', '/v1/articles', 405, 'method-not-allowed'],
    ['put', '/v1/meetings/mtg_000000000000', 405, 'method-not-allowed'],
    ['get', '/v1/analyze', 405, 'method-not-allowed'],
    ['get', '/v1/meetings/query', 405, 'method-not-allowed'],
    ['get', '/v1/articles/bulk', 405, 'method-not-allowed'],
  ] as const)('%s %s is %i %s', async (method, path, status, slug) => {
    const { body, headers } = await http[method](path)
      .expect(status)
      .expect('content-type', /^application\/problem\+json/)
    expect(body).toMatchObject({ ...problem(status, slug), instance: headers['x-request-id'] })
    if (status === 405) expect(headers.allow).toMatch(/GET|POST/)
  })

  test.each([
    ['text/plain', 'x', 415, 'unsupported-media-type'],
    ['application/json', '{"text":', 400, 'invalid-body'],
    ['application/json', '', 400, 'invalid-body'],
    ['application/json', '{"txt":"x"}', 400, 'invalid-body'],
    ['application/json', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413, 'body-too-large'],
  ])('a body of %s: %s', async (type, payload, status, slug) => {
    const { body } = await http.post('/v1/analyze').set('content-type', type).send(payload).expect(status)
    expect(body).toMatchObject(problem(status, slug))
  })

  test('the type of a problem is a page', async () => {
    await http
      .get('/problems/empty-query')
      .expect(200)
      .expect('content-type', /^text\/html/)
  })
})

test('a query that would look at too much is refused', async () => {
  const storage = openStorage(':memory:', MIGRATIONS, { create: true, synchronous: 'FULL', searchLimitMs: 0 })
  await storage.articles.save(Array.from({ length: 300 }, (_, i) => indexOnly(String(i), `خبر رقم ${i} عن السراج`)))
  const app = await buildApp({ storage, intake: intakeOf(storage, extract, () => NOW), desk: deskOf(storage, extract, () => NOW) }, false)
  await app.ready()
  const { body } = await supertest(app.server).get('/v1/articles').query({ q: '=السراج' }).expect(422)
  expect(body).toMatchObject({ type: '/problems/query-too-costly', errors: [{ detail: 'add a rarer word, a filter or a period' }] })
  await app.close()
  await storage.close()
})

test('what is no HTTP gets a problem too', async () => {
  const storage = emptyStorage()
  const app = await buildApp({ storage, intake: intakeOf(storage, extract, () => NOW), desk: deskOf(storage, extract, () => NOW) }, false)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const answer = await new Promise<string>((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'))
    let told = ''
    socket.on('data', (chunk) => {
      told += chunk
    })
    socket.once('close', () => done(told))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/)
  await app.close()
  await storage.close()
})

test('no query gives an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.constantFrom('/v1/articles', '/v1/meetings', '/v1/actors', '/v1/search'),
      async (q, path) => {
        const answer = await seeded.app.inject({ url: path, query: { q: q.toWellFormed() } })
        expect([200, 400]).toContain(answer.statusCode)
      },
    ),
    { numRuns: 300 },
  )
})

test('every answer carries a strict content security policy and a request id', async () => {
  const { headers } = await http.get('/v1/articles')
  expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'")
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

test('healthz touches nothing, readyz proves the store', async () => {
  expect((await http.get('/healthz').expect(200)).body).toEqual({ status: 'ok' })
  expect((await http.get('/readyz').expect(200)).body).toMatchObject({ status: 'ready', articles: 5 })
})
