import type { Storage } from './port.ts'
import type { ConnectOptions } from './sqlite/connect.ts'
import { checkSqliteIndex, openSqlite, reindexSqlite } from './sqlite/index.ts'

export type { ConnectOptions }

/** Opens the store that a location names: a file path is SQLite, ':memory:' too. A second engine is a second line here. */
export const openStorage = (location: string, migrations: URL, options: ConnectOptions): Storage =>
  openSqlite(location, migrations, options)

/** Makes the index of a store anew, beside the old one; see `reindexSqlite`. */
export const reindexStorage = reindexSqlite

/** Where the index of a store and its texts disagree; see `checkSqliteIndex`. */
export const checkIndex = checkSqliteIndex
