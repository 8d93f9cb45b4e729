import { z } from 'zod'
import { ACTOR_KINDS } from '../../domain/actor.ts'
import { AppError } from '../../domain/errors.ts'
import type { Actor } from '../../domain/meeting.ts'
import type { ActorFacet, ActorField, ActorQuery, ActorSort, Page } from '../../storage/port.ts'
import { EXAMPLES } from '../examples.ts'
import { filtersOf, type Listed, type ListParameters, limitOf, listAnswer, listRelaxed, readCursor, sortOf } from '../list-request.ts'
import { type ReadQuery, readOf } from '../read-query.ts'
import { type App, idParameter, problems, type Services } from '../route.ts'
import { listOf, many, paging, text } from '../schemas/common.ts'
import { ActorSchema } from '../schemas/resources.ts'
import { toPlain } from './articles.ts'

const FIELDS: readonly ActorField[] = ['kind', 'country', 'state']
const country = z.string().regex(/^[A-Z]{2}$/, 'is no country code of two capitals')
const STATES = ['auto', 'candidate'] as const

const ListQuerySchema = z.strictObject({
  q: text('Words of the name, in any spelling.', EXAMPLES.name).optional(),
  kind: many(z.enum(ACTOR_KINDS), 'Persons, organizations, governments or groups.'),
  'not.kind': many(z.enum(ACTOR_KINDS), 'Any other kind.'),
  country: many(country, 'The state that the actor acts for, ISO 3166-1 alpha-2.'),
  'not.country': many(country, 'Any other, or none known.'),
  state: many(
    z.enum(STATES),
    'How well known: `candidate` is called by one word in one article only. Without this filter candidates are left out.',
  ),
  'not.state': many(z.enum(STATES), 'Any other state.'),
  ...paging(['relevance', 'articles', 'id'], ['kind', 'country']),
})

export function actorRoutes(app: App, { storage }: Services): void {
  app.get(
    '/v1/actors',
    {
      schema: {
        operationId: 'listActors',
        tags: ['actors'],
        summary: 'List and search actors',
        description: 'People and bodies, those that most articles name first. One actor for all spellings of the name.',
        querystring: ListQuerySchema,
        response: {
          200: { description: 'One page.', content: { 'application/json': { schema: listOf('ActorList', ActorSchema) } } },
          ...problems(400),
        },
      },
    },
    async (request) => {
      const startedAt = performance.now()
      const parameters = request.query as ListParameters
      const listed = await listActors(storage, parameters, await readOf(storage, parameters.q))
      return {
        data: toPlain(listed.page.items),
        ...listAnswer(request.url, parameters, listed, startedAt),
      }
    },
  )

  app.get(
    '/v1/actors/:id',
    {
      schema: {
        operationId: 'getActor',
        tags: ['actors'],
        summary: 'One actor with every spelling and role reported',
        params: idParameter('act', EXAMPLES.actor),
        querystring: z.strictObject({}),
        response: {
          200: { description: 'The actor.', content: { 'application/json': { schema: ActorSchema } } },
          308: {
            description: 'The actor was merged into another; `Location` names it.',
            content: { 'application/json': { schema: z.null() } },
          },
          ...problems(400, 404),
        },
      },
    },
    async ({ params: { id } }, reply) => {
      const found = await storage.actors.get(id)
      if (!found) throw new AppError('not-found', `there is no actor ${id}`)
      return 'movedTo' in found ? reply.redirect(`/v1/actors/${found.movedTo}`, 308) : toPlain(found.item)
    },
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
  return { ...(await listRelaxed((full: ActorQuery) => storage.actors.list(full), read, readCursor(parameters), query)), notes: [] }
}
