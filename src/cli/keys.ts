import type { Config } from '../config.ts'
import { type ApiKey, KEY_SCOPES, type KeyScope } from '../domain/api-key.ts'
import { AppError } from '../domain/errors.ts'
import { makeKey } from '../http/api-key.ts'
import { openStorage } from '../storage/open.ts'
import type { Storage } from '../storage/port.ts'
import { EXIT } from './exit.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const withStorage = async (config: Config, work: (storage: Storage) => Promise<number>): Promise<number> => {
  const storage = openStorage(config.db, config.migrations, { create: true, ...config.store })
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

/** `liqa keys create`: a new key; its text goes to stdout and is shown this once. */
export function createKey(config: Config, options: { name: string; scope: readonly string[]; days?: string }): Promise<number> {
  const wrong = options.scope.find((scope) => !(KEY_SCOPES as readonly string[]).includes(scope))
  if (wrong !== undefined) throw new AppError('invalid-config', `«${wrong}» is no scope; give ${KEY_SCOPES.join(', ')}`)
  if (options.days !== undefined && !/^[1-9]\d{0,4}$/.test(options.days))
    throw new AppError('invalid-config', `«--days ${options.days}» is no number of days`)
  const now = Date.now()
  const expires = options.days === undefined ? null : new Date(now + Number(options.days) * DAY_MS).toISOString()
  return withStorage(config, async (storage) => {
    const { key, text } = makeKey(options.name, options.scope as KeyScope[], new Date(now).toISOString(), expires)
    await storage.keys.add(key)
    process.stderr.write(
      `liqa: key ${key.id} «${key.name}» for ${key.scopes.join(', ')}${expires ? `, until ${expires}` : ''}. It is shown once:\n`,
    )
    process.stdout.write(`${text}\n`)
    return EXIT.ok
  })
}

/** `liqa keys list`: all keys, as NDJSON, without what they are made of. */
export const listKeys = (config: Config): Promise<number> =>
  withStorage(config, async (storage) => {
    for (const { hash: _, ...key } of await storage.keys.list())
      process.stdout.write(`${JSON.stringify({ ...key, state: stateOf(key) })}\n`)
    return EXIT.ok
  })

const stateOf = ({ revoked_at, expires_at }: Pick<ApiKey, 'revoked_at' | 'expires_at'>): string => {
  if (revoked_at !== null) return 'revoked'
  return expires_at !== null && expires_at <= new Date().toISOString() ? 'expired' : 'valid'
}

/** `liqa keys revoke ID`: refused from the next request on. */
export const revokeKey = (config: Config, id: string): Promise<number> =>
  withStorage(config, async (storage) => {
    const given = /^liqa_([0-9a-f]{12})_/.exec(id)?.[1] ?? id
    if (!(await storage.keys.revoke(given, new Date().toISOString())))
      throw new AppError('invalid-config', `there is no valid key ${given}; see «liqa keys list»`)
    process.stderr.write(`liqa: key ${given} is revoked\n`)
    return EXIT.ok
  })
