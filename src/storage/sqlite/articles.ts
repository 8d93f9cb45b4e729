import type { Article } from '../../domain/article.ts'
import type { Meeting } from '../../domain/meeting.ts'
import type {
  ArticleActor,
  ArticleFacet,
  ArticleField,
  ArticlePage,
  ArticleQuery,
  ArticleRecord,
  ArticleSort,
  SaveOutcome,
  Storage,
} from '../port.ts'
import { type ArticleRow, articleOf } from './article-row.ts'
import { type Connection, translate } from './connect.ts'
import { mark, markBlock } from './dirty.ts'
import { GROW } from './generation.ts'
import { INDEX } from './index-tables.ts'
import { indexWriter } from './index-writer.ts'
import { listRows } from './list.ts'
import { prepare, prepareValue } from './prepare.ts'
import { articleOccurrences, rankArticles } from './rank-articles.ts'
import { similarRows } from './similar.ts'
import { isIn, type Listing, ONLY } from './source.ts'

const COLUMNS = [
  'id', 'source', 'external_id', 'url', 'title', 'title_basis', 'body', 'published', 'published_precision', 'published_basis', 'published_note',
  'ingested_at', 'content_hash', 'revision', 'lang', 'dir', 'boilerplate',
] as const // biome-ignore format: one list

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

type Saved = { readonly result: 'created' | 'updated'; readonly counts: ReadonlyMap<number, number> }

/** The articles of a store and what was found in each. */
export function articleStore(db: Connection, path: string): Storage['articles'] {
  const idToRow = prepare<[string], { rowid: number; revision: number }>(db, 'SELECT rowid, revision FROM articles WHERE id = ?')
  const byRow = prepare<[number | bigint], ArticleRow>(db, 'SELECT rowid, * FROM articles WHERE rowid = ?')
  const insert = prepare<unknown[]>(
    db,
    `INSERT INTO articles (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})`,
  )
  const update = prepare<unknown[]>(
    db,
    `UPDATE articles SET ${COLUMNS.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
  )
  const index = indexWriter(db)
  const clear = [
    prepare<unknown[]>(db, 'DELETE FROM local_actors WHERE article = ?'),
    prepare<unknown[]>(db, 'DELETE FROM reports WHERE article = ?'),
    prepare<unknown[]>(db, 'DELETE FROM raw_bodies WHERE article = ?'),
    prepare<unknown[]>(db, 'DELETE FROM article_bands WHERE article = ?'),
  ]
  const removeRow = prepare<unknown[]>(db, 'DELETE FROM articles WHERE rowid = ?')
  const insertActor = prepare<unknown[]>(
    db,
    'INSERT INTO local_actors (article, number, anchor, name, kind, country, country_basis, roles, names, block, surname, company, person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertMention = prepare<unknown[]>(
    db,
    'INSERT INTO mentions (article, number, start, "end", surface, rule) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertReport = prepare<unknown[]>(db, 'INSERT INTO reports (anchor, article, place, report, contexts) VALUES (?, ?, ?, ?, ?)')

  const raw = {
    read: prepareValue<[string], string>(db, 'SELECT r.body FROM raw_bodies r JOIN articles a ON a.rowid = r.article WHERE a.id = ?'),
    write: prepare<unknown[]>(db, 'INSERT INTO raw_bodies (article, body) VALUES (?, ?)'),
  }
  const localsOf = prepare<[bigint], { block: string; surname: string | null; person: string | null; actor: string | null }>(
    db,
    'SELECT block, surname, person, actor FROM local_actors WHERE article = ?',
  )
  const reportsOf = prepare<[bigint], { anchor: string; meeting: string | null }>(
    db,
    'SELECT anchor, meeting FROM reports WHERE article = ?',
  )
  const clearReport = prepare<unknown[]>(db, 'DELETE FROM report_actors WHERE report = ?')
  const sourceOfRow = prepareValue<[bigint], string | null>(db, 'SELECT source FROM articles WHERE rowid = ?')
  const insertBand = prepare<unknown[]>(db, 'INSERT OR IGNORE INTO article_bands (band, article) VALUES (?, ?)')
  const tombstone = {
    read: prepareValue<[string], number>(db, 'SELECT 1 FROM tombstones WHERE id = ?'),
    write: prepare<unknown[]>(db, 'INSERT OR REPLACE INTO tombstones (id, deleted_at) VALUES (?, ?)'),
    clear: prepare<unknown[]>(db, 'DELETE FROM tombstones WHERE id = ?'),
  }

  /** Takes away what was found in an article, and marks whatever that was a part of. */
  function forget(rowid: bigint): void {
    for (const { block, surname, person, actor } of localsOf.all(rowid)) {
      if (block !== '') markBlock(db, block)
      if (surname) mark(db, 'one', `one ${surname}`)
      mark(db, 'group', person)
      mark(db, 'actor', actor)
    }
    for (const { anchor, meeting } of reportsOf.all(rowid)) {
      mark(db, 'meeting', meeting)
      clearReport.run(anchor)
    }
    mark(db, 'source', sourceOfRow.get(rowid))
    for (const statement of clear) statement.run(rowid)
  }

  function saveOne({ article, raw: handedIn, bands, extraction, terms, locals }: ArticleRecord): Saved {
    const values = {
      ...article,
      published: article.published?.value ?? null,
      published_precision: article.published?.precision ?? null,
      published_basis: article.published?.basis ?? null,
      published_note: article.published?.note ?? null,
      boilerplate: JSON.stringify(article.boilerplate),
    }
    const known = idToRow.get(article.id)
    if (known) forget(BigInt(known.rowid))
    if (known) update.run(values)
    const rowid = BigInt(known ? known.rowid : insert.run(values).lastInsertRowid)
    tombstone.clear.run(article.id)
    if (handedIn !== null) raw.write.run(rowid, handedIn)
    for (const band of bands) insertBand.run(BigInt(band), rowid)
    const counts = index.write(rowid, article.revision, terms)
    for (const local of locals.actors) {
      const { anchor, index: number, name, kind, country, countryBasis, roles, names, block, surname, company } = local
      insertActor.run(
        rowid, BigInt(number), anchor, name, kind, country, countryBasis, JSON.stringify(roles), JSON.stringify(names), block, surname, JSON.stringify(company),
        block === '' ? anchor : null,
      ) // biome-ignore format: one row
      if (block === '') mark(db, 'group', anchor)
      else markBlock(db, block)
      for (const { start, end, surface, rule } of extraction.actors[number]!.mentions)
        insertMention.run(rowid, BigInt(number), BigInt(start), BigInt(end), surface, rule)
    }
    for (const { anchor, contexts, article: _article, source: _source, url: _url, published: _published, ...report } of locals.reports) {
      insertReport.run(anchor, rowid, report.place?.name ?? null, JSON.stringify(report), JSON.stringify(contexts))
    }
    if (locals.reports.length > 0) mark(db, 'reports', article.id)
    mark(db, 'source', article.source)
    return { result: known ? 'updated' : 'created', counts }
  }
  const saveNested = db.transaction(saveOne)
  const grow = prepare<unknown[]>(db, GROW)
  const saveAll = db.transaction((records: readonly ArticleRecord[]): SaveOutcome[] => {
    if (records.length > 0) grow.run()
    const counts: Saved['counts'][] = []
    const outcomes = records.map((record): SaveOutcome => {
      if ((idToRow.get(record.article.id)?.revision ?? 0) !== record.basedOn) return { result: 'stale' }
      try {
        const saved = saveNested(record)
        counts.push(saved.counts)
        return { result: saved.result }
      } catch (error) {
        index.forget()
        const told = translate(error, path)
        if (told !== error && !isOfArticle(error)) throw told
        return { result: 'failed', reason: (error as Error).message }
      }
    })
    index.count(counts)
    return outcomes
  })

  const remove = db.transaction((id: string, at: string): boolean => {
    const known = idToRow.get(id)
    if (!known) return false
    const rowid = BigInt(known.rowid)
    forget(rowid)
    index.count([index.remove(rowid)])
    removeRow.run(rowid)
    tombstone.write.run(id, at)
    grow.run()
    return true
  })

  return {
    remove: async (id, at) => {
      try {
        return remove.immediate(id, at)
      } catch (error) {
        index.forget()
        throw error
      }
    },
    raw: async (id) => raw.read.get(id) ?? null,
    similar: async (id, limit) => {
      const row = idToRow.get(id)
      const like = row ? similarRows(db, byRow.get(row.rowid)!, limit) : []
      return like.map(({ rowid, ...how }) => ({ ...how, article: articleOf(byRow.get(rowid)!) }))
    },
    save: async (records) => {
      try {
        return saveAll.immediate(records)
      } catch (error) {
        index.forget()
        throw error
      }
    },
    hashes: async (ids) => {
      const rows = prepare<[string], Pick<Article, 'id' | 'content_hash' | 'revision' | 'ingested_at'>>(
        db,
        'SELECT id, content_hash, revision, ingested_at FROM articles WHERE id IN (SELECT value FROM json_each(?))',
      ).all(JSON.stringify(ids))
      return new Map(rows.map(({ id, content_hash, revision, ingested_at }) => [id, { hash: content_hash, revision, ingested_at }]))
    },
    get: async (id) => {
      const row = idToRow.get(id)
      if (row) return { item: articleOf(byRow.get(row.rowid)!) }
      return tombstone.read.get(id) === undefined ? null : { isGone: true }
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
    count: async () => prepare<[], { n: number }>(db, 'SELECT count(*) AS n FROM articles').get()!.n,
  }
}

/** A constraint that one article breaks is that article's fault; a full disk is not. */
const isOfArticle = (error: unknown): boolean => /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)/.test((error as { code?: string }).code ?? '')

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
