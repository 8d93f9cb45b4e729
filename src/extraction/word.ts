import { analyze } from '../analysis/analyzer.ts'
import { memo } from '../domain/memo.ts'
import type { Token } from '../domain/token.ts'

/** A form, and what `byLexeme` has found out of it. All words of one form share it. */
export type Lexeme = { readonly form: string; readonly known: unknown[] }

/** A token in its place: what stands before it, and the sentence it belongs to. */
export type Word = Token & {
  readonly lexeme: Lexeme
  readonly index: number
  readonly sentence: number
  /** Characters between the word before and this one. */
  readonly gap: string
}

/** Forms that are remembered; texts repeat theirs. */
const KNOWN_FORMS = 50_000
const lexemeOf = memo((form): Lexeme => ({ form, known: [] }), KNOWN_FORMS)
let readers = 0

/** A function of the form of a word that looks each form up once, for what is asked of every word of a text; it must not be undefined. */
export function byLexeme<Result>(of: (form: string) => Result): (word: Pick<Word, 'lexeme'>) => Result {
  const reader = readers++
  return ({ lexeme }) => {
    const found = lexeme.known[reader]
    if (found !== undefined) return found as Result
    const made = of(lexeme.form)
    lexeme.known[reader] = made
    return made
  }
}

/** The indexes of the words that a span, phrase or date covers. */
export const indexesOf = ({ first, last }: { readonly first: number; readonly last: number }): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

/** The words of a span, folded, with spaces between. */
export const formOf = (words: readonly Word[], { first, last }: { readonly first: number; readonly last: number }): string =>
  words
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(' ')

/** The words of a span as they read, with spaces between, without the particles glued to the first. */
export const textOf = (
  words: readonly Word[],
  { first, last, prefix }: { readonly first: number; readonly last: number; readonly prefix: string },
): string =>
  words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ')
    .slice(prefix.length)

/** Whether nothing but space stands between two words. */
export const isSpace = (gap: string): boolean => /^[ \u00a0]+$/.test(gap)

const SENTENCE_END = /[.!?؟…\n\r\u2029]/
/** Longer than any sentence of the news: work within a sentence may grow with its square, work over an article may not. */
const MAX_SENTENCE_WORDS = 200
const ABBREVIATION = /^\p{L}$/u

/**
 * The words of a body with their sentences. A full stop ends a sentence with or without a space after it («السراج».واضاف»), but not after a single
 * letter («د. محمد») nor between digits.
 */
export function readWords(body: string): Word[] {
  const words: Word[] = []
  let sentence = 0
  let begun = 0
  let end = 0
  for (const token of analyze(body)) {
    const gap = body.slice(end, token.start)
    const before = words.at(-1)
    const isFull = words.length - begun >= MAX_SENTENCE_WORDS
    if (before && (isFull || endsSentence(gap, before.text, token.text))) {
      sentence += 1
      begun = words.length
    }
    const { start, surface, text, form, stem, key, whole } = token
    words.push({ start, end: token.end, surface, text, form, stem, key, whole, lexeme: lexemeOf(form), index: words.length, sentence, gap })
    end = token.end
  }
  return words
}

function endsSentence(gap: string, before: string, after: string): boolean {
  if (gap === ' ' || !SENTENCE_END.test(gap)) return false
  if (/[\n\r\u2029!?؟]/.test(gap)) return true
  if (ABBREVIATION.test(before)) return false
  return !(/^[.]$/.test(gap) && /\d$/.test(before) && /^\d/.test(after))
}
