import type { Span } from './span.ts'

/**
 * One word of a text on all tiers of the analyzer. `start` and `end` point into the original text, whatever was folded away;
 * the parts of a glued word («الأممالمتحدة») are tokens of their own, and `whole` is then the span of the word as it is written.
 */
export type Token = Span & {
  /** As it stands in the text. */
  readonly surface: string
  /** NFKC, without marks, tatweel and invisible characters, digits in ASCII, Latin in lower case: what «as spelled» means. */
  readonly text: string
  /** Orthographic fold: hamza seats, alif maqsura and ta marbuta brought together. */
  readonly form: string
  /** The form without guarded clitics and light suffixes. */
  readonly stem: string
  /** Transliteration key of the stem: spellings of one foreign name share it. */
  readonly key: string
  readonly whole: Span | null
}

/** A word apart from where it stands: what is indexed and looked for. */
export type Term = Pick<Token, 'text' | 'form' | 'stem' | 'key'>
