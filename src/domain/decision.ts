import type { ActorKind } from './actor.ts'
import type { PartialDate } from './partial-date.ts'
import type { MeetingKind, MeetingStatus, ParticipantPart, Quote } from './report.ts'

export const DECISION_KINDS = [
  'actor.same', 'actor.different', 'actor.name', 'actor.kind', 'actor.country', 'actor.role', 'mention.link', 'mention.unlink', 'report.confirm',
  'report.reject', 'report.set', 'meeting.set', 'meeting.same', 'meeting.different', 'meeting.create',
] as const // biome-ignore format: one list
export type DecisionKind = (typeof DECISION_KINDS)[number]

export const ORIGINS = ['machine', 'human', 'import'] as const
export type Origin = (typeof ORIGINS)[number]

/** Fields of a report and of a meeting that can be set. */
export const SETTABLE_FIELDS = ['kind', 'status', 'date', 'place'] as const
export type SettableField = (typeof SETTABLE_FIELDS)[number]

/** A quote with the text around it, so that it is found again where the article has changed. */
export type TextQuote = Quote & { readonly prefix: string; readonly suffix: string }

/** What a decision is about: a quote of an article, and the names that it was said of, which tell apart what shares a sentence. */
export type DecisionAnchor = { readonly article: string; readonly quote: TextQuote; readonly about: readonly string[] }

export type DecidedDate = { readonly from: PartialDate; readonly to: PartialDate } | null
export type DecidedPlace = { readonly name: string; readonly country: string | null; readonly is_country: boolean } | null
export type DecidedParticipant = {
  readonly quote: TextQuote
  readonly name: string
  readonly kind: ActorKind
  readonly part: ParticipantPart
}

/** A report as a person left it: it stays so, whatever the extractor makes of the sentence later. */
export type DecidedReport = {
  readonly kind: MeetingKind
  readonly status: MeetingStatus
  readonly date: DecidedDate
  readonly place: DecidedPlace
  readonly participants: readonly DecidedParticipant[]
}

export type FieldValue = MeetingKind | MeetingStatus | DecidedDate | DecidedPlace

/** What a decision says, by its kind; `null` where the kind says it all. */
export type DecisionValue =
  | null
  | { readonly value: string | null }
  | { readonly field: SettableField; readonly value: FieldValue }
  | { readonly report: DecidedReport }

/**
 * A judgement as it is kept: append-only, on quotes and not on ids, so that it outlives every new extraction. `anchors` are one, or the two things that
 * it compares; of `mention.link` the mention and one of the actor's.
 */
export type Decision = {
  readonly id: string
  readonly kind: DecisionKind
  readonly anchors: readonly DecisionAnchor[]
  readonly value: DecisionValue
  readonly note: string | null
  readonly author: string | null
  readonly origin: Exclude<Origin, 'machine'>
  readonly created_at: string
  readonly withdrawn_at: string | null
}

/** `applied`: what it says holds now. `orphaned`: what it is about is not found. `contradicted`: an earlier decision says otherwise. */
export const DECISION_STATES = ['applied', 'orphaned', 'contradicted', 'withdrawn'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

/** A decision and what became of it. */
export type JudgedDecision = Decision & { readonly state: DecisionState; readonly problem: string | null }

/** A decision on one side of it that is about one article, as it is applied there. `number` orders decisions: the later one holds. */
export type AnchoredDecision = Pick<Decision, 'id' | 'kind' | 'value' | 'origin'> & {
  readonly number: number
  readonly side: number
  readonly anchor: DecisionAnchor
}

/** Where an anchor was found: the anchor of the local actor or report, null where it is none (a rejected report); or why it was not. */
export type Binding = { readonly number: number; readonly side: number } & (
  | { readonly isBound: true; readonly target: string | null }
  /** `isOverruled`: it is there, and another decision says otherwise of it. */
  | { readonly isBound: false; readonly problem: string; readonly isOverruled: boolean }
)

/** What a decision says of a field, and what the machine said. */
export type Ruling = {
  readonly decision: string
  readonly number: number
  readonly origin: Exclude<Origin, 'machine'>
  /** Of what it says it: of a meeting by one of its reports. */
  readonly scope: 'actor' | 'report' | 'meeting'
  readonly field: SettableField | 'name' | 'country' | 'role' | 'confirmed' | 'linked'
  readonly value: unknown
  readonly machine: unknown
}

/** A decision that two things are one, or are not, seen from one of them: `other` is the anchor of the other. */
export type Link = { readonly other: string; readonly isApart: boolean; readonly number: number }
