import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ApiKey, KeyScope } from '../domain/api-key.ts'
import { AppError } from '../domain/errors.ts'
import type { Storage } from '../storage/port.ts'

/** «liqa_<id>_<secret>»: the id is public, the secret is 256 random bits. */
const SHAPE = /^liqa_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A new key, and the text of it that is shown once. Times are ISO. */
export function makeKey(name: string, scopes: readonly KeyScope[], now: string, expires: string | null): { key: ApiKey; text: string } {
  const id = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return {
    key: { id, name, hash: hashOf(secret), scopes, created_at: now, expires_at: expires, revoked_at: null },
    text: `liqa_${id}_${secret}`,
  }
}

/** The key of an `Authorization` header; null without one. Throws `unauthorized` where it is not valid: no such request is taken as anonymous. */
export async function readKey(storage: Pick<Storage, 'keys'>, header: string | undefined, now: string): Promise<ApiKey | null> {
  if (header === undefined) return null
  const [, scheme, text] = /^(\S+)\s+(\S+)\s*$/.exec(header) ?? []
  if (scheme?.toLowerCase() !== 'bearer') throw new AppError('unauthorized', 'send the key as «Authorization: Bearer liqa_…»')
  const [, id, secret] = SHAPE.exec(text ?? '') ?? []
  const key = id === undefined ? null : await storage.keys.get(id)
  const isRight = timingSafeEqual(Buffer.from(hashOf(secret ?? '')), Buffer.from(key?.hash ?? hashOf(randomBytes(8).toString('hex'))))
  if (!key || !isRight) throw new AppError('unauthorized', 'the key is not known')
  if (key.revoked_at !== null) throw new AppError('unauthorized', 'the key was revoked')
  if (key.expires_at !== null && key.expires_at <= now) throw new AppError('unauthorized', `the key expired at ${key.expires_at}`)
  return key
}

/** Throws where a key does not allow what a route does. */
export function demandScope(key: ApiKey | null, scope: KeyScope, isReadingOpen: boolean): void {
  if (key === null) {
    if (scope === 'read' && isReadingOpen) return
    throw new AppError(
      'unauthorized',
      `this needs a key with the scope «${scope}»: make one with «liqa keys create --scope ${scope}» and send it as «Authorization: Bearer …»`,
    )
  }
  if (key.scopes.includes(scope) || key.scopes.includes('admin') || (scope === 'read' && isReadingOpen)) return
  throw new AppError('forbidden', `the key «${key.name}» has the scope ${key.scopes.join(', ')}, and this needs «${scope}»`)
}
