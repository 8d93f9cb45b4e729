/**
 * `npm run --silent bench:analysis -- ARTICLES.jsonl`: articles of 254 tokens that one core analyses in a second, warm: the texts {body or text} are analysed
 * over and over for five seconds, the first one not counted.
 */
import { analyze } from '../src/analysis/analyzer.ts'
import { readRows } from './read-lines.ts'

const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('usage: bench:analysis -- ARTICLES.jsonl\n')
  process.exit(2)
}
const ARTICLE = 254
const texts = readRows<{ body?: string; text?: string }>(file).map(({ body, text }) => body ?? text ?? '')
function run(seconds: number): number {
  const until = performance.now() + seconds * 1000
  const from = performance.now()
  let tokens = 0
  for (let i = 0; performance.now() < until; i++) tokens += analyze(texts[i % texts.length]!).length
  return tokens / ((performance.now() - from) / 1000)
}
run(1)
process.stdout.write(`${JSON.stringify({ texts: texts.length, articles_per_s: Math.round(run(4) / ARTICLE) })}\n`)
