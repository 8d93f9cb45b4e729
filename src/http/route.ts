import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Storage } from '../storage/port.ts'
import { ProblemSchema } from './schemas/common.ts'

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What routes work with; injected by the command line. */
export type Services = { readonly storage: Storage }

const PROBLEM_TEXT: Readonly<Record<number, string>> = {
  400: 'The request is wrong; `errors` says where.',
  404: 'There is nothing under this id or path.',
  413: 'The body is too large.',
  415: 'The body is not application/json.',
  500: 'Something broke on our side.',
  503: 'The store does not answer.',
}

/** Error responses of a route, each described, all as problem+json. */
export const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    [...statuses, 500, 503].map((status) => [
      status,
      { description: PROBLEM_TEXT[status] ?? 'A problem.', content: { 'application/problem+json': { schema: ProblemSchema } } },
    ]),
  ) as Record<number, { description: string; content: { 'application/problem+json': { schema: typeof ProblemSchema } } }>

export const idParameter = (prefix: string, example: string) =>
  z.strictObject({
    id: z
      .string()
      .regex(new RegExp(`^${prefix}_[0-9a-z]{1,40}$`, 'i'), `is no id of this kind; they begin with ${prefix}_`)
      .meta({ description: 'Id, as lists give it.', example }),
  })
