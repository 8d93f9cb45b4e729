import type { ActorKind } from './actor.ts'
import type { CountryBasis, FoundReport } from './extraction.ts'
import type { Actor, Meeting } from './meeting.ts'
import type { PartialDate } from './partial-date.ts'

/** An actor as one article knows it: what resolution across articles begins with. `anchor` names it for ever. */
export type LocalActor = {
  readonly anchor: string
  readonly article: string
  readonly published: PartialDate | null
  readonly index: number
  readonly name: string
  readonly kind: ActorKind
  readonly country: string | null
  readonly countryBasis: CountryBasis | null
  readonly roles: readonly string[]
  /** Spellings of the name in the article, with their counts. */
  readonly names: readonly { readonly name: string; readonly count: number }[]
}

/** A report with the article it stands in. */
export type LocalReport = FoundReport & {
  readonly anchor: string
  readonly article: string
  readonly source: string | null
  readonly url: string | null
  readonly published: PartialDate | null
  /** Text before and after each evidence quote, in the order of `evidence`. */
  readonly contexts: readonly { readonly prefix: string; readonly suffix: string }[]
}

/** What resolution makes: actors, meetings, and which anchor belongs to which of them. */
export type Resolution = {
  readonly actors: readonly Actor[]
  readonly meetings: readonly Meeting[]
  /** Anchor → id, for every local actor and report. */
  readonly assigned: ReadonlyMap<string, string>
}
