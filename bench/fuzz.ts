/**
 * `npm run --silent bench:fuzz -- [COUNT]`: asks random queries, 100,000 unless said, of every place that takes `q`, over the seeds: strings of any Unicode,
 * and the signs of the query language in any order. Each must be answered with 200 or 400; the first other answer is printed and ends it.
 */
import fc from 'fast-check'
import { seededApp } from '../test/support/seeded.ts'

const count = Number(process.argv[2] ?? 100_000)
const PATHS = ['/v1/articles', '/v1/meetings', '/v1/actors', '/v1/search', '/v1/suggest'] as const
const PIECES = [
  'حفتر', 'السراج', 'في', '"', '«', '»', '|', '-', '(', ')', '*', '~', '~3', 'title:', '=', ' ', 'OR', 'NEAR(', 'َ', '\u200f', ':', '^', "'", '\\', 'haftar', '0',
] // biome-ignore format: one table
const piece = fc.constantFrom(...PIECES)
const query = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.array(piece, { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join(' ')),
)

const seeded = await seededApp()
const answers: Record<number, number> = {}
await fc.assert(
  fc.asyncProperty(query, fc.constantFrom(...PATHS), async (q, url) => {
    const { statusCode, body } = await seeded.app.inject({ url, query: { q: q.toWellFormed() } })
    answers[statusCode] = (answers[statusCode] ?? 0) + 1
    if (statusCode !== 200 && statusCode !== 400) throw new Error(`${url} ${JSON.stringify(q)}: ${statusCode} ${body}`)
  }),
  { numRuns: count },
)
process.stdout.write(`${JSON.stringify({ asked: count, answers })}\n`)
await seeded.close()
