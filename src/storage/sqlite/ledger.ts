import { newId } from '../../domain/ids.ts'
import type { Connection } from './connect.ts'
import { prepare, prepareValue } from './prepare.ts'

/**
 * The id that a group of anchors has a right to: of the ids that its anchors were given first, the oldest whose oldest standing anchor is in the group; so
 * a merge keeps the older id, and of a split the part with the older anchor. Else a new one, made of the oldest anchor, so that it is the same whatever joins the part. `isStanding` tells whether an anchor is still there.
 */
export function rightfulId(
  db: Connection,
  prefix: 'act' | 'mtg',
  anchors: readonly string[],
  isStanding: (anchor: string) => boolean,
): string {
  const own = new Set(anchors)
  const claims = prepare<[string], { id: string; number: number }>(
    db,
    'SELECT l.id, min(l.number) AS number FROM json_each(?) a JOIN ledger l ON l.anchor = a.value GROUP BY l.id ORDER BY 2',
  ).all(JSON.stringify(anchors))
  const anchorsOf = prepareValue<[string], string>(db, 'SELECT anchor FROM ledger WHERE id = ? ORDER BY number')
  for (const { id } of claims) {
    if (!id.startsWith(prefix)) continue
    for (const anchor of anchorsOf.iterate(id)) {
      if (own.has(anchor)) return id
      if (isStanding(anchor)) break
    }
  }
  const isTaken = prepareValue<[string], number>(db, 'SELECT 1 FROM ledger WHERE id = ? LIMIT 1')
  const oldest = prepareValue<[string], string>(
    db,
    'SELECT l.anchor FROM json_each(?) a JOIN ledger l ON l.anchor = a.value ORDER BY l.number LIMIT 1',
  ).get(JSON.stringify(anchors))
  return newId(prefix, oldest ?? anchors.reduce((a, b) => (a < b ? a : b)), (id) => isTaken.get(id) !== undefined)
}

/** Remembers the id that anchors were given, where they have none yet. */
export function remember(db: Connection, anchors: readonly string[], id: string): void {
  const insert = prepare<unknown[]>(db, 'INSERT OR IGNORE INTO ledger (anchor, id) VALUES (?, ?)')
  for (const anchor of anchors) insert.run(anchor, id)
}
