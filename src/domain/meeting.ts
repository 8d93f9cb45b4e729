import type { ActorKind, ActorState } from './actor.ts'
import type { Origin } from './decision.ts'
import type { Place } from './outlet.ts'
import type { PartialDate } from './partial-date.ts'
import type { MeetingKind, MeetingStatus, ParticipantPart, ReportedDate } from './report.ts'
import type { Span } from './span.ts'

/** One spelling of an actor's name and how many mentions use it. */
export type NameCount = { readonly name: string; readonly count: number }

/** A title as reported, the days of publication that report it, and one article that does. */
export type RoleRecord = {
  readonly title: string
  readonly from: PartialDate | null
  readonly to: PartialDate | null
  readonly article: string
}

/** A person or body across all articles. */
export type Actor = {
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly names: readonly NameCount[]
  readonly roles: readonly RoleRecord[]
  readonly country: string | null
  /** The name in Latin letters, where the gazetteer has it. */
  readonly latin: string | null
  readonly external_ids: { readonly wikidata: string | null }
  readonly state: ActorState
  readonly origin: Origin
  /** Fields that decisions say, with what the machine says. */
  readonly decided: Readonly<Record<string, { readonly decision: string; readonly origin: Origin; readonly machine: unknown }>>
  readonly counts: { readonly articles: number; readonly mentions: number; readonly meetings: number }
}

export type MeetingParticipant = {
  readonly actor: { readonly id: string; readonly name: string; readonly kind: ActorKind; readonly country: string | null }
  readonly part: ParticipantPart
  readonly as: readonly string[]
}

export type MeetingDate = Pick<ReportedDate, 'precision' | 'basis' | 'text' | 'anchor'> & {
  readonly from: PartialDate
  readonly to: PartialDate
}

/** One piece of evidence: the clause of an article that asserts the encounter; `body.slice(start, end) === exact`. */
export type EvidenceRecord = {
  readonly report: string
  readonly article: string
  readonly source: string | null
  readonly url: string | null
  readonly published: PartialDate | null
  readonly quote: Span & { readonly exact: string; readonly prefix: string; readonly suffix: string }
  readonly status: MeetingStatus
  readonly attributed_to: { readonly id: string; readonly name: string } | null
  readonly rules: readonly string[]
}

/** One encounter in the world: a view over the reports of it. */
export type Meeting = {
  readonly id: string
  readonly title: string
  readonly kind: MeetingKind
  readonly status: MeetingStatus
  readonly status_votes: Readonly<Partial<Record<MeetingStatus, number>>>
  readonly status_history: readonly {
    readonly published: PartialDate | null
    readonly status: MeetingStatus
    readonly report: string
    readonly article: string
  }[]
  readonly disputed: boolean
  readonly participants: readonly MeetingParticipant[]
  /** False where a report names no counterpart or a list that it leaves open. */
  readonly participants_complete: boolean
  readonly date: MeetingDate | null
  readonly place: Pick<Place, 'id' | 'name' | 'kind' | 'country'> | null
  readonly evidence: readonly EvidenceRecord[]
  readonly counts: { readonly reports: number; readonly articles: number; readonly sources: number; readonly independent_sources: number }
  readonly first_reported: PartialDate | null
  readonly last_reported: PartialDate | null
  readonly confidence: number
  readonly origin: Origin
  /** Whether anybody has judged it or one of its reports. */
  readonly reviewed: boolean
  readonly provenance: Readonly<Record<'kind' | 'status' | 'date' | 'place' | 'participants', FieldBasis>>
}

/** What a field rests on: reports, which `evidence` quotes, or a decision, with what the machine would say beside it. */
export type FieldBasis = {
  readonly reports: readonly string[]
  readonly decision: string | null
  readonly origin: Origin
  readonly machine: unknown
}
