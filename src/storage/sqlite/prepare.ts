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
  return remembered(db, sql, () => db.prepare(sql)) as Database.Statement<Params extends unknown[] ? Params : [Params], Row>
}

/** A statement that gives the first column of each row; one of its own, since plucking changes a statement for all who hold it. */
export function prepareValue<Params extends unknown[] | object, Value>(
  db: Connection,
  sql: string,
): Database.Statement<Params extends unknown[] ? Params : [Params], Value> {
  return remembered(db, `value: ${sql}`, () => db.prepare(sql).pluck()) as Database.Statement<
    Params extends unknown[] ? Params : [Params],
    Value
  >
}

function remembered(db: Connection, key: string, make: () => Database.Statement): Database.Statement {
  let statements = kept.get(db)
  if (!statements) {
    statements = new Map()
    kept.set(db, statements)
  }
  let statement = statements.get(key)
  if (!statement) {
    statement = make()
    statements.set(key, statement)
  }
  return statement
}

/** The value of a pragma; `db.pragma()` would leave a statement behind. */
export const readPragma = (db: Connection, name: string): number =>
  Object.values(prepare<[], Record<string, number>>(db, `PRAGMA ${name}`).get()!)[0]!
