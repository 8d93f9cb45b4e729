import { ANALYZER_VERSION } from '../../analysis/analyzer.ts'
import { AppError } from '../../domain/errors.ts'
import type { Storage } from '../port.ts'
import { actorStore } from './actors.ts'
import { articleStore } from './articles.ts'
import { type ConnectOptions, connect, translate } from './connect.ts'
import { meetingStore } from './meetings.ts'
import { migrate } from './migrate.ts'
import { prepare, readPragma } from './prepare.ts'
import { isStale, resolutionStore } from './resolution.ts'

/** The analyzer version whose index the newest migration holds. */
const INDEX_VERSION = 1

/** Opens a store in one SQLite file, in order: connect → migrate → refuse the index of another analyzer → the parts of the port. */
export function openSqlite(path: string, migrations: URL, options: ConnectOptions): Storage {
  const db = connect(path, options)
  try {
    migrate(db, migrations)
    if (INDEX_VERSION !== ANALYZER_VERSION)
      throw new AppError(
        'index-outdated',
        `the index is of analyzer ${INDEX_VERSION}, this program has ${ANALYZER_VERSION}: ingest the articles into a new store`,
      )
    const storage: Storage = {
      articles: articleStore(db, path),
      meetings: meetingStore(db),
      actors: actorStore(db),
      resolution: resolutionStore(db),
      check: async () => {
        const { articles, latest } = prepare<[], { articles: number; latest: string | null }>(
          db,
          'SELECT count(*) AS articles, max(published) AS latest FROM articles',
        ).get()!
        prepare<unknown[]>(db, "SELECT rowid FROM article_index_v1 WHERE article_index_v1 MATCH 'a' LIMIT 1").get()
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
