import { AppError, type ErrorCode } from '../domain/errors.ts'

/** What a command's exit code says. */
export const EXIT = {
  ok: 0,
  /** Some of what was given could not be taken; the rest was. */
  partial: 1,
  /** The command, a setting or a path is wrong; nothing was done. */
  usage: 2,
  /** The store cannot be used. */
  store: 3,
  /** The address cannot be listened on. */
  address: 4,
  /** Something broke on our side. */
  internal: 70,
} as const

const BY_ERROR: Partial<Record<ErrorCode, number>> = {
  'invalid-config': EXIT.usage,
  'invalid-file': EXIT.usage,
  'storage-unavailable': EXIT.store,
  'schema-too-new': EXIT.store,
  'index-outdated': EXIT.store,
}

/** Tells an error in one line on stderr and returns the exit code that goes with it. */
export function tellFailure(error: unknown): number {
  if (error instanceof AppError) {
    process.stderr.write(`liqa: ${error.message}\n`)
    return BY_ERROR[error.code] ?? EXIT.internal
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    const reason = {
      EADDRINUSE: 'it is in use; is another liqa running? Set LIQA_PORT to another port',
      EACCES: 'this user may not listen on it',
      EADDRNOTAVAIL: 'this machine has no such address',
    }[code]
    process.stderr.write(
      `liqa: cannot listen on ${(error as { address?: string }).address ?? ''}:${(error as { port?: number }).port ?? ''}: ${reason}\n`,
    )
    return EXIT.address
  }
  process.stderr.write(`liqa: ${message}\n`)
  return EXIT.internal
}
