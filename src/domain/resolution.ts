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
  /** Keys of the last names of all other people of the article. */
  readonly company: readonly string[]
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

/** A report whose actors are known across articles. */
export type ResolvedReport = {
  readonly report: LocalReport
  /** Ids of who takes part, each once, in the order of the report. */
  readonly actors: readonly string[]
  /** Id by index of the actors of the article, for participants and for who says so. */
  readonly actorOf: ReadonlyMap<number, string>
}

/** What resolution makes: actors, meetings, and which anchor belongs to which of them. */
export type Resolution = {
  readonly actors: readonly Actor[]
  readonly meetings: readonly Meeting[]
  /** Anchor → id, for every local actor and report. */
  readonly assigned: ReadonlyMap<string, string>
}

/** Under what a local actor is compared with others: `block` with its like, '' with nobody; `surname` with people called by one word. */
export type ActorKeys = { readonly block: string; readonly surname: string | null }

/** A local actor and the group that it is in: the least anchor of those who are one with it. */
export type Grouped = LocalActor & { readonly person: string | null }

/** A group of local actors that are one, and the id that it has a right to. */
export type ActorGroup = { readonly id: string; readonly members: readonly LocalActor[] }

/**
 * One step of resolution: all that it needs, as the store has it. `groups` compares the local actors of one block; `singles` says whom people called by
 * one word are, among `people` of that last name with all who are one with them; `actors` makes actors of groups; `meetings` brings reports together, those of
 * meetings that `lost` one too.
 */
export type ResolutionTask = { readonly version: number; readonly keys: readonly string[] } & (
  | { readonly kind: 'rekey'; readonly articles: readonly (readonly LocalActor[])[] }
  | { readonly kind: 'groups'; readonly locals: readonly Grouped[] }
  | { readonly kind: 'singles'; readonly singles: readonly Grouped[]; readonly people: readonly Grouped[] }
  | { readonly kind: 'actors'; readonly groups: readonly ActorGroup[] }
  | { readonly kind: 'meetings'; readonly seeds: readonly ResolvedReport[]; readonly lost: readonly string[] }
)

/** What a step found. */
export type ResolutionStep =
  | { readonly kind: 'rekey'; readonly locals: readonly (Pick<LocalActor, 'anchor' | 'company'> & ActorKeys)[] }
  | { readonly kind: 'groups' | 'singles'; readonly persons: ReadonlyMap<string, string> }
  | { readonly kind: 'actors'; readonly actors: readonly { readonly actor: Actor; readonly anchors: readonly string[] }[] }
  | { readonly kind: 'meetings'; readonly meetings: readonly { readonly meeting: Meeting; readonly anchors: readonly string[] }[] }

/** A report with the ids of its actors. */
export const resolvedReport = (report: LocalReport, actorOf: ReadonlyMap<number, string>): ResolvedReport => ({
  report,
  actors: [...new Set(report.participants.map(({ actor }) => actorOf.get(actor)!))],
  actorOf,
})
