import type { Token } from '../domain/token.ts'
import { fold } from './fold.ts'
import { type Segment, segment } from './segment.ts'
import { soundKey } from './sound-key.ts'
import { splitGlued } from './split-glued.ts'
import { stem } from './stem.ts'

/** Raised whenever a stage gives another term for the same text; an index of another version is refused. */
export const ANALYZER_VERSION = 1

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

type Terms = Pick<Token, 'form' | 'stem' | 'key'>

const CACHE_LIMIT = 100_000
const cache = new Map<string, Terms>()

function termsOf(text: string): Terms {
  const known = cache.get(text)
  if (known) return known
  const form = fold(text)
  const root = stem(form)
  const terms = { form, stem: root, key: soundKey(root) }
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(text, terms)
  return terms
}

/** Text to tokens, the same for index, queries, highlights, names and lexicon. Linear in the length; any string is accepted. */
export function analyze(body: string): Token[] {
  const tokens: Token[] = []
  for (const word of segment(body)) {
    const parts = splitGlued(word)
    if (parts) for (const part of parts) tokens.push(tokenOf(part, word))
    else tokens.push(tokenOf(word, null))
  }
  return tokens
}

const tokenOf = ({ start, end, surface, text }: Segment, whole: Segment | null): Token => ({
  start,
  end,
  surface,
  text,
  ...termsOf(text),
  whole: whole && { start: whole.start, end: whole.end },
})
