import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isNotModified, weakTag } from './etag.ts'
import { exportOf, shown, toText } from './list-export.ts'
import { FORMATS, type Format, preferredFormat } from './list-formats.ts'
import { type ListParameters, listAnswer, VIEW_PARAMETERS } from './list-request.ts'
import type { ListSpec } from './list-spec.ts'
import { readOf } from './read-query.ts'
import { type App, problems, type Services } from './route.ts'
import { listOf, many } from './schemas/common.ts'

/**
 * A list by GET, its POST twin for long queries at `…/query`, and its exports by suffix or Accept. One request, top to bottom: what the client has →
 * query → store → format.
 */
export function registerList<Item>(app: App, { storage }: Services, spec: ListSpec<Item>): void {
  // Answers are checked against their schema when they are written; their type is known only there.
  const routes = app as unknown as FastifyInstance
  const formats: Format[] = ['csv', 'ndjson', ...(spec.calendar ? (['ics'] as const) : [])]
  const query = spec.query.extend({
    fields: many(z.enum(Object.keys(spec.item.shape) as [string, ...string[]]), 'Only these fields of each item.'),
  })
  const isText = 'q' in spec.query.shape
  const ok = {
    description: 'One page, or the whole list in another format.',
    content: {
      'application/json': { schema: listOf(`${spec.name.slice(0, -1)}List`, spec.item) },
      ...Object.fromEntries(formats.map((format) => [FORMATS[format].type, { schema: z.string() }])),
    },
  }
  const config = spec.scope ? { scope: spec.scope } : {}
  const shared = {
    tags: [spec.tag],
    ...(spec.scope ? { security: [{ key: [] }] } : {}),
    response: {
      200: ok,
      304: { description: 'The list is as it was.', content: { 'application/json': { schema: z.null() } } },
      ...problems(400, ...(isText ? [422] : [])),
    },
  }
  const answer = (parameters: ListParameters, request: FastifyRequest, reply: FastifyReply, format: Format | null) =>
    answerList(storage, spec, formats, { parameters, request, reply, format })

  routes.route({
    method: 'GET',
    url: spec.path,
    config,
    schema: { ...shared, operationId: `list${spec.name}`, summary: spec.summary, description: spec.description, querystring: query },
    handler: (request, reply) => answer(request.query as ListParameters, request, reply, preferredFormat(request.headers.accept, formats)),
  })
  routes.route({
    method: 'POST',
    url: `${spec.path}/query`,
    config,
    schema: {
      ...shared,
      operationId: `query${spec.name}`,
      summary: `${spec.summary}, with the parameters as JSON`,
      description:
        'The same as GET with the same parameters, for queries that are too long for an address. Go on with `cursor` from `page.next`.',
      querystring: z.strictObject({}),
      body: query.meta({ example: isText ? { limit: '5' } : {} }),
      response: { ...shared.response, ...problems(400, 413, 415, ...(isText ? [422] : [])) },
    },
    handler: (request, reply) => answer(request.body as ListParameters, request, reply, preferredFormat(request.headers.accept, formats)),
  })
  for (const format of formats) {
    routes.route({
      method: 'GET',
      url: `${spec.path}.${format}`,
      config,
      schema: {
        ...shared,
        operationId: `export${spec.name}As${format[0]!.toUpperCase()}${format.slice(1)}`,
        summary: `${spec.summary}, as ${format}`,
        description: `${FORMATS[format].about} The same filters as the list; with \`limit\` one page. An export that breaks off ends without its last line, and the connection is cut.`,
        querystring: query,
        response: { ...shared.response, 200: { description: 'The export.', content: { [FORMATS[format].type]: { schema: z.string() } } } },
      },
      handler: (request, reply) => answer(request.query as ListParameters, request, reply, format),
    })
  }
}

type Request = {
  readonly parameters: ListParameters
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly format: Format | null
}

async function answerList<Item>(
  storage: Services['storage'],
  spec: ListSpec<Item>,
  formats: readonly Format[],
  { parameters, request, reply, format }: Request,
): Promise<unknown> {
  const startedAt = performance.now()
  reply.header('vary', [reply.getHeader('vary'), 'Accept'].filter(Boolean).join(', '))
  if (isNotModified(request, reply, weakTag(await storage.generation(), request.url, parameters, format))) return reply.send()
  const read = await readOf(storage, parameters.q)
  const first = await spec.list(format && parameters.limit === undefined ? exportOf(parameters) : parameters, read)
  if (format) {
    reply
      .type(`${FORMATS[format].type}; charset=utf-8`)
      .header('content-disposition', `inline; filename="${spec.path.split('/').at(-1)}.${format}"`)
    if (request.method === 'HEAD') return reply.send('')
    return reply.send(
      Readable.from(toText(storage, spec, format, { parameters, first, read }), { objectMode: false, highWaterMark: 64 * 1024 }),
    )
  }
  const answer = await listAnswer(storage, request, parameters, first, startedAt)
  if (request.method !== 'POST') reply.header('link', linksOf(answer, spec.path, request, formats))
  const exports = request.method === 'POST' ? [] : formats
  const links = { ...answer.links, ...Object.fromEntries(exports.map((one) => [one, exportUrl(spec.path, request, one)])) }
  // Items with a part of their fields are not what the schema says.
  if (parameters.fields !== undefined)
    reply.serializer((payload: unknown) => JSON.stringify(payload)).type('application/json; charset=utf-8')
  return { data: await shown(spec, first, parameters), ...answer, links }
}

/** RFC 8288: the next page and the other formats. */
function linksOf(answer: { page: { next_url: string | null } }, path: string, request: FastifyRequest, formats: readonly Format[]): string {
  const links = formats.map((format) => `<${exportUrl(path, request, format)}>; rel="alternate"; type="${FORMATS[format].type}"`)
  return [...(answer.page.next_url ? [`<${answer.page.next_url}>; rel="next"`] : []), ...links].join(', ')
}

/** The same list in another format: all of it, whatever page this is. */
function exportUrl(path: string, request: FastifyRequest, format: Format): string {
  const { searchParams } = new URL(request.url, 'http://localhost')
  for (const name of VIEW_PARAMETERS) searchParams.delete(name)
  const query = searchParams.toString()
  return `${path}.${format}${query === '' ? '' : `?${query}`}`
}
