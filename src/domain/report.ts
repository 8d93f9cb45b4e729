import type { DatePrecision, PartialDate } from './partial-date.ts'
import type { Span } from './span.ts'

export const MEETING_KINDS = ['meeting', 'visit', 'call', 'conference'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const MEETING_STATUSES = ['held', 'ongoing', 'planned', 'possible', 'cancelled', 'denied'] as const
export type MeetingStatus = (typeof MEETING_STATUSES)[number]
/** The rule of «لن يزور»: denied, and of a day to come. */
export const WILL_NOT = 'status.will-not'

/** What took place or takes place, and is not to come, called off or denied. */
export const tookPlace = (status: MeetingStatus): boolean => status === 'held' || status === 'ongoing'

export const PARTICIPANT_PARTS = ['participant', 'host', 'visitor', 'mediator', 'delegation'] as const
export type ParticipantPart = (typeof PARTICIPANT_PARTS)[number]

/** How far from the assertion a participant, place or date was taken. */
export const SCOPES = ['sentence', 'paragraph', 'article'] as const
export type Scope = (typeof SCOPES)[number]

/** What a date rests on: said outright, counted from the day of publication, neither, or set by somebody. */
export const DATE_BASES = ['absolute', 'relative', 'unresolved', 'decided'] as const
export type DateBasis = (typeof DATE_BASES)[number]

/** A date as an article gives it. `from` and `to` are null where the text cannot be resolved; `text` is then kept. */
export type ReportedDate = {
  readonly from: PartialDate | null
  readonly to: PartialDate | null
  readonly precision: DatePrecision | null
  readonly basis: DateBasis
  readonly text: string
  readonly span: Span
  /** The day of publication that a relative date was counted from. */
  readonly anchor: PartialDate | null
  readonly scope: Scope
}

export type ReportedPlace = {
  readonly name: string
  readonly country: string | null
  readonly isCountry: boolean
  readonly span: Span
  readonly scope: Scope
}

/** A stretch of the stored body and its text: `body.slice(start, end) === exact`. */
export type Quote = Span & { readonly exact: string }
