import { ANALYZER_VERSION } from '../../analysis/analyzer.ts'
import { AppError } from '../../domain/errors.ts'
import type { Storage } from '../port.ts'
import { actorStore } from './actors.ts'
import { answerStore } from './answers.ts'
import { articleStore } from './articles.ts'
import { type Connection, type ConnectOptions, connect, translate } from './connect.ts'
import { decisionStore } from './decisions.ts'
import { isStale } from './dirty.ts'
import { generationOf } from './generation.ts'
import { INDEX } from './index-tables.ts'
import { keyStore } from './keys.ts'
import { meetingStore } from './meetings.ts'
import { migrate } from './migrate.ts'
import { placeStore, sourceStore } from './outlets.ts'
import { prepare, prepareValue, readPragma } from './prepare.ts'
import { type Drift, findDrift, type IndexedTerms, isIndexCurrent, type Progress, rebuildIndex } from './reindex.ts'
import { resolutionStore } from './resolution.ts'
import { reviewStore } from './review.ts'
import { wordStore } from './suggest.ts'

/** Opens a store in one SQLite file, in order: connect → migrate → refuse the index of another analyzer → the parts of the port. */
export function openSqlite(path: string, migrations: URL, options: ConnectOptions): Storage {
  const db = connect(path, options)
  try {
    migrate(db, migrations)
    if (!isIndexCurrent(db))
      throw new AppError(
        'index-outdated',
        `the index of ${path} was made by another version of the analyzer: make it anew with «liqa reindex»; what is stored stays as it is`,
      )
    const storage: Storage = {
      articles: articleStore(db, path),
      meetings: meetingStore(db),
      actors: actorStore(db),
      sources: sourceStore(db),
      places: placeStore(db),
      keys: keyStore(db),
      decisions: decisionStore(db),
      review: reviewStore(db),
      answers: answerStore(db),
      words: wordStore(db),
      resolution: resolutionStore(db),
      generation: async () => generationOf(db),
      secret: async () => prepareValue<[], string>(db, "SELECT value FROM secrets WHERE name = 'cursor'").get()!,
      check: async () => {
        const { articles, latest } = prepare<[], { articles: number; latest: string | null }>(
          db,
          'SELECT count(*) AS articles, max(published) AS latest FROM articles',
        ).get()!
        prepare<unknown[]>(db, `SELECT rowid FROM ${INDEX.articles} WHERE ${INDEX.articles} MATCH 'a' LIMIT 1`).get()
        db.exec('BEGIN IMMEDIATE; ROLLBACK')
        return { resolved: !isStale(db), articles, latest, schema: readPragma(db, 'user_version'), analyzer: ANALYZER_VERSION }
      },
      close: async () => {
        db.close()
      },
    }
    return translated(storage, path)
  } catch (error) {
    db.close()
    throw translate(error, path)
  }
}

/** Makes the index of a store anew for this program's analyzer; returns the number of articles that were indexed. */
export function reindexSqlite(path: string, migrations: URL, options: ConnectOptions, termsOf: IndexedTerms, onProgress: Progress): number {
  return withConnection(path, options, (db) => {
    migrate(db, migrations)
    return rebuildIndex(db, termsOf, onProgress)
  })
}

/** Tells where the index of a store and its texts disagree. */
export function checkSqliteIndex(
  path: string,
  migrations: URL,
  options: ConnectOptions,
  termsOf: IndexedTerms,
  onProgress: Progress,
): Drift[] {
  return withConnection(path, options, (db) => {
    migrate(db, migrations)
    if (!isIndexCurrent(db)) throw new AppError('index-outdated', `the index of ${path} was made by another version of the analyzer`)
    return findDrift(db, termsOf, onProgress)
  })
}

function withConnection<Result>(path: string, options: ConnectOptions, work: (db: Connection) => Result): Result {
  const db = connect(path, options)
  try {
    return work(db)
  } catch (error) {
    throw translate(error, path)
  } finally {
    db.close()
  }
}

/** Every method of the port, with the engine's errors turned into the product's. */
function translated<Part extends object>(part: Part, path: string): Part {
  const wrap = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) return translated(value, path)
    if (typeof value !== 'function') return value
    return async (...args: unknown[]) => {
      try {
        return await value(...args)
      } catch (error) {
        throw translate(error, path)
      }
    }
  }
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, wrap(value)])) as Part
}
