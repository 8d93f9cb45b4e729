import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../src/cli/openapi.ts'
import { readConfig } from '../../src/config.ts'
import { seededApp } from '../support/seeded.ts'

type Parameter = { name: string; in: string; schema: { example?: unknown } }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: { example?: unknown } }> }
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

describe('the examples answer 200 on the seeds', () => {
  let seeded: Awaited<ReturnType<typeof seededApp>>
  beforeAll(async () => {
    seeded = await seededApp()
  })
  afterAll(() => seeded.close())

  test.each(operations)('$method $path', async ({ path, method, operation }) => {
    const examples = (operation.parameters ?? []).filter(({ schema }) => schema.example !== undefined)
    const inPath = examples
      .filter((parameter) => parameter.in === 'path')
      .reduce((url, { name, schema }) => url.replace(`{${name}}`, String(schema.example)), path)
    const query = Object.fromEntries(
      examples.filter((parameter) => parameter.in === 'query').map(({ name, schema }) => [name, schema.example]),
    )
    const request =
      method === 'post'
        ? supertest(seeded.app.server)
            .post(inPath)
            .send(operation.requestBody!.content['application/json']!.schema.example as object)
        : supertest(seeded.app.server).get(inPath).query(query)
    const { body } = await request.expect(200)
    if (Array.isArray(body.data)) expect(body.data.length).toBeGreaterThan(0)
  })
})
