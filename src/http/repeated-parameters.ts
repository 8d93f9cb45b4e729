import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

/** A parameter that may be repeated arrives as one string where it is given once: makes a list of it, so that schemas need not care. */
export function wrapRepeated(request: FastifyRequest): void {
  const schema = request.routeOptions.schema?.querystring
  if (!(schema instanceof z.ZodObject)) return
  const query = request.query as Record<string, unknown>
  for (const [name, type] of Object.entries(schema.shape)) {
    const inner = type instanceof z.ZodOptional ? type.unwrap() : type
    if (inner instanceof z.ZodArray && typeof query[name] === 'string') query[name] = [query[name]]
  }
}
