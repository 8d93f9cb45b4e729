import { ALLOWED, TAGS } from './labels.ts'

/** Weights of one feature, or of one preceding tag, for every tag in the order of TAGS. */
export type Weights = ReadonlyMap<string, ArrayLike<number>>
export type Model = {
  readonly features: Weights
  readonly transitions: readonly ArrayLike<number>[]
  /** What one unit of weight is worth in log space: weights are stored as small integers. */
  readonly scale: number
}

const COUNT = TAGS.length
const NONE = Number.NEGATIVE_INFINITY

/** Log scores of every tag for every word: rows of COUNT. */
export function emissions(features: readonly (readonly string[])[], { features: weightsOf, scale }: Model): Float64Array[] {
  return features.map((active) => {
    const row = new Float64Array(COUNT)
    for (const feature of active) {
      const weights = weightsOf.get(feature)
      if (weights) for (let tag = 0; tag < COUNT; tag++) row[tag]! += weights[tag]!
    }
    if (scale !== 1) for (let tag = 0; tag < COUNT; tag++) row[tag]! *= scale
    return row
  })
}

/** Log scores of every step from tag to tag; what labels.ts forbids is −∞. A sentence begins as after `O`. */
export const steps = ({ transitions, scale }: Model): Float64Array[] =>
  ALLOWED.map((row, from) => Float64Array.from(row, (allowed, to) => (allowed ? transitions[from]![to]! * scale : NONE)))

/** The best sequence of tags (Viterbi over a linear chain), as indexes into TAGS. */
export function decode(emitted: readonly Float64Array[], step: readonly Float64Array[]): number[] {
  let scores = Float64Array.from({ length: COUNT }, (_, tag) => (tag === 0 ? 0 : NONE))
  const back = emitted.map((row) => {
    const next = new Float64Array(COUNT)
    const from = new Uint8Array(COUNT)
    for (let to = 0; to < COUNT; to++) {
      let best = NONE
      for (let tag = 0; tag < COUNT; tag++) {
        const score = scores[tag]! + step[tag]![to]!
        if (score > best) {
          best = score
          from[to] = tag
        }
      }
      next[to] = best + row[to]!
    }
    scores = next
    return from
  })
  let tag = scores.reduce((best, score, i) => (score > scores[best]! ? i : best), 0)
  const tags: number[] = []
  for (let i = emitted.length - 1; i >= 0; i--) {
    tags.push(tag)
    tag = back[i]![tag]!
  }
  return tags.reverse()
}

export type Lattice = { readonly forward: Float64Array[]; readonly backward: Float64Array[]; readonly logZ: number }

/** Forward and backward log scores of a sentence (Lafferty et al. 2001): probability of tag t at word i is exp(forward + backward − logZ). */
export function lattice(emitted: readonly Float64Array[], step: readonly Float64Array[]): Lattice {
  const into = step.map((_, to) => Float64Array.from(step, (row) => row[to]!))
  const forward: Float64Array[] = []
  for (const [i, row] of emitted.entries()) {
    const before = forward[i - 1]
    forward.push(row.map((score, to) => score + (before ? logSum(before, into[to]!) : step[0]![to]!)))
  }
  const backward: Float64Array[] = emitted.map(() => new Float64Array(COUNT))
  for (let i = emitted.length - 2; i >= 0; i--) {
    const after = emitted[i + 1]!.map((score, to) => score + backward[i + 1]![to]!)
    for (let tag = 0; tag < COUNT; tag++) backward[i]![tag] = logSum(step[tag]!, after)
  }
  const last = forward.at(-1)
  return { forward, backward, logZ: last ? logSum(last, new Float64Array(COUNT)) : 0 }
}

/** log Σ exp over the tags, of two rows added term by term. */
function logSum(a: Float64Array, b: Float64Array): number {
  let best = NONE
  for (let tag = 0; tag < COUNT; tag++) best = Math.max(best, a[tag]! + b[tag]!)
  if (best === NONE) return NONE
  let sum = 0
  for (let tag = 0; tag < COUNT; tag++) sum += Math.exp(a[tag]! + b[tag]! - best)
  return best + Math.log(sum)
}
