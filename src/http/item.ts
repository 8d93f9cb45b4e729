import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../domain/errors.ts'
import type { Found } from '../storage/port-queries.ts'
import { isNotModified, strongTag } from './etag.ts'
import { problems } from './route.ts'

const NOTHING = { content: { 'application/json': { schema: z.null() } } }

/** The responses of a route that answers with one thing. */
export const itemResponses = <Schema extends z.ZodType>(about: string, schema: Schema, moved: string | null = null) => ({
  200: { description: about, content: { 'application/json': { schema } } },
  304: { description: 'It is as it was: `If-None-Match` names its `ETag`.', ...NOTHING },
  ...(moved === null ? {} : { 308: { description: moved, ...NOTHING } }),
  ...problems(400, 404, 410),
})

/** What was found, with its strong tag; 308 to where it went, 410 where it is gone. */
export function answerItem<Item extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: 'meetings' | 'actors',
  found: Found<Item>,
) {
  const { id } = request.params as { id: string }
  // biome-ignore lint/suspicious/noExplicitAny: a redirect and a 304 have no body; the serializer checks every other one
  const sent = (value: unknown): any => value
  const item = itemOf(found, `${kind.slice(0, -1)} ${id}`)
  if ('movedTo' in item) return sent(reply.redirect(`/v1/${kind}/${item.movedTo}${queryOf(request)}`, 308))
  return sent(isNotModified(request, reply, strongTag(item.item)) ? reply.send() : item.item)
}

/** What follows the path of a request, for where it is sent on to. */
export const queryOf = ({ url }: Pick<FastifyRequest, 'url'>): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

/** What was found or where it went; throws `not-found` and `gone`. `told` names it: «meeting mtg_1». */
export function itemOf<Is extends Found<unknown>>(found: Is, told: string): Exclude<Is, null | { readonly isGone: true }> {
  if (found === null) throw new AppError('not-found', `there is no ${told}`)
  if ('isGone' in found) throw new AppError('gone', `${told} was here and is gone`)
  return found as Exclude<Is, null | { readonly isGone: true }>
}
