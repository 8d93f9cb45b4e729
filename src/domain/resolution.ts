import type { ActorKind } from './actor.ts'
import type { Link, Ruling } from './decision.ts'
import type { CountryBasis, FoundReport, KnownAs } from './extraction.ts'
import type { Actor, Meeting } from './meeting.ts'
import { addDays, type DateRange, firstDay, lastDay, type PartialDate } from './partial-date.ts'

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
  /** Whom the gazetteer takes him for. */
  readonly known: KnownAs | null
  /** What decisions say of it. */
  readonly rulings: readonly Ruling[]
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
  /** What decisions say of it, and of its meeting by it. */
  readonly rulings: readonly Ruling[]
}

/** A report whose actors are known across articles. */
export type ResolvedReport = {
  readonly report: LocalReport
  /** Ids of who takes part, each once, in the order of the report. */
  readonly actors: readonly string[]
  /** Id by index of the actors of the article, for participants and for who says so. */
  readonly actorOf: ReadonlyMap<number, string>
  /** With which reports decisions say that it is of one meeting, or is not. */
  readonly links: readonly Link[]
}

/** Two undated reports of one plan, or of one journey, are taken together when their articles are this near, in days; of a meeting that was held, in RECENT_DAYS. */
export const NEAR_DAYS = 7
/** A report without a date is of an encounter that was at most so many days before its publication. */
export const RECENT_DAYS = 3
/** A summit that goes by its place is told of without a date for so many days. */
export const SUMMIT_DAYS = 90

/** A meeting that is announced without a date follows within so many days, where the very same actors then meet. */
export const AHEAD_DAYS = 60

/** The days of an encounter that an article dates by words which nothing resolves («الأحد»): any. */
export const ANY_DAY: DateRange = { from: '0001-01-01', to: '9999-12-31' }

/** Whether a report announces a meeting of several. */
export const isAnnouncement = ({ kind, status, participants }: LocalReport): boolean =>
  kind === 'meeting' && participants.length > 1 && (status === 'planned' || status === 'possible')

/** Told as a summit at a place: «قمة سنغافورة». */
export const isNamedSummit = ({ kind, place, rules }: LocalReport): boolean =>
  kind === 'meeting' && place !== null && rules.includes('noun.qimma')

/**
 * The days, ends included, that whatever can be one encounter with a report shares with it: those of its date, else those around its publication, else any where it has words for a date. Null where nothing is known. What is
 * within them may still be another encounter (resolution/resolve-meetings.ts).
 */
export function windowOf(report: LocalReport): DateRange | null {
  const { date, published } = report
  if (date?.from) return { from: firstDay(date.from), to: lastDay(date.to ?? date.from) }
  if (published === null) return date === null ? null : ANY_DAY
  return {
    from: addDays(firstDay(published), isNamedSummit(report) ? -SUMMIT_DAYS : -NEAR_DAYS),
    to: addDays(lastDay(published), isAnnouncement(report) ? AHEAD_DAYS : NEAR_DAYS),
  }
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

/**
 * A local actor, the group that it is in (the least anchor of those whom the machine takes for one), the actor that it was given last, and with whom decisions
 * say that it is one or is not.
 */
export type Grouped = LocalActor & { readonly person: string | null; readonly actor: string | null; readonly links: readonly Link[] }

/**
 * One step of resolution: all that it needs, as the store has it. `groups` compares the local actors of one block; `singles` says whom people called by
 * one word are, among `people` of that last name with all who are one with them; `actors` makes actors of the local actors of groups, with those whom decisions
 * join to them; `meetings` brings reports together, those of
 * meetings that `lost` one too.
 */
export type ResolutionTask = { readonly version: number; readonly keys: readonly string[] } & (
  | { readonly kind: 'rekey'; readonly articles: readonly (readonly LocalActor[])[] }
  | { readonly kind: 'groups'; readonly locals: readonly Grouped[] }
  | { readonly kind: 'singles'; readonly singles: readonly Grouped[]; readonly people: readonly Grouped[] }
  | { readonly kind: 'actors'; readonly locals: readonly Grouped[] }
  | { readonly kind: 'meetings'; readonly seeds: readonly ResolvedReport[]; readonly lost: readonly string[] }
)

/** Two who bear one name in some spelling, by an anchor of each, and that nothing vouches for: what speaks for and against. */
export type MergeCandidate = {
  readonly block: string
  readonly a: string
  readonly b: string
  readonly features: {
    readonly names: readonly [string, string]
    /** States that articles say of them, which may be other than the likeliest. */
    readonly said_countries: readonly [string | null, string | null]
    readonly is_patronymic: boolean
    readonly shared_company: number
  }
}

/** Pairs of a report and one beside it, with the number of actors that they share, and those of them that were not known. */
export type Beside = {
  readonly pairs: readonly { readonly one: string; readonly other: string; readonly shared: number }[]
  readonly reports: readonly ResolvedReport[]
}

/** What a step found. */
export type ResolutionStep =
  | { readonly kind: 'rekey'; readonly locals: readonly (Pick<LocalActor, 'anchor' | 'company'> & ActorKeys)[] }
  | {
      readonly kind: 'groups' | 'singles'
      readonly persons: ReadonlyMap<string, string>
      readonly candidates: readonly MergeCandidate[]
    }
  | { readonly kind: 'actors'; readonly actors: readonly { readonly actor: Actor; readonly anchors: readonly string[] }[] }
  | {
      readonly kind: 'meetings'
      readonly meetings: readonly { readonly meeting: Meeting; readonly anchors: readonly string[] }[]
      /** Reports whose meeting is known for good, with all that may be one with them: they are due no more. */
      readonly settled: readonly string[]
    }

/** A report with the ids of its actors. */
export const resolvedReport = (report: LocalReport, actorOf: ReadonlyMap<number, string>, links: readonly Link[] = []): ResolvedReport => ({
  report,
  actors: [...new Set(report.participants.map(({ actor }) => actorOf.get(actor)!))],
  actorOf,
  links,
})
