/** What can go wrong for a caller. HTTP statuses live in http/errors.ts, exit codes in cli/exit.ts. */
export const ERROR_CODES = [
  'invalid-parameter',
  'invalid-body',
  'invalid-cursor',
  'empty-query',
  'query-too-costly',
  'unauthorized',
  'forbidden',
  'not-found',
  'gone',
  'conflict',
  'precondition-failed',
  'idempotency-conflict',
  'rate-limited',
  'method-not-allowed',
  'unsupported-media-type',
  'body-too-large',
  'uri-too-long',
  'invalid-file',
  'invalid-config',
  'schema-too-new',
  'index-outdated',
  'storage-unavailable',
  'internal-error',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** One fault of a request or a file: where it is and what to write instead. */
export type Fault = {
  readonly parameter?: string
  readonly pointer?: string
  readonly line?: number
  readonly code: string
  readonly detail: string
  readonly value?: unknown
}

export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly faults: readonly Fault[]

  constructor(code: ErrorCode, message: string, faults: readonly Fault[] = [], options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.faults = faults
  }
}
