import supertest from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bearer, seededApp } from '../support/seeded.ts'

type Seeded = Awaited<ReturnType<typeof seededApp>>
const POLICY = { isReadingOpen: true, rateLimit: 0, corsOrigins: [], trustProxy: false }
let seeded: Seeded
beforeEach(async () => {
  seeded = await seededApp()
})
afterEach(() => seeded.close())
const http = ({ app }: Seeded = seeded) => supertest(app.server)
const write = (authorization: string) => http().post('/v1/articles').set('authorization', authorization).send({ body: 'خبر' })

describe('keys', () => {
  test('writing needs one, and says how to get it', async () => {
    const { body, headers } = await http().post('/v1/articles').send({ body: 'خبر' }).expect(401)
    expect(body).toMatchObject({ type: '/problems/unauthorized', detail: expect.stringMatching(/liqa keys create/) })
    expect(headers['www-authenticate']).toMatch(/^Bearer/)
  })

  test('a key allows what its scopes say', async () => {
    await write(await bearer(seeded.storage, ['ingest'])).expect(201)
    await write(await bearer(seeded.storage, ['admin'])).expect(200)
    const { body } = await write(await bearer(seeded.storage, ['read'])).expect(403)
    expect(body.detail).toMatch(/needs «ingest»/)
  })

  test.each(['Bearer nonsense', 'Basic dXNlcjpwYXNz', 'Bearer', `Bearer liqa_${'0'.repeat(12)}_${'A'.repeat(43)}`, ''])(
    '«%s» is no key, and nobody is taken as anonymous for it',
    async (authorization) => {
      await http().get('/v1/meetings').set('authorization', authorization).expect(401)
    },
  )

  test('a wrong secret, a revoked key and an expired one are refused', async () => {
    const good = await bearer(seeded.storage, ['ingest'])
    await write(`${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`).expect(401)
    const [known] = await seeded.storage.keys.list()
    expect(await seeded.storage.keys.revoke(known!.id, '2026-01-03T00:00:00.000Z')).toBe(true)
    expect((await write(good).expect(401)).body.detail).toMatch(/revoked/)
    expect((await write(await bearer(seeded.storage, ['ingest'], '2020-01-01T00:00:00.000Z')).expect(401)).body.detail).toMatch(/expired/)
  })

  test('the store keeps no secret', async () => {
    const good = await bearer(seeded.storage, ['ingest'])
    // The secret may hold «_» itself.
    const [, secret] = /^Bearer liqa_[^_]+_(.{43})$/.exec(good)!
    expect(JSON.stringify(await seeded.storage.keys.list())).not.toContain(secret)
  })

  test('reading can be keyed too', async () => {
    const keyed = await seededApp({ ...POLICY, isReadingOpen: false })
    await http(keyed).get('/v1/meetings').expect(401)
    await http(keyed).get('/healthz').expect(200)
    await http(keyed)
      .get('/v1/meetings')
      .set('authorization', await bearer(keyed.storage, ['read']))
      .expect(200)
    await http(keyed)
      .get('/v1/meetings')
      .set('authorization', await bearer(keyed.storage, ['ingest']))
      .expect(403)
    await keyed.close()
  })
})

test('who asks too often waits, each key and address for itself', async () => {
  const limited = await seededApp({ ...POLICY, rateLimit: 2 })
  const first = await http(limited).get('/v1/places').expect(200)
  expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' })
  await http(limited).get('/v1/places').expect(200)
  const { body, headers } = await http(limited).get('/v1/places').expect(429)
  expect(body).toMatchObject({ type: '/problems/rate-limited', status: 429 })
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  await http(limited).get('/v1/places').set('authorization', 'Bearer nonsense').expect(429)
  await http(limited).get('/healthz').expect(200)
  await http(limited)
    .get('/v1/places')
    .set('authorization', await bearer(limited.storage, ['read']))
    .expect(200)
  await limited.close()
})

test('pages of other origins read it only where that is said', async () => {
  const open = await seededApp({ ...POLICY, corsOrigins: ['https://example.org'] })
  const asked = (one: Seeded, origin: string) => http(one).get('/v1/places').set('origin', origin)
  expect((await asked(open, 'https://example.org')).headers['access-control-allow-origin']).toBe('https://example.org')
  expect((await asked(open, 'https://evil.example')).headers['access-control-allow-origin']).toBeUndefined()
  expect((await asked(seeded, 'https://example.org')).headers['access-control-allow-origin']).toBeUndefined()
  await open.close()
})
