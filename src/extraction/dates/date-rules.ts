import { groupBy } from '../../domain/group-by.ts'
import { CARDINALS, ORDINAL_DAYS } from '../../lexicon/number-words.ts'
import { PERIOD_PARTS, PERIODS, RELATIVE_DAYS, TIME_HINTS, type TimeHint, WEEKDAYS } from '../../lexicon/relative-days.ts'
import { isMeetingNoun } from '../meetings/encounter-words.ts'
import type { DateValue } from './date-expression.ts'
import { gregorianOf } from './hijri.ts'
import { type Forms, hijriMonthAt, hijriYearAt, monthAt } from './months.ts'
import { agoAt } from './stretches.ts'

export type Match = { readonly value: DateValue; readonly length: number }
type Rule = { readonly id: string; readonly match: (forms: Forms, i: number) => Match | null }

const HINT_SHIFT: Readonly<Record<TimeHint, number>> = { past: -1, current: 0, future: 1 }
const number = (form: string | undefined): number | null => (form !== undefined && /^\d{1,4}$/.test(form) ? Number(form) : null)
const dayNumber = (form: string | undefined): number | null => {
  const value = number(form)
  return value !== null && value >= 1 && value <= 31 ? value : null
}
const yearNumber = (form: string | undefined): number | null => {
  const bare = form?.replace(/م$/, '')
  const value = number(bare)
  return value !== null && value >= 1900 && value <= 2100 ? value : null
}

/** What may follow a month: a year, «الجاري», «من العام الماضي», «من هذا العام». */
function tailAt(forms: Forms, i: number): { year: number | null; hint: TimeHint | null; yearShift: number | null; length: number } {
  const year = yearNumber(forms[i])
  if (year !== null) return { year, hint: null, yearShift: null, length: 1 }
  if (/^(عام|العام|سنه)$/.test(forms[i] ?? '') && yearNumber(forms[i + 1]) !== null)
    return { year: yearNumber(forms[i + 1]), hint: null, yearShift: null, length: 2 }
  const of = forms[i] === 'من' ? 1 : 0
  if (/^هذ[اه]$/.test(forms[i + of] ?? '') && PERIODS[forms[i + of + 1] ?? ''] === 'year')
    return { year: null, hint: null, yearShift: 0, length: of + 2 }
  if (PERIODS[forms[i + of] ?? ''] === 'year') {
    const explicit = yearNumber(forms[i + of + 1])
    if (explicit !== null) return { year: explicit, hint: null, yearShift: null, length: of + 2 }
    const hint = TIME_HINTS[forms[i + of + 1] ?? '']
    if (hint) return { year: null, hint: null, yearShift: HINT_SHIFT[hint], length: of + 2 }
  }
  const hint = TIME_HINTS[forms[i] ?? '']
  return hint ? { year: null, hint, yearShift: null, length: 1 } : { year: null, hint: null, yearShift: null, length: 0 }
}

const ORDINAL_HEADS = new Set(Object.keys(ORDINAL_DAYS).map((words) => words.split(' ')[0]!))

/** Days before a month: «12», «12 و13», «26 إلى 30», «الخامس من». */
function daysAt(forms: Forms, i: number): { days: number[]; length: number } | null {
  const first = dayNumber(forms[i])
  if (first !== null) {
    const step = forms[i + 1] === 'الي' || forms[i + 1] === 'و' ? 2 : 1
    const second = dayNumber(forms[i + step])
    const days = second !== null && second > first ? [first, second] : [first]
    const length = days.length === 2 ? step + 1 : 1
    return { days, length: forms[i + length] === 'من' || forms[i + length] === 'شهر' ? length + 1 : length }
  }
  for (const width of ORDINAL_HEADS.has(forms[i] ?? '') ? [2, 1] : []) {
    const day = ORDINAL_DAYS[forms.slice(i, i + width).join(' ')]
    if (day !== undefined) return forms[i + width] === 'من' ? { days: [day], length: width + 1 } : { days: [day], length: width }
  }
  return null
}

/** Relative days by their first word. */
const RELATIVE_BY_HEAD = groupBy(
  RELATIVE_DAYS.map(({ words, days }) => ({ parts: words.split(' '), days })),
  ({ parts }) => parts[0]!,
)

/** What an expression of time is by its own words; the first rule that matches at a word wins. */
export const DATE_RULES: readonly Rule[] = [
  {
    id: 'date.numeric',
    match: (forms, i) => {
      const [a, b, c] = [number(forms[i]), number(forms[i + 1]), number(forms[i + 2])]
      if (a === null || b === null || c === null) return null
      if (yearNumber(forms[i]) !== null && b <= 12 && c <= 31) return { value: calendar({ year: a, month: b, days: [c] }), length: 3 }
      if (yearNumber(forms[i + 2]) !== null && a <= 31 && b <= 12) return { value: calendar({ year: c, month: b, days: [a] }), length: 3 }
      return null
    },
  },
  {
    id: 'date.hijri',
    match: (forms, i) => {
      const days = daysAt(forms, i)
      const month = days?.days.length === 1 ? hijriMonthAt(forms, i + days.length) : null
      const of = month && /^(لعام|لسنه|عام|سنه|من)$/.test(forms[i + days!.length + month.length] ?? '') ? 1 : 0
      const year = month && hijriYearAt(forms, i + days!.length + month.length + of)
      const day = year && gregorianOf(year.year, month.month, days!.days[0]!)
      if (!day) return null
      const length = days!.length + month.length + of + year.length
      const same = /^(ال)?موافق$/.test(forms[i + length] ?? '') ? 1 : 0
      const said = DATE_RULES.find(({ id }) => id === 'date.day-month')!.match(forms, i + length + same)
      if (said) return { value: said.value, length: length + same + said.length }
      const [y, m, d] = day.split('-').map(Number) as [number, number, number]
      return { value: calendar({ year: y, month: m, days: [d] }), length }
    },
  },
  {
    id: 'date.day-month',
    match: (forms, i) => {
      const days = daysAt(forms, i)
      const month = days && monthAt(forms, i + days.length)
      if (!days || !month) return null
      const tail = tailAt(forms, i + days.length + month.length)
      return { value: calendar({ ...tail, month: month.month, days: days.days }), length: days.length + month.length + tail.length }
    },
  },
  {
    id: 'date.day-of-month',
    match: (forms, i) => {
      const days = daysAt(forms, i)
      if (!days || forms[i + days.length] !== 'الشهر') return null
      const hint = TIME_HINTS[forms[i + days.length + 1] ?? '']
      return hint ? { value: { kind: 'period', unit: 'month', shift: HINT_SHIFT[hint], days: days.days }, length: days.length + 2 } : null
    },
  },
  {
    id: 'date.month',
    match: (forms, i) => {
      const lead = forms[i] === 'شهر' || PERIOD_PARTS.has(forms[i] ?? '') ? (forms[i + 1] === 'شهر' ? 2 : 1) : 0
      const month = monthAt(forms, i + lead)
      if (!month) return null
      const tail = tailAt(forms, i + lead + month.length)
      const isBare = lead === 0 && tail.length === 0
      if (isBare && !WHEN.test(forms[i - 1] ?? '')) return null
      return { value: calendar({ ...tail, month: month.month, days: [] }), length: lead + month.length + tail.length }
    },
  },
  {
    id: 'date.period',
    match: (forms, i) => {
      const lead = PERIOD_PARTS.has(forms[i] ?? '') ? 1 : 0
      const isThis = /^هذ[اه]$/.test(forms[i + lead] ?? '') ? 1 : 0
      const unit = PERIODS[forms[i + lead + isThis] ?? '']
      if (!unit) return null
      const hint = TIME_HINTS[forms[i + lead + isThis + 1] ?? '']
      if (!hint && !isThis && !(lead === 1 && unit === 'week')) return null
      if (lead === 1 && unit === 'week')
        return { value: { kind: 'week-part', shift: hint ? HINT_SHIFT[hint] : 0 }, length: lead + isThis + (hint ? 2 : 1) }
      return { value: { kind: 'period', unit, shift: hint ? HINT_SHIFT[hint] : 0, days: [] }, length: lead + isThis + (hint ? 2 : 1) }
    },
  },
  {
    id: 'date.running',
    match: (forms, i) => {
      const days =
        forms[i] === 'اليوم' && forms[i + 2] === 'علي' && forms[i + 3] === 'التوالي' ? ORDINAL_DAYS[forms[i + 1] ?? ''] : undefined
      return days === undefined ? null : { value: { kind: 'running', days }, length: 4 }
    },
  },
  {
    id: 'date.relative-day',
    match: (forms, i) => {
      for (const { parts, days } of RELATIVE_BY_HEAD.get(forms[i] ?? '') ?? []) {
        if (parts.every((part, k) => forms[i + k] === part) && !OTHER_DAY.has(forms[i + parts.length] ?? ''))
          return { value: { kind: 'day-offset', days }, length: parts.length }
      }
      return null
    },
  },
  {
    id: 'date.days-before',
    match: (forms, i) => {
      if (!/^و?بعد$/.test(forms[i] ?? '')) return null
      const said = DAYS[forms[i + 1] ?? '']
      const days = said ?? (forms[i + 2] === 'ايام' ? (CARDINALS[forms[i + 1] ?? ''] ?? dayNumber(forms[i + 1])) : null)
      const length = said === undefined ? 3 : 2
      if (!days || forms[i + length] !== 'من' || !isMeetingNoun(forms[i + length + 1] ?? '')) return null
      return { value: { kind: 'days-before', days }, length }
    },
  },
  {
    id: 'date.ago',
    match: (forms, i) => {
      const ago = agoAt(forms, i)
      if (!ago) return null
      const { unit, number: count, length } = ago
      return { value: unit === 'day' ? { kind: 'day-offset', days: -count } : { kind: 'period', unit, shift: -count, days: [] }, length }
    },
  },
  {
    id: 'date.weekday',
    match: (forms, i) => {
      const lead = forms[i] === 'يوم' || forms[i] === 'يومي' ? 1 : 0
      const first = WEEKDAYS[forms[i + lead] ?? '']
      if (first === undefined) return null
      const second = WEEKDAYS[forms[i + lead + 1] ?? '']
      const isPair = forms[i] === 'يومي' && second !== undefined
      const length = lead + (isPair ? 2 : 1)
      const hint = TIME_HINTS[forms[i + length] ?? '']
      const weekdays = isPair ? [first, second] : [first]
      return { value: { kind: 'weekday', weekdays, hint: hint ?? null }, length: length + (hint ? 1 : 0) }
    },
  },
  {
    id: 'date.year',
    match: (forms, i) => {
      const lead = /^(عام|العام|سنه)$/.test(forms[i] ?? '') ? 1 : 0
      const year = yearNumber(forms[i + lead])
      if (year === null || (lead === 0 && !/^[وف]?(في|منذ)$/.test(forms[i - 1] ?? ''))) return null
      return { value: calendar({ year, month: null, days: [] }), length: lead + 1 }
    },
  },
]

/** What a bare month stands behind: «وفي أبريل». */
const WHEN = /^[وف]?(في|خلال|منذ)$/

const calendar = (parts: {
  year?: number | null
  month: number | null
  days: readonly number[]
  hint?: TimeHint | null
  yearShift?: number | null
}): DateValue => ({
  kind: 'calendar',
  year: parts.year ?? null,
  month: parts.month,
  days: parts.days,
  hint: parts.hint ?? null,
  yearShift: parts.yearShift ?? null,
})

/** «بعد يومين من لقاء»: days before that on which what is told happened. */
const DAYS: Readonly<Record<string, number>> = { يوم: 1, يومين: 2 }

/** «في اليوم ذاته», «اليوم التالي»: a day of the story, not of publication. */
const OTHER_DAY = new Set(['ذاته', 'نفسه', 'التالي', 'السابق', 'الثاني', 'الثالث', 'الاول'])
