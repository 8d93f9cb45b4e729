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
  relations: 'relations',
  review: 'decisions',
}
const FORMAT_TESTS = { csv: 'CSV', ndjson: 'an export holds what the list holds', ics: 'calendars' } as const
const ERROR_TESTS: Readonly<Partial<Record<string, string>>> = {
  'invalid-parameter': 'api: errors are problems, and say what to write instead',
  'invalid-body': 'contract: wants JSON, whole and not too large',
  'invalid-cursor': 'lists: takes no cursor that was made up or changed',
  'empty-query': 'api: holds no word',
  'query-too-costly': 'api: a query that would look at too much is refused',
  unauthorized: 'contract: refuses a key that is none',
  forbidden: 'contract: writes for nobody without a key, nor for a reader',
  'not-found': 'contract: tells an id that is none from one that is not there',
  gone: 'ingest: what is deleted is gone with its meetings, until it is taken in again',
  conflict: 'ingest: is left alone when it is sent again, and replaced when it has changed',
  'precondition-failed': 'ingest: put other content under an id, if it is still as it was read',
  'idempotency-conflict': 'ingest: the same Idempotency-Key answers the same, and refuses another request',
  'rate-limited': 'keys: who asks too often waits, each key and address for itself',
  'method-not-allowed': 'contract: is 405 and says what it takes',
  'body-too-large': 'contract: wants JSON, whole and not too large; ingest: refuses what unpacks to far more than text can',
  'uri-too-long': 'api: errors are problems, and say what to write instead',
  'unsupported-media-type': 'contract: wants JSON, whole and not too large',
  'storage-unavailable': 'contract: answers 503 as a problem when the store is gone',
}

/** The test that holds what a parameter does, by file and title; of filters the one that tries every filter of every list. */
const FILTER_TEST = 'filters: a filter gives just what has its value, and its twin all else'
const PARAMETER_TESTS: Readonly<Record<string, string>> = {
  q: 'api: a query that no article holds whole is relaxed, and says so',
  limit: 'lists: %s names its next page and its other formats in Link',
  cursor: 'lists: %s takes no cursor that was made up or changed',
  sort: 'filters: %s is sorted by every sort either way',
  count: 'filters: %s counts exactly, within bounds, or not at all',
  facets: 'filters: counts by facet what it lists',
  fields: 'lists: %s gives only the fields that are asked for',
  include: 'lists: articles of a list can bring what belongs to them',
  histogram: 'api: a histogram counts by period, and what has no date apart',
  highlight: 'api: passages as HTML are escaped and mark the words',
  explain: 'api: explain tells what a score is made of',
  on_conflict: 'ingest: is left alone when it is sent again, and replaced when it has changed',
  dry_run: 'ingest: is only tried in a dry run',
  results: 'ingest: tells only the failed, and does nothing in a dry run',
  'idempotency-key': 'ingest: the same Idempotency-Key answers the same, and refuses another request',
  'if-match': 'ingest: put other content under an id, if it is still as it was read',
  interval: 'relations: adds up to all meetings and all articles, by any interval',
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
  const scopeOf = ({ security, tags }: Operation): string => (security ? (tags.includes('review') ? 'review' : 'ingest') : 'read')
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
      ['parameter', 'where', 'what for', 'held by test/http/'],
      [...merged.values()]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, where, about }) => [name, where.join(', '), about, PARAMETER_TESTS[name.replaceAll('`', '')] ?? FILTER_TEST]),
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
