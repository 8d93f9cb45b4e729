import type { Connection } from './connect.ts'
import { prepare } from './prepare.ts'

/** Where an id that was given once has gone: to whatever the oldest of its anchors that still stands belongs to now. */
export function movedTo(db: Connection, id: string, currentOf: string): { movedTo: string } | null {
  const current = prepare<[string], { id: string | null }>(db, currentOf)
  for (const { anchor } of prepare<[string], { anchor: string }>(db, 'SELECT anchor FROM ledger WHERE id = ? ORDER BY number').all(id)) {
    const now = current.get(anchor)?.id
    if (now && now !== id) return { movedTo: now }
  }
  return null
}
