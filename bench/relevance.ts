/**
 * `npm run --silent bench:relevance -- DIR`: for any DIR with corpus.jsonl {id, text, title?} and queries.jsonl {id, text, relevant: [ids]}, how well the
 * first ten answers of `GET /v1/articles?q=` hold what is relevant, how fast they come in process, and what the index takes beside the texts.
 * A query without a word (400 over HTTP) finds nothing.
 */
import { basename, join } from 'node:path'
import { AppError } from '../src/domain/errors.ts'
import { readRows } from './read-lines.ts'
import { openSearchStore, type Text } from './search-store.ts'

const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('usage: bench:relevance -- DIR\n')
  process.exit(2)
}
const corpus = readRows<Text>(join(folder, 'corpus.jsonl'))
const queries = readRows<{ text: string; relevant: string[] }>(join(folder, 'queries.jsonl'))
const store = openSearchStore()
const startedAt = performance.now()
await store.add(corpus)
const indexSeconds = (performance.now() - startedAt) / 1000

const K = 10
const figures = { mrr: 0, recall: 0, ndcg: 0 }
const times: number[] = []
for (const { text, relevant } of queries) {
  const from = performance.now()
  let found: string[] = []
  try {
    found = await store.search(text, K)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'empty-query')) throw error
  }
  times.push(performance.now() - from)
  const wanted = new Set(relevant)
  const first = found.findIndex((id) => wanted.has(id))
  const ideal = Array.from({ length: Math.min(K, wanted.size) }, (_, i) => 1 / Math.log2(i + 2)).reduce((a, b) => a + b, 0)
  figures.mrr += first < 0 ? 0 : 1 / (first + 1)
  figures.recall += found.filter((id) => wanted.has(id)).length / Math.max(1, wanted.size)
  figures.ndcg += found.reduce((sum, id, i) => sum + (wanted.has(id) ? 1 / Math.log2(i + 2) : 0), 0) / (ideal || 1)
}
times.sort((a, b) => a - b)
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
const round = (value: number, digits: number): number => Number(value.toFixed(digits))
process.stdout.write(
  `${JSON.stringify({
    set: basename(folder),
    queries: queries.length,
    mrr10: round(figures.mrr / queries.length, 4),
    recall10: round(figures.recall / queries.length, 4),
    ndcg10: round(figures.ndcg / queries.length, 4),
    p50_ms: round(at(0.5), 2),
    p99_ms: round(at(0.99), 2),
    index_s: round(indexSeconds, 2),
    index_mb: round((await store.indexBytes()) / 1e6, 2),
  })}\n`,
)
await store.close()
