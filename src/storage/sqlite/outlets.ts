import type { Meeting } from '../../domain/meeting.ts'
import type { Place, Source } from '../../domain/outlet.ts'
import type { PlaceField, PlaceQuery, SourceQuery, Storage } from '../port.ts'
import type { Connection } from './connect.ts'
import { listRows } from './list.ts'
import { prepare } from './prepare.ts'
import { isIn, type Listing } from './source.ts'

/** What has no words of its own is not searched: no index, no relevance. */
const UNSEARCHED = {
  index: '',
  columns: { all: '', title: null },
  relevance: '0',
  date: null,
  words: 'NULL',
  occurrences: () => () => ({ titleLength: 0, positionsOf: () => [] }),
  rank: null,
} as const

const SOURCES: Listing<never, 'articles' | 'id', never> = {
  ...UNSEARCHED,
  table: 'sources',
  filters: {},
  sorts: { articles: 't.articles', id: 't.id' },
  facets: {},
}

const PLACES: Listing<PlaceField, 'meetings' | 'id', PlaceField> = {
  ...UNSEARCHED,
  table: 'places',
  filters: { kind: isIn('t.kind'), country: isIn('t.country') },
  sorts: { meetings: 't.meetings', id: 't.id' },
  facets: {
    kind: 'SELECT t.kind AS value, t.kind AS label FROM m JOIN places t ON t.rowid = m.rowid',
    country: 'SELECT t.country AS value, t.country AS label FROM m JOIN places t ON t.rowid = m.rowid',
  },
}

export function sourceStore(db: Connection): Storage['sources'] {
  const byRow = prepare<[number], { data: string }>(db, 'SELECT data FROM sources WHERE rowid = ?')
  return {
    list: async (query: SourceQuery) => {
      const { rows, text: _, ...page } = listRows(db, SOURCES, query)
      return { ...page, items: rows.map(({ rowid }): Source => JSON.parse(byRow.get(rowid)!.data)), notes: [] }
    },
  }
}

export function placeStore(db: Connection): Storage['places'] {
  const byRow = prepare<[number], { data: string }>(db, 'SELECT data FROM places WHERE rowid = ?')
  return {
    list: async (query: PlaceQuery) => {
      const { rows, text: _, ...page } = listRows(db, PLACES, query)
      return { ...page, items: rows.map(({ rowid }): Place => JSON.parse(byRow.get(rowid)!.data)), notes: [] }
    },
  }
}

/** Writes outlets and places anew. Within the transaction that writes the meetings. */
export function writeOutlets(db: Connection, meetings: readonly Meeting[]): void {
  prepare<unknown[]>(db, 'DELETE FROM sources').run()
  prepare<unknown[]>(db, 'DELETE FROM places').run()
  const insertSource = prepare<unknown[]>(db, 'INSERT INTO sources (id, articles, data) VALUES (?, ?, ?)')
  const sources = prepare<[], { name: string; articles: number; meetings: number; first: string | null; last: string | null }>(
    db,
    `SELECT a.source AS name, count(*) AS articles, min(a.published) AS first, max(a.published) AS last,
       (SELECT count(DISTINCT r.meeting) FROM articles b JOIN reports r ON r.article = b.rowid WHERE b.source = a.source) AS meetings
     FROM articles a WHERE a.source IS NOT NULL GROUP BY a.source ORDER BY a.source`,
  ).all()
  for (const { name, articles, meetings: told, first, last } of sources) {
    const source: Source = { id: name, name, counts: { articles, meetings: told }, first_published: first, last_published: last }
    insertSource.run(name, BigInt(articles), JSON.stringify(source))
  }
  const insertPlace = prepare<unknown[]>(db, 'INSERT INTO places (id, kind, country, meetings, data) VALUES (?, ?, ?, ?, ?)')
  for (const place of placesOf(meetings))
    insertPlace.run(place.id, place.kind, place.country, BigInt(place.counts.meetings), JSON.stringify(place))
}

function placesOf(meetings: readonly Meeting[]): Place[] {
  const byId = new Map<string, { place: NonNullable<Meeting['place']>; meetings: number; articles: Set<string> }>()
  for (const { place, evidence } of meetings) {
    if (!place) continue
    const known = byId.get(place.id) ?? { place, meetings: 0, articles: new Set() }
    byId.set(place.id, known)
    known.meetings += 1
    for (const { article } of evidence) known.articles.add(article)
  }
  return [...byId.values()].map(({ place: { id, name, country, kind }, meetings: n, articles }) => ({
    id,
    name,
    kind,
    country,
    counts: { meetings: n, articles: articles.size },
  }))
}
