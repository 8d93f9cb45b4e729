import { STATUS_CODES } from 'node:http'
import swagger from '@fastify/swagger'
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import type { App } from './route.ts'

export const API_VERSION = '1.0.0'

const TAGS = [
  { name: 'search', description: 'One query over articles, meetings and actors.' },
  { name: 'articles', description: 'News articles as they came in, found in any spelling.' },
  { name: 'meetings', description: 'Who met whom, when and where, with every sentence that says so.' },
  { name: 'actors', description: 'People and bodies, one for all spellings of their name.' },
  { name: 'relations', description: 'Who meets whom, how often and when, with how much was collected.' },
  {
    name: 'ingest',
    description:
      'Taking articles in, changing and deleting them, with a key of the scope `ingest`. With no key made, nothing can be written over HTTP.',
  },
  {
    name: 'review',
    description: 'Human judgements that last, and the queue of what is worth judging, with a key of the scope `review`.',
  },
  { name: 'outlets', description: 'Where articles come from, and where encounters were.' },
  { name: 'analysis', description: 'What the program makes of a text.' },
  { name: 'operation', description: 'Is it up?' },
]

/** The OpenAPI 3.1 document, made from the schemas that validate and serialise. */
export async function registerOpenApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Liqa',
        version: API_VERSION,
        description:
          'لقاء · Who met whom, when, where, and by which sentence of which Arabic news article.\n\nErrors are `application/problem+json` (RFC 9457). Lists are paged by cursor: follow `page.next_url`. Offsets count UTF-16 code units.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: TAGS,
      security: [{}, { key: [] }],
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'A key made with `liqa keys create`. Reading needs none unless the operator says so; writing does.',
          },
        },
      },
    },
    transform: createJsonSchemaTransform({
      skipList: [
        '/docs',
        '/docs/',
        '/docs/*',
        '/docs/json',
        '/docs/yaml',
        '/docs/static/*',
        '/docs/static/index.html',
        '/docs/static/swagger-initializer.js',
      ],
    }),
    transformObject: (document) =>
      withStreams(
        withSharedProblems(withoutUnused(jsonSchemaTransformObject(document as never) as unknown as OpenAPIV3_1.Document)),
      ) as never,
  })
}

/** The transform emits an input twin of every schema with an id; those that nothing refers to are left out. */
function withoutUnused(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const schemas = document.components?.schemas ?? {}
  for (;;) {
    const text = JSON.stringify(document)
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`))
    if (unused.length === 0) return document
    for (const name of unused) delete schemas[name]
  }
}

/** A problem says the same in every route: each status stands once, under its name («NotFound»). */
function withSharedProblems(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const shared: NonNullable<OpenAPIV3_1.ComponentsObject['responses']> = {}
  const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path ?? {}) as OpenAPIV3_1.OperationObject[])
  for (const { responses = {} } of operations)
    for (const [status, response] of Object.entries(responses)) {
      if (!('content' in response && response.content?.['application/problem+json'])) continue
      const name = STATUS_CODES[status]!.replace(/\W/g, '')
      shared[name] = response
      responses[status] = { $ref: `#/components/responses/${name}` }
    }
  document.components = { ...document.components, responses: shared }
  return document
}

/** A body that is read as it comes has no schema that validates it: what it holds is said here. */
function withStreams(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const lines = (path: string, item: string, example: string): void => {
    const bulk = document.paths?.[path]?.post
    if (!bulk) return
    bulk.requestBody = {
      required: true,
      description: `One \`${item}\` as JSON a line; \`Content-Encoding: gzip\` is taken.`,
      content: { 'application/x-ndjson': { schema: { type: 'string' }, example } },
    }
  }
  lines('/v1/articles/bulk', 'NewArticle', '{"external_id":"example-2","body":"…"}\n')
  lines('/v1/decisions/bulk', 'Decision', '{"end":true,"count":0}\n')
  return document
}
