import type { Connection } from './connect.ts'
import { prepare, prepareValue } from './prepare.ts'

/** Where an id that was given once has gone: to whatever the oldest of its anchors that still stands belongs to now, or nowhere. */
export function movedTo(db: Connection, id: string, currentOf: string): { movedTo: string } | { isGone: true } | null {
  const current = prepareValue<[string], string | null>(db, currentOf)
  const anchors = prepare<[string], { anchor: string }>(db, 'SELECT anchor FROM ledger WHERE id = ? ORDER BY number').all(id)
  for (const { anchor } of anchors) {
    const now = current.get(anchor)
    if (now && now !== id) return { movedTo: now }
  }
  return anchors.length > 0 ? { isGone: true } : null
}
