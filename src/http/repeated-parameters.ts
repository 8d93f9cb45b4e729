import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

/** A parameter that may be repeated arrives as one string where it is given once: makes a list of it, so that schemas need not care. */
export function wrapRepeated(request: FastifyRequest): void {
  const { querystring, body } = request.routeOptions.schema ?? {}
  wrap(querystring, request.query)
  if (request.routeOptions.url?.endsWith('/query')) wrap(body, request.body)
}

/** In JSON numbers and booleans may stand for the text of them. */
function wrap(schema: unknown, given: unknown): void {
  if (!(schema instanceof z.ZodObject) || typeof given !== 'object' || given === null) return
  const values = given as Record<string, unknown>
  for (const [name, type] of Object.entries(schema.shape)) {
    const value = values[name]
    if (typeof value === 'number' || typeof value === 'boolean') values[name] = String(value)
    const inner = type instanceof z.ZodOptional ? type.unwrap() : type
    if (inner instanceof z.ZodArray && typeof values[name] === 'string') values[name] = [values[name]]
  }
}
