import type { ApiKey } from '../domain/api-key.ts'
import type { Article } from '../domain/article.ts'
import type { AnchoredDecision, Binding, Decision, JudgedDecision } from '../domain/decision.ts'
import type { Extraction } from '../domain/extraction.ts'
import type { Actor, Meeting } from '../domain/meeting.ts'
import type { Place, Source } from '../domain/outlet.ts'
import type { PartialDate } from '../domain/partial-date.ts'
import type { ActorKeys, Beside, LocalActor, LocalReport, ResolutionStep, ResolutionTask } from '../domain/resolution.ts'
import type { Span } from '../domain/span.ts'
import type { Term } from '../domain/token.ts'
import type {
  ActorFacet,
  ActorQuery,
  ArticleActor,
  ArticlePage,
  ArticleQuery,
  DecisionFacet,
  DecisionQuery,
  Filter,
  Found,
  Interval,
  KeptAnswer,
  MeetingFacet,
  MeetingField,
  MeetingQuery,
  NamedActor,
  Network,
  Page,
  Pair,
  PlaceField,
  PlaceQuery,
  ReportPlace,
  ReviewField,
  ReviewItem,
  ReviewQuery,
  SimilarArticle,
  SourceQuery,
  Suggestion,
  Timeline,
} from './port-queries.ts'

/** What one article brings: the article, what was found in it, what of that goes into resolution, and its index terms. Saved whole or not at all. */
export type ArticleRecord = {
  readonly article: Article
  /** What was handed in where the body was made from it: HTML. */
  readonly raw: string | null
  /** The revision that the record was made against; 0 where there was none. Another one in the store means that somebody was faster. */
  readonly basedOn: number
  /** Under which near duplicates are looked for; see analysis/shingles.ts. */
  readonly bands: readonly number[]
  readonly extraction: Extraction
  readonly locals: { readonly actors: readonly (LocalActor & ActorKeys)[]; readonly reports: readonly LocalReport[] }
  readonly terms: IndexTerms
  /** Where the anchors of decisions on it were found. */
  readonly bindings: readonly Binding[]
  /** The state of those decisions when it was read; another one in the store means that somebody has decided meanwhile. */
  readonly decisionsStamp: number
}

/** The words of an article for the index, in their order; no title where it is the first sentence of the body. */
export type IndexTerms = { readonly title: readonly Term[]; readonly body: readonly Term[] }

/** `stale`: the article was written by somebody else since; nothing was changed. */
export type SaveOutcome =
  | { readonly result: 'created' | 'updated' }
  | { readonly result: 'stale' }
  | { readonly result: 'failed'; readonly reason: string }

/**
 * What the product asks of a store. Every method returns a promise; no transaction, row id, engine syntax or vendor error crosses it: what goes
 * wrong in an engine arrives as AppError `storage-unavailable`. The contract is test/storage/contract.ts.
 */
export type Storage = {
  readonly articles: {
    /** Saves a batch in order, each article whole or not at all; one failed article leaves the others saved. */
    save(records: readonly ArticleRecord[]): Promise<readonly SaveOutcome[]>
    /** Content hashes by id, of those that are stored. */
    hashes(
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly hash: string; readonly revision: number; readonly ingested_at: string }>>
    /** An article is never another one. */
    get(id: string): Promise<Exclude<Found<Article>, { movedTo: string }>>
    /** What was handed in for an article, where that was not its body; null where it was. */
    raw(id: string): Promise<string | null>
    /** Deletes an article with all that was found in it, and remembers that it was there. False where there is none. `at` is an ISO time. */
    remove(id: string, at: string): Promise<boolean>
    /** Near duplicates first, the most similar first, then related ones. */
    similar(id: string, limit: number): Promise<readonly SimilarArticle[]>
    actors(id: string): Promise<readonly ArticleActor[]>
    meetings(id: string): Promise<readonly Meeting[]>
    list(query: ArticleQuery): Promise<ArticlePage>
    count(): Promise<number>
    /** Ids behind one, in their order. */
    ids(after: string, limit: number): Promise<readonly string[]>
    /** What was found in an article, as it is stored. */
    facts(id: string): Promise<{ readonly actors: readonly LocalActor[]; readonly reports: readonly LocalReport[] }>
    /** Articles that wait to be read anew, at most so many. */
    unread(limit: number): Promise<readonly string[]>
  }
  readonly meetings: {
    get(id: string): Promise<Found<Meeting>>
    list(query: MeetingQuery): Promise<Page<Meeting, MeetingFacet>>
    /** Meetings that both took part in. */
    pair(a: string, b: string): Promise<Pair>
    /** Meetings and articles by period, all of them. */
    timeline(filters: readonly Filter<MeetingField>[], interval: Interval): Promise<Timeline>
  }
  readonly actors: {
    get(id: string): Promise<Found<Actor>>
    list(query: ActorQuery): Promise<Page<Actor, ActorFacet>>
    /** With whom an actor takes part in meetings, those of most meetings first. */
    network(id: string, filters: readonly Filter<MeetingField>[], limit: number): Promise<Network>
    /** Stretches of the words, `from` to `to`, that are a known actor's name in any spelling or in Latin letters; the longest, and of each the best known. */
    named(words: readonly Term[]): Promise<readonly NamedActor[]>
  }
  readonly sources: { list(query: SourceQuery): Promise<Page<Source>> }
  readonly places: { list(query: PlaceQuery): Promise<Page<Place, PlaceField>> }
  readonly keys: {
    add(key: ApiKey): Promise<void>
    get(id: string): Promise<ApiKey | null>
    list(): Promise<readonly ApiKey[]>
    /** False where there is no such key, or it was revoked before. */
    revoke(id: string, at: string): Promise<boolean>
  }
  readonly answers: {
    get(key: string): Promise<KeptAnswer | null>
    /** Keeps an answer, and forgets those from before `since`. Times are ISO. */
    keep(key: string, answer: KeptAnswer, at: string, since: string): Promise<void>
  }
  readonly words: {
    /** Names and words that begin so, names first, each the most frequent first. */
    suggest(typed: string, limit: number): Promise<readonly Suggestion[]>
    /** For each word that no article holds in any inflection the nearest one that some do; null where there is none, or no need. */
    correct(words: readonly Term[]): Promise<readonly (string | null)[]>
  }
  readonly decisions: {
    /** What was decided of articles and not withdrawn, for those of which anything ever was; they need not be there. */
    onArticles(
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, { readonly decisions: readonly AnchoredDecision[]; readonly stamp: number }>>
    /** Adds decisions in their order; false for those whose id is known. */
    add(decisions: readonly Decision[]): Promise<readonly boolean[]>
    get(id: string): Promise<JudgedDecision | null>
    list(query: DecisionQuery): Promise<Page<JudgedDecision, DecisionFacet>>
    /** Where an actor is named best: by most of his name, in the first article of several. */
    placeOfActor(id: string): Promise<({ readonly article: string; readonly name: string } & Span) | null>
    placeOfReport(anchor: string): Promise<ReportPlace | null>
    /** Places of meetings by their name. */
    placesNamed(name: string): Promise<readonly Place[]>
    /** Takes a decision back; what was withdrawn before stays so. */
    withdraw(id: string, at: string): Promise<void>
  }
  /** What is worth judging, by impact. */
  readonly review: {
    list(query: ReviewQuery): Promise<Page<ReviewItem, ReviewField>>
  }
  readonly resolution: {
    /** The next step that changes have made due, with all that it needs; null where nothing is due. */
    next(): Promise<ResolutionTask | null>
    /** Writes what a step found, and marks what that makes due. False where the store has changed since the task was given: nothing is written then. */
    finish(task: ResolutionTask, step: ResolutionStep): Promise<boolean>
    /** Reports that share actors with given ones and may be of their time, and those that decisions name beside them; those whose anchors are known only as pairs. */
    beside(anchors: readonly string[], known: { has(anchor: string): boolean }): Promise<Beside>
    /** For each group of anchors of local actors or reports the id that it has a right to: that of the oldest of them, else a new one. */
    ids(prefix: 'act' | 'mtg', groups: readonly (readonly string[])[]): Promise<readonly string[]>
    actors(ids: readonly string[]): Promise<readonly Actor[]>
    /** Within each group of articles, for those whose text is that of another one of the group, which one that is. */
    copies(groups: readonly (readonly string[])[]): Promise<readonly ReadonlyMap<string, string>[]>
    /** Makes every article wait to be read anew; what is known stays until then. */
    restart(): Promise<void>
    /** Whether anything is due: after a crash, for one. Marked in the unit of work that saves. */
    isStale(): Promise<boolean>
  }
  /** Grows with every change of what lists show, by whomever. */
  generation(): Promise<number>
  /** What cursors of this store are signed with. */
  secret(): Promise<string>
  /** Proves a read, the index and that the disk takes a write; throws AppError where one fails. */
  check(): Promise<{
    readonly resolved: boolean
    readonly articles: number
    readonly schema: number
    readonly analyzer: number
    readonly latest: PartialDate | null
  }>
  close(): Promise<void>
}
