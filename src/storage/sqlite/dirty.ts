import type { Connection } from './connect.ts'
import { prepare, prepareValue } from './prepare.ts'

/**
 * What changes have touched, in the order in which it is looked at: articles that are to be read anew, articles whose keys are missing, blocks of actors, blocks of people called by one
 * word, groups that are one actor, actors that may be nobody's any more, articles whose reports have other actors, reports whose meeting may be another,
 * meetings, places, outlets.
 */
export const DIRTY_KINDS = ['reread', 'rekey', 'block', 'one', 'group', 'actor', 'reports', 'report', 'meeting', 'place', 'source'] as const
export type DirtyKind = (typeof DIRTY_KINDS)[number]

export const mark = (db: Connection, kind: DirtyKind, key: string | null | undefined): void => {
  if (key) prepare<unknown[]>(db, 'INSERT OR IGNORE INTO dirty (kind, key) VALUES (?, ?)').run(kind, key)
}

export const dirtyKeys = (db: Connection, kind: DirtyKind, limit: number): string[] =>
  prepareValue<[string, bigint], string>(db, 'SELECT key FROM dirty WHERE kind = ? ORDER BY key LIMIT ?').all(kind, BigInt(limit))

export const unmark = (db: Connection, kind: DirtyKind, keys: readonly string[]): void => {
  for (const key of keys) prepare<unknown[]>(db, 'DELETE FROM dirty WHERE kind = ? AND key = ?').run(kind, key)
}

/** Marks the block that a local actor is in. */
export const markBlock = (db: Connection, block: string): void => mark(db, block.startsWith('one ') ? 'one' : 'block', block)

export const isStale = (db: Connection): boolean => prepareValue<[], number>(db, 'SELECT 1 FROM dirty LIMIT 1').get() !== undefined
