import type { Connection } from './connect.ts'

/** Where an id that was given once has gone: to whatever the oldest of its anchors that still stands belongs to now. */
export function movedTo(db: Connection, id: string, currentOf: string): { movedTo: string } | null {
  const current = db.prepare<[string], { id: string | null }>(currentOf)
  for (const { anchor } of db.prepare<[string], { anchor: string }>('SELECT anchor FROM ledger WHERE id = ? ORDER BY number').all(id)) {
    const now = current.get(anchor)?.id
    if (now && now !== id) return { movedTo: now }
  }
  return null
}
