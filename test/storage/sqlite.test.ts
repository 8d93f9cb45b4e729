import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { MIGRATIONS } from '../support/knowledge.ts'
import { emptyStorage, indexOnly, search } from '../support/seeded.ts'
import { describeStorage } from './contract.ts'

describeStorage('SQLite', async () => emptyStorage())

test('a query that looks at many texts for too long ends, and says what to do', async () => {
  const storage = openStorage(':memory:', MIGRATIONS, { create: true, synchronous: 'FULL', searchLimitMs: 0 })
  const texts = Array.from({ length: 300 }, (_, i) => `خبر رقم ${i} عن السراج`)
  await storage.articles.save(texts.map((body, i) => indexOnly(String(i), body)))
  await expect(search(storage, '=السراج')).rejects.toMatchObject({
    code: 'query-too-costly',
    faults: [{ detail: 'add a rarer word, a filter or a period' }],
  })
  expect((await search(storage, 'السراج')).items).toHaveLength(10)
  await storage.close()
})

describe('a store that cannot be used says why in one line', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'liqa-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const open = (name: string, create = false) =>
    openStorage(join(folder, name), MIGRATIONS, { create, synchronous: 'FULL', searchLimitMs: 2000 })

  test('a missing one', () => {
    expect(() => open('none.db')).toThrow(/there is no store at .*none\.db; make one with/)
  })

  test('one that is no database', () => {
    writeFileSync(join(folder, 'text.db'), 'this is a text, and a long one at that, so that it has more bytes than a header has')
    expect(() => open('text.db')).toThrow(/is not usable: it is no SQLite database/)
  })

  test('one that is cut short', async () => {
    await open('half.db', true).close()
    truncateSync(join(folder, 'half.db'), Math.floor(statSync(join(folder, 'half.db')).size / 2))
    expect(() => open('half.db')).toThrow(/is cut short/)
  })

  test('one of a newer program', async () => {
    await open('new.db', true).close()
    const db = new Database(join(folder, 'new.db'))
    db.pragma('user_version = 99')
    db.close()
    expect(() => open('new.db')).toThrow(/has schema 99, this program knows up to/)
  })

  test('one in a folder that cannot be made', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => open('file/liqa.db', true)).toThrow(/cannot be made/)
  })

  test('opened twice it stays as it is', async () => {
    await open('twice.db', true).close()
    const again = open('twice.db')
    expect(await again.articles.count()).toBe(0)
    await again.close()
  })
})
