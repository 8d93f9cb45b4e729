import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { AppError, type ErrorCode, type Fault } from '../domain/errors.ts'
import { nearest } from '../nearest.ts'
import { PROBLEMS, problemOf } from './problems.ts'

/** What Fastify itself refuses, by its code. */
const FRAMEWORK: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-body',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
  FST_ERR_ASYNC_CONSTRAINT: 'not-found',
}

/** Any failure as an error of ours: the cause of what is nobody's fault stays in the log. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ValidationFailure) return validationError(error)
  const { code = '', message = '', statusCode = 500 } = error as Partial<FastifyError>
  const known = FRAMEWORK[code]
  if (known === 'unsupported-media-type') return new AppError(known, 'the body is read as JSON only: send «Content-Type: application/json»')
  if (known) return new AppError(known, message)
  if (error instanceof SyntaxError || (statusCode >= 400 && statusCode < 500)) return new AppError('invalid-body', message)
  return new AppError('internal-error', 'the request could not be answered', [], { cause: error })
}

type Issue = z.core.$ZodIssue

/** What a schema found wrong with one part of a request. Fastify adds which part, as `validationContext`. */
class ValidationFailure extends Error {
  readonly issues: readonly Issue[]
  /** Names that the schema knows, for the nearest valid one. */
  readonly known: readonly string[]
  validationContext?: string

  constructor(issues: readonly Issue[], known: readonly string[]) {
    super('validation failed')
    this.issues = issues
    this.known = known
  }
}

/** Validates a part of a request by its schema. All that is wrong is told at once, with the values that were given. */
export const compileValidator = ({ schema }: { schema: unknown }) => {
  const known = Object.keys((schema as { shape?: object }).shape ?? {})
  return (value: unknown): { value: unknown } | { error: Error } => {
    const result = (schema as z.ZodType).safeParse(value, { reportInput: true })
    return result.success ? { value: result.data } : { error: new ValidationFailure(result.error.issues, known) }
  }
}

function validationError({ issues, known, validationContext }: ValidationFailure): AppError {
  const inBody = validationContext === 'body'
  const faults = issues.flatMap((issue) => (inBody ? bodyFaults(issue, known) : parameterFaults(issue, known)))
  const code = inBody ? 'invalid-body' : 'invalid-parameter'
  return new AppError(code, faults.map(({ detail }) => detail).join('; '), faults)
}

function parameterFaults(issue: Issue, known: readonly string[]): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => {
      const meant = nearest(name, known)
      return {
        parameter: name,
        code: 'unknown-parameter',
        detail: `there is no parameter «${name}»${meant ? `; did you mean «${meant}»?` : ''}`,
      }
    })
  }
  const parameter = String(issue.path[0] ?? '')
  const isRepeated =
    (issue.code === 'invalid_type' || issue.code === 'invalid_value') && Array.isArray(issue.input) && issue.path.length === 1
  return [
    {
      parameter,
      code: isRepeated ? 'repeated-parameter' : issue.code,
      detail: isRepeated
        ? `«${parameter}» takes one value and was given several`
        : `«${parameter}»: ${messageOf(issue, (values) => values.map((value) => `${parameter}=${value}`).join('&'))}`,
      ...(issue.input === undefined ? {} : { value: issue.input }),
    },
  ]
}

/** What is wrong with a value; of a closed list, with the nearest one, and how several are written where they came in one with commas between. */
function messageOf(issue: Issue, asSeveral: (values: readonly string[]) => string): string {
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return issue.message
  const values = issue.values.map(String)
  const parts = issue.input.split(',').map((part) => part.trim())
  const meant = nearest(issue.input, values)
  const advice =
    typeof issue.path.at(-1) === 'number' && parts.length > 1 && parts.every((part) => values.includes(part))
      ? `; several are written ${asSeveral(parts)}`
      : meant === null
        ? ''
        : `; did you mean «${meant}»?`
  return `«${issue.input}» is none of ${values.join(', ')}${advice}`
}

/** RFC 6901: the whole body is «», a key of it «/key». */
function bodyFaults(issue: Issue, known: readonly string[]): Fault[] {
  const pointerOf = (path: readonly PropertyKey[]): string =>
    path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => {
      const meant = issue.path.length === 0 ? nearest(name, known) : null
      return {
        pointer: pointerOf([...issue.path, name]),
        code: 'unknown-key',
        detail: `there is no «${name}»${meant ? `; did you mean «${meant}»?` : ''}`,
      }
    })
  }
  const pointer = pointerOf(issue.path)
  const where = pointer === '' ? 'the body' : `«${pointer.slice(1)}»`
  return [{ pointer, code: issue.code, detail: `${where}: ${messageOf(issue, JSON.stringify)}` }]
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const { status } = PROBLEMS[error.code]
  if (status >= 500) request.log.error({ err: error }, error.message)
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="liqa"')
  return reply
    .code(status)
    .header('x-request-id', request.id)
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(error, request.id))
}
