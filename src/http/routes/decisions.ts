import { z } from 'zod'
import { DECISION_KINDS, DECISION_STATES, type JudgedDecision } from '../../domain/decision.ts'
import { AppError } from '../../domain/errors.ts'
import { type NewDecision, NewDecisionSchema } from '../../review/decision-schema.ts'
import {
  type DecisionFacet,
  type DecisionField,
  type Found,
  REVIEW_KINDS,
  type ReviewField,
  type ReviewItem,
} from '../../storage/port-queries.ts'
import { demandMatch, strongTag } from '../etag.ts'
import { EXAMPLES } from '../examples.ts'
import { itemOf, itemResponses } from '../item.ts'
import { filtersOf, type ListParameters, limitOf, readCursor, sortOf } from '../list-request.ts'
import { registerList } from '../list-route.ts'
import { type App, idParameter, problems, type Services } from '../route.ts'
import { many, paging } from '../schemas/common.ts'
import { DecisionSchema, ReviewItemSchema } from '../schemas/decisions.ts'
import { security } from './ingest.ts'

/** How long an answer waits for actors and meetings to be told anew. */
const SETTLE_MS = 10_000
const FIELDS: readonly DecisionField[] = ['kind', 'state', 'origin', 'article']
const ORIGINS = ['human', 'import'] as const
const scope = 'review' as const
const { sort: _, ...reviewPaging } = paging(['impact'], ['kind'])
const example = { kind: 'actor.role', actor: EXAMPLES.actor, value: 'القائد العام للجيش الوطني الليبي', note: 'من ملف الشخصيات' }
const BodySchema = NewDecisionSchema.meta({ id: 'NewDecision', example })
const IfMatchSchema = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'The `ETag` of the actor or meeting that is judged, as you read it: 412 where it has changed since.' }),
})

/** Human judgements, and what is worth judging. */
export function decisionRoutes(app: App, services: Services): void {
  const { storage, intake, desk } = services
  registerList<JudgedDecision>(app, services, {
    path: '/v1/decisions',
    name: 'Decisions',
    tag: 'review',
    scope,
    summary: 'Human judgements, and what became of each',
    description:
      'The last one first. `state` says whether it holds now: `orphaned` is what no quote is found for any more, `contradicted` what another decision speaks against. `.ndjson` is what `POST /v1/decisions/bulk` takes.',
    query: z.strictObject({
      kind: many(z.enum(DECISION_KINDS), 'What kind of judgement.'),
      'not.kind': many(z.enum(DECISION_KINDS), 'Any other kind.'),
      state: many(z.enum(DECISION_STATES), 'What became of it.'),
      'not.state': many(z.enum(DECISION_STATES), 'Any other state.'),
      origin: many(z.enum(ORIGINS), 'Made here, or imported.'),
      'not.origin': many(z.enum(ORIGINS), 'The other.'),
      article: many(z.string().min(1), 'Judgements on quotes of this article.'),
      'not.article': many(z.string().min(1), 'Judgements on no quote of it.'),
      ...paging(['created', 'id'], ['kind', 'state', 'origin']),
    }),
    item: DecisionSchema,
    list: async (parameters) => ({
      page: await storage.decisions.list({
        text: null,
        filters: filtersOf(parameters, FIELDS),
        limit: limitOf(parameters),
        after: (await readCursor(storage, parameters))?.position ?? null,
        count: parameters.count ?? 'bounded',
        facets: (parameters.facets ?? []) as DecisionFacet[],
        sort: sortOf<'created' | 'id'>(parameters, false, { withText: 'created', without: '-created' }),
      }),
      isRelaxed: false,
      read: null,
      notes: [],
    }),
    columns: [
      { name: 'id', of: ({ id }) => id },
      { name: 'kind', of: ({ kind }) => kind },
      { name: 'state', of: ({ state }) => state },
      { name: 'problem', of: ({ problem }) => problem },
      { name: 'origin', of: ({ origin }) => origin },
      { name: 'author', of: ({ author }) => author },
      { name: 'created_at', of: ({ created_at }) => created_at },
      { name: 'withdrawn_at', of: ({ withdrawn_at }) => withdrawn_at },
      { name: 'note', of: ({ note }) => note },
      { name: 'value', of: ({ value }) => (value === null ? null : JSON.stringify(value)) },
      { name: 'anchors_articles', of: ({ anchors }) => anchors.map(({ article }) => article).join(' ') },
      { name: 'anchors_quotes', of: ({ anchors }) => anchors.map(({ quote }) => quote.exact).join(' | ') },
    ],
  })

  app.get(
    '/v1/decisions/:id',
    {
      config: { scope },
      schema: {
        operationId: 'getDecision',
        tags: ['review'],
        security,
        summary: 'One judgement, and what became of it',
        params: idParameter('dec'),
        querystring: z.strictObject({}),
        response: { 200: itemResponses('The judgement.', DecisionSchema)[200], ...problems(400, 404) },
      },
    },
    async ({ params: { id } }) => shownAs(await desk.get(id), id),
  )

  app.post(
    '/v1/decisions',
    {
      config: { scope },
      schema: {
        operationId: 'decide',
        tags: ['review'],
        security,
        summary: 'Judge',
        description:
          'Says that two actors or meetings are one or are not, how an actor is called, whom a mention names, that a report is right or wrong, what a field is, or that there was a meeting. It is kept on a quote: it outlives every new extraction and revision of the article, and is listed as orphaned where the quote is gone. A person outweighs an import and an import the machine, whose value stays beside. Of two judgements on one field the later holds.',
        querystring: z.strictObject({}),
        headers: IfMatchSchema,
        body: BodySchema,
        response: {
          201: {
            description: 'It was made, and what follows from it is told.',
            content: { 'application/json': { schema: DecisionSchema } },
          },
          ...problems(400, 412, 413, 415),
        },
      },
    },
    async (request, reply) => {
      await demandTarget(services, request)
      const made = await desk.decide(request.body, request.apiKey?.name ?? null)
      await intake.settle(SETTLE_MS)
      return reply.code(201).send(shownAs(await desk.get(made.id), made.id) as never)
    },
  )

  app.post(
    '/v1/decisions/:id/withdrawal',
    {
      config: { scope },
      schema: {
        operationId: 'withdrawDecision',
        tags: ['review'],
        security,
        summary: 'Take a judgement back',
        description: 'It stays in the list as withdrawn, and what the machine said holds again. Taking it back twice changes nothing.',
        params: idParameter('dec'),
        querystring: z.strictObject({}),
        response: { 200: itemResponses('The judgement, withdrawn.', DecisionSchema)[200], ...problems(400, 404) },
      },
    },
    async ({ params: { id } }) => {
      shownAs(await desk.withdraw(id), id)
      await intake.settle(SETTLE_MS)
      return shownAs(await desk.get(id), id)
    },
  )

  registerList<ReviewItem>(app, services, {
    path: '/v1/review',
    name: 'ReviewItems',
    tag: 'review',
    scope,
    summary: 'What is worth judging',
    description:
      'Pairs of actors of one name that nothing vouches for, reports that the machine doubts, and meetings that some reports deny; what touches most articles first. What was judged is not in it any more.',
    query: z.strictObject({
      kind: many(z.enum(REVIEW_KINDS), 'What is to be judged.'),
      'not.kind': many(z.enum(REVIEW_KINDS), 'Anything else.'),
      ...reviewPaging,
    }),
    item: ReviewItemSchema,
    list: async (parameters: ListParameters) => ({
      page: await storage.review.list({
        text: null,
        filters: filtersOf(parameters, ['kind'] as const),
        limit: limitOf(parameters),
        after: (await readCursor(storage, parameters))?.position ?? null,
        count: parameters.count ?? 'bounded',
        facets: (parameters.facets ?? []) as ReviewField[],
        sort: { key: 'impact', descending: true },
      }),
      isRelaxed: false,
      read: null,
      notes: [],
    }),
    columns: [
      { name: 'id', of: ({ id }) => id },
      { name: 'kind', of: ({ kind }) => kind },
      { name: 'impact', of: ({ impact }) => impact },
      { name: 'actors', of: ({ actors }) => actors.map(({ name }) => name).join('، ') },
      { name: 'actors_ids', of: ({ actors }) => actors.map(({ id }) => id).join(' ') },
      { name: 'meeting', of: ({ meeting }) => meeting },
      { name: 'report', of: ({ report }) => report },
      { name: 'quote', of: ({ quote }) => quote },
      { name: 'features', of: ({ features }) => JSON.stringify(features) },
    ],
  })
}

function shownAs(decision: JudgedDecision | null, id: string) {
  if (decision === null) throw new AppError('not-found', `there is no decision ${id}`)
  return { ...decision, anchors: decision.anchors.map((anchor) => ({ ...anchor, about: [...anchor.about] })) }
}

/** `If-Match` on a judgement is the tag of what it is about, which must be an actor or a meeting by id. */
async function demandTarget({ storage }: Services, request: Parameters<typeof demandMatch>[0] & { body: NewDecision }): Promise<void> {
  if (request.headers['if-match'] === undefined) return
  const target = 'actor' in request.body ? request.body.actor : 'meeting' in request.body ? request.body.meeting : null
  if (typeof target !== 'string' || !/^(act|mtg)_/.test(target)) {
    const detail = 'names the state of an actor or meeting that is given by its id; leave it out here'
    throw new AppError('invalid-parameter', `«If-Match» ${detail}`, [{ parameter: 'if-match', code: 'no-target', detail }])
  }
  const get = (id: string): Promise<Found<object>> => (id.startsWith('act') ? storage.actors.get(id) : storage.meetings.get(id))
  const found = await get(target)
  const item = itemOf(found && 'movedTo' in found ? await get(found.movedTo) : found, target)
  demandMatch(request, 'item' in item ? strongTag(item.item) : 'moved')
}
