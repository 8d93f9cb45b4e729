import { analyze } from '../../analysis/analyzer.ts'
import { latinKey } from '../../analysis/latin-key.ts'
import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { LocalActor, LocalReport, Resolution } from '../../domain/resolution.ts'
import type { Storage } from '../port.ts'
import { namesOf } from './actors.ts'
import type { Connection } from './connect.ts'
import { GROW } from './generation.ts'
import { INDEX } from './index-tables.ts'
import { evidenceOf } from './meetings.ts'
import { writeOutlets } from './outlets.ts'
import { prepare } from './prepare.ts'
import { writeSuggestions } from './suggest.ts'

type ActorRow = {
  anchor: string
  article: string
  published: string | null
  number: number
  name: string
  kind: string
  country: string | null
  countryBasis: LocalActor['countryBasis']
  roles: string
  names: string
}
type ReportRow = {
  anchor: string
  article: string
  source: string | null
  url: string | null
  published: string | null
  report: string
  contexts: string
}

/** What resolution reads and writes. */
export function resolutionStore(db: Connection): Storage['resolution'] {
  const stemsOf = (text: string): string =>
    analyze(text)
      .map(({ stem }) => stem)
      .join(' ')
  const statements = {
    clear: [
      'DELETE FROM meeting_participants',
      'DELETE FROM meetings',
      'DELETE FROM actors',
      `DELETE FROM ${INDEX.actors}`,
      `DELETE FROM ${INDEX.actorWords}`,
      `DELETE FROM ${INDEX.meetings}`,
    ].map((sql) => prepare<unknown[]>(db, sql)),
    actor: prepare<unknown[]>(db, 'INSERT INTO actors (id, kind, country, state, articles, data) VALUES (?, ?, ?, ?, ?, ?)'),
    actorIndex: prepare<unknown[]>(db, `INSERT INTO ${INDEX.actors} (rowid, names) VALUES (?, ?)`),
    meeting: prepare<unknown[]>(
      db,
      'INSERT INTO meetings (id, kind, status, disputed, place, country, first_day, last_day, date_from, reported, independent_sources, confidence, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    meetingIndex: prepare<unknown[]>(db, `INSERT INTO ${INDEX.meetings} (rowid, evidence) VALUES (?, ?)`),
    participant: prepare<unknown[]>(db, 'INSERT INTO meeting_participants (meeting, actor) VALUES (?, ?)'),
    actorWord: prepare<unknown[]>(db, `INSERT OR IGNORE INTO ${INDEX.actorWords} (form, stem, latin, actor) VALUES (?, ?, ?, ?)`),
    assignActor: prepare<unknown[]>(db, 'UPDATE local_actors SET actor = ? WHERE anchor = ?'),
    assignReport: prepare<unknown[]>(db, 'UPDATE reports SET meeting = ? WHERE anchor = ?'),
    grow: prepare<unknown[]>(db, GROW),
    markResolved: prepare<unknown[]>(db, "UPDATE state SET value = 0 WHERE name = 'stale'"),
    ledger: prepare<unknown[]>(db, 'INSERT OR IGNORE INTO ledger (anchor, id) VALUES (?, ?)'),
  }
  const save = db.transaction(({ actors, meetings, assigned }: Resolution): void => {
    for (const statement of statements.clear) statement.run()
    for (const actor of actors) {
      const { lastInsertRowid } = statements.actor.run(
        actor.id,
        actor.kind,
        actor.country,
        actor.state,
        BigInt(actor.counts.articles),
        JSON.stringify(actor),
      )
      statements.actorIndex.run(BigInt(lastInsertRowid), stemsOf(namesOf(actor)))
      for (const { form, stem } of analyze(namesOf(actor))) statements.actorWord.run(form, stem, latinKey(form), BigInt(lastInsertRowid))
    }
    for (const meeting of meetings) {
      const { id, kind, status, disputed, place, date, first_reported, counts, confidence } = meeting
      const { lastInsertRowid } = statements.meeting.run(
        id, kind, status, disputed ? 1n : 0n, place?.name ?? null, place?.country ?? null, date && firstDay(date.from), date && lastDay(date.to), date?.from ?? null,
        first_reported, BigInt(counts.independent_sources), confidence, JSON.stringify(meeting),
      ) // biome-ignore format: one row
      statements.meetingIndex.run(BigInt(lastInsertRowid), stemsOf(evidenceOf(meeting)))
      for (const { actor } of meeting.participants) statements.participant.run(id, actor.id)
    }
    for (const [anchor, id] of assigned) {
      const isReport = id.startsWith('mtg_')
      ;(isReport ? statements.assignReport : statements.assignActor).run(id, anchor)
      statements.ledger.run(anchor, id)
    }
    writeSuggestions(db, { actors, meetings })
    writeOutlets(db, meetings)
    statements.grow.run()
    statements.markResolved.run()
  })
  return {
    load: async () => ({
      actors: prepare<[], ActorRow>(
        db,
        'SELECT l.anchor, t.id AS article, t.published, l.number, l.name, l.kind, l.country, l.country_basis AS countryBasis, l.roles, l.names FROM local_actors l JOIN articles t ON t.rowid = l.article ORDER BY l.anchor',
      )
        .all()
        .map(
          ({ number, roles, names, ...row }) =>
            ({ ...row, index: number, roles: JSON.parse(roles), names: JSON.parse(names) }) as LocalActor,
        ),
      reports: prepare<[], ReportRow>(
        db,
        'SELECT r.anchor, t.id AS article, t.source, t.url, t.published, r.report, r.contexts FROM reports r JOIN articles t ON t.rowid = r.article ORDER BY r.anchor',
      )
        .all()
        .map(({ report, contexts, ...row }) => ({ ...JSON.parse(report), ...row, contexts: JSON.parse(contexts) }) as LocalReport),
      ledger: new Map(
        prepare<[], { anchor: string; id: string }>(db, 'SELECT anchor, id FROM ledger ORDER BY number')
          .all()
          .map(({ anchor, id }) => [anchor, id]),
      ),
    }),
    save: async (resolution) => save.immediate(resolution),
    isStale: async () => isStale(db),
  }
}

export const isStale = (db: Connection): boolean =>
  prepare<[], { value: number }>(db, "SELECT value FROM state WHERE name = 'stale'").get()?.value === 1
