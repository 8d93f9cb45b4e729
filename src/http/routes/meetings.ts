import { z } from 'zod'
import type { Meeting } from '../../domain/meeting.ts'
import { MEETING_KINDS, MEETING_STATUSES } from '../../domain/report.ts'
import type { Interval, MeetingFacet, MeetingField, MeetingQuery, MeetingSort, Page } from '../../storage/port-queries.ts'
import { EXAMPLES } from '../examples.ts'
import type { Column } from '../formats/csv.ts'
import { toCalendar } from '../formats/icalendar.ts'
import { answerItem, itemResponses } from '../item.ts'
import { filtersOf, type Listed, type ListParameters, limitOf, listRelaxed, readCursor, refuseReversed, sortOf } from '../list-request.ts'
import { registerList } from '../list-route.ts'
import type { ReadQuery } from '../read-query.ts'
import { type App, idParameter, type Services } from '../route.ts'
import { histogram, many, paging, partialDate, text } from '../schemas/common.ts'
import { MeetingSchema } from '../schemas/resources.ts'
import { withActors } from './meeting-filters.ts'

const FIELDS: readonly MeetingField[] = [
  'participant', 'participants_all', 'kind', 'status', 'disputed', 'place', 'country', 'date_from', 'date_to', 'published_from', 'published_to', 'source',
  'min_independent_sources', 'min_confidence',
] // biome-ignore format: one list

const either = (about: string, twin: string, item: z.ZodType<string>, name: string, example?: string) => ({
  [name]: many(item, about, example),
  [`not.${name}`]: many(item, twin),
})
const name = z.string().min(1)
const number = (about: string, pattern: RegExp, example: string) =>
  z
    .string()
    .regex(pattern, 'is no such number')
    .optional()
    .meta({ description: `${about} For example ${example}.` })

const ListQuerySchema = z.strictObject({
  q: text('Words of the evidence or of a participant’s name.').optional(),
  ...either('Meetings that this actor took part in, by id or name.', 'Meetings without this actor.', name, 'participant', EXAMPLES.name),
  participants_all: many(name, 'Meetings that all of these took part in, each by id or name.'),
  'not.participants_all': many(name, 'Meetings that not all of these took part in.'),
  ...either('What kind of encounter.', 'Any other kind.', z.enum(MEETING_KINDS), 'kind'),
  ...either(
    'Whether it was held, is going on, is planned or possible, was cancelled or denied.',
    'Any other status.',
    z.enum(MEETING_STATUSES),
    'status',
    'held',
  ),
  disputed: z.enum(['true', 'false']).optional().meta({ description: 'Whether reports contradict each other on whether it was held.' }),
  'not.disputed': z.enum(['true', 'false']).optional().meta({ description: 'The opposite.' }),
  ...either('Town or country where it was.', 'Anywhere else.', name, 'place', EXAMPLES.place),
  ...either(
    'Country where it was, ISO 3166-1 alpha-2.',
    'Any other country.',
    z.string().regex(/^[A-Z]{2}$/, 'is no country code of two capitals'),
    'country',
  ),
  date_from: partialDate('Held on this day or after it; a meeting known to the month counts where the month reaches it.', '2017'),
  'not.date_from': partialDate('The opposite, or no known day.', '2030'),
  date_to: partialDate('Held on this day or before it.', '2020'),
  'not.date_to': partialDate('The opposite, or no known day.', '2001'),
  published_from: partialDate('Reported on this day or after it.', '2017'),
  'not.published_from': partialDate('The opposite.', '2030'),
  published_to: partialDate('Reported on this day or before it.', '2020-12'),
  'not.published_to': partialDate('The opposite.', '2001'),
  ...either('Reported by this outlet.', 'Not reported by it.', name, 'source'),
  min_independent_sources: number('Reported by at least so many sources that do not copy one another.', /^\d{1,6}$/, '2'),
  'not.min_independent_sources': number('By fewer.', /^\d{1,6}$/, '9'),
  min_confidence: number('At least so sure, from 0 to 1.', /^(0(\.\d+)?|1(\.0+)?)$/, '0.5'),
  'not.min_confidence': number('Less sure.', /^(0(\.\d+)?|1(\.0+)?)$/, '1'),
  histogram: histogram('of the encounter'),
  ...paging(['relevance', 'date', 'reported', 'id'], ['actor', 'place', 'kind', 'status', 'month']),
})

const COLUMNS: readonly Column<Meeting>[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'title', of: ({ title }) => title },
  { name: 'kind', of: ({ kind }) => kind },
  { name: 'status', of: ({ status }) => status },
  { name: 'disputed', of: ({ disputed }) => disputed },
  { name: 'date_from', of: ({ date }) => date?.from ?? null },
  { name: 'date_to', of: ({ date }) => date?.to ?? null },
  { name: 'date_precision', of: ({ date }) => date?.precision ?? null },
  { name: 'place_name', of: ({ place }) => place?.name ?? null },
  { name: 'place_country', of: ({ place }) => place?.country ?? null },
  { name: 'participants', of: ({ participants }) => participants.map(({ actor }) => actor.name).join('، ') },
  { name: 'participants_ids', of: ({ participants }) => participants.map(({ actor }) => actor.id).join(' ') },
  { name: 'counts_articles', of: ({ counts }) => counts.articles },
  { name: 'counts_sources', of: ({ counts }) => counts.sources },
  { name: 'counts_independent_sources', of: ({ counts }) => counts.independent_sources },
  { name: 'first_reported', of: ({ first_reported }) => first_reported },
  { name: 'last_reported', of: ({ last_reported }) => last_reported },
  { name: 'confidence', of: ({ confidence }) => confidence },
  { name: 'evidence_quote', of: ({ evidence }) => evidence[0]?.quote.exact ?? null },
  { name: 'evidence_article', of: ({ evidence }) => evidence[0]?.article ?? null },
  { name: 'evidence_url', of: ({ evidence }) => evidence.find(({ url }) => url !== null)?.url ?? null },
]

export function meetingRoutes(app: App, services: Services): void {
  const { storage } = services
  registerList<Meeting>(app, services, {
    path: '/v1/meetings',
    name: 'Meetings',
    tag: 'meetings',
    summary: 'List and search meetings',
    description:
      'The latest first. Dates match by overlap: what is known to the month matches any day of it. Meetings without a date come last and match no date.',
    query: ListQuerySchema,
    item: MeetingSchema,
    list: (parameters, read) => listMeetings(storage, parameters, read),
    columns: COLUMNS,
    calendar: toCalendar,
  })

  app.get(
    '/v1/meetings/:id',
    {
      schema: {
        operationId: 'getMeeting',
        tags: ['meetings'],
        summary: 'One meeting with all its evidence',
        params: idParameter('mtg', EXAMPLES.meeting),
        querystring: z.strictObject({}),
        response: itemResponses('The meeting.', MeetingSchema, 'The meeting was merged into another; `Location` names it.'),
      },
    },
    async (request, reply) => answerItem(request, reply, 'meetings', await storage.meetings.get(request.params.id)),
  )
}

export async function listMeetings(
  storage: Services['storage'],
  parameters: ListParameters,
  read: ReadQuery | null,
): Promise<Listed<Page<Meeting, MeetingFacet>>> {
  refuseReversed(parameters)
  const notes: string[] = []
  const filters = (await withActors(storage, filtersOf(parameters, FIELDS), notes)).map((filter) =>
    filter.field === 'published_to'
      ? { ...filter, values: filter.values.map((value) => (value.length < 10 ? `${value}-99` : value)) }
      : filter,
  )
  const query: Omit<MeetingQuery, 'text' | 'after'> = {
    filters,
    sort: sortOf<MeetingSort>(parameters, read !== null, { withText: 'relevance', without: '-date' }),
    limit: limitOf(parameters),
    count: parameters.count ?? 'bounded',
    histogram: (parameters.histogram as Interval | undefined) ?? null,
    facets: (parameters.facets ?? []) as MeetingQuery['facets'],
  }
  return {
    ...(await listRelaxed((full: MeetingQuery) => storage.meetings.list(full), read, await readCursor(storage, parameters), query)),
    notes,
  }
}
