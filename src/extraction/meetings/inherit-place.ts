import type { FoundReport } from '../../domain/extraction.ts'

/** Characters between the end of one encounter and the beginning of the next, over which a journey goes on. */
const NEAR = 500

/**
 * «التقى في موسكو الوزير … كما اجتمع مع السفير»: an encounter without a place is where the one told shortly before it was, of somebody who took part in
 * both and is not told to have gone elsewhere. Calls are nowhere. The place then says that it is the article's.
 */
export function inheritPlaces(reports: readonly FoundReport[]): FoundReport[] {
  const settled: FoundReport[] = []
  for (const report of reports) {
    const before = settled.findLast((other) => other.kind !== 'call' && sharesActor(other, report))
    const isNear = before !== undefined && startOf(report) - endOf(before) < NEAR
    const goesOn = report.kind === 'meeting' && report.place === null && isNear && isOver(before) === isOver(report)
    settled.push(goesOn && before.place ? { ...report, place: { ...before.place, scope: 'article' } } : report)
  }
  return settled
}

const startOf = ({ evidence }: FoundReport): number => evidence[0]!.start
const endOf = ({ evidence }: FoundReport): number => evidence[0]!.end
const isOver = ({ status }: FoundReport): boolean => status === 'held' || status === 'ongoing'
const sharesActor = (a: FoundReport, b: FoundReport): boolean =>
  a.participants.some(({ actor }) => b.participants.some((one) => one.actor === actor))
