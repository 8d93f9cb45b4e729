import { z } from 'zod'
import { AppError } from '../../domain/errors.ts'
import { MEETING_KINDS, MEETING_STATUSES } from '../../domain/report.ts'
import type { Storage } from '../../storage/port.ts'
import { type Filter, INTERVALS, type MeetingField } from '../../storage/port-queries.ts'
import { EXAMPLES } from '../examples.ts'
import { itemOf, queryOf } from '../item.ts'
import { filtersOf, type ListParameters, limitOf, refuseReversed } from '../list-request.ts'
import { type App, idParameter, problems, type Services } from '../route.ts'
import { many, paging, partialDate } from '../schemas/common.ts'
import { NetworkSchema, PairSchema, TimelineSchema } from '../schemas/relations.ts'
import { withActors } from './meeting-filters.ts'

const FIELDS: readonly MeetingField[] = [
  'participant',
  'participants_all',
  'kind',
  'status',
  'place',
  'country',
  'source',
  'date_from',
  'date_to',
]
const kind = many(z.enum(MEETING_KINDS), 'What kind of encounter.')
const status = many(z.enum(MEETING_STATUSES), 'Whether it was held, is planned, and so on.')
const date_from = partialDate('Held on this day or after it.', '2017')
const date_to = partialDate('Held on this day or before it.', '2020')
const name = z.string().min(1)
const { limit } = paging(['id'], ['none'])
const actorId = (about: string, example: string) => idParameter('act', example).shape.id.meta({ description: about, example })

/** Who meets whom, how often, and when. */
export function relationRoutes(app: App, { storage }: Services): void {
  app.get(
    '/v1/pairs/:a/:b',
    {
      schema: {
        operationId: 'getPair',
        tags: ['relations'],
        summary: 'The meetings of two actors, counted',
        description:
          'First, last and how many by status and kind, and how many articles of how many outlets the store has of that time: what was not reported may not have been collected.',
        params: z.strictObject({ a: actorId('One actor.', EXAMPLES.actor), b: actorId('The other.', EXAMPLES.otherActor) }),
        querystring: z.strictObject({}),
        response: {
          200: { description: 'The pair.', content: { 'application/json': { schema: PairSchema } } },
          308: {
            description: 'One of them was merged into another; `Location` names the pair.',
            content: { 'application/json': { schema: z.null() } },
          },
          ...problems(400, 404, 410),
        },
      },
    },
    async (request, reply) => {
      const ids = [request.params.a, request.params.b]
      const found = await Promise.all(ids.map(async (id) => itemOf(await storage.actors.get(id), `actor ${id}`)))
      const now = found.map((one, i) => ('movedTo' in one ? one.movedTo : ids[i]!))
      if (now[0] === now[1]) {
        const detail = `both are one actor, ${now[0]}`
        throw new AppError('invalid-parameter', detail, [{ parameter: 'b', code: 'same-actor', detail, value: ids[1] }])
      }
      if (now.join() !== ids.join()) return reply.redirect(`/v1/pairs/${now.join('/')}`, 308) as never
      const actors = found.flatMap((one) => ('item' in one ? [refOf(one.item)] : []))
      const [a, b] = now as [string, string]
      return {
        actors,
        ...(await storage.meetings.pair(a, b)),
        links: { meetings: `/v1/meetings?participants_all=${a}&participants_all=${b}` },
      }
    },
  )

  app.get(
    '/v1/actors/:id/network',
    {
      schema: {
        operationId: 'getNetwork',
        tags: ['relations'],
        summary: 'With whom an actor takes part in meetings',
        description: 'Those of most meetings first. `total` counts all of them, `data` has as many as `limit` says.',
        params: idParameter('act', EXAMPLES.actor),
        querystring: z.strictObject({ limit, kind, status, date_from, date_to }),
        response: {
          200: { description: 'The network.', content: { 'application/json': { schema: NetworkSchema } } },
          308: {
            description: 'The actor was merged into another; `Location` names it.',
            content: { 'application/json': { schema: z.null() } },
          },
          ...problems(400, 404, 410),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const found = itemOf(await storage.actors.get(id), `actor ${id}`)
      if ('movedTo' in found) return reply.redirect(`/v1/actors/${found.movedTo}/network${queryOf(request)}`, 308) as never
      const filters = await filtersFor(storage, request.query, [])
      const { total, neighbours } = await storage.actors.network(id, filters, limitOf(request.query))
      return { actor: refOf(found.item), data: [...neighbours], total: { value: total, relation: 'eq' as const } }
    },
  )

  app.get(
    '/v1/timeline',
    {
      schema: {
        operationId: 'getTimeline',
        tags: ['relations'],
        summary: 'Meetings by period, with how much was collected',
        description:
          'Counts by the period that the meetings were in, and beside each the number of articles that were published in it, of the same outlets and within the same days: few meetings of a period with few articles say little. `undated` is what is not known to the interval.',
        querystring: z.strictObject({
          interval: z.enum(INTERVALS).optional().meta({ description: 'How long a period is; a month when left out.' }),
          participant: many(name, 'Meetings that this actor took part in, by id or name.', EXAMPLES.name),
          participants_all: many(name, 'Meetings that all of these took part in, each by id or name.'),
          kind,
          status,
          place: many(name, 'Town or country where it was.'),
          country: many(z.string().regex(/^[A-Z]{2}$/, 'is no country code of two capitals'), 'Country where it was, ISO 3166-1 alpha-2.'),
          source: many(name, 'Reported by this outlet.'),
          date_from,
          date_to,
        }),
        response: { 200: { description: 'The timeline.', content: { 'application/json': { schema: TimelineSchema } } }, ...problems(400) },
      },
    },
    async (request) => {
      const notes: string[] = []
      const { buckets, ...timeline } = await storage.meetings.timeline(
        await filtersFor(storage, request.query, notes),
        request.query.interval ?? 'month',
      )
      return { ...timeline, buckets: [...buckets], notes }
    },
  )
}

async function filtersFor(storage: Storage, query: object, notes: string[]): Promise<Filter<MeetingField>[]> {
  const parameters = query as ListParameters
  refuseReversed(parameters)
  return withActors(storage, filtersOf(parameters, FIELDS), notes)
}

const refOf = <Actor extends { id: string; name: string; kind: unknown; country: string | null }>({
  id,
  name: called,
  kind: of,
  country,
}: Actor) => ({ id, name: called, kind: of, country }) as Pick<Actor, 'id' | 'name' | 'kind' | 'country'>
