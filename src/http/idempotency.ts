import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'
import type { Storage } from '../storage/port.ts'

const KEPT_MS = 24 * 60 * 60 * 1000
const MAX_KEY = 255

type Answer = { readonly status: number; readonly body: unknown }

/** What is being answered in this process, by key: the second of two at once is refused. */
const inWork = new Set<string>()

/**
 * Answers a request once: the same Idempotency-Key with the same request gets the first answer again for a day, with another one `idempotency-conflict`
 * (draft-ietf-httpapi-idempotency-key-header). Without a key it is simply answered.
 */
export async function answerOnce(
  storage: Pick<Storage, 'answers'>,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => Promise<Answer>,
): Promise<unknown> {
  const given = request.headers['idempotency-key']
  if (given === undefined) return sent(reply, await answer())
  const asked = String(given)
  if (asked.length === 0 || asked.length > MAX_KEY) {
    const detail = `«Idempotency-Key» has 1 to ${MAX_KEY} characters`
    throw new AppError('invalid-parameter', detail, [{ parameter: 'Idempotency-Key', code: 'length', detail }])
  }
  const key = `${request.apiKey?.id ?? ''}:${asked}`
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body]))
    .digest('hex')
  if (inWork.has(key)) throw new AppError('conflict', 'a request with this Idempotency-Key is being answered; wait for it')
  inWork.add(key)
  try {
    const kept = await storage.answers.get(key)
    if (kept && kept.fingerprint !== fingerprint) throw new AppError('idempotency-conflict', `«${asked}» was used for another request`)
    if (kept) return sent(reply.header('idempotency-replayed', 'true'), { status: kept.status, body: JSON.parse(kept.body) })
    const fresh = await answer()
    const now = Date.now()
    await storage.answers.keep(
      key,
      { fingerprint, status: fresh.status, body: JSON.stringify(fresh.body) },
      new Date(now).toISOString(),
      new Date(now - KEPT_MS).toISOString(),
    )
    return sent(reply, fresh)
  } finally {
    inWork.delete(key)
  }
}

const sent = (reply: FastifyReply, { status, body }: Answer): unknown => {
  reply.code(status)
  const { self } = body as { self?: string }
  if (self !== undefined) reply.header('location', self)
  return body
}
