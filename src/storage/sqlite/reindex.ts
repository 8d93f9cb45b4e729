import { ANALYZER_VERSION } from '../../analysis/analyzer.ts'
import type { Article } from '../../domain/article.ts'
import type { IndexTerms } from '../port.ts'
import { type ArticleRow, articleOf } from './article-row.ts'
import type { Connection } from './connect.ts'
import { decodeRow } from './forward-row.ts'
import { createIndex, dropOtherIndexes, INDEX } from './index-tables.ts'
import { indexWriter } from './index-writer.ts'
import { prepare, prepareValue } from './prepare.ts'
import { wordIndex } from './word-index.ts'

const BATCH = 256

export type IndexedTerms = (article: Article) => IndexTerms
export type Progress = (done: number, of: number) => void

const activeVersion = (db: Connection): number => prepareValue<[], number>(db, "SELECT value FROM state WHERE name = 'index'").get()!

/** Whether the index in use is of this program's analyzer. A store without articles has nothing to lose and gets the new index at once. */
export function isIndexCurrent(db: Connection): boolean {
  if (activeVersion(db) === ANALYZER_VERSION) return true
  if (prepareValue<[], number>(db, 'SELECT 1 FROM articles LIMIT 1').get() !== undefined) return false
  db.transaction(() => {
    createIndex(db)
    switchIndex(db)
  }).immediate()
  return true
}

/** The articles whose words the new index does not hold, or holds of an older revision. */
const PENDING = `FROM articles a LEFT JOIN ${INDEX.rows} r ON r.rowid = a.rowid WHERE r.rowid IS NULL OR r.revision <> a.revision`

/**
 * Builds the index of this program's analyzer beside the one in use, in batches that others can write between, and switches when nothing is missing.
 * Where it is interrupted it goes on the next time. Actors and meetings are indexed by the resolution that follows, which is marked as due.
 */
export function rebuildIndex(db: Connection, termsOf: IndexedTerms, onProgress: Progress): number {
  createIndex(db)
  const writer = indexWriter(db)
  const total = prepareValue<[], number>(db, `SELECT count(*) ${PENDING}`).get()!
  const pending = prepare<[], ArticleRow>(db, `SELECT a.* ${PENDING} ORDER BY a.rowid LIMIT ${BATCH}`)
  let done = 0
  const step = db.transaction((): boolean => {
    const rows = pending.all()
    writer.count(rows.map((row) => writer.write(BigInt(row.rowid), row.revision, termsOf(articleOf(row)))))
    done += rows.length
    if (rows.length === BATCH) return true
    switchIndex(db)
    return false
  })
  while (step.immediate()) onProgress(done, total)
  onProgress(done, total)
  return done
}

function switchIndex(db: Connection): void {
  const names = prepareValue<[], string>(db, "SELECT name FROM sqlite_master WHERE type = 'table'").all()
  dropOtherIndexes(db, names)
  prepare<unknown[]>(db, "UPDATE state SET value = ? WHERE name = 'index'").run(BigInt(ANALYZER_VERSION))
  db.exec("INSERT OR IGNORE INTO dirty (kind, key) SELECT DISTINCT 'group', person FROM local_actors WHERE person IS NOT NULL")
  db.exec("INSERT OR IGNORE INTO dirty (kind, key) SELECT 'report', anchor FROM reports")
}

export type Drift = { readonly article: string; readonly reason: string }

/** Analyses every stored body anew and tells where the index holds other words; nothing is changed. */
export function findDrift(db: Connection, termsOf: IndexedTerms, onProgress: Progress): Drift[] {
  const words = wordIndex(db)
  const total = prepareValue<[], number>(db, 'SELECT count(*) FROM articles').get()!
  const next = prepare<[bigint], ArticleRow & { words: Buffer | null }>(
    db,
    `SELECT a.*, r.words FROM articles a LEFT JOIN ${INDEX.rows} r ON r.rowid = a.rowid WHERE a.rowid > ? ORDER BY a.rowid LIMIT ${BATCH}`,
  )
  const found: Drift[] = []
  let done = 0
  for (let rows = next.all(0n); rows.length > 0; rows = next.all(BigInt(rows.at(-1)!.rowid))) {
    for (const { words: bytes, ...row } of rows) {
      const article = articleOf(row)
      const { title, body } = termsOf(article)
      const expected = [...title, ...body].map(({ text }) => text)
      if (bytes === null) found.push({ article: article.id, reason: 'it is not in the index' })
      else {
        const { titleLength, ids } = decodeRow(bytes)
        const at = expected.findIndex((text, i) => ids[i] === undefined || words.textOf(ids[i]) !== text)
        if (titleLength !== title.length || ids.length !== expected.length || at >= 0)
          found.push({
            article: article.id,
            reason: at >= 0 ? `word ${at + 1} is «${expected[at]}» in the text` : 'it has another number of words',
          })
      }
    }
    done += rows.length
    onProgress(done, total)
  }
  return found
}
