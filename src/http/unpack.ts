import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'

/** Text shrinks to a fifth or so, one line over and over to a two-hundredth; what grows more is made to fill a disk. */
const MAX_GROWTH = 200
const FREE_GROWTH = 16 * 1024 * 1024

/** What was sent, unpacked; what unpacks to far more than text can is refused as it grows. */
export function chunksOf(request: FastifyRequest): AsyncIterable<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase().replace(/^x-/, '')
  const sent = request.body as Readable
  if (encoding === 'identity') return sent
  if (encoding !== 'gzip') throw new AppError('unsupported-media-type', `«Content-Encoding: ${encoding}» is not read; send gzip, or none`)
  return unpacked(sent)
}

async function* unpacked(sent: Readable): AsyncGenerator<Buffer> {
  let packed = 0
  let size = 0
  const gunzip = createGunzip()
  sent.on('data', (chunk: Buffer) => {
    packed += chunk.length
  })
  sent.on('error', (error) => gunzip.destroy(error))
  sent.pipe(gunzip)
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > FREE_GROWTH && size > packed * MAX_GROWTH)
        throw new AppError('body-too-large', `the gzip unpacks to over ${MAX_GROWTH} times its size, which no text does`)
      yield chunk
    }
  } catch (error) {
    if (/^Z_/.test((error as { code?: string }).code ?? ''))
      throw new AppError('invalid-body', `this is no gzip, or it is cut: ${(error as Error).message}`)
    throw error
  } finally {
    sent.unpipe(gunzip)
    gunzip.destroy()
    sent.resume()
  }
}
