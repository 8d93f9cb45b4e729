/**
 * `npm run --silent bench:incremental -- DIR`: what it takes to add one article to a store that holds the corpus of DIR (corpus.jsonl {id, text, title?}): the
 * whole unit of work, committed, without extraction; and that it is found at once.
 */
import { join } from 'node:path'
import { readRows } from './read-lines.ts'
import { openSearchStore, type Text } from './search-store.ts'

const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('usage: bench:incremental -- DIR\n')
  process.exit(2)
}
const ADDED = 200
const corpus = readRows<Text>(join(folder, 'corpus.jsonl'))
const store = openSearchStore()
await store.add(corpus.slice(ADDED))
const times: number[] = []
for (const text of corpus.slice(0, ADDED)) {
  const from = performance.now()
  await store.add([text])
  times.push(performance.now() - from)
}
times.sort((a, b) => a - b)
const at = (share: number): number => Number(times[Math.floor(share * (times.length - 1))]!.toFixed(2))
process.stdout.write(`${JSON.stringify({ articles: corpus.length, added: ADDED, p50_ms: at(0.5), p99_ms: at(0.99), max_ms: at(1) })}\n`)
await store.close()
