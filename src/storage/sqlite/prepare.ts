import type Database from 'better-sqlite3'
import type { Connection } from './connect.ts'

/**
 * Every statement ever prepared, by connection, for ever. From Node 24.19 on the process aborts when an object of better-sqlite3 12 is collected while
 * no JavaScript runs (`RemoveEnvironmentCleanupHook … (env) != nullptr`; version 13 mends it and needs Node 22), so none may become garbage. For the
 * same reason the text of a statement never depends on what a request asks for: their number is fixed, see list.ts.
 */
const kept = new Map<Connection, Map<string, Database.Statement>>()

export function prepare<Params extends unknown[] | object, Row = unknown>(
  db: Connection,
  sql: string,
): Database.Statement<Params extends unknown[] ? Params : [Params], Row> {
  let statements = kept.get(db)
  if (!statements) {
    statements = new Map()
    kept.set(db, statements)
  }
  let statement = statements.get(sql)
  if (!statement) {
    statement = db.prepare(sql)
    statements.set(sql, statement)
  }
  return statement as Database.Statement<Params extends unknown[] ? Params : [Params], Row>
}

/** The value of a pragma; `db.pragma()` would leave a statement behind. */
export const readPragma = (db: Connection, name: string): number =>
  Object.values(prepare<[], Record<string, number>>(db, `PRAGMA ${name}`).get()!)[0]!
