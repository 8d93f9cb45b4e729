import type { Connection } from './connect.ts'
import { prepare, prepareValue } from './prepare.ts'

/** What an article names and tells, each by an anchor and by what it is: a name and its kind, a quote. */
export type AnchoredFacts = readonly { readonly anchor: string; readonly what: string }[]

/** What is stored of an article, in the order of the text. */
export function anchoredFacts(db: Connection, rowid: bigint): AnchoredFacts {
  return prepare<[bigint, bigint], { anchor: string; what: string }>(
    db,
    `SELECT anchor, what FROM (SELECT anchor, 'actor ' || kind || ' ' || name AS what, number AS at FROM local_actors WHERE article = ?
       UNION ALL SELECT anchor, 'report ' || (report ->> '$.evidence[0].exact'), (report ->> '$.evidence[0].start') FROM reports WHERE article = ?) ORDER BY what, at`,
  ).all(rowid, rowid)
}

/**
 * Ids outlive an edit: where what an article named or told stands elsewhere in its new text, its new anchor has the id that the old one was given. Equal
 * things are taken in the order of the text.
 */
export function carryIds(db: Connection, before: AnchoredFacts, after: AnchoredFacts): void {
  const standing = new Set(after.map(({ anchor }) => anchor))
  const gone = before.filter(({ anchor }) => !standing.has(anchor))
  if (gone.length === 0) return
  const idOf = prepareValue<[string], string>(db, 'SELECT id FROM ledger WHERE anchor = ?')
  const remember = prepare<unknown[]>(db, 'INSERT OR IGNORE INTO ledger (anchor, id) VALUES (?, ?)')
  const left = [...gone]
  for (const { anchor, what } of after) {
    if (idOf.get(anchor) !== undefined) continue
    const at = left.findIndex((one) => one.what === what)
    const id = at < 0 ? undefined : idOf.get(left[at]!.anchor)
    if (at >= 0) left.splice(at, 1)
    if (id !== undefined) remember.run(anchor, id)
  }
}
