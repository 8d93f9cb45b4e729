import type { Actor } from '../../domain/meeting.ts'
import type { Storage } from '../port.ts'
import type { ActorFacet, ActorField, ActorSort } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { dataOccurrences } from './data-occurrences.ts'
import { findNamed } from './find-named.ts'
import { INDEX } from './index-tables.ts'
import { listData } from './list-data.ts'
import { movedTo } from './moved-to.ts'
import { prepare, prepareValue } from './prepare.ts'
import { networkOf } from './relations.ts'
import { isIn, type Listing } from './source.ts'

const LISTING: Listing<ActorField, ActorSort, ActorFacet> = {
  table: 'actors',
  index: INDEX.actors,
  columns: { all: 'names', title: null },
  // Of two who bear a name the better known one is meant.
  relevance: `bm25(${INDEX.actors}) * (1 + ln(1 + (SELECT articles FROM actors WHERE rowid = f.rowid)))`,
  date: null,
  words: '(SELECT data FROM actors WHERE rowid = f.rowid)',
  occurrences: () => dataOccurrences((actor: Actor) => namesOf(actor)),
  rank: null,
  filters: { kind: isIn('t.kind'), country: isIn('t.country'), state: isIn('t.state') },
  sorts: { articles: 't.articles', id: 't.id' },
  facets: {
    kind: 'SELECT t.kind AS value, t.kind AS label FROM m JOIN actors t ON t.rowid = m.rowid',
    country: 'SELECT t.country AS value, t.country AS label FROM m JOIN actors t ON t.rowid = m.rowid',
  },
}

/** All spellings of an actor's name as one text. */
export const namesOf = ({ name, names }: Actor): string => [name, ...names.map(({ name: other }) => other)].join(' . ')

/** An actor with the number of his meetings, which is counted when he is asked for. */
function counted(db: Connection, data: string): Actor {
  const actor: Actor = JSON.parse(data)
  const meetings = prepareValue<[string], number>(db, 'SELECT count(*) FROM meeting_participants WHERE actor = ?').get(actor.id)!
  return { ...actor, counts: { ...actor.counts, meetings } }
}

/** The actors of a store, as resolution left them. */
export function actorStore(db: Connection): Storage['actors'] {
  const byId = prepare<[string], { data: string }>(db, 'SELECT data FROM actors WHERE id = ?')
  return {
    get: async (id) => {
      const row = byId.get(id)
      return row ? { item: counted(db, row.data) } : movedTo(db, id, 'SELECT actor AS id FROM local_actors WHERE anchor = ?')
    },
    list: async (query) => listData(db, LISTING, query, (data) => counted(db, data)),
    network: async (id, filters, limit) => networkOf(db, id, filters, limit),
    named: async (words) => findNamed(db, words),
  }
}
