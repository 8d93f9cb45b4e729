import type { App } from './route.ts'

/** Collects the routes of an app as they are added; gives the methods under which a path is known. */
export function allowedMethods(app: App): (url: string) => string[] {
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
