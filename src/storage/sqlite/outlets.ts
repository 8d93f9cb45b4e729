import type { Meeting } from '../../domain/meeting.ts'
import type { Place, Source } from '../../domain/outlet.ts'
import type { Storage } from '../port.ts'
import type { PlaceField } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { unmark } from './dirty.ts'
import { listData } from './list-data.ts'
import { prepare } from './prepare.ts'
import { isIn, type Listing, UNSEARCHED } from './source.ts'
import { forgetSuggestion, writeSuggestion } from './suggest.ts'

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

export const sourceStore = (db: Connection): Storage['sources'] => ({
  list: async (query) => listData<Source, never, 'articles' | 'id', never>(db, SOURCES, query),
})
export const placeStore = (db: Connection): Storage['places'] => ({ list: async (query) => listData(db, PLACES, query) })

/** Counts places and outlets anew that something has changed for. Within a transaction. */
export function refreshOutlets(db: Connection, placeIds: readonly string[], sourceNames: readonly string[]): void {
  for (const id of placeIds) refreshPlace(db, id)
  for (const name of sourceNames) refreshSource(db, name)
  unmark(db, 'place', placeIds)
  unmark(db, 'source', sourceNames)
}

function refreshSource(db: Connection, name: string): void {
  const { articles, meetings, first, last } = prepare<
    [string, string],
    { articles: number; meetings: number; first: string | null; last: string | null }
  >(
    db,
    `SELECT count(*) AS articles, min(published) AS first, max(published) AS last,
       (SELECT count(DISTINCT r.meeting) FROM articles b JOIN reports r ON r.article = b.rowid WHERE b.source = ?) AS meetings
     FROM articles WHERE source = ?`,
  ).get(name, name)!
  prepare<unknown[]>(db, 'DELETE FROM sources WHERE id = ?').run(name)
  if (articles === 0) return
  const source: Source = { id: name, name, counts: { articles, meetings }, first_published: first, last_published: last }
  prepare<unknown[]>(db, 'INSERT INTO sources (id, articles, data) VALUES (?, ?, ?)').run(name, BigInt(articles), JSON.stringify(source))
}

function refreshPlace(db: Connection, id: string): void {
  const { meetings, articles } = prepare<[string], { meetings: number; articles: number }>(
    db,
    'SELECT count(DISTINCT m.id) AS meetings, count(DISTINCT r.article) AS articles FROM meetings m JOIN reports r ON r.meeting = m.id WHERE m.place_id = ?',
  ).get(id)!
  prepare<unknown[]>(db, 'DELETE FROM places WHERE id = ?').run(id)
  forgetSuggestion(db, 'place', id)
  const known = prepare<[string], { data: string }>(db, 'SELECT data FROM meetings WHERE place_id = ? ORDER BY id LIMIT 1').get(id)
  const shown = known && (JSON.parse(known.data) as Meeting).place
  if (!shown) return
  const place: Place = { ...shown, counts: { meetings, articles } }
  prepare<unknown[]>(db, 'INSERT INTO places (id, kind, country, meetings, data) VALUES (?, ?, ?, ?, ?)').run(
    id,
    place.kind,
    place.country,
    BigInt(meetings),
    JSON.stringify(place),
  )
  writeSuggestion(db, { kind: 'place', id, text: place.name, articles }, [place.name])
}
