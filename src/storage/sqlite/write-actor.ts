import { analyze } from '../../analysis/analyzer.ts'
import { latinKey } from '../../analysis/latin-key.ts'
import type { Actor } from '../../domain/meeting.ts'
import { namesOf } from './actors.ts'
import type { Connection } from './connect.ts'
import { INDEX } from './index-tables.ts'
import { prepare, prepareValue } from './prepare.ts'
import { forgetSuggestion, writeSuggestion } from './suggest.ts'

/** Writes an actor and all that finds him. */
export function writeActor(db: Connection, actor: Actor): void {
  const { id, kind, country, state, counts } = actor
  const rowid = prepareValue<unknown[], number>(
    db,
    `INSERT INTO actors (id, kind, country, state, articles, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, country = excluded.country, state = excluded.state, articles = excluded.articles, data = excluded.data RETURNING rowid`,
  ).get(id, kind, country, state, BigInt(counts.articles), JSON.stringify(actor))!
  forgetWords(db, rowid)
  const words = analyze(namesOf(actor))
  prepare<unknown[]>(db, `INSERT INTO ${INDEX.actors} (rowid, names) VALUES (?, ?)`).run(
    BigInt(rowid),
    words.map(({ stem }) => stem).join(' '),
  )
  const insertWord = prepare<unknown[]>(db, `INSERT OR IGNORE INTO ${INDEX.actorWords} (form, stem, latin, actor) VALUES (?, ?, ?, ?)`)
  for (const { form, stem } of words) insertWord.run(form, stem, latinKey(form), BigInt(rowid))
  if (state === 'candidate') forgetSuggestion(db, 'actor', id)
  else
    writeSuggestion(db, { kind: 'actor', id, text: actor.name, articles: counts.articles }, [
      actor.name,
      ...actor.names.map(({ name }) => name),
    ])
}

/** Takes an actor away whom no article names any more. */
export function removeActor(db: Connection, id: string): void {
  const rowid = prepareValue<[string], number>(db, 'DELETE FROM actors WHERE id = ? RETURNING rowid').get(id)
  if (rowid === undefined) return
  forgetWords(db, rowid)
  forgetSuggestion(db, 'actor', id)
}

function forgetWords(db: Connection, rowid: number): void {
  prepare<unknown[]>(db, `DELETE FROM ${INDEX.actors} WHERE rowid = ?`).run(BigInt(rowid))
  prepare<unknown[]>(db, `DELETE FROM ${INDEX.actorWords} WHERE actor = ?`).run(BigInt(rowid))
}
