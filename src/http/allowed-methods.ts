import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../domain/errors.ts'
import type { App } from './route.ts'

/** The methods under which the path of an address is known. */
type MethodsOf = (url: string) => string[]

/** Collects the routes of an app as they are added; gives the methods under which a path is known. */
export function allowedMethods(app: App): MethodsOf {
  const routes = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = routes.get(url) ?? new Set<string>()
    for (const one of [method].flat()) methods.add(one)
    routes.set(url, methods)
  })
  return (url) => {
    const parts = url.split('?')[0]!.split('/')
    const isSame = (pattern: string): boolean => {
      const wanted = pattern.split('/')
      return wanted.length === parts.length && wanted.every((part, i) => part === parts[i] || (part.startsWith(':') && parts[i] !== ''))
    }
    const exact = routes.get(parts.join('/'))
    const methods = exact
      ? [...exact]
      : [...routes].filter(([pattern]) => !pattern.includes('*') && isSame(pattern)).flatMap(([, names]) => [...names])
    return [...new Set(methods.includes('HEAD') ? [...methods, 'GET'] : methods)].sort()
  }
}

/** 405 with `Allow` where the path is known under other methods, else 404. */
export function missing(request: FastifyRequest, reply: FastifyReply, methods: readonly string[]): AppError {
  const path = request.url.split('?')[0]
  if (methods.length === 0) return new AppError('not-found', `there is no path ${path}`)
  reply.header('allow', methods.join(', '))
  return new AppError('method-not-allowed', `${path} takes ${methods.join(', ')}, not ${request.method}`)
}

/** «GET /v1/meetings/query»: a path of its own that takes another method is no id of the path with a parameter that fits it too. */
export function refuseOtherMethod(request: FastifyRequest, reply: FastifyReply, methodsOf: MethodsOf): void {
  if (request.method === 'OPTIONS' || !request.routeOptions.url?.includes(':')) return
  const methods = methodsOf(request.url)
  if (!methods.includes(request.method)) throw missing(request, reply, methods)
}
