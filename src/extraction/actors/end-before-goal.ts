import { textOf, type Word } from '../word.ts'
import { countryNamed } from './country-of.ts'

type Range = { readonly first: number; readonly last: number }

/** Offices that somebody is sent with: the state behind «ل» is where he is posted. */
const POSTED = /^ال(سفير|مبعوث|ممثل|مندوب|منسق|قنصل|قاءم|موفد)ه?$/

/** «زيارة الأمير السعودي للولايات المتحدة»: behind an office with the article a state behind «ل» is where one goes; the last word of the title before it. */
export function endBeforeGoal(words: readonly Word[], { first, last }: Range): number {
  if (!/^ال/.test(words[first]!.form) || POSTED.test(words[first]!.form)) return last
  const to = words.slice(first + 1, last + 1).find(({ text }) => text.startsWith('ل') && countryNamed(text) === null)
  if (!to) return last
  const name = textOf(words, { first: to.index, last, prefix: 'ل' })
  return countryNamed(name.startsWith('ل') ? `ا${name}` : name) === null ? last : to.index - 1
}
