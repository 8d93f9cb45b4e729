import { FOLDED_LETTERS } from '../lexicon/letters.ts'

const VARIANT = new RegExp(`[${Object.keys(FOLDED_LETTERS).join('')}]`, 'g')

/** Folds spelling variants to one form: «إلى» and «الى» index alike. Idempotent, never changes the length. Lossy: it touches the form, never offsets. */
export function fold(text: string): string {
  return text.replace(VARIANT, (letter) => FOLDED_LETTERS[letter] ?? letter)
}
