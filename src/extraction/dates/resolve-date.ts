import {
  addDays,
  addMonths,
  type DateRange,
  dayOf,
  daysBetween,
  daysIn,
  lastDay,
  monthOf,
  type PartialDate,
  partsOf,
  weekdayOf,
  yearOf,
} from '../../domain/partial-date.ts'
import type { TimeHint } from '../../lexicon/relative-days.ts'
import type { DateValue } from './date-expression.ts'

export type Tense = 'past' | 'future'

/**
 * The days or months a value means, seen from the day of publication; null where it needs one and there is none, or where there is no such day.
 * `tense` decides bare weekdays, and the year of a day and month: «الاثنين» is the last Monday of what was, the next of what will be.
 */
export function resolveDate(value: DateValue, published: PartialDate | null, tense: Tense): DateRange | null {
  if (value.kind === 'calendar') return resolveCalendar(value, published, tense)
  if (published === null || published.length < 10) return null
  if (value.kind === 'days-before') return single(addDays(published, -value.days))
  if (value.kind === 'day-offset') return single(addDays(published, value.days))
  if (value.kind === 'running') return { from: addDays(published, 1 - value.days), to: published }
  if (value.kind === 'week-part') return single(addDays(published, 7 * value.shift).slice(0, 7))
  if (value.kind === 'weekday') return resolveWeekdays(value.weekdays, value.hint, published, tense)
  return resolvePeriod(value, published)
}

const single = (date: PartialDate): DateRange => ({ from: date, to: date })

function resolveCalendar(
  { year, month, days, hint, yearShift }: Extract<DateValue, { kind: 'calendar' }>,
  published: PartialDate | null,
  tense: Tense,
): DateRange | null {
  const anchored = published === null ? null : partsOf(published)
  const known = year ?? (yearShift !== null && anchored ? anchored.year + yearShift : null)
  if (month === null) return known === null ? null : single(yearOf(known))
  const inYear = known ?? (published === null ? null : yearNearest(month, days[0] ?? null, hint, published, tense))
  if (inYear === null) return null
  if (days.length === 0) return single(monthOf(inYear, month))
  const last = daysIn(inYear, month)
  if (days.some((day) => day < 1 || day > last)) return null
  return { from: dayOf(inYear, month, Math.min(...days)), to: dayOf(inYear, month, Math.max(...days)) }
}

/** Days by which a date may lie on the wrong side of publication before another year is meant. */
const SLACK_DAYS = 7

/** The year that brings a day and month nearest to the day of publication, on the side that «الماضي» or «المقبل» names. */
function yearNearest(month: number, day: number | null, hint: TimeHint | null, published: PartialDate, tense: Tense): number {
  const { year } = partsOf(published)
  const candidates = [year - 1, year, year + 1]
  const distance = (candidate: number): number =>
    daysBetween(published, dayOf(candidate, month, Math.min(day ?? 15, daysIn(candidate, month))))
  if (hint === 'current') return year
  const ended = (candidate: number): boolean => (day === null ? lastDay(monthOf(candidate, month)) < published : distance(candidate) < 0)
  if (hint === 'past') return candidates.filter(ended).at(-1) ?? year - 1
  if (hint === 'future')
    return (
      candidates.find((candidate) => (day === null ? monthOf(candidate, month) > published.slice(0, 7) : distance(candidate) > 0)) ??
      year + 1
    )
  const fitting = candidates.filter((candidate) =>
    tense === 'past' ? distance(candidate) <= SLACK_DAYS : distance(candidate) >= -10 * SLACK_DAYS,
  )
  return fitting.reduce((best, candidate) => (Math.abs(distance(candidate)) < Math.abs(distance(best)) ? candidate : best))
}

function resolveWeekdays(weekdays: readonly number[], hint: TimeHint | null, published: PartialDate, tense: Tense): DateRange {
  const today = weekdayOf(published)
  const side = hint === 'past' || (hint === null && tense === 'past') ? 'past' : 'future'
  const shift = (weekday: number): number => {
    const ahead = (weekday - today + 7) % 7
    if (side === 'past') return ahead === 0 ? (hint === 'past' ? -7 : 0) : ahead - 7
    return ahead === 0 && hint === 'future' ? 7 : ahead
  }
  const shifts = weekdays.map(shift)
  return { from: addDays(published, Math.min(...shifts)), to: addDays(published, Math.max(...shifts)) }
}

function resolvePeriod({ unit, shift, days }: Extract<DateValue, { kind: 'period' }>, published: PartialDate): DateRange | null {
  const { year } = partsOf(published)
  if (unit === 'year') return single(yearOf(year + shift))
  if (unit === 'month') {
    const month = addMonths(published, shift)
    const parts = partsOf(month)
    if (days.length === 0) return single(month)
    if (days.some((day) => day < 1 || day > daysIn(parts.year, parts.month))) return null
    return { from: dayOf(parts.year, parts.month, Math.min(...days)), to: dayOf(parts.year, parts.month, Math.max(...days)) }
  }
  const monday = addDays(published, -((weekdayOf(published) + 6) % 7) + 7 * shift)
  return { from: monday, to: addDays(monday, 6) }
}
