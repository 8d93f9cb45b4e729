import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { indexTermsOf, readArticle } from '../../src/ingest/article.ts'
import { ingest, resolveStale } from '../../src/ingest/job.ts'
import { listFiles, readArticles } from '../../src/ingest/read.ts'
import { openStorage, reindexStorage } from '../../src/storage/open.ts'
import { extract, MIGRATIONS, SEEDS } from '../support/knowledge.ts'
import { EVERYTHING, NOW } from '../support/seeded.ts'

const OPTIONS = { create: true, synchronous: 'FULL', searchLimitMs: 2000 } as const
/** The schema of the first release, whose resolution was made anew over the whole store after every ingest. */
const FIRST_RELEASE = 4
const TABLES = ['articles', 'local_actors', 'mentions', 'reports', 'actors', 'meetings', 'meeting_participants', 'ledger']

const record = (body: string, published: string | null) =>
  readArticle(
    {
      source: null, external_id: published ?? 'unknown', url: null, title: null, body, raw: null, published, published_basis: null, published_note: null,
    }, // biome-ignore format: one record
    extract,
    NOW,
    null,
  )

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liqa-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A store of the first release that holds what a present one does, as far as its tables have a place for it. */
function asFirstRelease(present: string): string {
  const file = join(folder, 'first.db')
  const db = new Database(file)
  const names = readdirSync(MIGRATIONS).sort().slice(0, FIRST_RELEASE)
  for (const name of names) db.exec(readFileSync(new URL(name, MIGRATIONS), 'utf8'))
  db.pragma(`user_version = ${FIRST_RELEASE}`)
  db.pragma('foreign_keys = OFF')
  db.exec(`ATTACH '${present}' AS present`)
  for (const table of TABLES) {
    const columns = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all().join('", "')
    db.exec(`INSERT INTO ${table} ("${columns}") SELECT "${columns}" FROM present.${table}`)
  }
  db.close()
  return file
}

test('a store of the first release is brought up to date: ids stay, and a new report joins the meeting that it tells of', async () => {
  const present = join(folder, 'present.db')
  const storage = openStorage(present, MIGRATIONS, OPTIONS)
  await ingest(readArticles(await listFiles([join(SEEDS, 'articles')])), { storage, extract, now: NOW })
  const before = (await storage.meetings.list(EVERYTHING)).items
  const places = (await storage.places.list(EVERYTHING)).items
  await storage.close()

  const file = asFirstRelease(present)
  expect(() => openStorage(file, MIGRATIONS, OPTIONS)).toThrow(/liqa reindex/)
  reindexStorage(file, MIGRATIONS, OPTIONS, indexTermsOf, () => {})
  const upgraded = openStorage(file, MIGRATIONS, OPTIONS)
  await resolveStale(upgraded)
  expect((await upgraded.meetings.list(EVERYTHING)).items.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect((await upgraded.places.list(EVERYTHING)).items).toEqual(places)

  const body = 'التقى وزير الخارجية الروسي سيرغي لافروف، أمس، في موسكو القائد العام للجيش الليبي خليفة حفتر.'
  await upgraded.articles.save([record(body, '2017-08-15')])
  await resolveStale(upgraded)
  const after = (await upgraded.meetings.list(EVERYTHING)).items
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const told = after.filter(({ evidence }) => evidence.some(({ quote }) => body.includes(quote.exact)))
  expect(told.map(({ counts }) => counts.articles > 1)).toEqual([true])
  await upgraded.close()
})

test('a store from before plans went with what came of them weeks later brings those together when it is opened', async () => {
  const file = join(folder, 'before.db')
  const [plan, came] = [
    'من المقرر أن يلتقي وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي في القاهرة.',
    'التقى وزير الخارجية المصري سامح شكري، أمس، في القاهرة وزير الخارجية التونسي خميس الجهيناوي.',
  ]
  const storage = openStorage(file, MIGRATIONS, OPTIONS)
  await storage.articles.save([record(plan, '2024-02-01')])
  await resolveStale(storage)
  await storage.close()

  const db = new Database(file)
  const days = db.prepare("UPDATE report_actors SET last_day = date(first_day, '+14 day')").run()
  expect(days.changes).toBeGreaterThan(0)
  db.pragma('user_version = 9')
  db.close()

  const opened = openStorage(file, MIGRATIONS, OPTIONS)
  await opened.articles.save([record(came, '2024-03-05')])
  await resolveStale(opened)
  expect((await opened.meetings.list(EVERYTHING)).items.map(({ counts }) => counts.reports)).toEqual([2])
  await opened.close()
})

test('a store from before weekdays were looked for brings them to their day when it is opened', async () => {
  const file = join(folder, 'before.db')
  const storage = openStorage(file, MIGRATIONS, OPTIONS)
  const named = 'التقى وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي الاثنين في القاهرة.'
  await storage.articles.save([record(named, null)])
  await resolveStale(storage)
  await storage.close()

  const db = new Database(file)
  expect(db.prepare('UPDATE report_actors SET first_day = NULL, last_day = NULL').run().changes).toBeGreaterThan(0)
  db.pragma('user_version = 10')
  db.close()

  const opened = openStorage(file, MIGRATIONS, OPTIONS)
  await opened.articles.save([record(named.replace('الاثنين', 'أمس'), '2024-03-05')])
  await resolveStale(opened)
  expect((await opened.meetings.list(EVERYTHING)).items.map(({ counts }) => counts.reports)).toEqual([2])
  await opened.close()
})
