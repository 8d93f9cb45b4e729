import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ApiKey, KeyScope } from '../domain/api-key.ts'
import type { Intake } from '../ingest/intake.ts'
import type { Desk } from '../review/desk.ts'
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
export type Services = { readonly storage: Storage; readonly intake: Intake; readonly desk: Desk }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must allow; `read` where nothing is said. */
    scope?: KeyScope
  }
  interface FastifyRequest {
    /** The key that the request came with; null without one. */
    apiKey: ApiKey | null
    /** What is wrong with the key that came; null where nothing is. */
    keyError: Error | null
  }
}

const PROBLEM_TEXT: Readonly<Record<number, string>> = {
  400: 'The request is wrong; `errors` says where.',
  401: 'A valid key is needed, or the one given is not valid.',
  403: 'The key does not allow this.',
  404: 'There is nothing under this id or path.',
  409: 'It is stored with other content.',
  410: 'It was here and is gone.',
  412: 'It has changed since it was read.',
  413: 'The body is too large.',
  415: 'The body is of a media type that is not read here.',
  422: 'The request is well formed and cannot be answered; `detail` says why.',
  429: 'Too many requests; `Retry-After` says how long to wait.',
  500: 'Something broke on our side.',
  503: 'The store does not answer.',
}

/** Error responses of a route, each described, all as problem+json. */
export const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    [...new Set([...statuses, 401, 403, 429, 500, 503])].map((status) => [
      status,
      { description: PROBLEM_TEXT[status] ?? 'A problem.', content: { 'application/problem+json': { schema: ProblemSchema } } },
    ]),
  ) as Record<number, { description: string; content: { 'application/problem+json': { schema: typeof ProblemSchema } } }>

/** The id in a path; without an example where nothing of the kind is there before somebody makes it. */
export const idParameter = (prefix: string, example?: string) =>
  z.strictObject({
    id: z
      .string()
      .regex(new RegExp(`^${prefix}_[0-9a-z]{1,40}$`, 'i'), `is no id of this kind; they begin with ${prefix}_`)
      .meta({ description: 'Id, as lists give it.', ...(example === undefined ? {} : { example }) }),
  })
