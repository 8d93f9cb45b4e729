import { z } from 'zod'
import type { Article } from '../../domain/article.ts'
import type { QueryNode } from '../../domain/query.ts'
import { SCORE_PARTS, type ScoreParts } from '../../domain/score.ts'
import { type Highlight, highlight, toHtml } from '../../search/highlight.ts'
import { matchedTier } from '../../search/matched-tier.ts'
import { plainWords } from '../../search/name-actors.ts'
import type { ArticleField, ArticleHit, ArticlePage, ArticleQuery, ArticleSort, Interval } from '../../storage/port-queries.ts'
import { isNotModified, strongTag } from '../etag.ts'
import { EXAMPLES } from '../examples.ts'
import type { Column } from '../formats/csv.ts'
import { itemOf, itemResponses } from '../item.ts'
import {
  actorIds,
  filtersOf,
  type Listed,
  type ListParameters,
  limitOf,
  listRelaxed,
  readCursor,
  refuseReversed,
  sortOf,
} from '../list-request.ts'
import { registerList } from '../list-route.ts'
import type { ReadQuery } from '../read-query.ts'
import { type App, idParameter, problems, type Services } from '../route.ts'
import { histogram, many, paging, partialDate, text } from '../schemas/common.ts'
import { ArticleHitSchema, ArticleSchema, SimilarArticleSchema } from '../schemas/resources.ts'

const INCLUDES = ['body', 'raw', 'actors', 'mentions', 'meetings'] as const
type Include = (typeof INCLUDES)[number]

const FIELDS: readonly ArticleField[] = ['actor', 'place', 'source', 'published_from', 'published_to']

const ListQuerySchema = z.strictObject({
  q: text(
    'Words that the article holds, in any spelling; "…" for a phrase, - before a word that it must not hold.',
    EXAMPLES.word,
  ).optional(),
  actor: many(z.string().min(1), 'Articles that name this actor, by id or by name.'),
  'not.actor': many(z.string().min(1), 'Articles that do not.'),
  place: many(z.string().min(1), 'Articles that report an encounter at this place.'),
  'not.place': many(z.string().min(1), 'Articles that do not.'),
  source: many(z.string().min(1), 'Articles of this outlet.'),
  'not.source': many(z.string().min(1), 'Articles of any other.'),
  published_from: partialDate('Published on this day or after it; a month or year begins with its first day.', '2017'),
  'not.published_from': partialDate('Published before this day, or on no known day.', '2030'),
  published_to: partialDate('Published on this day or before it; a month or year ends with its last day.', '2020-12'),
  'not.published_to': partialDate('Published after this day, or on no known day.', '2001'),
  explain: z.enum(['0', '1']).optional().meta({ description: '1 tells what each score is made of, in `matched.parts`.' }),
  highlight: z
    .enum(['offsets', 'html'])
    .optional()
    .meta({ description: 'How matched words are shown: by offsets, or also as escaped HTML with `<mark>`.' }),
  include: many(z.enum(INCLUDES), 'What to give beside each article; `raw` is the HTML where it was handed in as such.'),
  histogram: histogram('of publication'),
  ...paging(['relevance', 'published', 'id'], ['actor', 'place', 'source', 'kind', 'status', 'month']),
})

const COLUMNS: readonly Column<ArticleHit>[] = [
  { name: 'id', of: ({ article }) => article.id },
  { name: 'source', of: ({ article }) => article.source },
  { name: 'external_id', of: ({ article }) => article.external_id },
  { name: 'url', of: ({ article }) => article.url },
  { name: 'title', of: ({ article }) => article.title },
  { name: 'published_value', of: ({ article }) => article.published?.value ?? null },
  { name: 'published_precision', of: ({ article }) => article.published?.precision ?? null },
  { name: 'published_basis', of: ({ article }) => article.published?.basis ?? null },
  { name: 'ingested_at', of: ({ article }) => article.ingested_at },
  { name: 'revision', of: ({ article }) => article.revision },
  { name: 'lang', of: ({ article }) => article.lang },
  { name: 'body', of: ({ article }) => article.body },
]

export function articleRoutes(app: App, services: Services): void {
  const { storage } = services
  registerList<ArticleHit>(app, services, {
    path: '/v1/articles',
    name: 'Articles',
    tag: 'articles',
    summary: 'List and search articles',
    description:
      'Newest first, or by relevance where `q` is given. Every word of `q` must be there, in any spelling; where no article holds them all, any will do and `query.relaxed` says so.',
    query: ListQuerySchema,
    item: ArticleHitSchema,
    list: (parameters, read) => listArticles(storage, parameters, read),
    show: async (items, listed, parameters) => {
      const show = { html: parameters.highlight === 'html', explain: parameters.explain === '1' }
      const included = (parameters.include ?? []) as readonly Include[]
      return Promise.all(
        items.map(async (hit) => ({
          ...hitOf(hit, listed as Listed<ArticlePage>, show),
          ...(await including(storage, hit.article, included)),
        })),
      )
    },
    columns: COLUMNS,
  })

  app.get(
    '/v1/articles/:id',
    {
      schema: {
        operationId: 'getArticle',
        tags: ['articles'],
        summary: 'One article with its whole body',
        params: idParameter('art', EXAMPLES.article),
        querystring: z.strictObject({ include: many(z.enum(INCLUDES), 'What to give beside the article.', 'actors') }),
        response: itemResponses('The article.', ArticleSchema),
      },
    },
    async (request, reply) => {
      const include = request.query.include ?? []
      const { item: article } = itemOf(await storage.articles.get(request.params.id), `article ${request.params.id}`)
      const tag = include.length === 0 ? articleTag(article) : strongTag(article, include, await storage.generation())
      if (isNotModified(request, reply, tag)) return toPlain(reply.send())
      return toPlain({ ...article, ...(await including(storage, article, include)) })
    },
  )

  app.get(
    '/v1/articles/:id/similar',
    {
      schema: {
        operationId: 'listSimilarArticles',
        tags: ['articles'],
        summary: 'Near duplicates of an article, and related ones',
        description:
          'Near duplicates share at least half of their runs of four words, the most similar first; related articles share the words that tell most of it.',
        params: idParameter('art', EXAMPLES.article),
        querystring: z.strictObject({ limit: paging(['id'], ['none']).limit }),
        response: {
          200: {
            description: 'What is like it.',
            content: {
              'application/json': { schema: z.object({ data: z.array(SimilarArticleSchema) }).meta({ id: 'SimilarArticleList' }) },
            },
          },
          ...problems(400, 404, 410),
        },
      },
    },
    async (request) => {
      const { id } = request.params
      itemOf(await storage.articles.get(id), `article ${id}`)
      const like = await storage.articles.similar(id, limitOf(request.query))
      return { data: like.map(({ article, ...how }) => ({ ...how, article: summaryOf(article) })) }
    },
  )
}

/** What changes an article's answer changes its revision. */
export const articleTag = ({ id, revision, content_hash }: Article): string => strongTag(id, revision, content_hash)

async function including(storage: Services['storage'], { id, body }: Article, include: readonly Include[]): Promise<object> {
  const actors = include.includes('actors') || include.includes('mentions') ? await storage.articles.actors(id) : []
  return {
    ...(include.includes('body') ? { body } : {}),
    ...(include.includes('raw') ? { raw: await storage.articles.raw(id) } : {}),
    ...(include.includes('actors') ? { actors: actors.map(({ actor }) => actor) } : {}),
    ...(include.includes('mentions')
      ? {
          mentions: actors
            .flatMap(({ actor, mentions }) => mentions.map((mention) => ({ ...mention, actor: actor.id })))
            .sort((a, b) => a.start - b.start),
        }
      : {}),
    ...(include.includes('meetings') ? { meetings: await storage.articles.meetings(id) } : {}),
  }
}

/** Read-only types of the domain as the schema's plain ones. */
// biome-ignore lint/suspicious/noExplicitAny: the serializer checks the shape against the schema
export const toPlain = (value: unknown): any => value

export async function listArticles(
  storage: Services['storage'],
  parameters: ListParameters & { q?: string | undefined },
  read: ReadQuery | null,
): Promise<Listed<ArticlePage>> {
  refuseReversed(parameters)
  const notes: string[] = []
  const filters = await Promise.all(
    filtersOf(parameters, FIELDS).map(async (filter) =>
      filter.field === 'actor'
        ? { ...filter, values: await actorIds(storage, filter.values, notes) }
        : { ...filter, values: filter.values.map((value) => boundOf(filter.field, value)) },
    ),
  )
  const query: Omit<ArticleQuery, 'text' | 'after'> = {
    filters,
    sort: sortOf<ArticleSort>(parameters, read !== null, { withText: 'relevance', without: '-published' }),
    limit: limitOf(parameters),
    count: parameters.count ?? 'bounded',
    histogram: (parameters.histogram as Interval | undefined) ?? null,
    facets: (parameters.facets ?? []) as ArticleQuery['facets'],
  }
  const listed = await listRelaxed((full: ArticleQuery) => storage.articles.list(full), read, await readCursor(storage, parameters), query)
  const isPoor = listed.isRelaxed || listed.page.items.length === 0
  return { ...listed, notes, didYouMean: isPoor && read?.node ? await corrected(storage, read.node) : null }
}

/** The plain words of a query with those that no article holds replaced by near ones; null where none is. */
async function corrected(storage: Services['storage'], node: QueryNode): Promise<string | null> {
  const words = plainWords(node)
  const corrections = await storage.words.correct(words)
  return corrections.some((one) => one !== null) ? words.map(({ text: own }, i) => corrections[i] ?? own).join(' ') : null
}

/** A month as an upper bound is its last day: every day of it sorts before «-32». */
const boundOf = (field: ArticleField, value: string): string => (field === 'published_to' && value.length < 10 ? `${value}-99` : value)

/** An article of a list: without its body, with what matched. */
export function hitOf(
  { article, score }: ArticleHit,
  { page: { matched }, read }: Listed<ArticlePage>,
  show: { html?: boolean; explain?: boolean } = {},
) {
  const { body, boilerplate, dir } = article
  const shown = (highlights: readonly Highlight[]) => (show.html ? highlights.map((one) => ({ ...one, html: toHtml(one) })) : highlights)
  const title = article.title_basis === 'given' ? article.title : ''
  return {
    ...summaryOf(article),
    matched: read?.parsed.node
      ? {
          tier: matchedTier(`${title}\n${body}`, read.parsed.node),
          score: score && rounded(score.total),
          ...(show.explain ? { parts: score && roundedParts(score.parts) } : {}),
        }
      : null,
    highlights: toPlain(
      matched
        ? [
            ...shown(highlight({ field: 'title', text: title, hidden: [], dir }, matched)),
            ...shown(highlight({ field: 'body', text: body, hidden: boilerplate, dir }, matched)),
          ]
        : [],
    ),
  }
}

/** An article without its body. */
const summaryOf = ({ body: _body, boilerplate: _boilerplate, content_hash: _hash, ...summary }: Article) => summary

const roundedParts = (parts: ScoreParts) => Object.fromEntries(SCORE_PARTS.map((part) => [part, rounded(parts[part])])) as ScoreParts
const rounded = (score: number): number => Math.round(score * 1000) / 1000
