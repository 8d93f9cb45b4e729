import type Database from 'better-sqlite3'
import { AppError } from '../../domain/errors.ts'

const EVERY = 256

/** What a running query asks of every row that its expression found; see `guarded`. */
type Guard = { holds: (row: unknown) => boolean; readonly limitMs: number }

const guards = new WeakMap<Database.Database, Guard>()

/** Gives a connection the SQL function `holds(row)`, which asks whatever query is running; `row` is what is stored of the words of a row. */
export function installGuard(db: Database.Database, limitMs: number): void {
  const guard: Guard = { holds: () => true, limitMs }
  guards.set(db, guard)
  db.function('holds', (row: unknown) => (guard.holds(row) ? 1 : 0))
}

/**
 * Runs a query whose WHERE has `holds(row)`: rows that `holds` refuses are not found, and a query that looks at rows for too long ends with
 * `query-too-costly`. The engine cannot be interrupted from outside, so it asks back;
 * `holds` cannot ask the engine in turn, which is busy.
 */
export function guarded<Result>(db: Database.Database, holds: ((row: unknown) => boolean) | null, run: () => Result): Result {
  const guard = guards.get(db)!
  const { limitMs } = guard
  const until = performance.now() + limitMs
  let rows = 0
  guard.holds = (row) => {
    rows += 1
    if (rows % EVERY === 0 && performance.now() > until)
      throw new AppError('query-too-costly', `the query looked at ${rows} texts and took longer than ${limitMs} ms`, [
        { parameter: 'q', code: 'too-costly', detail: 'add a rarer word, a filter or a period' },
      ])
    return holds === null || holds(row)
  }
  try {
    return run()
  } finally {
    guard.holds = () => true
  }
}
