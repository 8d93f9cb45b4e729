/**
 * `npm run --silent bench:extraction -- GOLD_DIR ARTICLES.jsonl SCORER.mjs [--baseline FILE [--write]]`: extracts and resolves the articles as `liqa extract
 * --resolve` does, scores them with the given scorer against the gold annotations, and prints one JSON object: the figures, the same without the people of
 * the gazetteer, how sure the machine was of encounters against how many of them are in gold, and articles a second on one core (cleaned, analysed and
 * extracted, the best of RUNS runs), as they are and counted in articles of 300 words. With `--baseline` it fails where a figure is lower than in the file, `--write` writes the file.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadExtract } from '../src/cli/knowledge.ts'
import { extractFrom } from '../src/ingest/article.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { baseline: { type: 'string' }, write: { type: 'boolean', default: false } },
})
const [gold, articles, scorer] = positionals
if (!gold || !articles || !scorer) {
  process.stderr.write('usage: bench:extraction -- GOLD_DIR ARTICLES.jsonl SCORER.mjs [--baseline FILE [--write]]\n')
  process.exit(2)
}
type Line = { readonly meetings: readonly { readonly confidence: number }[] }
type Figures = Readonly<
  Record<string, { readonly f1?: number; readonly value?: number; readonly p?: number; readonly tp?: number; readonly fp?: number }>
>

const seeds = fileURLToPath(new URL('../seeds', import.meta.url))
const liqa = fileURLToPath(new URL('../src/cli/liqa.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'liqa-bench-'))
const extracted = (from: string): Line[] =>
  execFileSync(process.execPath, ['--import', 'tsx', liqa, 'extract', '--resolve', articles], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
    env: { ...process.env, LIQA_SEEDS: from },
  })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
function scored(lines: readonly Line[]): Figures {
  const file = join(folder, 'predictions.jsonl')
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  return JSON.parse(execFileSync(process.execPath, [scorer!, gold!, articles!, file, '--json'], { encoding: 'utf8' }))
}
const share = (value: number): number => Math.round(value * 1000) / 1000

const lines = extracted(seeds)
const figures = scored(lines)
cpSync(seeds, join(folder, 'seeds'), { recursive: true })
writeFileSync(join(folder, 'seeds', 'gazetteer', 'people.jsonl'), '')
const withoutPeople = scored(extracted(join(folder, 'seeds')))

/** Encounters by how sure the machine was, and the share of them that gold has. */
const BINS = [0, 0.8, 0.86, 0.92, 1.01]
const calibration = BINS.slice(1).flatMap((below, i) => {
  const from = BINS[i]!
  const some = lines.map((line) => ({
    ...line,
    meetings: line.meetings.filter(({ confidence }) => confidence >= from && confidence < below),
  }))
  const all = some.flatMap(({ meetings }) => meetings)
  if (all.length === 0) return []
  const predicted = share(all.reduce((sum, { confidence }) => sum + confidence, 0) / all.length)
  return [{ from, encounters: all.length, predicted, observed: share(scored(some).meetings?.p ?? 0) }]
})

const extract = loadExtract(seeds)
const texts = readFileSync(articles, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): { body: string; published?: string | null } => JSON.parse(line))
/** So many that what is compiled while it runs is compiled by the last. */
const RUNS = 10
const runs = Array.from({ length: RUNS }, () => {
  const startedAt = performance.now()
  for (const { body, published } of texts) extractFrom(body, published ?? null, extract)
  return texts.length / ((performance.now() - startedAt) / 1000)
})
const articlesPerSecond = Math.max(...runs)
const words = texts.reduce((sum, { body }) => sum + body.split(/\s+/).length, 0) / texts.length
process.stdout.write(
  `${JSON.stringify({ ...figures, withoutPeople, calibration, articlesPerSecond: Math.round(articlesPerSecond), of300Words: Math.round((articlesPerSecond * words) / 300), wordsPerArticle: Math.round(words) })}\n`,
)
rmSync(folder, { recursive: true })

const headline = Object.fromEntries(
  Object.entries(figures).flatMap(([name, figure]) => {
    const value = figure?.f1 ?? figure?.value
    return typeof value === 'number' ? [[name, share(value)]] : []
  }),
)
if (values.baseline && values.write) writeFileSync(values.baseline, `${JSON.stringify(headline, null, 2)}\n`)
else if (values.baseline) {
  if (!existsSync(values.baseline)) throw new Error(`there is no baseline ${values.baseline}; make one with --write`)
  const known: Record<string, number> = JSON.parse(readFileSync(values.baseline, 'utf8'))
  const isWorse = (name: string, was: number): boolean =>
    /Invented$/.test(name) ? (headline[name] ?? 1) > was : (headline[name] ?? 0) < was
  const worse = Object.entries(known).filter(([name, was]) => isWorse(name, was))
  for (const [name, was] of worse) process.stderr.write(`${name}: ${was} → ${headline[name]}\n`)
  if (worse.length > 0) process.exitCode = 1
}
