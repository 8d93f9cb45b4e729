import type { Storage } from '../../storage/port.ts'
import type { Filter, MeetingField } from '../../storage/port-queries.ts'
import { actorIds } from '../list-request.ts'

type Filters = readonly Filter<MeetingField>[]

/** Participants by id, whom the request may name; a name that nobody bears is told in `notes`. */
export const withActors = (storage: Storage, filters: Filters, notes: string[]): Promise<Filter<MeetingField>[]> =>
  Promise.all(
    filters.map(async (filter) =>
      filter.field === 'participant' || filter.field === 'participants_all'
        ? { ...filter, values: await actorIds(storage, filter.values, notes) }
        : filter,
    ),
  )
