import { groupBy } from '../../domain/group-by.ts'
import { HIJRI_MONTHS, MONTHS } from '../../lexicon/months.ts'

/** Folded forms of the words of a text, with glued و، ب، ل cut off where the rest is a word of time. */
export type Forms = readonly string[]

/** A month, from 1, and the number of words that name it. */
type MonthAt = { readonly month: number; readonly length: number }
type MonthName = { readonly month: number; readonly parts: readonly string[] }

/** Names of months by their first word. */
const byFirstWord = (months: typeof MONTHS): ReadonlyMap<string, readonly MonthName[]> =>
  groupBy(
    months.flatMap(({ month, names }) => names.map((name) => ({ month, parts: name.split(' ') }))),
    ({ parts }) => parts[0]!,
  )
const MONTH_NAMES = byFirstWord(MONTHS)
const HIJRI_NAMES = byFirstWord(HIJRI_MONTHS)

function nameOfMonthAt(forms: Forms, i: number, names = MONTH_NAMES): MonthAt | null {
  const name = names.get(forms[i] ?? '')?.find(({ parts }) => parts.every((part, k) => forms[i + k] === part))
  return name ? { month: name.month, length: name.parts.length } : null
}

/** Month of the Islamic calendar at a position. */
export const hijriMonthAt = (forms: Forms, i: number): MonthAt | null => nameOfMonthAt(forms, i, HIJRI_NAMES)

/** «1436هـ», «1436 هجرية»: a year of the Islamic calendar and the number of words it takes. */
export function hijriYearAt(forms: Forms, i: number): { year: number; length: number } | null {
  const year = /^(1[345]\d\d)(ه)?$/.exec(forms[i] ?? '')
  if (!year) return null
  const isMarked = /^(ه|هجري|هجريه)$/.test(forms[i + 1] ?? '')
  return { year: Number(year[1]), length: year[2] === undefined && isMarked ? 2 : 1 }
}

/** Month at a position and the number of words its name and its second name take: «نوفمبر/تشرين الثاني», «يناير (كانون الثاني)». */
export function monthAt(forms: Forms, i: number): MonthAt | null {
  const first = nameOfMonthAt(forms, i)
  const twin = first && nameOfMonthAt(forms, i + first.length)
  return first && { month: first.month, length: first.length + (twin?.month === first.month ? twin.length : 0) }
}
