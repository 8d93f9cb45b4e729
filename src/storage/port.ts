import type { ApiKey } from '../domain/api-key.ts'
import type { Article } from '../domain/article.ts'
import type { Extraction } from '../domain/extraction.ts'
import type { Actor, Meeting } from '../domain/meeting.ts'
import type { Place, Source } from '../domain/outlet.ts'
import type { PartialDate } from '../domain/partial-date.ts'
import type { ExpandedNode, QueryNode } from '../domain/query.ts'
import type { ActorKeys, LocalActor, LocalReport, ResolutionStep, ResolutionTask, ResolvedReport } from '../domain/resolution.ts'
import type { Score } from '../domain/score.ts'
import type { Term } from '../domain/token.ts'

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
}

/** The words of an article for the index, in their order; no title where it is the first sentence of the body. */
export type IndexTerms = { readonly title: readonly Term[]; readonly body: readonly Term[] }

/** `stale`: the article was written by somebody else since; nothing was changed. */
export type SaveOutcome =
  | { readonly result: 'created' | 'updated' }
  | { readonly result: 'stale' }
  | { readonly result: 'failed'; readonly reason: string }

/** What a query asks of a text. A relaxed one is answered by any of its parts, and the engine may leave common words to ranking alone. */
export type TextQuery = { readonly node: QueryNode; readonly isRelaxed: boolean }

export type Filter<Field extends string> = { readonly field: Field; readonly values: readonly string[]; readonly negated: boolean }

/** Where a page ended: the sort value and id of its last item. */
export type Position = { readonly value: string | number; readonly id: string }

export type ListQuery<Field extends string, Sort extends string, Facet extends string> = {
  readonly text: TextQuery | null
  readonly filters: readonly Filter<Field>[]
  readonly sort: { readonly key: Sort; readonly descending: boolean }
  readonly limit: number
  readonly after: Position | null
  readonly count: 'bounded' | 'exact' | 'none'
  readonly facets: readonly Facet[]
  /** Counts by period of publication or of the encounter; null for none. */
  readonly histogram?: Interval | null
}

export const INTERVALS = ['day', 'month', 'year'] as const
export type Interval = (typeof INTERVALS)[number]

export type Total = { readonly value: number; readonly relation: 'eq' | 'gte' }
export type FacetCounts = {
  readonly buckets: readonly { readonly value: string; readonly label: string; readonly count: number }[]
  readonly other: number
  /** `gte` where only a part of all that matches was counted. */
  readonly relation: 'eq' | 'gte'
}
export type Histogram = {
  readonly interval: Interval
  readonly buckets: readonly { readonly period: string; readonly count: number }[]
  /** What has no date, or one that is not known to the interval. */
  readonly undated: number
  readonly relation: 'eq' | 'gte'
}

export type Page<Item, Facet extends string = string> = {
  readonly items: readonly Item[]
  readonly next: Position | null
  readonly total: Total | null
  readonly facets: Readonly<Partial<Record<Facet, FacetCounts>>>
  readonly histogram: Histogram | null
  /** What the engine read otherwise than it stands: words left to ranking, prefixes cut to their commonest words. */
  readonly notes: readonly string[]
}

export type ArticleField = 'actor' | 'place' | 'source' | 'published_from' | 'published_to'
export type ArticleSort = 'relevance' | 'published' | 'id'
export type ArticleFacet = 'actor' | 'place' | 'source' | 'kind' | 'status' | 'month'
export type ArticleQuery = ListQuery<ArticleField, ArticleSort, ArticleFacet>
/** A found article and, among the best hundred of a text query by relevance, how well it answers. */
export type ArticleHit = { readonly article: Article; readonly score: Score | null }
/** `matched` is the text query with all that its words stand for in this store, for highlights. */
export type ArticlePage = Page<ArticleHit, ArticleFacet> & { readonly matched: ExpandedNode | null }

export type MeetingField =
  | 'participant'
  | 'participants_all'
  | 'kind'
  | 'status'
  | 'disputed'
  | 'place'
  | 'country'
  | 'date_from'
  | 'date_to'
  | 'published_from'
  | 'published_to'
  | 'source'
  | 'min_independent_sources'
  | 'min_confidence'
export type MeetingSort = 'relevance' | 'date' | 'reported' | 'id'
export type MeetingFacet = 'actor' | 'place' | 'kind' | 'status' | 'month'
export type MeetingQuery = ListQuery<MeetingField, MeetingSort, MeetingFacet>

export type ActorField = 'kind' | 'country' | 'state'
export type ActorSort = 'relevance' | 'articles' | 'id'
export type ActorFacet = 'kind' | 'country'
export type ActorQuery = ListQuery<ActorField, ActorSort, ActorFacet>

/** An actor as one article names it, with its mentions. */
export type ArticleActor = {
  readonly actor: Pick<Actor, 'id' | 'name' | 'kind' | 'country'>
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly surface: string; readonly rule: string }[]
}

/** What may be meant by a beginning: an actor by his id, a place by its name, or a word of the articles. */
export type Suggestion = {
  readonly kind: 'actor' | 'place' | 'word'
  readonly id: string | null
  readonly text: string
  readonly articles: number
}

/** A known actor whom words of a query name. */
export type NamedActor = { readonly from: number; readonly to: number; readonly actor: Pick<Actor, 'id' | 'name' | 'names' | 'counts'> }

/** What is found under an id: the thing itself, the id it now goes by, or that it is gone. */
export type Found<Item> = { readonly item: Item } | { readonly movedTo: string } | { readonly isGone: true } | null

export type SourceQuery = ListQuery<never, 'articles' | 'id', never>
export type PlaceField = 'kind' | 'country'
export type PlaceQuery = ListQuery<PlaceField, 'meetings' | 'id', PlaceField>

/** An article that is like another: a near duplicate by its shingles (similarity 0 to 1), or one that shares its telling words. */
export type SimilarArticle = { readonly article: Article; readonly relation: 'near-duplicate' | 'related'; readonly similarity: number }

/** An answer that was given to a request with an Idempotency-Key. */
export type KeptAnswer = { readonly fingerprint: string; readonly status: number; readonly body: string }

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
  }
  readonly meetings: { get(id: string): Promise<Found<Meeting>>; list(query: MeetingQuery): Promise<Page<Meeting, MeetingFacet>> }
  readonly actors: {
    get(id: string): Promise<Found<Actor>>
    list(query: ActorQuery): Promise<Page<Actor, ActorFacet>>
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
  readonly resolution: {
    /** The next step that changes have made due, with all that it needs; null where nothing is due. */
    next(): Promise<ResolutionTask | null>
    /** Writes what a step found, and marks what that makes due. False where the store has changed since the task was given: nothing is written then. */
    finish(task: ResolutionTask, step: ResolutionStep): Promise<boolean>
    /** Reports that share so many actors with one and may be of its time, but for those whose anchors are known. */
    beside(report: ResolvedReport, sharing: number, known: ReadonlySet<string>): Promise<readonly ResolvedReport[]>
    /** For each group of report anchors the id that it has a right to: that of the oldest of them, else a new one. */
    meetingIds(groups: readonly (readonly string[])[]): Promise<readonly string[]>
    actors(ids: readonly string[]): Promise<readonly Actor[]>
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
