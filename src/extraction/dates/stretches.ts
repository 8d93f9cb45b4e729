import { CARDINALS } from '../../lexicon/number-words.ts'
import { STRETCH_PLURALS, STRETCHES, type StretchUnit } from '../../lexicon/relative-days.ts'
import type { Forms } from './months.ts'

export type Stretch = { readonly unit: StretchUnit; readonly number: number; readonly length: number }

/** «قبل يومين», «منذ ثلاثة أيام», «قبل نحو شهر», «قبل 5 سنوات»: how many of which unit before publication, and how many words say so; null for «قبل يومين من الانتخابات». */
export function agoAt(forms: Forms, i: number): Stretch | null {
  if (!/^[وف]?(قبل|منذ)$/.test(forms[i] ?? '') || isFirst(forms, i)) return null
  const lead = /^(نحو|حوالي)$/.test(forms[i + 1] ?? '') ? 2 : 1
  const stretch = stretchAt(forms, i + lead)
  return stretch && forms[i + lead + stretch.length] !== 'من' ? { ...stretch, length: lead + stretch.length } : null
}

/** «اللقاء الأول بينهما منذ عامين»: how long there was none. */
const isFirst = (forms: Forms, i: number): boolean =>
  forms[i] === 'منذ' && forms.slice(Math.max(0, i - MAX_FIRST), i).some((form) => /^[لبو]?(ال)?(اول|اولي)$/.test(form))
const MAX_FIRST = 6

/** «يومين», «ثلاثة أيام», «شهر», «5 سنوات». */
function stretchAt(forms: Forms, i: number): Stretch | null {
  const said = STRETCHES[forms[i] ?? '']
  if (said) return { ...said, length: 1 }
  const number = CARDINALS[forms[i] ?? ''] ?? CARDINALS[`${forms[i]}ه`] ?? digits(forms[i])
  const unit = STRETCH_PLURALS[forms[i + 1] ?? '']
  return number && unit ? { unit, number, length: 2 } : null
}

const digits = (form: string | undefined): number | null => (form !== undefined && /^\d{1,2}$/.test(form) ? Number(form) : null)
