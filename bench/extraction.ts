/**
 * `npm run --silent bench:extraction -- GOLD_DIR ARTICLES.jsonl SCORER.mjs`: extracts and resolves the articles as `liqa extract --resolve` does, scores
 * them with the given scorer against the gold annotations, and prints its figures with the speed as one JSON line.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [gold, articles, scorer] = process.argv.slice(2)
if (!gold || !articles || !scorer) {
  process.stderr.write('usage: bench:extraction -- GOLD_DIR ARTICLES.jsonl SCORER.mjs\n')
  process.exit(2)
}
const liqa = fileURLToPath(new URL('../src/cli/liqa.ts', import.meta.url))
const startedAt = performance.now()
const predictions = execFileSync(process.execPath, ['--import', 'tsx', liqa, 'extract', '--resolve', articles], { maxBuffer: 1 << 30 })
const seconds = (performance.now() - startedAt) / 1000
const folder = mkdtempSync(join(tmpdir(), 'liqa-bench-'))
writeFileSync(join(folder, 'predictions.jsonl'), predictions)
const figures = JSON.parse(
  execFileSync(process.execPath, [scorer, gold, articles, join(folder, 'predictions.jsonl'), '--json'], { encoding: 'utf8' }),
)
rmSync(folder, { recursive: true })
const count = readFileSync(articles, 'utf8').split('\n').filter(Boolean).length
process.stdout.write(`${JSON.stringify({ ...figures, articlesPerSecondWithStart: Math.round(count / seconds) })}\n`)
