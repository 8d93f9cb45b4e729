import type { Storage } from '../../storage/port.ts'
import type { Filter, MeetingField } from '../../storage/port-queries.ts'
import { actorIds } from '../list-request.ts'

type Filters = readonly Filter<MeetingField>[]

/** Participants by id, whom the request may name; a name that nobody bears, and a place where nothing was, is told in `notes`. */
export const withActors = (storage: Storage, filters: Filters, notes: string[]): Promise<Filter<MeetingField>[]> =>
  Promise.all(
    filters.map(async (filter) => {
      if (filter.field === 'participant' || filter.field === 'participants_all')
        return { ...filter, values: await actorIds(storage, filter.values, notes) }
      if (filter.field === 'place') await noteUnknownPlaces(storage, filter.values, notes)
      return filter
    }),
  )

/** A place goes by one name, as GET /v1/places has it: another spelling finds nothing. */
async function noteUnknownPlaces(storage: Storage, names: readonly string[], notes: string[]): Promise<void> {
  for (const name of names)
    if ((await storage.decisions.placesNamed(name)).length === 0)
      notes.push(`no meeting was at «${name}»: places go by the names that GET /v1/places lists`)
}
