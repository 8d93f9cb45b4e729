import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'

/** Changes with what a program answers for the same store. */
const PROGRAM = 1

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([PROGRAM, ...parts]))
    .digest('base64url')
    .slice(0, 22)

/** The strong tag of one item, by all that it is made of. */
export const strongTag = (...parts: readonly unknown[]): string => `"${digest(parts)}"`
/** The weak tag of a list, known before its query runs: the store's generation and the whole request. */
export const weakTag = (...parts: readonly unknown[]): string => `W/"${digest(parts)}"`

/** Sets the tag, and tells whether the client has this already: the answer is then 304. Compared weakly, as RFC 9110 13.1.2 says. */
export function isNotModified(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  const asked = request.headers['if-none-match']
  if (asked === undefined) return false
  const isSame = asked.trim() === '*' || asked.split(',').some((one) => bare(one) === bare(tag))
  if (isSame) reply.code(304)
  return isSame
}

/** Throws `precondition-failed` where `If-Match` names another state than the present one. Compared strongly, as RFC 9110 13.1.1 says. */
export function demandMatch(request: FastifyRequest, tag: string): void {
  const asked = request.headers['if-match']
  if (asked === undefined || asked.trim() === '*' || asked.split(',').some((one) => one.trim() === tag)) return
  throw new AppError('precondition-failed', `it is ${tag} now, and If-Match says ${asked}`)
}

const bare = (tag: string): string => tag.trim().replace(/^W\//, '')
