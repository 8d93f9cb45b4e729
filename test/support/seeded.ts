import { join } from 'node:path'
import type { KeyScope } from '../../src/domain/api-key.ts'
import { makeKey } from '../../src/http/api-key.ts'
import { buildApp, type Policy } from '../../src/http/app.ts'
import type { App } from '../../src/http/route.ts'
import { readArticle } from '../../src/ingest/article.ts'
import { intakeOf } from '../../src/ingest/intake.ts'
import { ingest } from '../../src/ingest/job.ts'
import { listFiles, readArticles } from '../../src/ingest/read.ts'
import { deskOf } from '../../src/review/desk.ts'
import { parseQuery } from '../../src/search/parse-query.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port.ts'
import { extract, MIGRATIONS, SEEDS } from './knowledge.ts'

export const NOW = '2026-01-02T03:04:05.000Z'

export const emptyStorage = (): Storage => openStorage(':memory:', MIGRATIONS, { create: true, synchronous: 'FULL', searchLimitMs: 2000 })

/** An article of which nothing is extracted. */
export const indexOnly = (external_id: string, body: string) =>
  readArticle(
    { source: null, external_id, url: null, title: null, body, raw: null, published: null, published_basis: null, published_note: null },
    () => ({ actors: [], reports: [] }),
    NOW,
    null,
  )

/** A store that holds the five seed articles, ingested as the product does it. */
export async function seededStorage(files?: readonly string[]): Promise<Storage> {
  const storage = emptyStorage()
  await ingest(readArticles(files ?? (await listFiles([join(SEEDS, 'articles')]))), { storage, extract, now: NOW })
  return storage
}

/** The service over the seeds, ready for supertest. */
export async function seededApp(policy?: Policy): Promise<{ app: App; storage: Storage; close: () => Promise<void> }> {
  const storage = await seededStorage()
  const app = await buildApp(
    { storage, intake: intakeOf(storage, extract, () => NOW), desk: deskOf(storage, extract, () => NOW) },
    false,
    policy,
  )
  await app.ready()
  const close = async (): Promise<void> => {
    await app.close()
    await storage.close()
  }
  return { app, storage, close }
}

/** The `Authorization` of a new key of a store. */
export async function bearer(storage: Storage, scopes: readonly KeyScope[], expires: string | null = null): Promise<string> {
  const { key, text } = makeKey('test', scopes, NOW, expires)
  await storage.keys.add(key)
  return `Bearer ${text}`
}

/** The first articles that hold the words of a query, the best first. */
export const search = (storage: Storage, q: string) =>
  storage.articles.list({
    text: { node: parseQuery(q).node!, isRelaxed: false },
    filters: [],
    sort: { key: 'relevance', descending: false },
    limit: 10,
    after: null,
    count: 'none',
    facets: [],
  })

/** The query of any list for all that a test makes, by id. */
export const EVERYTHING = {
  text: null,
  filters: [],
  sort: { key: 'id', descending: false },
  limit: 500,
  after: null,
  count: 'none',
  facets: [],
} as const
