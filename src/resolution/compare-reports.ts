import { type MeetingStatus, tookPlace } from '../domain/report.ts'
import type { LocalReport, ResolvedReport } from '../domain/resolution.ts'

export const isPending = (status: MeetingStatus): boolean => !tookPlace(status)

export const haveSameActors = (a: ResolvedReport, b: ResolvedReport): boolean =>
  a.actors.length === b.actors.length && a.actors.every((actor) => b.actors.includes(actor))

/** True and false where both say a place, null where one does not. A country holds its towns. */
export function samePlace(a: LocalReport, b: LocalReport): boolean | null {
  if (!a.place || !b.place) return null
  if (a.place.name === b.place.name) return true
  const isWithin = (outer: LocalReport, inner: LocalReport): boolean =>
    outer.place!.country !== null && outer.place!.country === inner.place!.country && isCountryName(outer)
  return isWithin(a, b) || isWithin(b, a)
}

export const isCountryName = ({ place }: LocalReport): boolean => place?.isCountry === true
