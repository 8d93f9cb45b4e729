import type { Word } from '../word.ts'
import { COUNT, type Grid, type Model, type Row, scaled } from './decode.ts'
import { EDGE, type FeatureContext, type Form, formOf, GAPS, gapsOf, JOINT, TEMPLATES, tailOfGaps } from './features.ts'

/** Log scores of every tag for every word of a sentence. */
export type Scorer = (sentence: readonly Word[]) => Grid

/** Where in the pool a sum of weights begins, in the order of TAGS; 0 where nothing weighs. */
type Sum = number
type Plain = 'self' | 'asBefore' | 'asAfter' | 'asSecondBefore' | 'asSecondAfter'
/** What is added by the number of a shape or of a gap beside: the numbers, and the rows in their order. A form has one or two. */
type Tails = { readonly numbers: readonly number[]; readonly sums: readonly Sum[] } | undefined
/** `number` is that of its shape. */
type KnownForm = { readonly shape: string; readonly number: number } & { readonly [Part in Plain]: Sum } & {
  readonly [Part in keyof typeof JOINT]: Tails
}
type Pair = { readonly [Part in 'fromSecond' | 'fromFirst' | 'fromAfter' | 'fromBefore']: Sum }

/** Forms that are remembered; texts repeat theirs. */
const CACHE_LIMIT = 40_000

/** What `emissions` over `featuresOf` gives, with the sums that a form or two shapes alone decide remembered. */
export function scorer({ features, scale }: Model, context: FeatureContext): Scorer {
  const forms = new Map<string, KnownForm>()
  const shapes = numbers()
  const pairs: (Pair | undefined)[][] = []
  const pool = poolOf()
  const sum = (active: readonly string[]): Sum => pool.add(active.flatMap((feature) => features.get(feature) ?? []))
  const tails = tailsOf(features)
  const numbered = (head: string, numberOf: (tail: string) => number): Tails => {
    const known = tails.get(head)
    return known && { numbers: [...known.keys()].map(numberOf), sums: [...known.values()].map((row) => pool.add([row])) }
  }
  const known = (one: Form): KnownForm => ({
    shape: one.shape,
    number: shapes(one.shape),
    self: sum(TEMPLATES.self(one)),
    asBefore: sum(TEMPLATES.asBefore(one)),
    asAfter: sum(TEMPLATES.asAfter(one)),
    asSecondBefore: sum(TEMPLATES.asSecondBefore(one)),
    asSecondAfter: sum(TEMPLATES.asSecondAfter(one)),
    withGap: numbered(JOINT.withGap(one), gapNumber),
    asBeforeShape: numbered(JOINT.asBeforeShape(one), shapes),
    asAfterShape: numbered(JOINT.asAfterShape(one), shapes),
    endBeforeShape: numbered(JOINT.endBeforeShape(one), shapes),
    asBeforeGaps: numbered(JOINT.asBeforeGaps(one), gapsNumber),
  })
  const lookUp = (word: Word): KnownForm => {
    const found = forms.get(word.form)
    if (found) return found
    const made = known(formOf(word, context))
    forms.set(word.form, made)
    return made
  }
  const pairOf = ({ shape: a, number }: KnownForm, { shape: b, number: second }: KnownForm): Pair => {
    pairs[number] ??= []
    const row = pairs[number]
    row[second] ??= {
      fromSecond: sum(TEMPLATES.fromSecond(a, b)),
      fromFirst: sum(TEMPLATES.fromFirst(a, b)),
      fromAfter: sum(TEMPLATES.fromAfter(a, b)),
      fromBefore: sum(TEMPLATES.fromBefore(a, b)),
    }
    return row[second]
  }
  const gapBefore = GAPS.map((gap) => sum(TEMPLATES.gapBefore(gap)))
  const gapBehind = GAPS.map((gap) => sum(TEMPLATES.gapBehind(gap)))
  const edge = known(EDGE)
  const kept = pool.size()
  function forget(): void {
    forms.clear()
    pairs.length = 0
    pool.cut(kept)
  }

  return (sentence) => {
    if (forms.size >= CACHE_LIMIT) forget()
    const at = [edge, edge, ...sentence.map(lookUp), edge, edge]
    const inRow = at.slice(1).map((second, i) => pairOf(at[i]!, second))
    const gaps = gapsOf(sentence).map(gapNumber)
    const grid = new Float64Array(sentence.length * COUNT)
    for (let i = 0; i < sentence.length; i++) {
      const before = at[i + 1]!
      const one = at[i + 2]!
      const after = at[i + 3]!
      const gap = gaps[i + 1]!
      const row = i * COUNT
      pool.addTo(grid, row, one.self)
      pool.addTo(grid, row, before.asBefore)
      pool.addTo(grid, row, after.asAfter)
      pool.addTo(grid, row, at[i]!.asSecondBefore)
      pool.addTo(grid, row, at[i + 4]!.asSecondAfter)
      pool.addTo(grid, row, inRow[i + 1]!.fromSecond)
      pool.addTo(grid, row, inRow[i + 2]!.fromFirst)
      pool.addTo(grid, row, inRow[i]!.fromAfter)
      pool.addTo(grid, row, inRow[i + 3]!.fromBefore)
      pool.addTo(grid, row, gapBefore[gap]!)
      pool.addTo(grid, row, gapBehind[gaps[i + 2]!]!)
      pool.addTo(grid, row, tailAt(one.withGap, gap))
      pool.addTo(grid, row, tailAt(before.asBeforeShape, one.number))
      pool.addTo(grid, row, tailAt(after.asAfterShape, one.number))
      pool.addTo(grid, row, tailAt(before.endBeforeShape, one.number))
      pool.addTo(grid, row, tailAt(before.asBeforeGaps, gap * GAPS.length + gaps[i]!))
    }
    return scaled(grid, scale)
  }
}

/** Numbers for strings, in the order in which they are first asked for. */
function numbers(): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
}

const gapNumber = (gap: string): number => GAPS.indexOf(gap)
/** The number of the gap before a word and the one before the word before. */
const gapsNumber = (tail: string): number => {
  const [gap, before] = GAPS.flatMap((one) => GAPS.map((other) => [one, other] as const)).find((two) => tailOfGaps(...two) === tail)!
  return gapNumber(gap) * GAPS.length + gapNumber(before)
}

function tailAt(tails: Tails, number: number): Sum {
  if (tails === undefined) return 0
  const { numbers } = tails
  for (let i = 0; i < numbers.length; i++) if (numbers[i] === number) return tails.sums[i]!
  return 0
}

/** Sums of weights one after the other in one array, so that those of a sentence lie together; it begins with one of nothing. */
function poolOf() {
  let rows = new Float32Array(COUNT * 1024)
  let end = COUNT
  return {
    /** Keeps the sum of rows and tells where it begins. */
    add(some: readonly Row[]): Sum {
      if (some.length === 0) return 0
      if (end + COUNT > rows.length) {
        const larger = new Float32Array(rows.length * 2)
        larger.set(rows)
        rows = larger
      }
      const at = end
      for (const row of some) for (let tag = 0; tag < COUNT; tag++) rows[at + tag]! += row[tag]!
      end += COUNT
      return at
    },
    addTo(grid: Grid, row: number, at: Sum): void {
      if (at !== 0) for (let tag = 0; tag < COUNT; tag++) grid[row + tag]! += rows[at + tag]!
    },
    /** How much is kept, and forgetting all that was kept since. */
    size: (): number => end,
    cut(size: number): void {
      rows.fill(0, size, end)
      end = size
    },
  }
}

/** Features of two parts by the first, then by the second. */
function tailsOf(features: Model['features']): Map<string, Map<string, Row>> {
  const tails = new Map<string, Map<string, Row>>()
  for (const [feature, row] of features) {
    const seam = feature.indexOf('|')
    if (seam < 0) continue
    const head = feature.slice(0, seam)
    const rows = tails.get(head) ?? new Map<string, Row>()
    tails.set(head, rows.set(feature.slice(seam + 1), row))
  }
  return tails
}
