/**
 * `npm run --silent bench:actors -- ACTORS.json ARTICLES.jsonl…`: how well actors are told apart and brought together across articles. Extracts and resolves
 * all articles as one batch, finds for every actor of ACTORS.json [{name, surface, docs}] and each of its articles the extracted actor that bears one of its
 * surface forms, and compares all pairs of those: pairwise precision, recall and F1 of `actors[].actor`. `found` counts the actors of articles that were
 * extracted at all; a pair with one that was not is no pair.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fold } from '../src/analysis/fold.ts'

const [gold, ...files] = process.argv.slice(2)
if (!gold || files.length === 0) {
  process.stderr.write('usage: bench:actors -- ACTORS.json ARTICLES.jsonl…\n')
  process.exit(2)
}
type GoldActor = { readonly name: string; readonly surface: readonly string[]; readonly docs: readonly string[] }
type Line = {
  readonly id: string
  readonly actors: readonly { readonly name: string; readonly aliases: readonly string[]; readonly actor: string }[]
}

const folder = mkdtempSync(join(tmpdir(), 'liqa-bench-'))
const batch = join(folder, 'batch.jsonl')
writeFileSync(batch, files.map((file) => readFileSync(file, 'utf8').trimEnd()).join('\n'))
const liqa = fileURLToPath(new URL('../src/cli/liqa.ts', import.meta.url))
const lines = execFileSync(process.execPath, ['--import', 'tsx', liqa, 'extract', '--resolve', batch], {
  maxBuffer: 1 << 30,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .map((line): Line => JSON.parse(line))
rmSync(folder, { recursive: true })

const byId = new Map(lines.map((line) => [line.id, line]))
const items = (JSON.parse(readFileSync(gold, 'utf8')) as GoldActor[]).flatMap(({ name, surface, docs }, actor) => {
  const forms = new Set([name, ...surface].map(fold))
  return docs
    .filter((doc) => byId.has(doc))
    .map((doc) => {
      const found = byId.get(doc)!.actors.find((one) => [one.name, ...one.aliases].some((form) => forms.has(fold(form))))
      return { gold: actor, told: `${name} in ${doc}`, predicted: found?.actor ?? null }
    })
})
const found = items.filter((item) => item.predicted !== null)
const counts = { both: 0, onlyGold: 0, onlyPredicted: 0 }
for (const [i, a] of found.entries()) {
  for (const b of found.slice(i + 1)) {
    const [same, joined] = [a.gold === b.gold, a.predicted === b.predicted]
    if (same && joined) counts.both += 1
    else if (same) {
      counts.onlyGold += 1
      process.stderr.write(`apart: ${a.told} | ${b.told}\n`)
    } else if (joined) {
      counts.onlyPredicted += 1
      process.stderr.write(`joined: ${a.told} | ${b.told}\n`)
    }
  }
}
const precision = counts.both / (counts.both + counts.onlyPredicted)
const recall = counts.both / (counts.both + counts.onlyGold)
const share = (value: number): number => Number(value.toFixed(3))
process.stdout.write(
  `${JSON.stringify({ actors: items.length, found: found.length, pairs: counts.both + counts.onlyGold, precision: share(precision), recall: share(recall), f1: share((2 * precision * recall) / (precision + recall)) })}\n`,
)
