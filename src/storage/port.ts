import type { ActorKind } from '../domain/actor.ts'
import type { ApiKey } from '../domain/api-key.ts'
import type { Article } from '../domain/article.ts'
import type { AnchoredDecision, Binding, Decision, JudgedDecision } from '../domain/decision.ts'
import type { Extraction } from '../domain/extraction.ts'
import type { Actor, Meeting } from '../domain/meeting.ts'
import type { Place, Source } from '../domain/outlet.ts'
import type { PartialDate } from '../domain/partial-date.ts'
import type { ExpandedNode, QueryNode } from '../domain/query.ts'
import type { ActorKeys, Beside, LocalActor, LocalReport, ResolutionStep, ResolutionTask } from '../domain/resolution.ts'
import type { Score } from '../domain/score.ts'
import type { Span } from '../domain/span.ts'
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

/** Meetings that two actors both took part in. `coverage` is what the store has of the time that they span; null without a dated one. */
export type Pair = {
  readonly total: number
  readonly undated: number
  readonly first: { readonly meeting: string; readonly date: { readonly from: PartialDate; readonly to: PartialDate } } | null
  readonly last: Pair['first']
  readonly by_status: Readonly<Record<string, number>>
  readonly by_kind: Readonly<Record<string, number>>
  readonly coverage: { readonly from: PartialDate; readonly to: PartialDate; readonly articles: number; readonly sources: number } | null
}
export type Network = {
  readonly total: number
  readonly neighbours: readonly {
    readonly actor: Pick<Actor, 'id' | 'name' | 'kind' | 'country'>
    readonly meetings: number
    readonly first: PartialDate | null
    readonly last: PartialDate | null
  }[]
}
export type Timeline = {
  readonly interval: Interval
  readonly buckets: readonly { readonly period: string; readonly meetings: number; readonly articles: number }[]
  readonly undated: { readonly meetings: number; readonly articles: number }
}

/** A report as it stands, and whom its article takes its participants for, in their order. */
export type ReportPlace = {
  readonly report: LocalReport
  readonly participants: readonly { readonly name: string; readonly kind: ActorKind }[]
}

export type DecisionField = 'kind' | 'state' | 'origin' | 'article'
export type DecisionFacet = 'kind' | 'state' | 'origin'
export type DecisionQuery = ListQuery<DecisionField, 'created' | 'id', DecisionFacet>

export const REVIEW_KINDS = ['merge-candidate', 'doubtful-report', 'disputed-meeting'] as const
export type ReviewField = 'kind'
export type ReviewQuery = ListQuery<ReviewField, 'impact', ReviewField>
/** Something worth judging: two actors who may be one, a report that the machine doubts, a meeting that some deny. */
export type ReviewItem = {
  readonly id: string
  readonly kind: (typeof REVIEW_KINDS)[number]
  /** How many articles a judgement would touch, weighed by doubt. */
  readonly impact: number
  readonly actors: readonly Pick<Actor, 'id' | 'name' | 'kind' | 'country'>[]
  readonly meeting: string | null
  readonly report: string | null
  readonly quote: string | null
  /** What speaks for and against. */
  readonly features: Readonly<Record<string, unknown>>
}

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
