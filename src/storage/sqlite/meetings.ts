import type { Meeting } from '../../domain/meeting.ts'
import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { MeetingFacet, MeetingField, MeetingSort, Storage } from '../port.ts'
import type { Connection } from './connect.ts'
import { isIn, type Listing, listRows, marks } from './list.ts'
import { movedTo } from './moved-to.ts'

const hasParticipant = (ids: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM meeting_participants p WHERE p.meeting = t.id AND p.actor IN (${marks(ids)}))`
const hasReport = (condition: string): string =>
  `EXISTS (SELECT 1 FROM reports r JOIN articles a ON a.rowid = r.article WHERE r.meeting = t.id AND ${condition})`

const LISTING: Listing<MeetingField, MeetingSort, MeetingFacet> = {
  table: 'meetings',
  index: 'meeting_index_v1',
  columns: { stems: 'evidence', forms: null },
  weights: [1],
  filters: {
    participant: (ids) => ({ sql: hasParticipant(ids), params: ids }),
    participants_all: (ids) => ({ sql: ids.map((id) => hasParticipant([id])).join(' AND '), params: ids }),
    kind: isIn('t.kind'),
    status: isIn('t.status'),
    disputed: ([value]) => ({ sql: 't.disputed = ?', params: [value === 'true' ? 1n : 0n] }),
    place: isIn('t.place'),
    country: isIn('t.country'),
    date_from: ([day = '']) => ({ sql: 't.last_day >= ?', params: [firstDay(day)] }),
    date_to: ([day = '']) => ({ sql: 't.first_day <= ?', params: [lastDay(day)] }),
    published_from: ([day = '']) => ({ sql: hasReport('a.published >= ?'), params: [day] }),
    published_to: ([day = '']) => ({ sql: hasReport('a.published <= ?'), params: [day] }),
    source: (sources) => ({ sql: hasReport(`a.source IN (${marks(sources)})`), params: sources }),
    min_independent_sources: ([least = '0']) => ({ sql: 't.independent_sources >= ?', params: [BigInt(least)] }),
    min_confidence: ([least = '0']) => ({ sql: 't.confidence >= ?', params: [Number(least)] }),
  },
  sorts: { date: "coalesce(t.date_from, '')", reported: "coalesce(t.reported, '')", id: 't.id' },
  facets: {
    actor:
      "SELECT p.actor AS value, a.data ->> 'name' AS label FROM m JOIN meeting_participants p ON p.meeting = m.id JOIN actors a ON a.id = p.actor",
    place: 'SELECT t.place AS value, t.place AS label FROM m JOIN meetings t ON t.rowid = m.rowid',
    kind: 'SELECT t.kind AS value, t.kind AS label FROM m JOIN meetings t ON t.rowid = m.rowid',
    status: 'SELECT t.status AS value, t.status AS label FROM m JOIN meetings t ON t.rowid = m.rowid',
    month:
      'SELECT substr(t.date_from, 1, 7) AS value, substr(t.date_from, 1, 7) AS label FROM m JOIN meetings t ON t.rowid = m.rowid WHERE length(t.date_from) >= 7',
  },
}

/** The meetings of a store, as resolution left them. */
export function meetingStore(db: Connection): Storage['meetings'] {
  const byId = db.prepare<[string], { data: string }>('SELECT data FROM meetings WHERE id = ?')
  const byRow = db.prepare<[number], { data: string }>('SELECT data FROM meetings WHERE rowid = ?')
  return {
    get: async (id) => {
      const row = byId.get(id)
      return row ? { item: JSON.parse(row.data) as Meeting } : movedTo(db, id, 'SELECT meeting AS id FROM reports WHERE anchor = ?')
    },
    list: async (query) => {
      const { rows, next, total, facets } = listRows(db, LISTING, query)
      return { items: rows.map(({ rowid }): Meeting => JSON.parse(byRow.get(rowid)!.data)), next, total, facets }
    },
  }
}
