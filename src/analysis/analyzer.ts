import type { Span } from '../domain/span.ts'
import type { Term, Token } from '../domain/token.ts'
import { fold } from './fold.ts'
import { type Segment, segment } from './segment.ts'
import { soundKey } from './sound-key.ts'
import { isSplittable, seamOf, splitAt } from './split-glued.ts'
import { stem } from './stem.ts'

/** Raised whenever a stage gives another term for the same text; an index of another version is refused. */
export const ANALYZER_VERSION = 3

/**
 * The stages in their order, each with its law. Composition comes before marks are dropped, else a decomposed hamza is lost; glued words are cut
 * before folding, while letters and offsets still run alike; stems need folded letters, keys need stems.
 */
export const STAGES = [
  {
    name: 'segment',
    law: 'cuts into runs of letters or digits; offsets point at the original; NFC = NFD = NFKC; marks inserted anywhere change no term',
  },
  { name: 'split-glued', law: 'cuts a word that hides two known words; never adds or loses a letter' },
  { name: 'fold', law: 'brings spellings of one word together; idempotent; keeps the length' },
  { name: 'stem', law: 'cuts guarded clitics, the article and light suffixes; leaves at least two letters of a word of two or more' },
  { name: 'key', law: 'gives spellings of one foreign name one key; a function of the stem alone' },
] as const

/** Longest term, in UTF-16 code units; what is longer is no word and is known by its beginning. */
const MAX_TERM = 64

const CACHE_LIMIT = 100_000
/** Terms and seams are functions of the text alone, and texts repeat. */
const cache = new Map<string, Known>()
type Known = { readonly term: Term; readonly seam: number | null }

function lookUp(whole: string): Known {
  const text = whole.length > MAX_TERM ? whole.slice(0, MAX_TERM).toWellFormed() : whole
  const known = cache.get(text)
  if (known) return known
  const form = fold(text)
  const root = stem(form)
  const made = { term: { text, form, stem: root, key: soundKey(root) }, seam: seamOf(form) }
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(text, made)
  return made
}

/** Text to tokens, the same for index, queries, highlights, names and lexicon. Linear in the length; any string is accepted. */
export function analyze(body: string): Token[] {
  const tokens: Token[] = []
  for (const word of segment(body)) {
    const { term, seam } = lookUp(word.text)
    if (seam === null || !isSplittable(word)) tokens.push(tokenOf(word, term, null))
    else for (const part of splitAt(word, seam)) tokens.push(tokenOf(part, lookUp(part.text).term, { start: word.start, end: word.end }))
  }
  return tokens
}

const tokenOf = ({ start, end, surface }: Segment, { text, form, stem, key }: Term, whole: Span | null): Token => ({
  start,
  end,
  surface,
  text,
  form,
  stem,
  key,
  whole,
})
