import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { withTables } from '../scripts/api-tables.ts'
import { SETTINGS } from '../src/config.ts'
import { ERROR_CODES } from '../src/domain/errors.ts'
import { PROBLEMS } from '../src/http/problems.ts'

const root = new URL('../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8')

test('the table of settings is what the code reads', () => {
  const rows = [...read('docs/configuration.md').matchAll(/^\| `(LIQA_\w+)` +\|.*\| +(.*?) +\|$/gm)].map(([, name, about]) => [name, about])
  expect(rows).toEqual(Object.entries(SETTINGS).map(([name, { about }]) => [name, about]))
})

test('every path of the API stands in the README or, for the other forms of a list, beside its list', () => {
  const document = JSON.parse(read('openapi/openapi.json')) as { paths: Record<string, object> }
  const table = /## The API\n([\s\S]*?)\n## /.exec(read('README.md'))![1]!
  for (const path of Object.keys(document.paths)) expect(table).toContain(path.replace(/(\/query|\.csv|\.ndjson|\.ics)$/, ''))
  for (const [path] of table.matchAll(/\/v1\/[a-z/{}]+/g)) expect(Object.keys(document.paths)).toContain(path)
})

test('the tables of the API are those of the code (npm run openapi)', () => {
  const text = read('docs/api.md')
  expect(text).toBe(withTables(text))
  expect(text).toContain('/problems/rate-limited')
})

test('every test that the tables of the API name is there', () => {
  const text = read('docs/api.md')
  const named = [...text.matchAll(/\b(api|lists|filters|formats|ingest|keys|relations|decisions|contract): ([^|;]+?)(?=;| \||$)/gm)]
  expect(named.length).toBeGreaterThan(40)
  for (const [, file, title] of named) expect(read(`test/http/${file}.test.ts`), title).toContain(title!.trim())
})

test('every filter of the lists stands in the README', () => {
  const document = JSON.parse(read('openapi/openapi.json')) as { paths: Record<string, { get: { parameters: { name: string }[] } }> }
  const readme = read('README.md')
  for (const path of ['/v1/articles', '/v1/meetings', '/v1/actors'])
    for (const { name } of document.paths[path]!.get.parameters) if (!name.startsWith('not.')) expect(readme).toContain(`\`${name}\``)
})

test('every error has a problem', () => {
  expect(Object.keys(PROBLEMS).sort()).toEqual([...ERROR_CODES].sort())
})

describe('links between the documents lead somewhere', () => {
  const files = [
    'README.md',
    'docs/api.md',
    'docs/api.md',
    'docs/configuration.md',
    'docs/resolution.md',
    'docs/extraction.md',
    'docs/decisions/001-arabic-tokenizing.md',
    'seeds/gazetteer/SOURCES.md',
  ]
  test.each(files)('%s', (file) => {
    for (const [, target] of read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(existsSync(fileURLToPath(new URL(target!, new URL(file, root)))), target).toBe(true)
  })
})
