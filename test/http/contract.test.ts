import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bearer, seededApp } from '../support/seeded.ts'

type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  pattern?: string
  example?: unknown
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
type Response = { $ref?: string; content?: Record<string, unknown> }
type Operation = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, Response>
  security?: object[]
}
const document = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; responses: Record<string, Response> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method as 'get' | 'post' | 'put' | 'delete', operation })),
)
const responseOf = (one: Response): Response => (one.$ref ? document.components.responses[one.$ref.split('/').at(-1)!]! : one)
const underKey = operations.filter(({ path }) => path.startsWith('/v1/'))
const writing = operations.filter(({ operation }) => operation.security?.every((one) => 'key' in one))
const withJson = operations.filter(({ operation }) => operation.requestBody?.content['application/json'])

let seeded: Awaited<ReturnType<typeof seededApp>>
let admin: string
beforeAll(async () => {
  seeded = await seededApp()
  admin = await bearer(seeded.storage, ['admin'])
})
afterAll(() => seeded.close())
const filled = (path: string): string =>
  path
    .replace(
      '{id}',
      path.includes('articles')
        ? 'art_000000000000'
        : path.includes('meetings')
          ? 'mtg_000000000000'
          : path.includes('decisions')
            ? 'dec_000000000000'
            : 'act_000000000000',
    )
    .replace(/\{[ab]\}/g, 'act_000000000000')
const call = (method: 'get' | 'post' | 'put' | 'delete' | 'patch', path: string) => supertest(seeded.app.server)[method](filled(path))
const exampleOf = (schema: Schema): unknown =>
  schema.example ?? (schema.$ref ? exampleOf(document.components.schemas[schema.$ref.split('/').at(-1)!]!) : undefined)
/** A request as the document wants it, as far as a body goes. */
const whole = (method: 'get' | 'post' | 'put' | 'delete', path: string, operation: Operation) => {
  const request = call(method, path)
  const json = operation.requestBody?.content['application/json']
  if (json) return request.send(exampleOf(json.schema) as object)
  return operation.requestBody ? request.set('content-type', 'application/x-ndjson').send('{}') : request
}

describe('every route', () => {
  test.each(underKey)('$method $path refuses a key that is none', async ({ method, path, operation }) => {
    const { body } = await whole(method, path, operation).set('authorization', 'Bearer nonsense').expect(401)
    expect(body.type).toBe('/problems/unauthorized')
    expect(operation.responses['401']).toBeDefined()
  })

  test.each(writing)('$method $path writes for nobody without a key, nor for a reader', async ({ method, path, operation }) => {
    await whole(method, path, operation).expect(401)
    await whole(method, path, operation)
      .set('authorization', await bearer(seeded.storage, ['read']))
      .expect(403)
  })

  test.each(operations)('$method $path knows its parameters and names the nearest', async ({ method, path, operation }) => {
    const { body } = await whole(method, path, operation).set('authorization', admin).query({ nonsense: '1' }).expect(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ parameter: 'nonsense', code: 'unknown-parameter' }))
  })

  test.each(operations)('PATCH $path is 405 and says what it takes', async ({ path, method }) => {
    const { headers, body } = await call('patch', path).expect(405)
    expect(headers.allow!.toLowerCase()).toContain(method)
    expect(body.type).toBe('/problems/method-not-allowed')
  })

  test.each(withJson)('$method $path wants JSON, whole and not too large', async ({ method, path }) => {
    const sent = (type: string, payload: string) => call(method, path).set('authorization', admin).set('content-type', type).send(payload)
    expect((await sent('text/plain', 'x').expect(415)).body.type).toBe('/problems/unsupported-media-type')
    expect((await sent('application/json', '{"a":').expect(400)).body.type).toBe('/problems/invalid-body')
    expect((await sent('application/json', JSON.stringify({ a: 'x'.repeat(9 * 1024 * 1024) })).expect(413)).body.type).toBe(
      '/problems/body-too-large',
    )
  })

  test.each(operations.filter(({ path }) => path.includes('{id}')))(
    '$method $path tells an id that is none from one that is not there',
    async ({ method, path, operation }) => {
      const send = (at: string) => whole(method, at, operation).set('authorization', admin)
      await send(path.replace('{id}', 'nonsense')).expect(400)
      await send(path).expect(404)
    },
  )

  test.each(operations)('$method $path documents what it answers, and its problems as problem+json', ({ operation }) => {
    for (const [status, response] of Object.entries(operation.responses))
      if (Number(status) >= 400) expect(Object.keys(responseOf(response).content!)).toEqual(['application/problem+json'])
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403', '429', '500', '503']))
  })
})

test.each(underKey.filter(({ method }) => method === 'get'))(
  '$path answers 503 as a problem when the store is gone',
  async ({ path, operation }) => {
    const broken = await seededApp()
    const key = operation.security === undefined ? null : await bearer(broken.storage, ['admin'])
    await broken.storage.close()
    const { body } = await supertest(broken.app.server)
      .get(filled(path))
      .set(key === null ? {} : { authorization: key })
      .query(path.includes('search') || path.includes('suggest') ? { q: 'x' } : {})
    expect([body.status, body.type]).toEqual([503, '/problems/storage-unavailable'])
    await broken.app.close()
  },
  30_000,
)

/** Values for a schema: mostly such as it wants, now and then anything. */
function valuesOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const target = schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)!]! : schema
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('حفتر', '"لقاء موسكو"', '-x', '2018', '5', '', '٣', '\u202e', 'a OR (b'),
  )
  const anything = fc.oneof(text, fc.integer(), fc.constant(null), fc.array(fc.string()))
  const fitting = (): fc.Arbitrary<unknown> => {
    if (target.example !== undefined && depth > 0) return fc.constant(target.example)
    if (target.enum) return fc.constantFrom(...target.enum)
    if (target.anyOf) return fc.oneof(...target.anyOf.map((one) => valuesOf(one, depth + 1)))
    if (target.type === 'array') return fc.array(valuesOf(target.items ?? {}, depth + 1), { maxLength: 3 })
    if (target.type === 'boolean') return fc.boolean()
    if (target.type === 'null') return fc.constant(null)
    if (target.type === 'object')
      return fc.record(Object.fromEntries(Object.entries(target.properties ?? {}).map(([name, one]) => [name, valuesOf(one, depth + 1)])), {
        requiredKeys: target.required ?? [],
      })
    return text
  }
  return fc.oneof({ weight: 6, arbitrary: fitting() }, { weight: 1, arbitrary: anything })
}

describe('whatever is sent, the answer is one that the document has', () => {
  test.each(operations.filter(({ path }) => path !== '/v1/articles/bulk'))(
    '$method $path',
    async ({ method, path, operation }) => {
      const inQuery = (operation.parameters ?? []).filter((one) => one.in === 'query')
      const query = fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, valuesOf(schema)])), {
        requiredKeys: inQuery.filter(({ required }) => required).map(({ name }) => name),
      })
      const json = operation.requestBody?.content['application/json']
      const body = json ? valuesOf(json.schema) : fc.constant(undefined)
      await fc.assert(
        fc.asyncProperty(query, body, async (parameters, payload) => {
          const search = new URLSearchParams()
          for (const [name, value] of Object.entries(parameters))
            for (const one of [value].flat()) search.append(name, String(one).toWellFormed())
          const request = call(method, `${path}?${search}`).set('authorization', admin)
          const { status, headers } = await (payload === undefined
            ? request
            : request.set('content-type', 'application/json').send(JSON.stringify(payload)))
          expect(status).toBeLessThan(500)
          expect(operation.responses[status], `${status} is not documented`).toBeDefined()
          const { content } = responseOf(operation.responses[status]!)
          if (content && status !== 204 && status !== 304) expect(Object.keys(content)).toContain(headers['content-type']!.split(';')[0])
        }),
        { numRuns: 25 },
      )
    },
    60_000,
  )
})
