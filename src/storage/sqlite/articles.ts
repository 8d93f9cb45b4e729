import type { Article } from '../../domain/article.ts'
import type { Meeting } from '../../domain/meeting.ts'
import type { Storage } from '../port.ts'
import type { ArticleActor, ArticleFacet, ArticleField, ArticlePage, ArticleQuery, ArticleSort } from '../port-queries.ts'
import { type ArticleRow, articleOf } from './article-row.ts'
import { articleWriter } from './article-writer.ts'
import type { Connection } from './connect.ts'
import { dirtyKeys } from './dirty.ts'
import { INDEX } from './index-tables.ts'
import { listRows } from './list.ts'
import { prepare, prepareValue } from './prepare.ts'
import { articleOccurrences, rankArticles } from './rank-articles.ts'
import { localsOfArticle, reportsBy } from './resolution-rows.ts'
import { similarRows } from './similar.ts'
import { isIn, type Listing, ONLY } from './source.ts'

/** Articles by what their reports say, each article once a value. */
const reportFacet = (name: string): string =>
  `SELECT DISTINCT m.rowid, r.report ->> '${name}' AS value, r.report ->> '${name}' AS label FROM m JOIN reports r ON r.article = m.rowid`

const LISTING: Listing<ArticleField, ArticleSort, ArticleFacet> = {
  table: 'articles',
  index: INDEX.articles,
  columns: { all: '{title body}', title: 'title' },
  relevance: `bm25(${INDEX.articles}, 5, 1)`,
  date: 't.published',
  words: `(SELECT words FROM ${INDEX.rows} WHERE rowid = f.rowid)`,
  occurrences: articleOccurrences,
  rank: rankArticles,
  filters: {
    source: isIn('t.source'),
    actor: `EXISTS (SELECT 1 FROM local_actors l WHERE l.article = t.rowid AND ${isIn('l.actor')})`,
    place: `EXISTS (SELECT 1 FROM reports r WHERE r.article = t.rowid AND ${isIn('r.place')})`,
    published_from: `t.published >= ${ONLY}`,
    published_to: `t.published <= ${ONLY}`,
  },
  sorts: { published: "coalesce(t.published, '')", id: 't.id' },
  facets: {
    source: 'SELECT t.source AS value, t.source AS label FROM m JOIN articles t ON t.rowid = m.rowid',
    month:
      'SELECT substr(t.published, 1, 7) AS value, substr(t.published, 1, 7) AS label FROM m JOIN articles t ON t.rowid = m.rowid WHERE length(t.published) >= 7',
    actor:
      "SELECT DISTINCT m.rowid, l.actor AS value, a.data ->> 'name' AS label FROM m JOIN local_actors l ON l.article = m.rowid JOIN actors a ON a.id = l.actor",
    kind: reportFacet('kind'),
    status: reportFacet('status'),
    place: 'SELECT DISTINCT m.rowid, r.place AS value, r.place AS label FROM m JOIN reports r ON r.article = m.rowid',
  },
}

/** The articles of a store and what was found in each. */
export function articleStore(db: Connection, path: string): Storage['articles'] {
  const rowOf = prepareValue<[string], number>(db, 'SELECT rowid FROM articles WHERE id = ?')
  const byRow = prepare<[number | bigint], ArticleRow>(db, 'SELECT rowid, * FROM articles WHERE rowid = ?')
  const rawOf = prepareValue<[string], string>(db, 'SELECT r.body FROM raw_bodies r JOIN articles a ON a.rowid = r.article WHERE a.id = ?')
  const wasDeleted = prepareValue<[string], number>(db, 'SELECT 1 FROM tombstones WHERE id = ?')
  return {
    ...articleWriter(db, path),
    raw: async (id) => rawOf.get(id) ?? null,
    similar: async (id, limit) => {
      const row = rowOf.get(id)
      const like = row === undefined ? [] : similarRows(db, byRow.get(row)!, limit)
      return like.map(({ rowid, ...how }) => ({ ...how, article: articleOf(byRow.get(rowid)!) }))
    },
    hashes: async (ids) => {
      const rows = prepare<[string], Pick<Article, 'id' | 'content_hash' | 'revision' | 'ingested_at'>>(
        db,
        'SELECT id, content_hash, revision, ingested_at FROM articles WHERE id IN (SELECT value FROM json_each(?))',
      ).all(JSON.stringify(ids))
      return new Map(rows.map(({ id, content_hash, revision, ingested_at }) => [id, { hash: content_hash, revision, ingested_at }]))
    },
    get: async (id) => {
      const row = rowOf.get(id)
      if (row !== undefined) return { item: articleOf(byRow.get(row)!) }
      return wasDeleted.get(id) === undefined ? null : { isGone: true }
    },
    actors: async (id) => actorsOf(db, id),
    meetings: async (id) =>
      prepare<[string], { data: string }>(
        db,
        'SELECT DISTINCT m.rowid, m.data FROM articles a JOIN reports r ON r.article = a.rowid JOIN meetings m ON m.id = r.meeting WHERE a.id = ? ORDER BY m.id',
      )
        .all(id)
        .map(({ data }): Meeting => JSON.parse(data)),
    list: async (query: ArticleQuery): Promise<ArticlePage> => {
      const { rows, text, ...page } = listRows(db, LISTING, query)
      const items = rows.map(({ rowid, score }) => ({ article: articleOf(byRow.get(rowid)!), score }))
      return { ...page, items, matched: text?.node ?? null, notes: text?.notes ?? [] }
    },
    ids: async (after, limit) =>
      prepareValue<[string, bigint], string>(db, 'SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT ?').all(after, BigInt(limit)),
    facts: async (id) => ({
      actors: localsOfArticle(db, id),
      reports: reportsBy(
        db,
        prepareValue<[string], string>(db, 'SELECT r.anchor FROM reports r JOIN articles a ON a.rowid = r.article WHERE a.id = ?').all(id),
      ).map(({ report }) => report),
    }),
    unread: async (limit) => dirtyKeys(db, 'reread', limit),
    count: async () => prepare<[], { n: number }>(db, 'SELECT count(*) AS n FROM articles').get()!.n,
  }
}

function actorsOf(db: Connection, id: string): ArticleActor[] {
  const rows = prepare<[string], { article: number; number: number; data: string }>(
    db,
    'SELECT l.article, l.number, a.data FROM articles t JOIN local_actors l ON l.article = t.rowid JOIN actors a ON a.id = l.actor WHERE t.id = ? ORDER BY l.number',
  ).all(id)
  const mentions = prepare<[number, number], ArticleActor['mentions'][number]>(
    db,
    'SELECT start, "end", surface, rule FROM mentions WHERE article = ? AND number = ? ORDER BY start',
  )
  return rows.map(({ article, number, data }) => {
    const { id: actor, name, kind, country } = JSON.parse(data)
    return { actor: { id: actor, name, kind, country }, mentions: mentions.all(article, number) }
  })
}
