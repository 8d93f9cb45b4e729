/**
 * Trains the tagger: `tsx scripts/train-tagger.ts [SEED]`, deterministic for a seed. Reads seeds/tagger/*.txt, writes seeds/tagger/model.txt.gz.
 * A linear-chain conditional random field (Lafferty et al. 2001) fitted by AdaGrad with an L1 penalty, which leaves most features without weight.
 * Names are swapped in copies of the sentences that hold them, so that what surrounds a name counts for more than the name.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { frequencyOf } from '../src/analysis/frequency.ts'
import { loadGazetteer } from '../src/cli/knowledge.ts'
import { groupBy } from '../src/domain/group-by.ts'
import { COUNT, decode, emissions, lattice, type Model, steps } from '../src/extraction/tagger/decode.ts'
import { featureContext, featuresOf } from '../src/extraction/tagger/features.ts'
import { ALLOWED, TAGS, type Tag } from '../src/extraction/tagger/labels.ts'
import { writeModel } from '../src/extraction/tagger/model.ts'
import { readWords } from '../src/extraction/word.ts'

const EPOCHS = 12
const COPIES = 5
const RATE = 0.2
const PENALTY = 0.00004
/** A stored weight is a multiple of this. */
const UNIT = 1 / 16

const folder = new URL('../seeds/tagger/', import.meta.url)
const gazetteer = loadGazetteer(fileURLToPath(new URL('../seeds/gazetteer/', import.meta.url)))
const context = featureContext(gazetteer)

/** Mulberry32: small, seeded, good enough to shuffle. */
function randomSource(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const random = randomSource(Number(process.argv[2] ?? 1))
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!

const TAGGED = /<(per|title|org|loc)>([^<]*)<\/\1>/g
type Example = { features: string[][]; tags: number[] }

function examplesOf(text: string): Example[] {
  const spans: { start: number; end: number; label: string }[] = []
  let body = ''
  let from = 0
  for (const match of text.matchAll(TAGGED)) {
    body += text.slice(from, match.index)
    spans.push({ start: body.length, end: body.length + match[2]!.length, label: match[1]! })
    body += match[2]
    from = match.index + match[0].length
  }
  body += text.slice(from)
  const words = readWords(body)
  const tagOf = (start: number, end: number): Tag => {
    const span = spans.find((s) => s.start < end && start < s.end)
    if (!span) return 'O'
    const first = words.find((w) => w.end > span.start)!
    if (first.start !== start) return `I-${span.label}` as Tag
    return (span.start > first.start ? `C-${span.label}` : `B-${span.label}`) as Tag
  }
  const sentences = groupBy(words, ({ sentence }) => sentence)
  return [...sentences.values()].map((sentence) => ({
    features: featuresOf(sentence, context),
    tags: sentence.map(({ start, end }) => TAGS.indexOf(tagOf(start, end))),
  }))
}

const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split(/^=== .*$/m)
      .slice(1),
  )
  .map((text) => text.trim())

const names = texts.flatMap((text) => [...text.matchAll(/<per>([^<]*)<\/per>/g)].map(([, name]) => name!))
const byLength = groupBy([...new Set(names)], (name) => Math.min(name.split(' ').length, 4))
const strangers = [...gazetteer.nameParts].filter((part) => frequencyOf(part) === 0 && frequencyOf(`ال${part}`) === 0)
const strangeName = (length: number): string => Array.from({ length: Math.min(length, 3) }, () => pick(strangers)).join(' ')
const swapNames = (text: string): string =>
  text.replace(/<per>([^<]*)<\/per>/g, (_, name: string) => {
    const length = Math.min(name.split(' ').length, 4)
    return `<per>${random() < 0.5 ? pick(byLength.get(length)!) : strangeName(length)}</per>`
  })

const examples = texts.flatMap(examplesOf)
for (let copy = 0; copy < COPIES; copy++) {
  for (const text of texts)
    examples.push(
      ...text
        .split('\n')
        .filter((line) => line.includes('<per>'))
        .flatMap((line) => examplesOf(swapNames(line))),
    )
}
process.stderr.write(`${texts.length} texts, ${examples.length} sentences\n`)

/** A row of weights with what AdaGrad and the lazy L1 penalty need to know of it. */
type Row = { weights: Float64Array; squares: Float64Array; penalised: Float64Array }
const newRow = (): Row => ({
  weights: new Float64Array(COUNT),
  squares: new Float64Array(COUNT).fill(1e-8),
  penalised: new Float64Array(COUNT),
})
const rows = new Map<string, Row>()
const transitionRows = TAGS.map(newRow)
const live: Model & { features: Map<string, Float64Array> } = {
  features: new Map(),
  transitions: transitionRows.map(({ weights }) => weights),
  scale: 1,
}
for (const { features } of examples) {
  for (const feature of features.flat()) {
    if (rows.has(feature)) continue
    const row = newRow()
    rows.set(feature, row)
    live.features.set(feature, row.weights)
  }
}
let step = 0

/** One weight moved along its gradient, then pulled towards zero for all the steps since it last moved. */
function move(row: Row, tag: number, gradient: number): void {
  row.squares[tag]! += gradient * gradient
  const rate = RATE / Math.sqrt(row.squares[tag]!)
  const weight = row.weights[tag]! + rate * gradient
  const pull = rate * PENALTY * (step - row.penalised[tag]!)
  row.penalised[tag] = step
  row.weights[tag] = Math.sign(weight) * Math.max(0, Math.abs(weight) - pull)
}

function learn({ features, tags }: Example): void {
  const emitted = emissions(features, live)
  const { tagAt, stepsInto } = lattice(emitted, steps(live))
  for (const [i, tag] of tags.entries()) {
    const before = i === 0 ? 0 : tags[i - 1]!
    const expected = i === 0 ? null : stepsInto(i)
    for (let to = 0; to < COUNT; to++) {
      const gradient = (to === tag ? 1 : 0) - tagAt(i, to)
      if (Math.abs(gradient) > 1e-4) for (const feature of features[i]!) move(rows.get(feature)!, to, gradient)
      for (let from = 0; expected && from < COUNT; from++) {
        if (!ALLOWED[from]![to]) continue
        const difference = (from === before && to === tag ? 1 : 0) - expected[from * COUNT + to]!
        if (Math.abs(difference) > 1e-4) move(transitionRows[from]!, to, difference)
      }
    }
  }
}

for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[examples[i], examples[j]] = [examples[j]!, examples[i]!]
  }
  for (const example of examples) {
    step += 1
    learn(example)
  }
  process.stderr.write(`\repoch ${epoch + 1} of ${EPOCHS}`)
}

const quantised = ({ weights }: Row): Float64Array => weights.map((weight) => Math.max(-127, Math.min(127, Math.round(weight / UNIT))))
const features = new Map(
  [...rows].map(([feature, row]) => [feature, quantised(row)] as const).filter(([, weights]) => weights.some((weight) => weight !== 0)),
)
const model: Model = { features, transitions: transitionRows.map(quantised), scale: UNIT }
const wrong = examples.reduce(
  (sum, { features, tags }) => sum + decode(emissions(features, model), steps(model)).filter((tag, i) => tag !== tags[i]).length,
  0,
)
const packed = gzipSync(writeModel(model), { level: 9 })
packed[9] = 255
writeFileSync(new URL('model.txt.gz', folder), packed)
process.stderr.write(`\n${wrong} words of the training texts wrong; ${features.size} features, ${Math.round(packed.length / 1024)} KiB\n`)
