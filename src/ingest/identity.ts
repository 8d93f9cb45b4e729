import { createHash } from 'node:crypto'
import type { ArticleInput } from '../domain/article.ts'

/** What makes two hand-ins one article: (source, external_id), else the URL without what only tracks, else the text. */
export function identityOf({ source, external_id, url, title, body }: ArticleInput): string {
  if (external_id !== null) return JSON.stringify(['external', source ?? '', external_id])
  if (url !== null) return JSON.stringify(['url', canonicalUrl(url)])
  return JSON.stringify(['text', sha256([title ?? '', body])])
}

/** Opaque and stable: the same identity has the same id in every store. */
export const articleId = (input: ArticleInput): string => `art_${sha256([identityOf(input)]).slice(0, 12)}`

/** Hash over everything that was given; equal hashes mean that a hand-in changes nothing. */
export const contentHash = ({
  source,
  external_id,
  url,
  title,
  body,
  raw,
  published,
  published_basis,
  published_note,
}: ArticleInput): string =>
  sha256([source, external_id, url, title, raw ?? body, published, published_basis, published_note].map((part) => part ?? ''))

const sha256 = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const TRACKING = /^(utm_|fbclid$|gclid$)/

/** Lower-case host, no fragment, no tracking parameters, no trailing slash. What is no URL stays as it is. */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url)) return url
  const parsed = new URL(url)
  parsed.hash = ''
  for (const name of [...parsed.searchParams.keys()]) if (TRACKING.test(name)) parsed.searchParams.delete(name)
  return parsed.href.replace(/\/$/, '')
}
