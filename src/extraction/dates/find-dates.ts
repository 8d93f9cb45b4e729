import { groupBy } from '../../domain/group-by.ts'
import { MONTHS } from '../../lexicon/months.ts'
import { ORDINAL_DAYS } from '../../lexicon/number-words.ts'
import { PERIOD_PARTS, PERIODS, RELATIVE_DAYS, TIME_HINTS, type TimeHint, WEEKDAYS } from '../../lexicon/relative-days.ts'
import type { Word } from '../word.ts'
import type { DateExpression, DateValue } from './date-expression.ts'

/** What a rule takes: the value and how many words it covers. */
type Match = { readonly value: DateValue; readonly length: number }
type Rule = { readonly id: string; readonly match: (forms: Forms, i: number) => Match | null }

/** Folded forms of the words of a text, with glued و، ب، ل cut off where the rest is a word of time. */
type Forms = readonly string[]

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

/** Names of months by their first word. */
const MONTH_NAMES = groupBy(
  MONTHS.flatMap(({ month, names }) => names.map((name) => ({ month, parts: name.split(' ') }))),
  ({ parts }) => parts[0]!,
)

function nameOfMonthAt(forms: Forms, i: number): { month: number; length: number } | null {
  const name = MONTH_NAMES.get(forms[i] ?? '')?.find(({ parts }) => parts.every((part, k) => forms[i + k] === part))
  return name ? { month: name.month, length: name.parts.length } : null
}

/** Month at a position and the number of words its name and its second name take: «نوفمبر/تشرين الثاني», «يناير (كانون الثاني)». */
function monthAt(forms: Forms, i: number): { month: number; length: number } | null {
  const first = nameOfMonthAt(forms, i)
  const twin = first && nameOfMonthAt(forms, i + first.length)
  return first && { month: first.month, length: first.length + (twin?.month === first.month ? twin.length : 0) }
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

const RULES: readonly Rule[] = [
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
      if (isBare && forms[i - 1] !== 'في' && forms[i - 1] !== 'خلال' && forms[i - 1] !== 'منذ') return null
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
      if (!hint && !isThis) return null
      return { value: { kind: 'period', unit, shift: hint ? HINT_SHIFT[hint] : 0, days: [] }, length: lead + isThis + (hint ? 2 : 1) }
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
      if (year === null || (lead === 0 && forms[i - 1] !== 'في' && forms[i - 1] !== 'منذ')) return null
      return { value: calendar({ year, month: null, days: [] }), length: lead + 1 }
    },
  },
]

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

/** «في اليوم ذاته», «اليوم التالي»: a day of the story, not of publication. */
const OTHER_DAY = new Set(['ذاته', 'نفسه', 'التالي', 'السابق', 'الثاني', 'الثالث', 'الاول'])

const MONTH_WORDS = new Set(MONTHS.flatMap(({ names }) => names).flatMap((name) => name.split(' ')))
const TIME_WORDS = new Set([
  ...MONTH_WORDS,
  ...Object.keys(WEEKDAYS),
  ...Object.keys(PERIODS),
  ...PERIOD_PARTS,
  ...RELATIVE_DAYS.flatMap(({ words }) => words.split(' ')),
  'شهر',
  'يوم',
  'عام',
])

/** «والثلاثاء» is «الثلاثاء», «بأمس» is «أمس», «للأسبوع» is «الأسبوع». */
function bareForm(form: string): string {
  if (TIME_WORDS.has(form)) return form
  if (form.startsWith('لل') && TIME_WORDS.has(`ال${form.slice(2)}`)) return `ال${form.slice(2)}`
  return /^[وفبل]/.test(form) && TIME_WORDS.has(form.slice(1)) ? form.slice(1) : form
}

/** Every expression of time in a text, in order, none overlapping; the first rule of the list that matches at a word wins. */
export function findDates(words: readonly Word[]): DateExpression[] {
  const forms = words.map(({ form }) => bareForm(form))
  const found: DateExpression[] = []
  for (let i = 0; i < words.length; ) {
    const hit = firstMatch(forms, i) ?? sameDay(forms, i, found)
    const last = hit && words[i + hit.length - 1]
    if (!hit || !last || last.sentence !== words[i]!.sentence) {
      i += 1
      continue
    }
    found.push({ start: words[i]!.start, end: last.end, first: i, last: i + hit.length - 1, rule: hit.rule, value: hit.value })
    i += hit.length
  }
  return found
}

/** «في اليوم ذاته», «اليوم نفسه»: the day that was told last. */
function sameDay(forms: Forms, i: number, found: readonly DateExpression[]): (Match & { rule: string }) | null {
  if (forms[i] !== 'اليوم' || !SAME.has(forms[i + 1] ?? '')) return null
  const day = found.findLast(
    ({ value }) => value.kind === 'day-offset' || (value.kind === 'calendar' ? value.days.length === 1 : value.kind === 'weekday'),
  )
  return day ? { rule: 'date.same-day', value: day.value, length: 2 } : null
}
const SAME = new Set(['ذاته', 'نفسه', 'عينه'])

function firstMatch(forms: Forms, i: number): (Match & { rule: string }) | null {
  for (const { id, match } of RULES) {
    const hit = match(forms, i)
    if (hit) return { ...hit, rule: id }
  }
  return null
}
