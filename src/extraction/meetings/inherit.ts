import type { FoundReport } from '../../domain/extraction.ts'
import { tookPlace } from '../../domain/report.ts'

/** Characters between the end of one encounter and the beginning of the next, over which a journey or a day goes on. */
const NEAR = 500
/** The same of a journey that is told to go on. */
const JOURNEY = 1_500

/**
 * «التقى في موسكو الوزير … كما اجتمع مع السفير»: an encounter without a place is where the one told shortly before it was, of somebody who took part in
 * both and is not told to have gone elsewhere. Calls are nowhere. The place then says that it is the article's.
 */
export function inheritPlaces(reports: readonly FoundReport[]): FoundReport[] {
  const settled: FoundReport[] = []
  for (const report of reports) {
    const before = settled.findLast((other) => other.kind !== 'call' && sharesActor(other, report))
    const isDuring = before?.kind === 'visit' && before.status === 'ongoing' && report.status !== 'denied' && report.status !== 'cancelled'
    const isNear = before !== undefined && startOf(report) - endOf(before) < (isDuring ? JOURNEY : NEAR)
    const isOtherDay = before?.date?.from != null && report.date?.from != null && before.date.from !== report.date.from
    const isLongAgo = before?.date?.from != null && before.date.precision !== 'day'
    const goesOn =
      report.kind === 'meeting' &&
      !isLongAgo &&
      report.place === null &&
      isNear &&
      (isDuring || isOver(before) === isOver(report)) &&
      !isOtherDay
    settled.push(goesOn && before.place ? { ...report, place: { ...before.place, scope: 'article' } } : report)
  }
  return settled
}

/** Words before an encounter that take it out of the course of what is told: «وكان قد التقى», «سبق أن اجتمع». */
const BACKGROUND = /(?:^|[\s،])(?:و?كانت?|سبق|سابق|سابقا|قبل(?! أن| ان)|الماضي|الماضية|منذ)(?:\s|$)|\sال(?:تي|ذي)\s*$/
const MAX_LEAD = 60

/**
 * «استقبل الرئيس اليوم الوزير … كما استقبل السفير»: what is told in the past right behind an encounter of a day, of somebody who took part in both,
 * happened on that day where nothing else is said. The date then says that it is the article's.
 */
export function inheritDates(body: string, reports: readonly FoundReport[]): FoundReport[] {
  const settled: FoundReport[] = []
  for (const report of reports) {
    const before = settled.findLast((other) => sharesActor(other, report))
    const isNear = before !== undefined && startOf(report) - endOf(before) < NEAR && startOf(report) >= startOf(before)
    const lead = body
      .slice(Math.max(0, startOf(report) - MAX_LEAD), startOf(report))
      .split(/[.؟!\n]/)
      .at(-1)!
    const goesOn =
      report.kind !== 'visit' &&
      report.date === null &&
      report.status === 'held' &&
      report.rules.includes('status.past') &&
      isNear &&
      before.status === 'held' &&
      before.date?.precision === 'day' &&
      before.date.from === before.date.to &&
      !BACKGROUND.test(lead)
    settled.push(goesOn && before.date ? { ...report, date: { ...before.date, scope: 'article' } } : report)
  }
  return settled
}

const DURING_VISIT = /خلال (?:هذه )?(?:الزيار[ةه]|زيارت(?:ه|ها)|الجول[ةه])|خلالها/

/**
 * «ألغى الوزير زيارة كانت مقررة الخميس … وكان من المؤمل أن يلتقي خلال الزيارة نظيره»: what was to be during a visit is when, and as, the visit is, and so is what it was for. The date
 * then says that it is the article's.
 */
export function inheritVisits(body: string, reports: readonly FoundReport[]): FoundReport[] {
  return reports.map((report) => {
    if (report.kind === 'visit' || isOver(report)) return report
    const { start, end } = report.evidence[0]!
    const isWithin = DURING_VISIT.test(body.slice(Math.max(0, start - MAX_LEAD), end))
    if (!isWithin && report.status !== 'planned') return report
    const visit = reports.findLast((other) => other.kind === 'visit' && startOf(other) < start && sharesActor(other, report))
    if (!visit || isOver(visit) || !(isWithin || isItsPurpose(body, visit, report))) return report
    return {
      ...report,
      date: report.date ?? (visit.date && { ...visit.date, scope: 'article' }),
      status: visit.status === 'cancelled' || visit.status === 'denied' ? visit.status : report.status,
    }
  })
}

/** «ألغى زيارته إلى طوكيو حيث كان سيلتقي نظيره»: what a journey that is off was for, in the same sentence. */
function isItsPurpose(body: string, visit: FoundReport, report: FoundReport): boolean {
  if (visit.status !== 'cancelled' || startOf(report) - startOf(visit) > NEAR) return false
  return (
    !/[.؟!\n]/.test(body.slice(startOf(visit), startOf(report))) &&
    /\s(?:حيث|للقاء|للاجتماع)\s/.test(body.slice(startOf(visit), endOf(report)))
  )
}

const startOf = ({ evidence }: FoundReport): number => evidence[0]!.start
const endOf = ({ evidence }: FoundReport): number => evidence[0]!.end
const isOver = ({ status }: FoundReport): boolean => tookPlace(status)
const sharesActor = (a: FoundReport, b: FoundReport): boolean =>
  a.participants.some(({ actor }) => b.participants.some((one) => one.actor === actor))
