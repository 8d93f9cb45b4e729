import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ANALYZER_VERSION } from '../../src/analysis/analyzer.ts'
import { indexTermsOf } from '../../src/ingest/article.ts'
import { checkIndex, openStorage, reindexStorage } from '../../src/storage/open.ts'
import { MIGRATIONS } from '../support/knowledge.ts'
import { indexOnly, search } from '../support/seeded.ts'

const OPTIONS = { create: true, synchronous: 'FULL', searchLimitMs: 2000 } as const
const silent = (): void => {}
let folder: string
let file: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liqa-'))
  file = join(folder, 'liqa.db')
  const storage = openStorage(file, MIGRATIONS, OPTIONS)
  const records = ['التقى حفتر السراج', 'وصل الوزير إلى روما'].map((body, i) => indexOnly(String(i), body))
  await storage.articles.save(records)
  await storage.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A store as a program with another analyzer leaves it: its tables carry another version. */
function age(): void {
  const db = new Database(file)
  const ending = `_v${ANALYZER_VERSION}`
  for (const name of db
    .prepare("SELECT name FROM sqlite_master WHERE substr(name, -length(?)) = ? AND type = 'table'")
    .pluck()
    .all(ending, ending))
    db.exec(`ALTER TABLE ${name} RENAME TO ${String(name).slice(0, -ending.length)}_v1`)
  db.exec("UPDATE state SET value = 1 WHERE name = 'index'")
  db.close()
}

test('a store of another analyzer is refused with what to do, made anew beside the old index, and then found in', async () => {
  age()
  expect(() => openStorage(file, MIGRATIONS, OPTIONS)).toThrow(/liqa reindex/)
  expect(reindexStorage(file, MIGRATIONS, OPTIONS, indexTermsOf, silent)).toBe(2)
  const storage = openStorage(file, MIGRATIONS, OPTIONS)
  const { items } = await search(storage, 'حفتر')
  expect(items).toHaveLength(1)
  await storage.close()
  const db = new Database(file)
  expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name LIKE '%\\_v1' ESCAPE '\\'").pluck().get()).toBe(0)
  db.close()
})

test('index and texts agree, and where they do not the check says which article', () => {
  expect(checkIndex(file, MIGRATIONS, OPTIONS, indexTermsOf, silent)).toEqual([])
  const db = new Database(file)
  db.exec("UPDATE articles SET body = 'التقى الرئيس السراج' WHERE rowid = 1")
  const id = db.prepare('SELECT id FROM articles WHERE rowid = 1').pluck().get()
  db.close()
  expect(checkIndex(file, MIGRATIONS, OPTIONS, indexTermsOf, silent)).toEqual([{ article: id, reason: expect.stringContaining('الرئيس') }])
})
