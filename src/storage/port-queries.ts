import type { ActorKind } from '../domain/actor.ts'
import type { Article } from '../domain/article.ts'
import type { Actor } from '../domain/meeting.ts'
import type { PartialDate } from '../domain/partial-date.ts'
import type { ExpandedNode, QueryNode } from '../domain/query.ts'
import type { LocalReport } from '../domain/resolution.ts'
import type { Score } from '../domain/score.ts'

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
