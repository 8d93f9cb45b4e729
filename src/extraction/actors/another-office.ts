import { formOf, type Word } from '../word.ts'
import { countryIn, isInternational } from './country-of.ts'
import { titleHead } from './title-head.ts'

/** «مبعوث الأمم المتحدة لليبيا | وزير الخارجية المصري», «محافظ سيناء | السفير»: whether between two names an office begins at `seam` that is the second's: one of another state, or one with the article. */
export function isAnotherOffice(words: readonly Word[], first: number, seam: number, last: number): boolean {
  const head = titleHead(words[seam]!.form)
  if (head?.kind !== 'office' || head.prefix !== '' || head.plural) return false
  const [own, other] = [formOf(words, { first, last: seam - 1 }), formOf(words, { first: seam, last })]
  const isAbroad = countryIn(other) !== null && countryIn(own) !== countryIn(other)
  return head.definite || (isAbroad && (countryIn(own) !== null || isInternational(own)))
}
