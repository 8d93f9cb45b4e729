import { MONTHS } from '../../lexicon/months.ts'
import { PERIOD_PARTS, PERIODS, RELATIVE_DAYS, WEEKDAYS } from '../../lexicon/relative-days.ts'
import type { Word } from '../word.ts'
import type { DateExpression } from './date-expression.ts'
import { DATE_RULES, type Match } from './date-rules.ts'
import type { Forms } from './months.ts'

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
    if (forms[i] === 'مثل' && forms[i + 1] === 'هذا' && forms[i + 2] === 'اليوم') {
      i += OF_OTHER_YEARS
      continue
    }
    const hit = firstMatch(forms, i) ?? sameDay(forms, i, found) ?? sameMonth(forms, i, found) ?? timeOfDay(words, forms, i)
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

/** Words of «مثل هذا اليوم», which is that day of another year. */
const OF_OTHER_YEARS = 3

/** «في اليوم ذاته», «اليوم نفسه»: the day that was told last. */
function sameDay(forms: Forms, i: number, found: readonly DateExpression[]): (Match & { rule: string }) | null {
  if (forms[i] !== 'اليوم' || !SAME.has(forms[i + 1] ?? '')) return null
  const day = found.findLast(
    ({ value }) => value.kind === 'day-offset' || (value.kind === 'calendar' ? value.days.length === 1 : value.kind === 'weekday'),
  )
  return day ? { rule: 'date.same-day', value: day.value, length: 2 } : null
}
const SAME = new Set(['ذاته', 'نفسه', 'عينه'])

/** «نهاية الشهر نفسه»: the month that was told last. */
function sameMonth(forms: Forms, i: number, found: readonly DateExpression[]): (Match & { rule: string }) | null {
  const lead = PERIOD_PARTS.has(forms[i] ?? '') ? 1 : 0
  if (forms[i + lead] !== 'الشهر' || !SAME.has(forms[i + lead + 1] ?? '')) return null
  const value = found.findLast((date) => date.value.kind === 'calendar' && date.value.month !== null)?.value
  return value?.kind === 'calendar' ? { rule: 'date.same-month', value: { ...value, days: [] }, length: lead + 2 } : null
}

const TIMES_OF_DAY = new Set(['صباحا', 'مساء', 'ظهرا', 'عصرا', 'فجرا', 'ليلا'])
const HOUR = /^(\d+|الساعه|الواحده|الثانيه|الثالثه|الرابعه|الخامسه|السادسه|السابعه|الثامنه|التاسعه|العاشره|عشره|والنصف|والربع)$/

/** «وكان قد بحث صباحا», «يجتمع مساءً بالوفد»: a time of day that neither an hour nor another word of time stands beside is that of the day; «مساء» only with its nunation. */
function timeOfDay(words: readonly Word[], forms: Forms, i: number): (Match & { rule: string }) | null {
  if (
    !TIMES_OF_DAY.has(forms[i] ?? '') ||
    HOUR.test(forms[i - 1] ?? '') ||
    TIME_WORDS.has(forms[i + 1] ?? '') ||
    TIME_WORDS.has(forms[i - 1] ?? '')
  )
    return null
  return forms[i] === 'مساء' && !/\u064B/.test(words[i]!.surface)
    ? null
    : { rule: 'date.time-of-day', value: { kind: 'day-offset', days: 0 }, length: 1 }
}

function firstMatch(forms: Forms, i: number): (Match & { rule: string }) | null {
  for (const { id, match } of DATE_RULES) {
    const hit = match(forms, i)
    if (hit) return { ...hit, rule: id }
  }
  return null
}
