import { z } from 'zod'
import type { Place, Source } from '../../domain/outlet.ts'
import type { PlaceField, PlaceQuery } from '../../storage/port-queries.ts'
import { filtersOf, type ListParameters, limitOf, readCursor, sortOf } from '../list-request.ts'
import { registerList } from '../list-route.ts'
import type { App, Services } from '../route.ts'
import { many, paging } from '../schemas/common.ts'
import { PlaceSchema, SourceSchema } from '../schemas/resources.ts'

const PLACE_FIELDS: readonly PlaceField[] = ['kind', 'country']
const KINDS = ['country', 'town'] as const
const country = z.string().regex(/^[A-Z]{2}$/, 'is no country code of two capitals')
const { facets: _, ...sourcePaging } = paging(['articles', 'id'], ['none'])

/** Lists of what has no words of its own: outlets and places. */
export function outletRoutes(app: App, services: Services): void {
  const { storage } = services
  const unsearched = async (parameters: ListParameters) => ({
    text: null,
    limit: limitOf(parameters),
    after: (await readCursor(storage, parameters))?.position ?? null,
    count: parameters.count ?? ('bounded' as const),
  })
  const listed = <P>(page: P) => ({ page, isRelaxed: false, read: null, notes: [] })

  registerList<Source>(app, services, {
    path: '/v1/sources',
    name: 'Sources',
    tag: 'outlets',
    summary: 'Outlets, and what the store has of them',
    description: 'Those with the most articles first. Articles without a source are in none.',
    query: z.strictObject(sourcePaging),
    item: SourceSchema,
    list: async (parameters) =>
      listed(
        await storage.sources.list({
          ...(await unsearched(parameters)),
          filters: [],
          facets: [],
          sort: sortOf<'articles' | 'id'>(parameters, false, { withText: 'articles', without: '-articles' }),
        }),
      ),
    columns: [
      { name: 'id', of: ({ id }) => id },
      { name: 'name', of: ({ name }) => name },
      { name: 'counts_articles', of: ({ counts }) => counts.articles },
      { name: 'counts_meetings', of: ({ counts }) => counts.meetings },
      { name: 'first_published', of: ({ first_published }) => first_published },
      { name: 'last_published', of: ({ last_published }) => last_published },
    ],
  })

  registerList<Place>(app, services, {
    path: '/v1/places',
    name: 'Places',
    tag: 'outlets',
    summary: 'Places where encounters were',
    description: 'Under their canonical Arabic names, those with the most meetings first.',
    query: z.strictObject({
      kind: many(z.enum(KINDS), 'Countries or towns.'),
      'not.kind': many(z.enum(KINDS), 'The other kind.'),
      country: many(country, 'Where it is, ISO 3166-1 alpha-2.'),
      'not.country': many(country, 'Anywhere else, or not known.'),
      ...paging(['meetings', 'id'], PLACE_FIELDS as readonly [PlaceField, ...PlaceField[]]),
    }),
    item: PlaceSchema,
    list: async (parameters) =>
      listed(
        await storage.places.list({
          ...(await unsearched(parameters)),
          filters: filtersOf(parameters, PLACE_FIELDS),
          facets: (parameters.facets ?? []) as PlaceQuery['facets'],
          sort: sortOf<'meetings' | 'id'>(parameters, false, { withText: 'meetings', without: '-meetings' }),
        }),
      ),
    columns: [
      { name: 'id', of: ({ id }) => id },
      { name: 'name', of: ({ name }) => name },
      { name: 'kind', of: ({ kind }) => kind },
      { name: 'country', of: (place) => place.country },
      { name: 'counts_meetings', of: ({ counts }) => counts.meetings },
      { name: 'counts_articles', of: ({ counts }) => counts.articles },
    ],
  })
}
