import { SCORE_PARTS, type Score, type ScoreParts } from '../domain/score.ts'

/** A candidate of the first stage as the reranker reads it: the ids of its words in text order, the title's first. */
export type Candidate = { readonly titleLength: number; readonly ids: Int32Array }

/** A word of the query with its words of the store, by id, on each tier: `stem` holds those of `surface`, `related` those of `stem`. */
export type RankWord = {
  readonly surface: readonly number[]
  readonly stem: readonly number[]
  readonly related: readonly number[]
  /** In how many articles it stands, by its stem. */
  readonly articles: number
}

/** A character 4-gram of the query: the words of the store that hold it, and the share of all words that these are. */
export type RankGram = { readonly ids: readonly number[]; readonly share: number }

export type RankQuery = {
  /** In the order of the query: what follows one another here is a pair of neighbours. */
  readonly words: readonly RankWord[]
  readonly grams: readonly RankGram[]
  /** Words that do not part neighbours. */
  readonly stopWords: readonly number[]
  readonly articles: number
  /** The greatest word id of the store. */
  readonly maxId: number
}

/** Tuned on ARCD alone, with round figures; docs/decisions/002-two-stage-ranking.md. */
const WEIGHTS: ScoreParts = { surface: 0.1, stem: 0.7, related: 0.7, grams: 0.3, neighbours: 0.4, window: 1 }
/** BM25 saturation; the length counts in full (b = 1). */
const K1 = 0.5
/** Width of the best window, in words. */
const WINDOW = 24
/** How often a word of the title counts. */
const TITLE_WEIGHT = 3
/** Share of a gram that no word holds, so that its idf stays finite. */
const LEAST_SHARE = 0.0005

/**
 * Scores candidates, best not first but in their order. A word counts on every tier on which it is found, by BM25 each: as written, by its stem, and with its
 * spellings and plurals; its 4-grams count besides. Then what bm25 does not know: neighbours of the query that are neighbours in the text, in either order,
 * and the window of 24 words that holds most of the query. Work is linear in the words of the candidates.
 */
export function rank(candidates: readonly Candidate[], query: RankQuery): Score[] {
  const marks = new Marks(query)
  const idfs = query.words.map(({ articles }) => idf(articles, query.articles))
  const readings = candidates.map((candidate) => readCandidate(candidate, query, marks, idfs))
  marks.clear()
  const averageLength = readings.reduce((sum, { length }) => sum + length, 0) / Math.max(1, readings.length)
  const gramIdfs = query.grams.map(({ share }) => Math.log(1 + (1 - share) / (share + LEAST_SHARE)))
  const pairIdfs = query.words.slice(1).map((_, i) => idf(readings.filter(({ pairs }) => pairs[i]! > 0).length, candidates.length))
  return readings.map(({ length, counts, pairs, window }) => {
    const norm = (K1 * length) / (averageLength || 1)
    const bm25 = (weights: readonly number[], offset: number, of: Float64Array): number =>
      weights.reduce((sum, weight, i) => sum + (weight * of[offset + i]! * (K1 + 1)) / (of[offset + i]! + norm || 1), 0)
    const n = query.words.length
    const parts: ScoreParts = {
      surface: WEIGHTS.surface * bm25(idfs, 0, counts),
      stem: WEIGHTS.stem * bm25(idfs, n, counts),
      related: WEIGHTS.related * bm25(idfs, 2 * n, counts),
      grams: WEIGHTS.grams * bm25(gramIdfs, 3 * n, counts),
      neighbours: WEIGHTS.neighbours * bm25(pairIdfs, 0, pairs),
      window: WEIGHTS.window * window,
    }
    return { total: SCORE_PARTS.reduce((sum, part) => sum + parts[part], 0), parts }
  })
}

function idf(articles: number, total: number): number {
  const held = Math.min(articles, total)
  return Math.log(1 + (total - held + 0.5) / (held + 0.5))
}

/** First link of each word id, shared by all queries and clean between them: zero means that a word means nothing to the query. */
let firstLink = new Int32Array(0)

/**
 * What the words of a store mean to a query: for each word id a chain of features, as links in two arrays. Features of n words: i is word i as written,
 * n + i by its stem, 2n + i in relation, 3n + g is gram g, and the last one says that a word is a stop word.
 */
class Marks {
  readonly feature: Int32Array
  readonly next: Int32Array
  readonly stop: number
  private used = 1
  private readonly lists: (readonly number[])[]

  constructor({ words, grams, stopWords, maxId }: RankQuery) {
    if (firstLink.length <= maxId) firstLink = new Int32Array(Math.max(maxId + 1, firstLink.length * 2))
    this.lists = [
      ...words.map(({ surface }) => surface),
      ...words.map(({ stem }) => stem),
      ...words.map(({ related }) => related),
      ...grams.map(({ ids }) => ids),
      stopWords,
    ]
    this.stop = this.lists.length - 1
    const size = 1 + this.lists.reduce((sum, list) => sum + list.length, 0)
    this.feature = new Int32Array(size)
    this.next = new Int32Array(size)
    for (const [feature, list] of this.lists.entries()) for (const id of list) this.link(id, feature)
  }

  /** The first link of a word, 0 for none. */
  of(id: number): number {
    return firstLink[id]!
  }

  clear(): void {
    for (const list of this.lists) for (const id of list) firstLink[id] = 0
  }

  private link(id: number, feature: number): void {
    this.feature[this.used] = feature
    this.next[this.used] = firstLink[id]!
    firstLink[id] = this.used
    this.used += 1
  }
}

/** What one pass over a candidate finds. */
type Reading = { readonly length: number; readonly counts: Float64Array; readonly pairs: Float64Array; readonly window: number }

function readCandidate({ ids, titleLength }: Candidate, { words, grams }: RankQuery, marks: Marks, idfs: readonly number[]): Reading {
  const n = words.length
  const counts = new Float64Array(3 * n + grams.length)
  const pairs = new Float64Array(Math.max(0, n - 1))
  const places: number[] = []
  const found: number[] = []
  let previous = -1
  for (let at = 0; at < ids.length; at++) {
    let link = marks.of(ids[at]!)
    const weight = at < titleLength ? TITLE_WEIGHT : 1
    let word = -1
    let isStop = false
    for (; link !== 0; link = marks.next[link]!) {
      const feature = marks.feature[link]!
      if (feature === marks.stop) isStop = true
      else counts[feature]! += weight
      if (feature >= 2 * n && feature < 3 * n) word = feature - 2 * n
    }
    if (word >= 0) {
      places.push(at)
      found.push(word)
      if (previous === word - 1 && previous >= 0) pairs[previous]! += weight
      else if (previous === word + 1) pairs[word]! += weight
    }
    if (!isStop || word >= 0) previous = word
  }
  return { length: ids.length, counts, pairs, window: bestWindow(places, found, idfs) }
}

/** The greatest sum of idf of distinct words of the query within so many words of the text. */
function bestWindow(places: readonly number[], found: readonly number[], idfs: readonly number[]): number {
  const inside = new Int32Array(idfs.length)
  let best = 0
  let sum = 0
  let from = 0
  for (let to = 0; to < places.length; to++) {
    if (inside[found[to]!]!++ === 0) sum += idfs[found[to]!]!
    while (places[to]! - places[from]! >= WINDOW) {
      if (--inside[found[from]!]! === 0) sum -= idfs[found[from]!]!
      from += 1
    }
    if (sum > best) best = sum
  }
  return best
}
