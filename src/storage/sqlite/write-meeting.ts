import { analyze } from '../../analysis/analyzer.ts'
import type { Meeting } from '../../domain/meeting.ts'
import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { Connection } from './connect.ts'
import { INDEX } from './index-tables.ts'
import { evidenceOf } from './meeting-listing.ts'
import { prepare, prepareValue } from './prepare.ts'

const COLUMNS =
  'id, kind, status, disputed, place, place_id, country, first_day, last_day, date_from, reported, independent_sources, confidence, data'

/** Writes a meeting and all that finds it; returns the place that it had before. */
export function writeMeeting(db: Connection, meeting: Meeting): string | null {
  const { id, kind, status, disputed, place, date, first_reported, counts, confidence } = meeting
  const before = removeMeeting(db, id)
  const { lastInsertRowid } = prepare<unknown[]>(
    db,
    `INSERT INTO meetings (${COLUMNS}) VALUES (${COLUMNS.split(', ')
      .map(() => '?')
      .join(', ')})`,
  ).run(
    id, kind, status, disputed ? 1n : 0n, place?.name ?? null, place?.id ?? null, place?.country ?? null, date && firstDay(date.from), date && lastDay(date.to),
    date?.from ?? null, first_reported, BigInt(counts.independent_sources), confidence, JSON.stringify(meeting),
  ) // biome-ignore format: one row
  const stems = analyze(evidenceOf(meeting)).map(({ stem }) => stem)
  prepare<unknown[]>(db, `INSERT INTO ${INDEX.meetings} (rowid, evidence) VALUES (?, ?)`).run(BigInt(lastInsertRowid), stems.join(' '))
  const participant = prepare<unknown[]>(db, 'INSERT INTO meeting_participants (meeting, actor) VALUES (?, ?)')
  for (const { actor } of meeting.participants) participant.run(id, actor.id)
  return before
}

/** Takes a meeting away; returns the place that it had. */
export function removeMeeting(db: Connection, id: string): string | null {
  const before = prepare<[string], { rowid: number; place_id: string | null }>(db, 'SELECT rowid, place_id FROM meetings WHERE id = ?').get(
    id,
  )
  if (!before) return null
  prepare<unknown[]>(db, 'DELETE FROM meeting_participants WHERE meeting = ?').run(id)
  prepare<unknown[]>(db, `DELETE FROM ${INDEX.meetings} WHERE rowid = ?`).run(BigInt(before.rowid))
  prepareValue<unknown[], number>(db, 'DELETE FROM meetings WHERE id = ? RETURNING rowid').get(id)
  return before.place_id
}
