import type { Meeting } from '../../domain/meeting.ts'
import type { Storage } from '../port.ts'
import type { Connection } from './connect.ts'
import { listData } from './list-data.ts'
import { MEETINGS, withDays } from './meeting-listing.ts'
import { movedTo } from './moved-to.ts'
import { prepare } from './prepare.ts'
import { pairOf, timelineOf } from './relations.ts'

/** The meetings of a store, as resolution left them. */
export function meetingStore(db: Connection): Storage['meetings'] {
  const byId = prepare<[string], { data: string }>(db, 'SELECT data FROM meetings WHERE id = ?')
  return {
    get: async (id) => {
      const row = byId.get(id)
      return row ? { item: JSON.parse(row.data) as Meeting } : movedTo(db, id, 'SELECT meeting AS id FROM reports WHERE anchor = ?')
    },
    list: async (query) => listData(db, MEETINGS, { ...query, filters: withDays(query.filters) }),
    pair: async (a, b) => pairOf(db, a, b),
    timeline: async (filters, interval) => timelineOf(db, filters, interval),
  }
}
