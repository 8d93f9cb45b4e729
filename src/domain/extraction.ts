import type { ActorKind } from './actor.ts'
import type { PartialDate } from './partial-date.ts'
import type { MeetingKind, MeetingStatus, ParticipantPart, Quote, ReportedDate, ReportedPlace, Scope } from './report.ts'
import type { Span } from './span.ts'

/** A span of an article that names an actor. */
export type FoundMention = Span & { readonly surface: string; readonly rule: string }

/** How an actor's country is known: from his own titles and name, or from what stands around. */
export type CountryBasis = 'said' | 'context'

/** An actor within one article. */
export type FoundActor = {
  /** The fullest name that the article gives, as it stands there. */
  readonly name: string
  readonly kind: ActorKind
  readonly country: string | null
  /** Whether the article says the country of him, or it is that of the place or of the article as a whole; null without a country. */
  readonly countryBasis: CountryBasis | null
  /** Titles as reported, each once. */
  readonly roles: readonly string[]
  readonly mentions: readonly FoundMention[]
  /** Who the gazetteer knows by this name in this state, where it is one person. */
  readonly known?: KnownAs
}

/** The person of the gazetteer that an actor is. */
export type KnownAs = { readonly wikidata: string; readonly latin: string }

export type FoundParticipant = {
  /** Index into the actors of the same extraction. */
  readonly actor: number
  readonly part: ParticipantPart
  /** The words that name the participant in the evidence: a name, a title, «نظيره». */
  readonly as: string
  readonly span: Span
  readonly scope: Scope
}

/** One article's assertion of one encounter. */
export type FoundReport = {
  readonly participants: readonly FoundParticipant[]
  readonly kind: MeetingKind
  readonly status: MeetingStatus
  readonly date: ReportedDate | null
  readonly place: ReportedPlace | null
  readonly evidence: readonly Quote[]
  /** Index of the actor who says so, when the article reports somebody's words. */
  readonly attributedTo: number | null
  /** Ids of the rules that fired, the trigger's first. */
  readonly rules: readonly string[]
  /** From 0 to 1. */
  readonly confidence: number
}

export type Extraction = {
  readonly actors: readonly FoundActor[]
  readonly reports: readonly FoundReport[]
  /** When the text itself says that it was published, and the words that say so; looked for where nothing else tells. */
  readonly publication?: Publication
}

export type Publication = { readonly date: PartialDate; readonly quote: string }
