import { type DateRange, type PartialDate, precisionOf } from '../../domain/partial-date.ts'
import type { ReportedDate } from '../../domain/report.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import { resolveDate, type Tense } from '../dates/resolve-date.ts'
import type { Trigger } from './find-triggers.ts'
import { belongs, distance, journeyBefore } from './ownership.ts'
import type { Scene } from './scene.ts'

const RANK: Readonly<Record<DateExpression['value']['kind'], number>> = { calendar: 3, 'day-offset': 2, weekday: 1, period: 0 }
const MAX_YEAR_DISTANCE = 14
/** A year that stands far off, in a quotation or behind «منذ», is of something else in the sentence. */
const isFarOff = ({ words }: Scene, trigger: Trigger, { first }: DateExpression): boolean =>
  Math.abs(first - trigger.word) > MAX_YEAR_DISTANCE ||
  words.slice(trigger.word + 1, first + 1).some(({ form, gap }) => NO_DATE_OF_ITS_OWN.has(form) || /["«“”]/.test(gap))
const isYear = ({ value }: DateExpression): boolean => value.kind === 'calendar' && value.month === null
const NO_DATE_OF_ITS_OWN = new Set(['منذ', 'حتي', 'قبل', 'بعد'])

/** When an encounter was, by the expression of time that belongs to its trigger: in the same sentence with no other trigger in between. */
export function findDate(scene: Scene, trigger: Trigger, tense: Tense, published: PartialDate | null): ReportedDate | null {
  const own = scene.dates.filter(
    (date) =>
      belongs(scene, trigger, date) &&
      !NO_DATE_OF_ITS_OWN.has(scene.words[date.first - 1]?.form ?? '') &&
      !(isYear(date) && isFarOff(scene, trigger, date)),
  )
  const nearest = own.reduce<DateExpression | null>(
    (best, date) => (best === null || distance(trigger, date) < distance(trigger, best) ? date : best),
    null,
  )
  if (!nearest) {
    const journey = journeyBefore(scene, trigger)
    return journey && findDate(scene, journey, tense, published)
  }
  const cluster = own.filter((date) => Math.abs(date.first - nearest.last) <= 2 || Math.abs(nearest.first - date.last) <= 2)
  const chosen = cluster.reduce((best, date) => (rankOf(date) > rankOf(best) ? date : best), nearest)
  const span = { start: Math.min(...cluster.map(({ start }) => start)), end: Math.max(...cluster.map(({ end }) => end)) }
  const range: DateRange | null = resolveDate(chosen.value, published, tense)
  const isAbsolute = chosen.value.kind === 'calendar' && chosen.value.year !== null
  return {
    from: range?.from ?? null,
    to: range?.to ?? null,
    precision: range ? precisionOf(range.from) : null,
    basis: range === null ? 'unresolved' : isAbsolute ? 'absolute' : 'relative',
    text: scene.body.slice(span.start, span.end),
    span,
    anchor: range && !isAbsolute ? published : null,
    scope: 'sentence',
  }
}

const rankOf = ({ value }: DateExpression): number => RANK[value.kind] + (value.kind === 'calendar' && value.days.length === 0 ? -3 : 0)
