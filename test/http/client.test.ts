import createClient from 'openapi-fetch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { paths } from '../../openapi/client.d.ts'
import { bearer, seededApp } from '../support/seeded.ts'

let seeded: Awaited<ReturnType<typeof seededApp>>
let client: ReturnType<typeof createClient<paths, 'application/json'>>
beforeAll(async () => {
  seeded = await seededApp()
  const baseUrl = await seeded.app.listen({ host: '127.0.0.1', port: 0 })
  client = createClient<paths, 'application/json'>({ baseUrl, headers: { authorization: await bearer(seeded.storage, ['ingest']) } })
})
afterAll(() => seeded.close())

test('a generated client reads lists, items and problems by their types', async () => {
  const { data } = await client.GET('/v1/meetings', { params: { query: { status: ['held'], participant: ['خليفة حفتر'], limit: '1' } } })
  const [meeting] = data!.data
  expect(meeting!.participants.map(({ actor }) => actor.name)).toContain('خليفة حفتر')
  const { data: item } = await client.GET('/v1/meetings/{id}', { params: { path: { id: meeting!.id } } })
  expect(item!.evidence[0]!.quote.exact).toBe(meeting!.evidence[0]!.quote.exact)
  const { error } = await client.GET('/v1/meetings/{id}', { params: { path: { id: 'mtg_000000000000' } } })
  expect(error).toMatchObject({ status: 404, type: '/problems/not-found' })
})

test('it writes, and asks with long queries', async () => {
  const { data } = await client.POST('/v1/articles', {
    body: { external_id: 'client', body: 'زار الرئيس التركي رجب طيب أردوغان، أمس، الدوحة.', published: '2024-01-02' },
  })
  expect(data).toMatchObject({ result: 'created' })
  const { data: found } = await client.POST('/v1/articles/query', { body: { q: 'أردوغان الدوحة', limit: '1' } })
  expect(found!.data[0]!.id).toBe(data!.id)
})
