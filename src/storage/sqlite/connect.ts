import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../domain/errors.ts'
import { installGuard } from './guard.ts'

const HEADER_BYTES = 100

export type Connection = Database.Database
export type ConnectOptions = {
  readonly create: boolean
  readonly synchronous: 'FULL' | 'NORMAL'
  /** After how many milliseconds a query that looks at many texts ends with `query-too-costly`. */
  readonly searchLimitMs: number
}

/** What an engine's error means to a user of the store. */
const REASONS: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'it is no SQLite database; move it away, or restore a backup',
  SQLITE_CORRUPT: 'it is damaged; move it away and ingest again, or restore a backup',
  SQLITE_READONLY: 'it cannot be written; check the owner and the mode of the file and its folder',
  SQLITE_CANTOPEN: 'it cannot be opened; check that the folder exists and can be written',
  SQLITE_BUSY: 'another process has held it for too long; try again when that has ended',
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR: 'reading or writing the disk failed',
}

/** Turns what an engine throws into `storage-unavailable` with the file and the reason; other errors pass. */
export function translate(error: unknown, path: string): unknown {
  if (error instanceof TypeError && error.message === 'The database connection is not open')
    return new AppError('storage-unavailable', `the store ${path} is closed`, [], { cause: error })
  if (!(error instanceof Database.SqliteError)) return error
  const reason = Object.entries(REASONS).find(([code]) => error.code.startsWith(code))?.[1]
  return new AppError('storage-unavailable', `the store ${path} is not usable: ${reason ?? error.message}`, [], { cause: error })
}

/** Opens a database file with the settings that every connection needs. */
export function connect(path: string, { create, synchronous, searchLimitMs }: ConnectOptions): Connection {
  if (path !== ':memory:') prepareFile(path, create)
  try {
    const db = new Database(path)
    db.exec(
      `PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA busy_timeout = 5000;
       PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456`,
    )
    installGuard(db, searchLimitMs)
    return db
  } catch (error) {
    throw translate(error, path)
  }
}

function prepareFile(path: string, create: boolean): void {
  if (existsSync(path) && statSync(path).isDirectory())
    throw new AppError('storage-unavailable', `the store ${path} is a folder; name a file`)
  if (!existsSync(path)) {
    if (!create)
      throw new AppError('storage-unavailable', `there is no store at ${path}; make one with «liqa ingest PATH», or start with «npm start»`)
    try {
      mkdirSync(dirname(path), { recursive: true })
    } catch (error) {
      throw new AppError(
        'storage-unavailable',
        `the folder of the store, ${dirname(path)}, cannot be made: ${(error as Error).message}`,
        [],
        { cause: error },
      )
    }
  } else if (isCutShort(path)) {
    throw new AppError(
      'storage-unavailable',
      `the store ${path} is cut short: the file is smaller than its header says; restore a backup, or move it away and ingest again`,
    )
  }
}

/** Whether a database file without a log beside it lacks pages that its header counts (https://www.sqlite.org/fileformat.html, offsets 16 and 28). */
function isCutShort(path: string): boolean {
  const { size } = statSync(path)
  if (size === 0 || existsSync(`${path}-wal`)) return false
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  const read = readSync(file, header, 0, HEADER_BYTES, 0)
  closeSync(file)
  if (!header.toString('latin1').startsWith('SQLite format 3')) return false
  return read < HEADER_BYTES || header.readUInt16BE(16) * header.readUInt32BE(28) > size
}
