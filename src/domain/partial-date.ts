/**
 * A date as far as it is known: «2017», «2017-08» or «2017-08-14». Never padded: a month stays a month.
 * All functions work on the proleptic Gregorian calendar in UTC and read no clock.
 */
export type PartialDate = string
export type DatePrecision = 'year' | 'month' | 'day'

const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

export const dayOf = (year: number, month: number, day: number): PartialDate => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
export const monthOf = (year: number, month: number): PartialDate => `${pad(year, 4)}-${pad(month)}`
export const yearOf = (year: number): PartialDate => pad(year, 4)

/** True for a real calendar year, month or day: «2017-02-30» is none. */
export function isPartialDate(value: string): boolean {
  const match = SHAPE.exec(value)
  if (!match) return false
  const [, year, month, day] = match
  if (Number(year) < 1) return false
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)))
}

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export function precisionOf(date: PartialDate): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** First day of the period. */
export function firstDay(date: PartialDate): PartialDate {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last day of the period. */
export function lastDay(date: PartialDate): PartialDate {
  if (date.length === 10) return date
  const { year, month } = partsOf(date)
  return date.length === 4 ? `${date}-12-31` : dayOf(year, month, daysIn(year, month))
}

/** Year, month (1 when unknown) and day (1 when unknown). */
export function partsOf(date: PartialDate): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

const dayNumber = (date: PartialDate): number => {
  const { year, month, day } = partsOf(firstDay(date))
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS)
}

export function addDays(date: PartialDate, days: number): PartialDate {
  const shifted = new Date((dayNumber(date) + days) * DAY_MS)
  return dayOf(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate())
}

export function addMonths(date: PartialDate, months: number): PartialDate {
  const { year, month } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  return monthOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1)
}

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (date: PartialDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7

/** Days from the first day of `a` to the first day of `b`. */
export const daysBetween = (a: PartialDate, b: PartialDate): number => dayNumber(b) - dayNumber(a)

export type DateRange = { readonly from: PartialDate; readonly to: PartialDate }

/** Whether the two periods share a day. */
export const rangesOverlap = (a: DateRange, b: DateRange): boolean => firstDay(a.from) <= lastDay(b.to) && firstDay(b.from) <= lastDay(a.to)
