import type { Binding } from '../../domain/decision.ts'
import type { Connection } from './connect.ts'
import { mark } from './dirty.ts'
import { prepare, prepareValue } from './prepare.ts'

/** What `is_bound` says: not found, found, found and overruled by another decision. */
const [UNBOUND, BOUND, OVERRULED] = [0n, 1n, 2n]

/** Writes where the anchors of decisions were found. */
export function bind(db: Connection, bindings: readonly Binding[]): void {
  const update = prepare<unknown[]>(db, 'UPDATE decision_anchors SET is_bound = ?, target = ?, problem = ? WHERE decision = ? AND side = ?')
  for (const one of bindings) {
    const [target, problem] = one.isBound ? [one.target, null] : [null, one.problem]
    update.run(one.isBound ? BOUND : one.isOverruled ? OVERRULED : UNBOUND, target, problem, BigInt(one.number), BigInt(one.side))
  }
}

/** Forgets where the anchors in an article were found. */
export function unbind(db: Connection, article: string, problem: string): void {
  prepare<unknown[]>(db, 'UPDATE decision_anchors SET is_bound = 0, target = NULL, problem = ? WHERE article = ?').run(problem, article)
}

/** Makes due what decisions link with anything in an article: the groups of actors, and reports. */
export function markLinked(db: Connection, article: string): void {
  const others = prepareValue<[string], string>(
    db,
    `SELECT other.target FROM decision_anchors mine JOIN decision_anchors other ON other.decision = mine.decision AND other.side <> mine.side
     WHERE mine.article = ? AND other.target IS NOT NULL`,
  ).all(article)
  if (others.length === 0) return
  const person = prepareValue<[string], string | null>(db, 'SELECT person FROM local_actors WHERE anchor = ?')
  const isReport = prepareValue<[string], number>(db, 'SELECT 1 FROM reports WHERE anchor = ?')
  const block = prepareValue<[string], string>(db, 'SELECT block FROM local_actors WHERE anchor = ?')
  for (const other of others) {
    if (isReport.get(other) !== undefined) mark(db, 'report', other)
    mark(db, 'group', person.get(other))
    const key = block.get(other)
    if (key) mark(db, key.startsWith('one ') ? 'one' : 'block', key)
  }
}

/** Changes with every decision on an article, and with every withdrawal of one. */
export const stampOf = (db: Connection, article: string): number =>
  prepareValue<[string], number>(
    db,
    'SELECT count(*) + count(d.withdrawn_at) FROM decision_anchors a JOIN decisions d ON d.number = a.decision WHERE a.article = ?',
  ).get(article)!
