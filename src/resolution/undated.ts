import { fold } from '../analysis/fold.ts'
import { daysBetween, firstDay, weekdayOf } from '../domain/partial-date.ts'
import {
  AHEAD_DAYS,
  isAnnouncement,
  isNamedSummit,
  type LocalReport,
  NEAR_DAYS,
  type ResolvedReport,
  SUMMIT_DAYS,
} from '../domain/resolution.ts'
import { WEEKDAYS } from '../lexicon/relative-days.ts'
import { haveSameActors, isPending, samePlace } from './compare-reports.ts'

/** «بدأ X وY الأحد محادثات», where nothing says when it was published: the same people at the same place, on a day of that name. */
export function isOfWeekday(x: LocalReport, y: LocalReport): boolean {
  const [undated, dated] = x.date?.from ? [y, x] : [x, y]
  if (undated.published !== null || !undated.date || undated.date.from !== null || dated.date?.precision !== 'day') return false
  const weekday = fold(undated.date.text)
    .split(/\s+/)
    .map((word) => WEEKDAYS[word])
    .find((day) => day !== undefined)
  return weekday === weekdayOf(dated.date.from!) && samePlace(x, y) === true && isPending(x.status) === isPending(y.status)
}

/** «قمة مرتقبة بين A وB»: what is announced without a date is the next dated one of the very same actors within AHEAD_DAYS. */
export function isAnnounced(a: ResolvedReport, b: ResolvedReport): boolean {
  const [undated, other] = a.report.date ? [b.report, a.report] : [a.report, b.report]
  if (undated.date !== null || undated.published === null || !isAnnouncement(undated) || !haveSameActors(a, b)) return false
  if (!other.date?.from) return false
  const days = daysBetween(undated.published, firstDay(other.date.from))
  return days >= 0 && days <= AHEAD_DAYS
}

/** What is announced without a date at a place is what the same people are told, a week later at most, to have held there, whoever else came. */
export function isComeTrue(a: ResolvedReport, b: ResolvedReport): boolean {
  const [before, after] = isPending(a.report.status) ? [a, b] : [b, a]
  const [plan, held] = [before.report, after.report]
  if (!isAnnouncement(plan) || isPending(held.status) || plan.date !== null || held.date !== null) return false
  if (plan.published === null || held.published === null || !before.actors.every((actor) => after.actors.includes(actor))) return false
  const days = daysBetween(plan.published, held.published)
  return samePlace(plan, held) === true && days >= 0 && days <= NEAR_DAYS
}

/** «قمة سنغافورة»: the same people, where one report dates their encounter at a place and the other, published later, names a summit there without a date. */
export function isOneSummit(a: ResolvedReport, b: ResolvedReport): boolean {
  const [undated, dated] = a.report.date ? [b.report, a.report] : [a.report, b.report]
  if (undated.date !== null || !dated.date?.from || undated.published === null || !isNamedSummit(undated) || isPending(undated.status))
    return false
  if (!haveSameActors(a, b)) return false
  const days = daysBetween(firstDay(dated.date.from), undated.published)
  return samePlace(undated, dated) === true && days >= 0 && days <= SUMMIT_DAYS
}
