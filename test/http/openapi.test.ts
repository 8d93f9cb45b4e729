import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import openapiTS, { astToString } from 'openapi-typescript'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../src/cli/openapi.ts'
import { readConfig } from '../../src/config.ts'
import { bearer, seededApp } from '../support/seeded.ts'

type Parameter = { name: string; in: string; schema: { example?: unknown } }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: { example?: unknown; $ref?: string } }> }
  responses: Record<string, unknown>
}
const committed = readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')
const document = JSON.parse(committed) as { paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('the committed document is what the code makes (npm run openapi)', async () => {
  expect(committed).toBe(await openApiDocument(readConfig({})))
})

test('it is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('every operation has an id of its own', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('the examples answer on the seeds', () => {
  let seeded: Awaited<ReturnType<typeof seededApp>>
  let authorization: string
  let decision: string
  beforeAll(async () => {
    seeded = await seededApp()
    authorization = await bearer(seeded.storage, ['admin'])
    // Judgements are nobody's until they are made.
    const { body } = await supertest(seeded.app.server)
      .post('/v1/decisions')
      .set('authorization', authorization)
      .send(exampleOf({ $ref: '#/components/schemas/NewDecisionInput' }) as object)
    decision = body.id
  })
  afterAll(() => seeded.close())

  const answered = operations.filter(({ method, operation }) => method === 'get' || operation.requestBody?.content['application/json'])
  test.each(answered.filter(({ method }) => method !== 'put'))('$method $path', async ({ path, method, operation }) => {
    const examples = (operation.parameters ?? []).filter(({ schema }) => schema.example !== undefined)
    const inPath = examples
      .filter((parameter) => parameter.in === 'path')
      .reduce(
        (url, { name, schema }) => url.replace(`{${name}}`, String(schema.example)),
        path.replace('decisions/{id}', `decisions/${decision}`),
      )
    const query = Object.fromEntries(
      examples.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, schema.example]),
    )
    const http = supertest(seeded.app.server)
    const body = operation.requestBody?.content['application/json']?.schema
    const request = method === 'post' ? http.post(inPath).send(exampleOf(body) as object) : http.get(inPath).query(query)
    const answer = await request.set('authorization', authorization)
    expect([200, 201]).toContain(answer.status)
    if (Array.isArray(answer.body.data) && !path.startsWith('/v1/sources')) expect(answer.body.data.length).toBeGreaterThan(0)
  })
})

/** The example of a schema, of the one it refers to too. */
function exampleOf(schema: { example?: unknown; $ref?: string } | undefined): unknown {
  if (schema?.$ref === undefined) return schema?.example
  const { components } = document as unknown as { components: { schemas: Record<string, { example?: unknown }> } }
  return components.schemas[schema.$ref.split('/').at(-1)!]!.example
}

test('the types of the client are those of the document (npm run openapi)', async () => {
  const types = astToString(await openapiTS(JSON.parse(committed)))
  expect(readFileSync(new URL('../../openapi/client.d.ts', import.meta.url), 'utf8')).toContain(types)
})
