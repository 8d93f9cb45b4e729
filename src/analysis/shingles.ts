import { fold } from './fold.ts'

/** Words of a shingle: copies of one text share most of their runs of four words, two texts on one event share few. */
const LENGTH = 4
const BANDS = 12
const ROWS = 3
const MIX = 0x9e3779b1

/** The shingles of a text, hashed to 32 bits; spelling variants of a word are one. A text of fewer than four words has one shingle. */
export function shinglesOf(text: string): Set<number> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hashOf)
  const shingles = new Set<number>()
  for (let i = 0; i === 0 || i + LENGTH <= hashes.length; i++)
    shingles.add(hashes.slice(i, i + LENGTH).reduce((sum, hash) => mixed(Math.imul(sum, 31) + hash), 7))
  return shingles
}

/** The share of two sets' members that is in both, 0 to 1: Jaccard's similarity. */
export function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return a.size + b.size === 0 ? 0 : shared / (a.size + b.size - shared)
}

/** From this similarity on two articles are copies of one text: a changed head and tail leave more, two reports of one event have less. */
export const NEAR = 0.5

/** Of texts that are copies of one another the least id for each; copies of copies are too. Texts in the order of their ids. */
export function copiesOf(texts: readonly { readonly id: string; readonly body: string }[]): Map<string, string> {
  const shingles = texts.map(({ id, body }) => ({ id, shingles: shinglesOf(body) }))
  const first = new Map(texts.map(({ id }) => [id, id]))
  for (const [i, a] of shingles.entries()) {
    for (const b of shingles.slice(i + 1)) {
      const [x, y] = [first.get(a.id)!, first.get(b.id)!]
      if (x === y || similarity(a.shingles, b.shingles) < NEAR) continue
      const [kept, gone] = x < y ? [x, y] : [y, x]
      for (const [id, of] of first) if (of === gone) first.set(id, kept)
    }
  }
  return first
}

/**
 * Keys under which near duplicates meet (MinHash with banding; Broder 1997, Leskovec et al., Mining of Massive Datasets, ch. 3): twelve bands of three
 * rows, so that texts of similarity .8 share one with more than 99 in 100, of .5 with 80, of .2 with 9. Numbers of at most 48 bits.
 */
export function bandsOf(shingles: ReadonlySet<number>): number[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let row = 0; row < least.length; row++) {
      const hash = mixed(shingle ^ Math.imul(row + 1, MIX)) >>> 0
      if (hash < least[row]!) least[row] = hash
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const hash = least.subarray(band * ROWS, (band + 1) * ROWS).reduce((sum, value) => mixed(Math.imul(sum, 31) ^ value), band + 1)
    return band * 2 ** 32 + (hash >>> 0)
  })
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
