import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'

/** «%FF» is no UTF-8: it would be searched for as it stands. */
export function refuseBrokenEncoding({ url }: FastifyRequest): void {
  for (const part of (url.split('?')[1] ?? '').split('&')) {
    try {
      decodeURIComponent(part)
    } catch {
      const parameter = part.split('=')[0]!
      const detail = `«${parameter}» is not percent-encoded UTF-8`
      throw new AppError('invalid-parameter', detail, [{ parameter, code: 'broken-encoding', detail }])
    }
  }
}

type Broken = { readonly type: string; readonly status: number; readonly title: string; readonly detail: string }
const UNREADABLE: Broken = { type: 'invalid-body', status: 400, title: 'Bad Request', detail: 'the request cannot be read as HTTP' }

/** What Node's parser refuses, by its code. */
const BROKEN: Readonly<Record<string, Broken>> = {
  HPE_HEADER_OVERFLOW: {
    type: 'uri-too-long',
    status: 431,
    title: 'Request Header Fields Too Large',
    detail: 'the address and the headers are too long together; send a long query with POST',
  },
  HPE_INVALID_URL: {
    ...UNREADABLE,
    type: 'invalid-parameter',
    detail: 'the address has characters that must be percent-encoded; with curl: --get --data-urlencode "q=…"',
  },
}

/** What is no HTTP at all has no request to answer: the problem is written to the socket. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { type, status, title, detail } = BROKEN[error.code ?? ''] ?? UNREADABLE
  const body = JSON.stringify({ type: `/problems/${type}`, title, status, detail, instance: '', errors: [] })
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
