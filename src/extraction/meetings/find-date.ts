import { addDays, type DateRange, isPartialDate, type PartialDate, precisionOf } from '../../domain/partial-date.ts'
import type { ReportedDate } from '../../domain/report.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import { isDateline } from '../dates/publication.ts'
import { resolveDate, type Tense } from '../dates/resolve-date.ts'
import { isSpeechVerb } from '../speech.ts'
import { durationOf } from './find-duration.ts'
import { lightVerbBefore } from './find-light-verb.ts'
import type { Trigger } from './find-triggers.ts'
import { isOfRelative, isSince } from './of-relative.ts'
import { belongs, distance, journeyAround, journeyOf, journeysBefore } from './ownership.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'

const RANK: Readonly<Record<DateExpression['value']['kind'], number>> = {
  calendar: 3,
  'day-offset': 2,
  'days-before': 4,
  running: 2,
  weekday: 1,
  period: 0,
  'week-part': 0,
}
const MAX_YEAR_DISTANCE = 10
/** A year that stands far off, those who are named between not counted, in a quotation or behind «منذ», is of something else in the sentence. */
const isFarOff = ({ words, named }: Scene, trigger: Trigger, { first }: DateExpression): boolean =>
  words.slice(Math.min(first, trigger.word), Math.max(first, trigger.word)).filter(({ index }) => !named.has(index)).length >
    MAX_YEAR_DISTANCE ||
  words.slice(trigger.word + 1, first + 1).some(({ form, gap }) => NO_DATE_OF_ITS_OWN.has(form) || /["«“”]/.test(gap))
/** «منذ أغسطس 2017، عندما زار بودابست»: what is told behind «عندما» was then. */
const isWhen = ({ words }: Scene, { word }: Trigger, { last }: DateExpression): boolean =>
  /^(عندما|حين|حينما)$/.test(words[last + 1]?.form ?? '') && word > last && word - last <= 2

/** «برز مقطع، الأربعاء، انتقد فيه … زيارة الوزير»: a date far before a noun that is only mentioned is of what the sentence tells. */
const isFarAhead = (scene: Scene, trigger: Trigger, date: DateExpression): boolean =>
  trigger.type === 'noun' &&
  !isOpening(scene, date) &&
  trigger.word - date.last > MAX_AHEAD &&
  !scene.words.slice(Math.max(0, trigger.word - MAX_THAT), trigger.word).some(({ form }) => form === 'وذلك') &&
  lightVerbBefore(scene, trigger) === null
/** «…، وذلك في أعقاب لقاء»: how far before a noun of encounter stands what says that all the sentence tells was at it. */
const MAX_THAT = 4

/** «يوم الاثنين …», «خلال حفل تأبين X في 10 ديسمبر، …»: what a sentence opens with, or an adverbial up to its first comma ends with. */
function isOpening(scene: Scene, { first, last }: DateExpression): boolean {
  const [opening] = sentenceAround(scene, first)
  if (first - opening!.index <= MAX_OPENING) return true
  const adverbial = scene.words.slice(opening!.index + 1, last + 2)
  return (
    /^[وف]?(في|خلال|اثناء|عقب|بعد|قبل)$/.test(opening!.form) &&
    /[،,]/.test(adverbial.at(-1)?.gap ?? '') &&
    adverbial.slice(0, -1).every(({ gap }) => !/[،,]/.test(gap))
  )
}
const MAX_AHEAD = 8
/** Words before a date that a sentence opens with, which holds for all of it. */
const MAX_OPENING = 1

/** «للصراع المستمر منذ سبعة أعوام»: how long something has been so. */
const isState = ({ words, named }: Scene, { first }: DateExpression): boolean => {
  const before = words[first - 1]?.form ?? ''
  return words[first]!.form === 'منذ' && /^ال\p{L}{4,}$/u.test(before) && !named.has(first - 1)
}

/** «يصادف اليوم ذكرى لقاء», «عاد أمس بعد زيارة»: a date before it is of something later. */
const isLongAgo = ({ words }: Scene, trigger: Trigger): boolean => {
  const before = words[trigger.word - 1]?.form ?? ''
  return (
    before === 'ذكري' ||
    (trigger.type === 'noun' && trigger.kind === 'visit' && trigger.possessive === '' && /^(بعد|عقب|اثر)$/.test(before))
  )
}

const isYear = ({ value }: DateExpression): boolean => value.kind === 'calendar' && value.month === null
const NO_DATE_OF_ITS_OWN = new Set(['منذ', 'حتي', 'قبل', 'بعد'])

/**
 * When an encounter was, by the expression of time that belongs to its trigger; else that of the visit that it was part of, or of what the sentence before
 * told to have happened at it.
 */
export function findDate(scene: Scene, trigger: Trigger, tense: Tense, published: PartialDate | null): ReportedDate | null {
  const own = ownDate(scene, trigger, tense, published)
  if (own) return through(own, trigger.type !== 'travel' && trigger.kind === 'visit' ? durationOf(scene, trigger) : null)
  const arrival = journeyOf(scene, trigger)
  const around = journeyAround(scene, trigger)
  const before = journeysBefore(scene, trigger).flatMap((journey) => [journey, journeyOf(scene, journey) ?? []].flat())
  const journeys = [...(arrival ? [arrival] : []), ...before, ...(around ? [around] : [])]
  if (journeys.length === 0) return dayBefore(scene, trigger, tense, published)
  for (const journey of journeys) {
    const date = ownDate(scene, journey, tense, published)
    if (date) return date
  }
  return null
}

/** «الأحد، زيارة تستمر ثلاثة أيام»: from a day that is told for as many days as it lasts. */
const through = (date: ReportedDate, days: number | null): ReportedDate =>
  days !== null && date.from !== null && date.from === date.to && date.precision === 'day'
    ? { ...date, to: addDays(date.from, days - 1) }
    : date

/** In the same sentence with no other trigger in between. */
function ownDate(scene: Scene, trigger: Trigger, tense: Tense, published: PartialDate | null): ReportedDate | null {
  const told = scene.dates.find(({ value, last }) => value.kind === 'days-before' && last === trigger.word - 2)
  if (told) return reported(scene, told, [told], tense, published)
  const all = scene.dates.filter(
    (date) =>
      date.value.kind !== 'days-before' &&
      (isWhen(scene, trigger, date) || belongs(scene, trigger, date)) &&
      (!NO_DATE_OF_ITS_OWN.has(scene.words[date.first - 1]?.form ?? '') || isWhen(scene, trigger, date)) &&
      !isFarAhead(scene, trigger, date) &&
      !(date.last < trigger.word && isLongAgo(scene, trigger)) &&
      !(isYear(date) && isFarOff(scene, trigger, date)) &&
      !isState(scene, date) &&
      !isOfRelative(scene, trigger, date) &&
      !isSince(scene, trigger, date),
  )
  const later = all.filter((date) => !isDateline(scene.words, date))
  const own = later.length > 0 ? later : all
  const nearest = own.reduce<DateExpression | null>(
    (best, date) => (best === null || distance(trigger, date) < distance(trigger, best) ? date : best),
    null,
  )
  return nearest && reported(scene, nearest, own, tense, published)
}

/** «والتقى بنس آنذاك الرئيس»: at the time that the sentence before told. */
const THEN = /^(انذاك|حينها|حينذاك|وقتها|حينءذ|يومها)$/
const MAX_THEN = 6

/** «جاء ذلك خلال لقاء», «وجاءت تصريحات الوزير خلال لقاء», «وأضاف إثر لقاء»: what the sentence before told happened at the encounter, on the day that it says. */
function dayBefore(scene: Scene, trigger: Trigger, tense: Tense, published: PartialDate | null): ReportedDate | null {
  const [first, second] = sentenceAround(scene, trigger.word)
  const isSo = /^و?جاءت?$/.test(first?.form ?? '') && /^(ذلك|هذا|هذه|تصريح|تصريحات|كلام|اقوال|حديث)$/.test(second?.form ?? '')
  const isSaid = isSpeechVerb(first?.form ?? '') && /^[وف]?(اثر|عقب|بعد|خلال|هامش|ختام)$/.test(scene.words[trigger.word - 1]?.form ?? '')
  const isThen = scene.words
    .slice(trigger.word + 1, trigger.word + MAX_THEN)
    .some(({ form, sentence }) => sentence === sentenceOf(scene, trigger.word) && THEN.test(form))
  if (!isSo && !isSaid && !isThen) return null
  const all = scene.dates.filter((date) => sentenceOf(scene, date.first) === sentenceOf(scene, trigger.word) - 1 && (isThen || isDay(date)))
  const ahead = all.filter(
    ({ first }) => !sentenceAround(scene, first).some(({ index, form }) => index < first && /^[وب]?ان(ه|ها)?$/.test(form)),
  )
  const days = ahead.length > 0 ? ahead : all
  const [day, ...others] = isSo ? days : days.filter((date) => !isOfOther(scene, date))
  return day && others.every((other) => Math.abs(other.first - day.last) <= 2)
    ? { ...reported(scene, day, days, tense, published), scope: 'paragraph' }
    : null
}

/** «التصريحات التي أدلى بها أمس»: a day in a relative clause. */
const isOfOther = (scene: Scene, { first }: DateExpression): boolean =>
  sentenceAround(scene, first).some(({ index, form }) => index < first && RELATIVE_PRONOUNS.has(form))

const isDay = ({ value }: DateExpression): boolean =>
  value.kind === 'day-offset' || value.kind === 'weekday' || (value.kind === 'calendar' && value.days.length === 1)

/** «اليوم الأحد، الموافق 5/5/2024»: an expression with those of one time that stand beside it, and beside those. */
function clusterOf(own: readonly DateExpression[], nearest: DateExpression): DateExpression[] {
  const at = own.indexOf(nearest)
  const areApart = (before: DateExpression, behind: DateExpression): boolean => behind.first - before.last > MAX_BETWEEN
  let [first, last] = [at, at]
  while (first > 0 && !areApart(own[first - 1]!, own[first]!)) first -= 1
  while (last + 1 < own.length && !areApart(own[last]!, own[last + 1]!)) last += 1
  return own.slice(first, last + 1)
}
const MAX_BETWEEN = 2

/** What an expression says, with those that stand beside it, seen from the day of publication. */
function reported(
  scene: Scene,
  nearest: DateExpression,
  own: readonly DateExpression[],
  tense: Tense,
  published: PartialDate | null,
): ReportedDate {
  const cluster = clusterOf(own, nearest)
  const chosen = cluster.reduce((best, date) => (rankOf(date) > rankOf(best) ? date : best), nearest)
  const span = { start: Math.min(...cluster.map(({ start }) => start)), end: Math.max(...cluster.map(({ end }) => end)) }
  const told = chosen.value.kind === 'days-before' ? dayTold(scene, chosen, published) : null
  const resolved = resolveDate(chosen.value, told ?? published, told === null ? tense : 'past')
  const range: DateRange | null = resolved && isPartialDate(resolved.from) && isPartialDate(resolved.to) ? resolved : null
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

/** «التقى X أمس، بعد يومين من لقاء Y»: the day that the sentence tells before; null where it tells none. */
function dayTold(scene: Scene, { first }: DateExpression, published: PartialDate | null): PartialDate | null {
  const sentence = sentenceOf(scene, first)
  const day = scene.dates.findLast((date) => date.last < first && sentenceOf(scene, date.first) === sentence && isDay(date))
  const range = day ? resolveDate(day.value, published, 'past') : null
  return range && range.from === range.to ? range.from : null
}

const rankOf = ({ value }: DateExpression): number => RANK[value.kind] + (value.kind === 'calendar' && value.days.length === 0 ? -3 : 0)
