import { readFileSync, writeFileSync } from 'node:fs'
import { ERROR_CODES } from '../src/domain/errors.ts'
import { FORMATS } from '../src/http/list-formats.ts'
import { PROBLEMS } from '../src/http/problems.ts'

type Operation = {
  operationId: string
  summary: string
  tags: string[]
  security?: object[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: { description?: string } }[]
  responses: Record<string, unknown>
}

/** Where the tests are that hold what a route does, by its tag; the contract holds what all have in common. */
const HELD_BY: Readonly<Record<string, string>> = {
  search: 'api, search',
  articles: 'api, lists, formats',
  meetings: 'api, lists, formats',
  actors: 'api, lists, formats',
  ingest: 'ingest, keys',
  outlets: 'lists, formats',
  analysis: 'api, lists',
  operation: 'api, lists',
}
const FORMAT_TESTS = { csv: 'CSV', ndjson: 'an export holds what the list holds', ics: 'calendars' } as const
const ERROR_TESTS: Readonly<Partial<Record<string, string>>> = {
  'invalid-parameter': 'api: errors are problems',
  'invalid-body': 'contract: wants JSON',
  'invalid-cursor': 'lists: takes no cursor that was made up',
  'empty-query': 'api: holds no word',
  'query-too-costly': 'api: too costly',
  unauthorized: 'contract: refuses a key that is none',
  forbidden: 'contract: writes for nobody without a key',
  'not-found': 'contract: tells an id that is none',
  gone: 'ingest: what is deleted is gone',
  conflict: 'ingest: is left alone when it is sent again',
  'precondition-failed': 'ingest: put other content under an id',
  'idempotency-conflict': 'ingest: the same Idempotency-Key',
  'rate-limited': 'keys: who asks too often waits',
  'method-not-allowed': 'contract: PATCH is 405',
  'body-too-large': 'contract: not too large; ingest: unpacks to far more',
  'uri-too-long': 'api: uri-too-long',
  'unsupported-media-type': 'contract: wants JSON',
  'storage-unavailable': 'contract: when the store is gone',
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`)
    .join('\n')

/** The tables of docs/api.md, from the OpenAPI document and the code. */
export function apiTables(): Readonly<Record<string, string>> {
  const document = JSON.parse(readFileSync(new URL('../openapi/openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const scopeOf = ({ security }: Operation): string => (security ? 'ingest' : 'read')
  const parameters = operations.flatMap(({ path, method, operation }) =>
    (operation.parameters ?? [])
      .filter((one) => one.in !== 'path' && !one.name.startsWith('not.') && !/\.(csv|ndjson|ics)$/.test(path))
      .map(
        (one) =>
          [`\`${one.name}\``, `${method} ${path}`, one.description ?? one.schema.description ?? '', one.required ? 'yes' : ''] as const,
      ),
  )
  const merged = new Map<string, { where: string[]; about: string; name: string }>()
  for (const [name, where, about] of parameters) {
    const known = merged.get(`${name} ${about}`)
    if (known) known.where.push(where)
    else merged.set(`${name} ${about}`, { name, where: [where], about })
  }
  return {
    routes: table(
      ['route', 'what for', 'scope', 'statuses beside 401, 403, 429, 500, 503', 'held by test/http/contract and'],
      operations.map(({ path, method, operation }) => [
        `\`${method} ${path}\``,
        operation.summary,
        path.startsWith('/v1/') ? scopeOf(operation) : '–',
        Object.keys(operation.responses)
          .filter((status) => !['401', '403', '429', '500', '503'].includes(status))
          .join(', '),
        HELD_BY[operation.tags[0]!] ?? '',
      ]),
    ),
    parameters: table(
      ['parameter', 'where', 'what for'],
      [...merged.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, where, about }) => [name, where.join(', '), about]),
    ),
    formats: table(
      ['suffix', 'media type', 'what it is', 'held by test/http/formats'],
      Object.entries(FORMATS).map(([name, { type, about }]) => [`.${name}`, type, about, FORMAT_TESTS[name as keyof typeof FORMAT_TESTS]]),
    ),
    errors: table(
      ['type', 'status', 'what it says', 'what to do', 'held by test/http/'],
      ERROR_CODES.map((code) => {
        const { status, title, advice } = PROBLEMS[code]
        return [`/problems/${code}`, String(status), title, advice, ERROR_TESTS[code] ?? 'every error has a problem (test/docs)']
      }),
    ),
  }
}

/** A document with its tables, each between `<!-- name -->` and `<!-- /name -->`, made anew. */
export const withTables = (text: string): string =>
  Object.entries(apiTables()).reduce(
    (told, [name, rows]) =>
      told.replace(
        new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_all, head: string, end: string) => `${head}${rows}\n${end}`,
      ),
    text,
  )

if (process.argv[2] !== undefined) writeFileSync(process.argv[2], withTables(readFileSync(process.argv[2], 'utf8')))
