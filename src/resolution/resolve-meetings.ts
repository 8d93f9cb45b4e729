import { daysBetween, firstDay, type PartialDate, rangesOverlap } from '../domain/partial-date.ts'
import { tookPlace, WILL_NOT } from '../domain/report.ts'
import { type LocalReport, NEAR_DAYS, RECENT_DAYS, type ResolvedReport } from '../domain/resolution.ts'
import { Clusters } from './clusters.ts'
import { haveSameActors, isCountryName, isPending, samePlace } from './compare-reports.ts'
import { isAnnounced, isComeTrue, isOfWeekday, isOneSummit } from './undated.ts'

/**
 * Which reports tell of one encounter. Reports are taken in an order of their content, the best told first, and each joins the encounter nearest in time whose
 * every report, or every dated one, it can be one with, so that no chain of half matches grows; the outcome does not depend on the order of arrival. Those that decisions join are
 * taken as one.
 */
export function resolveMeetings(reports: readonly ResolvedReport[]): ResolvedReport[][] {
  const meetings: ResolvedReport[][][] = []
  const byActor = new Map<string, Set<number>>()
  for (const unit of unitsOf([...reports].sort(byTelling))) {
    const actors = new Set(unit.flatMap((report) => report.actors))
    const near = [...new Set([...actors].flatMap((actor) => [...(byActor.get(actor) ?? [])]))].sort((a, b) => a - b)
    const fitting = near.filter((i) => fitsIn(unit, meetings[i]!))
    const homes = fitting.length > 1 && unit.every(isOfAnyDay) ? [] : fitting
    const at = nearestOf(homes, (i) => daysAway(unit, meetings[i]!.flat())) ?? meetings.push([]) - 1
    meetings[at]!.push(unit)
    for (const actor of actors) byActor.set(actor, (byActor.get(actor) ?? new Set()).add(at))
  }
  return meetings.map((units) => units.flat())
}

/** Of no day that is known: where several would do, none is guessed. */
const isOfAnyDay = ({ report: { date, published } }: ResolvedReport): boolean => published === null && date?.from == null

/** The first of those that are the fewest days away; undefined of none. The days of a single one are not looked at. */
function nearestOf(homes: readonly number[], daysOf: (home: number) => number): number | undefined {
  if (homes.length < 2) return homes[0]
  const days = homes.map(daysOf)
  return homes[days.indexOf(Math.min(...days))]
}

/** How many days lie between what reports tell and the nearest that others do, by their dates, else by their publication. */
function daysAway(some: readonly ResolvedReport[], others: readonly ResolvedReport[]): number {
  const dayOf = ({ report: { date, published } }: ResolvedReport): PartialDate | null => date?.from ?? published
  const days = some.flatMap((one) =>
    others.map((other) => {
      const [a, b] = [dayOf(one), dayOf(other)]
      return a === null || b === null ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(firstDay(a), firstDay(b)))
    }),
  )
  return Math.min(...days)
}

/**
 * An encounter takes in what fits every unit of it. What is told without a date need fit those only that tell the day, if any does: an announcement, the
 * encounter and a mention behind it are one, though the first and the last say nothing that holds them together.
 */
function fitsIn(unit: readonly ResolvedReport[], meeting: readonly (readonly ResolvedReport[])[]): boolean {
  const mustFit = isDated(unit) || !meeting.some(isDated) ? meeting : meeting.filter(isDated)
  return mustFit.every((other) => fit(unit, other)) && (mustFit === meeting || meeting.every((other) => mayStandBeside(unit, other)))
}

const isDated = (unit: readonly ResolvedReport[]): boolean => unit.some(({ report }) => report.date?.from != null)

/** No article tells of one encounter twice, and no decision keeps them apart. */
const mayStandBeside = (a: readonly ResolvedReport[], b: readonly ResolvedReport[]): boolean =>
  !a.some((one) => b.some((other) => one.report.article === other.report.article || isKeptApart(one, other)))

/** Units fit together where any two of their reports can be one encounter, and no decision keeps any two apart. */
const fit = (a: readonly ResolvedReport[], b: readonly ResolvedReport[]): boolean =>
  a.some((one) => b.some((other) => canBeOne(one, other))) && !a.some((one) => b.some((other) => isKeptApart(one, other)))

/** Reports that decisions say are of one meeting, taken as one; each other report by itself. In the order of the best told of each. */
function unitsOf(reports: readonly ResolvedReport[]): ResolvedReport[][] {
  const index = new Map(reports.map(({ report }, i) => [report.anchor, i]))
  const links = reports
    .flatMap((report, i) => report.links.map((link) => ({ ...link, from: i, to: index.get(link.other) })))
    .filter((link): link is typeof link & { to: number } => link.to !== undefined)
    .sort((a, b) => a.number - b.number)
  if (links.length === 0) return reports.map((report) => [report])
  const clusters = new Clusters(
    reports.length,
    links.filter(({ isApart }) => isApart).map(({ from, to }) => [from, to] as const),
  )
  for (const { from, to, isApart } of links) if (!isApart) clusters.join(from, to)
  return clusters.groups().map((joined) => joined.map((i) => reports[i]!))
}

const isKeptApart = (a: ResolvedReport, b: ResolvedReport): boolean =>
  a.links.some(({ other, isApart }) => isApart && other === b.report.anchor)

/** Whether a decision says that two reports are of one meeting. */
export const isJoined = (a: ResolvedReport, b: ResolvedReport): boolean =>
  a.links.some(({ other, isApart }) => !isApart && other === b.report.anchor)

const weight = ({ report, actors }: ResolvedReport): number =>
  (report.date?.from ? 4 : 0) + (report.date?.precision === 'day' ? 2 : 0) + (report.place ? 1 : 0) + Math.min(actors.length, 4)

const byTelling = (a: ResolvedReport, b: ResolvedReport): number => weight(b) - weight(a) || (a.report.anchor < b.report.anchor ? -1 : 1)

/** How many actors whatever can be one encounter with a report has in common with it, at least. */
export const leastShared = ({ report: { kind } }: ResolvedReport): number => (kind === 'visit' || kind === 'conference' ? 1 : 2)

/** Whether two reports of different articles can be one encounter: enough of the same people, and no date, place or kind that speaks against it. */
export function canBeOne(a: ResolvedReport, b: ResolvedReport): boolean {
  const [x, y] = [a.report, b.report]
  if (isKeptApart(a, b)) return false
  if (x.article === y.article || (x.kind === 'visit') !== (y.kind === 'visit') || (x.kind === 'call') !== (y.kind === 'call')) return false
  const shared = a.actors.filter((actor) => b.actors.includes(actor)).length
  const smaller = Math.min(sidesOf(a).length, sidesOf(b).length)
  const isOpenList = x.kind === 'visit' || (x.kind === 'conference' && y.kind === 'conference')
  const enough = isOpenList
    ? shared >= 1 && samePlace(x, y) === true
    : shared >= 2 && shared >= smaller * 0.66 && takePart(a, b) && takePart(b, a)
  if (isBeside(a, b) || isBeside(b, a) || isAnotherRound(x, y)) return false
  return (
    enough &&
    (samePlace(x, y) !== false || isSameDayOfAll(a, b)) &&
    (sameTime(x, y, x.kind === 'conference') || isOneSummit(a, b) || isAnnounced(a, b) || isComeTrue(a, b) || isOfWeekday(x, y))
  )
}

/** «على هامش القمة», «لقاء ثنائي»: fewer people of a larger encounter, or of a conference, who are told to have met apart. */
function isBeside(small: ResolvedReport, large: ResolvedReport): boolean {
  const [few, many] = [sidesOf(small), sidesOf(large)]
  if (few.length >= many.length || !few.every((actor) => large.actors.includes(actor))) return false
  if (small.report.kind === 'meeting' && large.report.kind === 'conference') return true
  return small.report.evidence.some(({ exact }) => APART.test(exact)) && !large.report.evidence.some(({ exact }) => APART.test(exact))
}
const APART = /ثنائي|منفرد|انفراد|منفصل|على هامش/

/** «للمرة الثانية», «جولة ثانية», «مجددا»: where the day is not known, one report tells of another round than the other. */
function isAnotherRound(x: LocalReport, y: LocalReport): boolean {
  if (x.date?.precision === 'day' && y.date?.precision === 'day') return false
  const [a, b] = [x, y].map(({ evidence }) =>
    evidence
      .map(({ exact }) => AGAIN.exec(exact)?.[0] ?? '')
      .join(' ')
      .trim(),
  )
  return a !== b && tookPlace(x.status) && tookPlace(y.status)
}
const AGAIN =
  /مجدد[اًا]+|مرة (?:ثانية|ثالثة|أخرى)|للمرة (?:الثانية|الثالثة|الرابعة|الخامسة)|(?:جولة|الجولة|جلسة|الجلسة) (?:أولى|الأولى|ثانية|الثانية|ثالثة|الثالثة|رابعة|الرابعة|خامسة|الخامسة)/

/** Who took part, without delegations whose heads a report names beside them: another may name either. */
function sidesOf({ report: { participants }, actorOf }: ResolvedReport): string[] {
  const heads = participants.filter(({ part }) => part !== 'delegation' && part !== 'mediator')
  const sides = heads.length > 1 ? participants.filter(({ part }) => part !== 'delegation') : participants
  return [...new Set(sides.map(({ actor }) => actorOf.get(actor)!))]
}

/** The same people on one day in one state: they met once, whether a report says the state, its town or the palace in it, and one of two towns is wrong. */
function isSameDayOfAll(a: ResolvedReport, b: ResolvedReport): boolean {
  const [x, y] = [a.report, b.report]
  const isOneDay = x.date?.precision === 'day' && x.date.from === x.date.to && x.date.from === y.date?.from && y.date?.from === y.date?.to
  const [one, other] = [x.place?.country ?? null, y.place?.country ?? null]
  const mayBeNear = one === null || other === null || one === other || isCountryName(x) !== isCountryName(y)
  return isOneDay && mayBeNear && haveSameActors(a, b)
}

/** Whoever the sentence says met is there in the other report too, two of them at least: those who only attended may be others. */
function takePart(a: ResolvedReport, b: ResolvedReport): boolean {
  const sides = new Set(sidesOf(a))
  const met = new Set(
    a.report.participants.flatMap(({ actor, scope }) =>
      scope === 'sentence' && sides.has(a.actorOf.get(actor)!) ? [a.actorOf.get(actor)!] : [],
    ),
  )
  return met.size < 2 || [...met].filter((actor) => b.actors.includes(actor)).length >= 2
}

function sameTime(a: LocalReport, b: LocalReport, mustBeDated: boolean): boolean {
  if (a.date?.from && b.date?.from)
    return rangesOverlap({ from: a.date.from, to: a.date.to ?? a.date.from }, { from: b.date.from, to: b.date.to ?? b.date.from })
  if (mustBeDated) return false
  if (a.date?.from) return isAboutThen(b, a)
  if (b.date?.from) return isAboutThen(a, b)
  if (a.published === null || b.published === null) return false
  if (isPending(a.status) !== isPending(b.status) && !isDenial(a, b)) return false
  return Math.abs(daysBetween(a.published, b.published)) <= daysOf(a)
}

/** What is told without a date was in the days before it was published, and what is announced so follows soon; what is denied may be either. */
function isAboutThen(undated: LocalReport, { date }: LocalReport): boolean {
  if (undated.published === null || undated.date !== null || date!.precision !== 'day') return false
  const days = daysBetween(undated.published, date!.from!)
  if (undated.status === 'denied') return Math.abs(days) <= NEAR_DAYS && (days >= 0 || !undated.rules.includes(WILL_NOT))
  return isPending(undated.status) ? days >= 0 && days <= daysOf(undated) : days <= 0 && days >= -daysOf(undated)
}

/** Nobody goes to one place twice in a week, and who met may meet again. */
const daysOf = ({ kind, status }: LocalReport): number => (kind === 'visit' || isPending(status) ? NEAR_DAYS : RECENT_DAYS)

/** Whether one report denies what another tells. */
const isDenial = (a: LocalReport, b: LocalReport): boolean => (a.status === 'denied') !== (b.status === 'denied')
