import { fold } from '../../analysis/fold.ts'
import { copiesOf, NEAR, shinglesOf, similarity } from '../../analysis/shingles.ts'
import { stem } from '../../analysis/stem.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import type { SimilarArticle } from '../port-queries.ts'
import type { ArticleRow } from './article-row.ts'
import type { Connection } from './connect.ts'
import { decodeRow } from './forward-row.ts'
import { INDEX } from './index-tables.ts'
import { prepare, prepareValue } from './prepare.ts'
import { wordIndex } from './word-index.ts'

/** Candidates that are compared, and the telling words of an article. */
const CANDIDATES = 100
const TELLING = 12
/** A word that more articles hold leads to too many of them. */
const MAX_ARTICLES = 2_000

type Like = { readonly rowid: number } & Pick<SimilarArticle, 'relation' | 'similarity'>

/** What is like an article: near duplicates by shared bands of shingles, then those that hold most of its telling words. */
export function similarRows(db: Connection, article: ArticleRow, limit: number): Like[] {
  const duplicates = nearDuplicates(db, article)
  const copies = new Set([article.rowid, ...duplicates.map(({ rowid }) => rowid)])
  const related = relatedRows(db, article, limit + copies.size).filter(({ rowid }) => !copies.has(rowid))
  return [...duplicates, ...related].slice(0, limit)
}

function nearDuplicates(db: Connection, { rowid, body }: ArticleRow): Like[] {
  const own = shinglesOf(body)
  return prepare<[number, number], { rowid: number; body: string }>(
    db,
    `SELECT a.rowid, a.body FROM (SELECT DISTINCT o.article AS row FROM article_bands b JOIN article_bands o ON o.band = b.band WHERE b.article = ? AND o.article <> ? LIMIT ${CANDIDATES}) c
     JOIN articles a ON a.rowid = c.row`,
  )
    .all(rowid, rowid)
    .map(
      (other): Like => ({ rowid: other.rowid, relation: 'near-duplicate', similarity: rounded(similarity(own, shinglesOf(other.body))) }),
    )
    .filter((like) => like.similarity >= NEAR)
    .sort((a, b) => b.similarity - a.similarity || a.rowid - b.rowid)
}

/** Of articles that are one text, the least id for each of the others; see `copiesOf`. */
export function copiesAmong(db: Connection, articles: readonly string[]): Map<string, string> {
  if (articles.length < 2) return new Map()
  return copiesOf(
    prepare<[string], { id: string; body: string }>(
      db,
      'SELECT id, body FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 200',
    ).all(JSON.stringify(articles)),
  )
}

function relatedRows(db: Connection, { rowid }: ArticleRow, limit: number): Like[] {
  const stems = tellingStems(db, rowid)
  if (stems.length === 0) return []
  const match = `{title body} : (${stems.map((one) => `"${one}"`).join(' OR ')})`
  const best = prepare<[string, bigint], { rowid: number; score: number }>(
    db,
    `SELECT rowid, -bm25(${INDEX.articles}, 2, 1) AS score FROM ${INDEX.articles} WHERE ${INDEX.articles} MATCH ? ORDER BY 2 DESC, 1 LIMIT ?`,
  ).all(match, BigInt(limit + 1))
  const own = best.find((one) => one.rowid === rowid)?.score ?? best[0]?.score ?? 1
  return best
    .filter((one) => one.rowid !== rowid)
    .map((one) => ({ rowid: one.rowid, relation: 'related', similarity: rounded(Math.min(1, one.score / own)) }))
}

/** Stems of the words that tell most of an article: frequent in it and rare elsewhere. */
function tellingStems(db: Connection, rowid: number): string[] {
  const stored = prepareValue<[number], Buffer>(db, `SELECT words FROM ${INDEX.rows} WHERE rowid = ?`).get(rowid)
  if (!stored) return []
  const index = wordIndex(db)
  index.refresh()
  const uses = new Map<number, number>()
  for (const id of decodeRow(stored).ids) uses.set(id, (uses.get(id) ?? 0) + 1)
  const weighed = [...uses].flatMap(([id, count]) => {
    const articles = index.articlesWith([id])
    const text = index.textOf(id)
    if (articles < 2 || articles > MAX_ARTICLES || text.length < 3 || STOP_WORDS.has(fold(text))) return []
    return [{ stem: stem(fold(text)), weight: (1 + Math.log(count)) / Math.log(1 + articles) }]
  })
  return [...new Set(weighed.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1)).map((one) => one.stem))].slice(0, TELLING)
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
