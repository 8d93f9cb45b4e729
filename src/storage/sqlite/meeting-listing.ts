import type { Meeting } from '../../domain/meeting.ts'
import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { Filter, MeetingFacet, MeetingField, MeetingSort } from '../port-queries.ts'
import { dataOccurrences } from './data-occurrences.ts'
import { INDEX } from './index-tables.ts'
import { isIn, type Listing, ONLY } from './source.ts'

const hasParticipant = (condition: string): string =>
  `EXISTS (SELECT 1 FROM meeting_participants p WHERE p.meeting = t.id AND ${condition})`
const hasReport = (condition: string): string =>
  `EXISTS (SELECT 1 FROM reports r JOIN articles a ON a.rowid = r.article WHERE r.meeting = t.id AND ${condition})`

/** How meetings are listed. */
export const MEETINGS: Listing<MeetingField, MeetingSort, MeetingFacet> = {
  table: 'meetings',
  index: INDEX.meetings,
  columns: { all: 'evidence', title: null },
  relevance: `bm25(${INDEX.meetings})`,
  date: 't.date_from',
  words: '(SELECT data FROM meetings WHERE rowid = f.rowid)',
  occurrences: () => dataOccurrences((meeting: Meeting) => evidenceOf(meeting)),
  rank: null,
  filters: {
    participant: hasParticipant(isIn('p.actor')),
    participants_all: `NOT EXISTS (SELECT 1 FROM json_each($) v WHERE NOT ${hasParticipant('p.actor = v.value')})`,
    kind: isIn('t.kind'),
    status: isIn('t.status'),
    disputed: `t.disputed = (${ONLY} = 'true')`,
    place: isIn('t.place'),
    country: isIn('t.country'),
    date_from: `t.last_day >= ${ONLY}`,
    date_to: `t.first_day <= ${ONLY}`,
    published_from: hasReport(`a.published >= ${ONLY}`),
    published_to: hasReport(`a.published <= ${ONLY}`),
    source: hasReport(isIn('a.source')),
    min_independent_sources: `t.independent_sources >= CAST(${ONLY} AS INTEGER)`,
    min_confidence: `t.confidence >= CAST(${ONLY} AS REAL)`,
  },
  sorts: { date: "coalesce(t.date_from, '')", reported: "coalesce(t.reported, '')", id: 't.id' },
  facets: {
    actor:
      "SELECT p.actor AS value, a.data ->> 'name' AS label FROM m JOIN meetings t ON t.rowid = m.rowid JOIN meeting_participants p ON p.meeting = t.id JOIN actors a ON a.id = p.actor",
    place: 'SELECT t.place AS value, t.place AS label FROM m JOIN meetings t ON t.rowid = m.rowid',
    kind: 'SELECT t.kind AS value, t.kind AS label FROM m JOIN meetings t ON t.rowid = m.rowid',
    status: 'SELECT t.status AS value, t.status AS label FROM m JOIN meetings t ON t.rowid = m.rowid',
    month:
      'SELECT substr(t.date_from, 1, 7) AS value, substr(t.date_from, 1, 7) AS label FROM m JOIN meetings t ON t.rowid = m.rowid WHERE length(t.date_from) >= 7',
  },
}

/** What the index of a meeting holds: its quotes and the names of those who took part. */
export const evidenceOf = ({ evidence, participants }: Meeting): string =>
  [...evidence.map(({ quote }) => quote.exact), ...participants.map(({ actor }) => actor.name)].join(' . ')

/** Bounds of a date as days: a month begins with its first and ends with its last. */
export const withDays = (filters: readonly Filter<MeetingField>[]): Filter<MeetingField>[] =>
  filters.map((filter) => {
    if (filter.field === 'date_from') return { ...filter, values: filter.values.map(firstDay) }
    return filter.field === 'date_to' ? { ...filter, values: filter.values.map(lastDay) } : filter
  })
