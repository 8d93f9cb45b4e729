import { z } from 'zod'
import { ACTOR_KINDS, ACTOR_STATES } from '../../domain/actor.ts'
import type { Actor } from '../../domain/meeting.ts'
import type { ActorFacet, ActorField, ActorQuery, ActorSort, Page } from '../../storage/port-queries.ts'
import { EXAMPLES } from '../examples.ts'
import type { Column } from '../formats/csv.ts'
import { answerItem, itemResponses } from '../item.ts'
import { filtersOf, type Listed, type ListParameters, limitOf, listRelaxed, readCursor, sortOf } from '../list-request.ts'
import { registerList } from '../list-route.ts'
import type { ReadQuery } from '../read-query.ts'
import { type App, idParameter, type Services } from '../route.ts'
import { many, paging, text } from '../schemas/common.ts'
import { ActorSchema } from '../schemas/resources.ts'

const FIELDS: readonly ActorField[] = ['kind', 'country', 'state']
const country = z.string().regex(/^[A-Z]{2}$/, 'is no country code of two capitals')

const ListQuerySchema = z.strictObject({
  q: text('Words of the name, in any spelling.', EXAMPLES.name).optional(),
  kind: many(z.enum(ACTOR_KINDS), 'Persons, organizations, governments or groups.'),
  'not.kind': many(z.enum(ACTOR_KINDS), 'Any other kind.'),
  country: many(country, 'The state that the actor acts for, ISO 3166-1 alpha-2.'),
  'not.country': many(country, 'Any other, or none known.'),
  state: many(
    z.enum(ACTOR_STATES),
    'How well known: `confirmed` by a judgement; `candidate` is called by one word in one article only. Without this filter candidates are left out.',
  ),
  'not.state': many(z.enum(ACTOR_STATES), 'Any other state.'),
  ...paging(['relevance', 'articles', 'id'], ['kind', 'country']),
})

const COLUMNS: readonly Column<Actor>[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'kind', of: ({ kind }) => kind },
  { name: 'name', of: ({ name }) => name },
  { name: 'names', of: ({ names }) => names.map(({ name }) => name).join('، ') },
  { name: 'roles', of: ({ roles }) => roles.map(({ title }) => title).join('، ') },
  { name: 'country', of: ({ country }) => country },
  { name: 'latin', of: ({ latin }) => latin },
  { name: 'external_ids_wikidata', of: ({ external_ids }) => external_ids.wikidata },
  { name: 'state', of: ({ state }) => state },
  { name: 'counts_articles', of: ({ counts }) => counts.articles },
  { name: 'counts_mentions', of: ({ counts }) => counts.mentions },
  { name: 'counts_meetings', of: ({ counts }) => counts.meetings },
]

export function actorRoutes(app: App, services: Services): void {
  const { storage } = services
  registerList<Actor>(app, services, {
    path: '/v1/actors',
    name: 'Actors',
    tag: 'actors',
    summary: 'List and search actors',
    description: 'People and bodies, those that most articles name first. One actor for all spellings of the name.',
    query: ListQuerySchema,
    item: ActorSchema,
    list: (parameters, read) => listActors(storage, parameters, read),
    columns: COLUMNS,
  })

  app.get(
    '/v1/actors/:id',
    {
      schema: {
        operationId: 'getActor',
        tags: ['actors'],
        summary: 'One actor with every spelling and role reported',
        params: idParameter('act', EXAMPLES.actor),
        querystring: z.strictObject({}),
        response: itemResponses('The actor.', ActorSchema, 'The actor was merged into another; `Location` names it.'),
      },
    },
    async (request, reply) => answerItem(request, reply, 'actors', await storage.actors.get(request.params.id)),
  )
}

export async function listActors(
  storage: Services['storage'],
  parameters: ListParameters,
  read: ReadQuery | null,
): Promise<Listed<Page<Actor, ActorFacet>>> {
  const filters = filtersOf(parameters, FIELDS)
  const isStateAsked = filters.some(({ field }) => field === 'state')
  const query: Omit<ActorQuery, 'text' | 'after'> = {
    filters: isStateAsked ? filters : [...filters, { field: 'state', values: ['candidate'], negated: true }],
    sort: sortOf<ActorSort>(parameters, read !== null, { withText: 'relevance', without: '-articles' }),
    limit: limitOf(parameters),
    count: parameters.count ?? 'bounded',
    facets: (parameters.facets ?? []) as ActorQuery['facets'],
  }
  return {
    ...(await listRelaxed((full: ActorQuery) => storage.actors.list(full), read, await readCursor(storage, parameters), query)),
    notes: [],
  }
}
