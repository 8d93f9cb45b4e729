import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { ArticleInput } from '../src/domain/article.ts'
import { readOf } from '../src/http/read-query.ts'
import { listArticles } from '../src/http/routes/articles.ts'
import { readArticle } from '../src/ingest/article.ts'
import { openStorage } from '../src/storage/open.ts'
import type { Storage } from '../src/storage/port.ts'

const BATCH = 256
const NOW = '2026-01-01T00:00:00.000Z'

export type Text = { readonly id: string; readonly text: string; readonly title?: string | undefined }

/** A store in a temporary file, searched through the code that answers `GET /v1/articles`. */
export type SearchStore = {
  readonly storage: Storage
  /** Indexes texts; nothing is extracted from them. */
  add(texts: readonly Text[]): Promise<void>
  /** Ids of the best texts for a query, best first. */
  search(q: string, limit?: number): Promise<string[]>
  /** Closes the store and tells the bytes that its index takes: all tables but that of the articles. */
  indexBytes(): Promise<number>
  close(): Promise<void>
}

export function openSearchStore(): SearchStore {
  const folder = mkdtempSync(join(tmpdir(), 'liqa-bench-'))
  const file = join(folder, 'bench.db')
  const storage = openStorage(file, new URL('../migrations/', import.meta.url), {
    create: true,
    synchronous: 'NORMAL',
    searchLimitMs: 10_000,
  })
  const recordOf = ({ id, text, title }: Text) => {
    const input: ArticleInput = {
      source: null, external_id: id, url: null, title: title ?? null, body: text, raw: null, published: null, published_basis: null, published_note: null,
    } // biome-ignore format: one record
    return readArticle(input, () => ({ actors: [], reports: [] }), NOW, null)
  }
  return {
    storage,
    async add(texts) {
      for (let at = 0; at < texts.length; at += BATCH) {
        const outcomes = await storage.articles.save(texts.slice(at, at + BATCH).map(recordOf))
        const failed = outcomes.find((outcome) => outcome.result === 'failed')
        if (failed) throw new Error(JSON.stringify(failed))
      }
    },
    async search(q, limit = 10) {
      const { page } = await listArticles(storage, { q, limit: String(limit) }, await readOf(storage, q))
      return page.items.map(({ article }) => article.external_id!)
    },
    async indexBytes() {
      await storage.close()
      const db = new Database(file)
      db.exec(
        'DROP TABLE reports; DROP TABLE mentions; DROP TABLE local_actors; DROP TABLE articles; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)',
      )
      db.close()
      return statSync(file).size
    },
    async close() {
      await storage.close().catch(() => undefined)
      rmSync(folder, { recursive: true })
    },
  }
}
