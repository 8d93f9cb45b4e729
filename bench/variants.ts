/**
 * `npm run --silent bench:variants -- FILE`: FILE holds pairs {a, b} of spellings and inflections. Each word or phrase of each pair stands in one text of a
 * corpus; a pair counts half for each direction in which a query for one finds the text of the other. The control asks the same of 20,000 random pairs of
 * words out of the vocabulary of the language: how often words find each other that have nothing to do with one another.
 */
import { VOCABULARY } from '../src/lexicon/vocabulary.ts'
import { readRows } from './read-lines.ts'
import { openSearchStore } from './search-store.ts'

const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('usage: bench:variants -- FILE\n')
  process.exit(2)
}
const CONTROL = 20_000
const ALL = 100

const pairs = readRows<{ a: string; b: string }>(file)
const words = [...new Set(VOCABULARY.flatMap(([, row]) => row.split(' ')))]
const texts = [...new Set([...pairs.flatMap(({ a, b }) => [a, b]), ...words])]
const idOf = new Map(texts.map((text, i) => [text, `t${i}`]))
const store = openSearchStore()
await store.add(texts.map((text, i) => ({ id: `t${i}`, text: `خبر ${text} هنا` })))

/** Everything that a query finds, page by page. */
const found = new Map<string, ReadonlySet<string>>()
async function findAll(q: string): Promise<ReadonlySet<string>> {
  const known = found.get(q)
  if (known) return known
  const ids = new Set(await store.search(q, ALL))
  found.set(q, ids)
  return ids
}
const finds = async (q: string, text: string): Promise<boolean> => (await findAll(q)).has(idOf.get(text)!)

let matched = 0
for (const { a, b } of pairs) for (const [q, text] of [[a, b], [b, a]] as const) if (await finds(q, text)) matched += 0.5 // biome-ignore format: one line a pair

let state = 7
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
const pick = (): string => words[Math.floor(random() * words.length)]!
let control = 0
for (let i = 0; i < CONTROL; i++) {
  const [a, b] = [pick(), pick()]
  if (a !== b && (await finds(a, b))) control += 1
}
process.stdout.write(`${JSON.stringify({ pairs: pairs.length, matched, random_match_rate: control / CONTROL })}\n`)
await store.close()
