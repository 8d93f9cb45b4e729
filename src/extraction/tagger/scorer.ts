import { memo } from '../../domain/memo.ts'
import type { Word } from '../word.ts'
import { addRow, COUNT, type Grid, type Model, type Row, scaled } from './decode.ts'
import { EDGE, type FeatureContext, type Form, formOf, gapsOf, JOINT, TEMPLATES, tailOfGaps } from './features.ts'

/** Log scores of every tag for every word of a sentence. */
export type Scorer = (sentence: readonly Word[]) => Grid

/** A sum of weights, in the order of TAGS; undefined where nothing weighs. */
type Sum = Row | undefined
type Tails = ReadonlyMap<string, Row> | undefined
type Plain = 'self' | 'asBefore' | 'asAfter' | 'asSecondBefore' | 'asSecondAfter'
/** `number` is that of its shape. */
type KnownForm = Form & { readonly number: number } & { readonly [Part in Plain]: Sum } & { readonly [Part in keyof typeof JOINT]: Tails }
type Pair = { readonly [Part in 'fromSecond' | 'fromFirst' | 'fromAfter' | 'fromBefore']: Sum }

/** Forms and pairs of shapes that are remembered; texts repeat theirs. */
const CACHE_LIMIT = 40_000
/** More than there are: shapes are made of a few letters each. */
const MAX_SHAPES = 2 ** 20

/** What `emissions` over `featuresOf` gives, with the sums that a form or two shapes alone decide remembered. */
export function scorer({ features, scale }: Model, context: FeatureContext): Scorer {
  const forms = new Map<string, KnownForm>()
  const shapes = new Map<string, number>()
  const pairs = new Map<number, Pair>()
  const sum = (active: readonly string[]): Sum => {
    let total: Sum
    for (const feature of active) {
      const weights = features.get(feature)
      if (!weights) continue
      total ??= new Float64Array(COUNT)
      addRow(total, 0, weights)
    }
    return total
  }
  const tails = tailsOf(features)
  const shapeNumber = (shape: string): number => {
    const number = shapes.get(shape) ?? shapes.size
    shapes.set(shape, number)
    return number
  }
  const known = (one: Form): KnownForm => ({
    form: one.form,
    stem: one.stem,
    shape: one.shape,
    number: shapeNumber(one.shape),
    self: sum(TEMPLATES.self(one)),
    asBefore: sum(TEMPLATES.asBefore(one)),
    asAfter: sum(TEMPLATES.asAfter(one)),
    asSecondBefore: sum(TEMPLATES.asSecondBefore(one)),
    asSecondAfter: sum(TEMPLATES.asSecondAfter(one)),
    withGap: tails.get(JOINT.withGap(one)),
    asBeforeShape: tails.get(JOINT.asBeforeShape(one)),
    asAfterShape: tails.get(JOINT.asAfterShape(one)),
    endBeforeShape: tails.get(JOINT.endBeforeShape(one)),
    asBeforeGaps: tails.get(JOINT.asBeforeGaps(one)),
  })
  const lookUp = (word: Word): KnownForm => remember(forms, word.form, () => known(formOf(word, context)))
  const pairOf = ({ shape: a, number }: KnownForm, { shape: b, number: second }: KnownForm): Pair =>
    remember(pairs, number * MAX_SHAPES + second, () => ({
      fromSecond: sum(TEMPLATES.fromSecond(a, b)),
      fromFirst: sum(TEMPLATES.fromFirst(a, b)),
      fromAfter: sum(TEMPLATES.fromAfter(a, b)),
      fromBefore: sum(TEMPLATES.fromBefore(a, b)),
    }))
  const gapBefore = memo((gap) => features.get(TEMPLATES.gapBefore(gap)[0]!), CACHE_LIMIT)
  const gapBehind = memo((gap) => features.get(TEMPLATES.gapBehind(gap)[0]!), CACHE_LIMIT)
  const edge = known(EDGE)

  return (sentence) => {
    const at = [edge, edge, ...sentence.map(lookUp), edge, edge]
    const inRow = at.slice(1).map((second, i) => pairOf(at[i]!, second))
    const gaps = gapsOf(sentence)
    const grid = new Float64Array(sentence.length * COUNT)
    for (let i = 0; i < sentence.length; i++) {
      const before = at[i + 1]!
      const one = at[i + 2]!
      const after = at[i + 3]!
      const gap = gaps[i + 1]!
      const row = i * COUNT
      addRow(grid, row, one.self)
      addRow(grid, row, before.asBefore)
      addRow(grid, row, after.asAfter)
      addRow(grid, row, at[i]!.asSecondBefore)
      addRow(grid, row, at[i + 4]!.asSecondAfter)
      addRow(grid, row, inRow[i + 1]!.fromSecond)
      addRow(grid, row, inRow[i + 2]!.fromFirst)
      addRow(grid, row, inRow[i]!.fromAfter)
      addRow(grid, row, inRow[i + 3]!.fromBefore)
      addRow(grid, row, gapBefore(gap))
      addRow(grid, row, gapBehind(gaps[i + 2]!))
      addRow(grid, row, one.withGap?.get(gap))
      addRow(grid, row, before.asBeforeShape?.get(one.shape))
      addRow(grid, row, after.asAfterShape?.get(one.shape))
      addRow(grid, row, before.endBeforeShape?.get(one.shape))
      addRow(grid, row, before.asBeforeGaps?.get(tailOfGaps(gap, gaps[i]!)))
    }
    return scaled(grid, scale)
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

function remember<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = cache.get(key)
  if (found) return found
  const made = make()
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(key, made)
  return made
}
