import { gzipSync } from 'node:zlib'
import supertest from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bearer, seededApp } from '../support/seeded.ts'

const MET = 'التقى الرئيس الفرنسي إيمانويل ماكرون، اليوم، في باريس المستشار الألماني أولاف شولتس.'
const article = (external_id: string, body = MET) => ({ external_id, source: 'wire', published: '2024-05-02', body })
const lines = (...articles: readonly unknown[]): string =>
  articles.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')
const parsed = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

let seeded: Awaited<ReturnType<typeof seededApp>>
let key: string
beforeAll(async () => {
  seeded = await seededApp()
  key = await bearer(seeded.storage, ['ingest'])
})
afterAll(() => seeded.close())
const http = () => supertest(seeded.app.server)
const post = (body: object, query: object = {}) => http().post('/v1/articles').set('authorization', key).query(query).send(body)
const bulk = (payload: string | Buffer, query: object = {}) =>
  http()
    .post('/v1/articles/bulk')
    .set('authorization', key)
    .set('content-type', 'application/x-ndjson')
    .query(query)
    .serialize((body: unknown) => body as string)
    .buffer(true)
    .parse(asText)
    .send(payload)
const asText = (response: supertest.Response, done: (error: Error | null, text: string) => void): void => {
  let text = ''
  const stream = response as unknown as NodeJS.ReadableStream
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    text += chunk
  })
  stream.on('end', () => done(null, text))
}
const meetingsOf = async (q: string) => (await http().get('/v1/meetings').query({ q }).expect(200)).body.data

describe('one article', () => {
  test('is created, searchable, and its meetings are told, when the answer comes', async () => {
    const { body, headers } = await post(article('one')).expect(201)
    expect(body).toMatchObject({ result: 'created', self: headers.location })
    expect((await http().get(headers.location!).expect(200)).body).toMatchObject({ external_id: 'one', body: MET })
    expect((await http().get('/v1/articles').query({ q: 'شولتس' })).body.data).toHaveLength(1)
    expect(await meetingsOf('شولتس')).toMatchObject([{ status: 'held', place: { name: 'باريس' }, date: { from: '2024-05-02' } }])
  })

  test('is left alone when it is sent again, and replaced when it has changed', async () => {
    await post(article('two')).expect(201)
    expect((await post(article('two')).expect(200)).body.result).toBe('unchanged')
    expect((await post(article('two', `${MET} وغادر.`)).expect(200)).body.result).toBe('updated')
    expect((await post(article('two'), { on_conflict: 'skip' }).expect(200)).body.result).toBe('skipped')
    const { body } = await post(article('two'), { on_conflict: 'error' }).expect(409)
    expect(body).toMatchObject({ type: '/problems/conflict', detail: expect.stringMatching(/on_conflict=update/) })
  })

  test('is only tried in a dry run', async () => {
    expect((await post(article('dry'), { dry_run: 'true' }).expect(200)).body).toMatchObject({ result: 'created' })
    expect(
      (await http().get('/v1/articles').query({ q: 'شولتس' })).body.data.map(({ external_id }: { external_id: string }) => external_id),
    ).not.toContain('dry')
  })

  test('may be HTML: its text is stored, and the HTML kept', async () => {
    const html = `<article><h1>لقاء</h1><script>alert(1)</script><p>${MET}</p><p>وغادر <a href="https://example.org">الرئيس</a>.</p></article>`
    const { body } = await post({ ...article('html', html), content_type: 'text/html' }).expect(201)
    const { body: stored } = await http().get(body.self).query({ include: 'raw' }).expect(200)
    expect(stored.raw).toBe(html)
    expect(stored.body).toBe(`لقاء\n\n${MET}\n\nوغادر الرئيس.`)
    const { body: refused } = await post({ ...article('empty', '<p> </p>'), content_type: 'text/html' }).expect(400)
    expect(refused.errors).toMatchObject([{ pointer: '/body', detail: expect.stringMatching(/without any text/) }])
  })

  test('the same Idempotency-Key answers the same, and refuses another request', async () => {
    const send = (body: object) => post(body).set('idempotency-key', 'abc')
    const first = await send(article('idem')).expect(201)
    const again = await send(article('idem')).expect(201)
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true'])
    expect((await send(article('other')).expect(422)).body.type).toBe('/problems/idempotency-conflict')
  })

  test('what is wrong with it is told all at once', async () => {
    const { body } = await post({ body: '', url: 'nowhere', published: '2024-13', tittle: 'x' }).expect(400)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['/body', '/published', '/tittle', '/url'])
    expect(body.errors).toContainEqual(
      expect.objectContaining({ pointer: '/tittle', detail: expect.stringMatching(/did you mean «title»/) }),
    )
  })
})

describe('what is no UTF-8', () => {
  test.each([
    ['application/json', 400, 'invalid-body'],
    ['application/json; charset=windows-1256', 415, 'unsupported-media-type'],
  ])('is refused as %s', async (type, status, slug) => {
    const bytes = Buffer.concat([Buffer.from('{"external_id":"cp","body":"'), Buffer.from([0xc7, 0xe1, 0xca]), Buffer.from('"}')])
    const { body } = await http()
      .post('/v1/articles')
      .set('authorization', key)
      .set('content-type', type)
      .serialize((one: unknown) => one as string)
      .send(bytes as never)
      .expect(status)
    expect(body.type).toBe(`/problems/${slug}`)
  })
})

describe('PUT and DELETE', () => {
  let self: string
  beforeEach(async () => {
    self = (await post(article('kept'), {})).body.self
  })

  test('put other content under an id, if it is still as it was read', async () => {
    const { headers } = await http().get(self).expect(200)
    const put = (body: object, tag: string) => http().put(self).set('authorization', key).set('if-match', tag).send(body)
    expect((await put({ body: 'زار الوزير المدينة.' }, headers.etag!).expect(200)).body.result).toBe('updated')
    expect((await http().get(self)).body).toMatchObject({ body: 'زار الوزير المدينة.', external_id: 'kept', revision: 2 })
    expect((await put({ body: MET }, headers.etag!).expect(412)).body.type).toBe('/problems/precondition-failed')
    const { body } = await put({ body: MET, external_id: 'another' }, '*').expect(409)
    expect(body.errors).toMatchObject([{ pointer: '/external_id' }])
  })

  test('what is deleted is gone with its meetings, until it is taken in again', async () => {
    const before = await meetingsOf('شولتس')
    await http().delete(self).set('authorization', key).expect(204)
    expect((await http().get(self).expect(410)).body.type).toBe('/problems/gone')
    await http().delete(self).set('authorization', key).expect(410)
    await http().put(self).set('authorization', key).send(article('kept')).expect(410)
    const after = await meetingsOf('شولتس')
    expect(after[0].counts.articles).toBe(before[0].counts.articles - 1)
    await post(article('kept')).expect(201)
    await http().get(self).expect(200)
  })

  test('a meeting of which no report is left is gone', async () => {
    const { body } = await post(
      article('alone', 'التقى وزير الخارجية الصيني وانغ يي، اليوم، في بكين نظيره الياباني تاكيشي إيوايا.'),
    ).expect(201)
    const [{ id }] = await meetingsOf('إيوايا')
    await http().delete(body.self).set('authorization', key).expect(204)
    await http().get(`/v1/meetings/${id}`).expect(410)
  })
})

describe('bulk', () => {
  test('tells what became of each line, in their order, then the summary', async () => {
    const { body: text, headers } = await bulk(lines(article('b1'), 'nonsense', '', article('b2'), article('b1'), { body: 5 })).expect(200)
    expect(headers['content-type']).toMatch(/^application\/x-ndjson/)
    const told = parsed(text)
    expect(told.slice(0, -1).map(({ line, result }) => [line, result])).toEqual([
      [1, 'created'],
      [2, 'failed'],
      [4, 'created'],
      [5, 'unchanged'],
      [6, 'failed'],
    ])
    expect(told[1]).toMatchObject({ id: null, code: 'invalid-body', error: expect.stringMatching(/no JSON/) })
    expect(told.at(-1)).toEqual({
      summary: { lines: 5, created: 2, updated: 0, unchanged: 1, skipped: 0, failed: 2, complete: true, resolved: true },
    })
  })

  test('takes gzip, and refuses what is none and other encodings', async () => {
    const gzip = (payload: Buffer) => bulk(payload).set('content-encoding', 'gzip')
    expect(parsed((await gzip(gzipSync(lines(article('z1')))).expect(200)).body).at(-1).summary.created).toBe(1)
    const cut = parsed((await gzip(Buffer.from('no gzip')).expect(200)).body).at(-1)
    expect(cut).toMatchObject({ summary: { complete: false }, error: { type: '/problems/invalid-body' } })
    await bulk(lines(article('z1')))
      .set('content-encoding', 'br')
      .expect(415)
  })

  test('refuses what unpacks to far more than text can', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '))
    const { body: text } = await bulk(bomb).set('content-encoding', 'gzip')
    expect(parsed(text).at(-1)).toMatchObject({ summary: { complete: false }, error: { type: '/problems/body-too-large' } })
  })

  test('of many at once each article is taken by one', async () => {
    const articles = Array.from({ length: 20 }, (_, i) => article(`race${i}`))
    const runs = await Promise.all(
      ['أول', 'ثان', 'ثالث'].map((title) => bulk(lines(...articles.map((one) => ({ ...one, title }))), { on_conflict: 'error' })),
    )
    const results = runs.flatMap(({ body }) =>
      parsed(body)
        .slice(0, -1)
        .map(({ result }: { result: string }) => result),
    )
    expect(results.filter((result) => result === 'created')).toHaveLength(20)
    expect(results.filter((result) => result === 'failed')).toHaveLength(40)
  })

  test('a dry run judges a second line of one article by the first', async () => {
    const told = parsed((await bulk(lines(article('dry2'), article('dry2')), { dry_run: 'true' })).body)
    expect(told.slice(0, -1).map(({ result }) => result)).toEqual(['created', 'unchanged'])
  })

  test('a line over the limit is told and the rest goes on', async () => {
    const { body: text } = await bulk(lines({ body: 'x'.repeat(9 * 1024 * 1024) }, article('after-long')))
    const told = parsed(text)
    expect(told[0]).toMatchObject({ result: 'failed', error: expect.stringMatching(/at most 8 MiB/) })
    expect(told[1].result).toBe('created')
  })

  test('tells only the failed, and does nothing in a dry run', async () => {
    const told = parsed((await bulk(lines(article('q1'), 'bad'), { results: 'failed', dry_run: 'true' })).body)
    expect(told).toHaveLength(2)
    expect(told.at(-1).summary).toMatchObject({ created: 1, failed: 1 })
    expect(parsed((await bulk(lines(article('q1')))).body)[0].result).toBe('created')
  })

  test('answers a sender who waits before he sends on', async () => {
    await seeded.app.listen({ port: 0, host: '127.0.0.1' }).catch(() => {})
    const { port } = seeded.app.server.address() as { port: number }
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const send = (text: string) => writer.write(new TextEncoder().encode(text))
    const sent = send(`${lines(article('w1'))}\n`)
    const answer = await fetch(`http://127.0.0.1:${port}/v1/articles/bulk`, {
      method: 'POST',
      headers: { authorization: key, 'content-type': 'application/x-ndjson' },
      body: readable,
      duplex: 'half',
    } as RequestInit)
    const reader = answer.body!.getReader()
    await sent
    const first = new TextDecoder().decode((await reader.read()).value)
    expect(JSON.parse(first)).toMatchObject({ line: 1, result: 'created' })
    await send(lines(article('w2')))
    await writer.close()
    let rest = ''
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) rest += new TextDecoder().decode(chunk.value)
    expect(parsed(rest).at(-1).summary.created).toBe(2)
  })
})
