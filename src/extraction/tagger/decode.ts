import { ALLOWED, TAGS } from './labels.ts'

/** Weights of one feature, or of one preceding tag, for every tag in the order of TAGS. */
export type Row = Float64Array
export type Model = {
  readonly features: ReadonlyMap<string, Row>
  readonly transitions: readonly Row[]
  /** What one unit of weight is worth in log space: weights are stored as small integers. */
  readonly scale: number
}

/** A number for every tag of every word: COUNT in a row, row after row. One flat array a sentence, since many small ones cost more than what is done with them. */
export type Grid = Float64Array

export const COUNT = TAGS.length
const NONE = Number.NEGATIVE_INFINITY

/** Log scores of every tag for every word. */
export function emissions(features: readonly (readonly string[])[], { features: weightsOf, scale }: Model): Grid {
  const grid = new Float64Array(features.length * COUNT)
  for (const [i, active] of features.entries()) for (const feature of active) addRow(grid, i * COUNT, weightsOf.get(feature))
  return scaled(grid, scale)
}

/** Adds a row to the one that begins at an index of the grid. */
export function addRow(grid: Grid, at: number, row: Row | undefined): void {
  if (row) for (let tag = 0; tag < COUNT; tag++) grid[at + tag]! += row[tag]!
}

export function scaled(grid: Grid, scale: number): Grid {
  for (let i = 0; i < grid.length; i++) grid[i]! *= scale
  return grid
}

/** What every step from one tag to another is worth, the tag before by the row; what labels.ts forbids is −∞ and 0. A sentence begins as after `O`. */
export type Steps = { readonly logs: Grid; readonly weights: Grid }

export function steps({ transitions, scale }: Model): Steps {
  const logs = Float64Array.from(
    ALLOWED.flatMap((row, from) => row.map((allowed, to) => (allowed ? transitions[from]![to]! * scale : NONE))),
  )
  return { logs, weights: logs.map(Math.exp) }
}

/** The best sequence of tags (Viterbi over a linear chain), as indexes into TAGS. */
export function decode(emitted: Grid, { logs: step }: Steps): number[] {
  const length = emitted.length / COUNT
  const best = new Float64Array(emitted.length)
  const back = new Uint8Array(emitted.length)
  for (let i = 0; i < length; i++) {
    for (let to = 0; to < COUNT; to++) {
      let most = i === 0 ? step[to]! : NONE
      for (let from = 0; i > 0 && from < COUNT; from++) {
        const score = best[(i - 1) * COUNT + from]! + step[from * COUNT + to]!
        if (score > most) {
          most = score
          back[i * COUNT + to] = from
        }
      }
      best[i * COUNT + to] = most + emitted[i * COUNT + to]!
    }
  }
  const last = best.subarray((length - 1) * COUNT)
  let tag = last.reduce((most, score, i) => (score > last[most]! ? i : most), 0)
  const tags = new Array<number>(length)
  for (let i = length - 1; i >= 0; i--) {
    tags[i] = tag
    tag = back[i * COUNT + tag]!
  }
  return tags
}

export type Lattice = {
  /** Marginal probability of a tag. */
  readonly tagAt: (word: number, tag: number) => number
  /** Marginal probability of every step from the tags of the word before, by the row, to those of a word; not of the first. */
  readonly stepsInto: (word: number) => Grid
}

/**
 * The forward-backward algorithm (Lafferty et al. 2001), over probabilities that are scaled word by word (Rabiner 1989, V.A): one exponential a tag instead
 * of one a step.
 */
export function lattice(emitted: Grid, { weights }: Steps): Lattice {
  const local = new Float64Array(emitted.length)
  for (let at = 0; at < emitted.length; at += COUNT) {
    const peak = greatest(emitted, at)
    for (let i = at; i < at + COUNT; i++) local[i] = Math.exp(emitted[i]! - peak)
  }
  const forward = new Float64Array(emitted.length)
  for (let at = 0; at < emitted.length; at += COUNT) {
    for (let to = 0; to < COUNT; to++) {
      let mass = at === 0 ? weights[to]! : 0
      for (let from = 0; at > 0 && from < COUNT; from++) mass += forward[at - COUNT + from]! * weights[from * COUNT + to]!
      forward[at + to] = mass * local[at + to]!
    }
    normalise(forward, at)
  }
  const backward = new Float64Array(emitted.length).fill(1)
  const ahead = new Float64Array(COUNT)
  for (let at = emitted.length - 2 * COUNT; at >= 0; at -= COUNT) {
    for (let to = 0; to < COUNT; to++) ahead[to] = local[at + COUNT + to]! * backward[at + COUNT + to]!
    for (let from = 0; from < COUNT; from++) {
      let mass = 0
      for (let to = 0; to < COUNT; to++) mass += weights[from * COUNT + to]! * ahead[to]!
      backward[at + from] = mass
    }
    normalise(backward, at)
  }
  return {
    tagAt: (word, tag) => {
      const at = word * COUNT
      let total = 0
      for (let i = at; i < at + COUNT; i++) total += forward[i]! * backward[i]!
      return (forward[at + tag]! * backward[at + tag]!) / total
    },
    stepsInto: (word) => {
      const [before, at] = [(word - 1) * COUNT, word * COUNT]
      const mass = weights.map((step, i) => {
        const to = i % COUNT
        return forward[before + Math.floor(i / COUNT)]! * step * local[at + to]! * backward[at + to]!
      })
      const total = mass.reduce((a, b) => a + b, 0)
      return scaled(mass, 1 / total)
    },
  }
}

function greatest(grid: Grid, at: number): number {
  let peak = grid[at]!
  for (let i = at + 1; i < at + COUNT; i++) if (grid[i]! > peak) peak = grid[i]!
  return peak
}

/** Brings the greatest of a row to one. */
function normalise(grid: Grid, at: number): void {
  const peak = greatest(grid, at)
  for (let i = at; i < at + COUNT; i++) grid[i]! /= peak
}
