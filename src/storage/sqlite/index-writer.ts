import type { Term } from '../../domain/token.ts'
import type { IndexTerms } from '../port.ts'
import type { Connection } from './connect.ts'
import { decodeRow, encodeRow } from './forward-row.ts'
import { INDEX } from './index-tables.ts'
import { prepare, prepareValue } from './prepare.ts'
import { wordIndex } from './word-index.ts'

export type IndexWriter = {
  /** Indexes one article, within its own unit of work; returns what that changes in the counts of words. */
  write(rowid: bigint, revision: number, terms: IndexTerms): ReadonlyMap<number, number>
  /** Takes one article out of the index; returns what that changes in the counts of words. */
  remove(rowid: bigint): ReadonlyMap<number, number>
  /** Adds up changes of counts; call once a batch with all of them. */
  count(changes: readonly ReadonlyMap<number, number>[]): void
  /** After a unit of work was taken back. */
  forget(): void
}

/** Writes the index of articles: the words' ids, the inverted index and the forward row, all in the caller's transaction. */
export function indexWriter(db: Connection): IndexWriter {
  const words = wordIndex(db)
  const oldRow = prepareValue<[bigint], Buffer>(db, `SELECT words FROM ${INDEX.rows} WHERE rowid = ?`)
  const writeRow = prepare<unknown[]>(db, `INSERT OR REPLACE INTO ${INDEX.rows} (rowid, revision, words) VALUES (?, ?, ?)`)
  const writeIndex = prepare<unknown[]>(db, `INSERT OR REPLACE INTO ${INDEX.articles} (rowid, title, body) VALUES (?, ?, ?)`)
  const removeIndex = prepare<unknown[]>(db, `DELETE FROM ${INDEX.articles} WHERE rowid = ?`)
  const removeRow = prepare<unknown[]>(db, `DELETE FROM ${INDEX.rows} WHERE rowid = ?`)
  return {
    remove(rowid) {
      const before = oldRow.get(rowid)
      removeIndex.run(rowid)
      removeRow.run(rowid)
      return new Map([...new Set(before ? decodeRow(before).ids : [])].map((id) => [id, -1]))
    },
    write(rowid, revision, { title, body }) {
      const changes = new Map<number, number>()
      const add = (ids: Iterable<number>, by: number): void => {
        for (const id of new Set(ids)) changes.set(id, (changes.get(id) ?? 0) + by)
      }
      const before = oldRow.get(rowid)
      if (before) add(decodeRow(before).ids, -1)
      const ids = [...title, ...body].map(words.ensure)
      add(ids, 1)
      const stems = (terms: readonly Term[]): string => terms.map(({ stem }) => stem).join(' ')
      writeIndex.run(rowid, stems(title), stems(body))
      writeRow.run(rowid, BigInt(revision), encodeRow({ titleLength: title.length, ids }))
      return changes
    },
    count(changes) {
      const sum = new Map<number, number>()
      for (const one of changes) for (const [id, by] of one) sum.set(id, (sum.get(id) ?? 0) + by)
      words.count(sum)
    },
    forget: words.forget,
  }
}
