import type { Word } from '../word.ts'
import { countryIn, isInternational } from './country-of.ts'
import { titleHead } from './title-head.ts'

const textOf = (words: readonly Word[], first: number, last: number): string =>
  words
    .slice(first, last + 1)
    .map(({ form }) => form)
    .join(' ')

/** «مبعوث الأمم المتحدة لليبيا | وزير الخارجية المصري», «محافظ سيناء | السفير»: whether between two names an office begins at `seam` that is the second's: one of another state, or one with the article. */
export function isAnotherOffice(words: readonly Word[], first: number, seam: number, last: number): boolean {
  const head = titleHead(words[seam]!.form)
  if (head?.kind !== 'office' || head.prefix !== '' || head.plural) return false
  const [own, other] = [textOf(words, first, seam - 1), textOf(words, seam, last)]
  const isAbroad = countryIn(other) !== null && countryIn(own) !== countryIn(other)
  return head.definite || (isAbroad && (countryIn(own) !== null || isInternational(own)))
}
