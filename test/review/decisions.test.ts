import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DECISION_KINDS, type Decision } from '../../src/domain/decision.ts'
import type { Extraction } from '../../src/domain/extraction.ts'
import type { Extract } from '../../src/ingest/article.ts'
import { intakeOf } from '../../src/ingest/intake.ts'
import { catchUp, factChanges, rebuild } from '../../src/ingest/rebuild.ts'
import type { NewDecision } from '../../src/review/decision-schema.ts'
import { deskOf } from '../../src/review/desk.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port.ts'
import { extract, MIGRATIONS } from '../support/knowledge.ts'
import { EVERYTHING, emptyStorage, NOW } from '../support/seeded.ts'

const PEOPLE = [
  'وزير الخارجية المصري سامح شكري',
  'وزير الخارجية التونسي خميس الجهيناوي',
  'المبعوث الأممي غسان سلامة',
  'وزير الخارجية الروسي سيرغي لافروف',
  'رئيس الحكومة فايز السراج',
  'القائد العام للجيش الليبي خليفة حفتر',
  'الرئيس التونسي قيس سعيد',
]
const PLACES = ['القاهرة', 'تونس', 'موسكو', 'طرابلس', 'باريس']
const pick = <Item>(items: readonly Item[], i: number): Item => items[i % items.length]!
const bodyOf = (i: number): string =>
  `التقى ${pick(PEOPLE, i)}، أمس، في ${pick(PLACES, i)} ${pick(PEOPLE, i + 1 + (i % 3))}. وقال ${pick(PEOPLE, i + 4)} إن الحوار رقم ${i} ضروري لحل الأزمة.`
const inputOf = (i: number, body = bodyOf(i)) => ({
  source: pick(['وكالة', 'صحيفة', 'قناة'], i),
  external_id: `n${i}`,
  url: null,
  title: null,
  body,
  raw: null,
  published: `2021-0${1 + (i % 8)}-1${i % 10}`,
  published_basis: null,
  published_note: null,
})
const UPDATE = { onConflict: 'update', isDryRun: false } as const
async function takeIn(storage: Storage, by: Extract, numbers: readonly number[], body = bodyOf): Promise<void> {
  const intake = intakeOf(storage, by, () => NOW)
  for (const i of numbers) await intake.one(inputOf(i, body(i)), UPDATE)
  await catchUp(storage, by)
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** A decision of each kind in turn, on whatever the store holds. */
async function someDecision(storage: Storage, i: number): Promise<NewDecision | null> {
  const actors = (await storage.actors.list(EVERYTHING)).items
  const meetings = (await storage.meetings.list(EVERYTHING)).items
  const [actor, other] = [pick(actors, i), pick(actors, i + 1)]
  const [meeting, second] = [pick(meetings, i * 7), pick(meetings, i * 7 + 1)]
  const { report } = pick(meeting.evidence, i)
  const article = pick(meeting.evidence, i).article
  const found = await storage.articles.get(article)
  const body = found && 'item' in found ? found.item.body : ''
  const word = body.indexOf('الحوار')
  const said = (await storage.articles.actors(article)).flatMap(({ mentions }) => mentions)[0]!
  const mention = { article, start: said.start, end: said.end }
  switch (DECISION_KINDS[i % DECISION_KINDS.length]!) {
    case 'actor.same':
      return actor.id === other.id ? null : { kind: 'actor.same', actor: actor.id, other: other.id }
    case 'actor.different':
      return actor.id === other.id ? null : { kind: 'actor.different', actor: actor.id, other: other.id }
    case 'actor.name':
      return { kind: 'actor.name', actor: actor.id, value: `${actor.name} ${i}` }
    case 'actor.kind':
      return { kind: 'actor.kind', actor: actor.id, value: 'group' }
    case 'actor.country':
      return { kind: 'actor.country', actor: actor.id, value: null }
    case 'actor.role':
      return { kind: 'actor.role', actor: actor.id, value: `منصب ${i}` }
    case 'mention.link':
      return { kind: 'mention.link', mention: { article, start: word, end: word + 6 }, actor: actor.id }
    case 'mention.unlink':
      return { kind: 'mention.unlink', mention }
    case 'report.confirm':
      return { kind: 'report.confirm', report }
    case 'report.reject':
      return { kind: 'report.reject', report }
    case 'report.set':
      return { kind: 'report.set', report, field: 'status', value: 'denied' }
    case 'meeting.set':
      return { kind: 'meeting.set', meeting: meeting.id, field: 'date', value: { from: '2020', to: '2020' } }
    case 'meeting.same':
      return meeting.id === second.id ? null : { kind: 'meeting.same', meeting: meeting.id, other: second.id }
    case 'meeting.different':
      return meeting.id === second.id ? null : { kind: 'meeting.different', meeting: meeting.id, other: second.id }
    case 'meeting.create':
      return {
        kind: 'meeting.create',
        evidence: { article, start: word, end: word + 20 },
        meeting: {
          kind: 'call',
          status: 'held',
          date: null,
          place: null,
          participants: [{ start: mention.start, end: mention.end, kind: 'person', part: 'participant' }],
        },
      }
  }
}

async function decideUpTo(storage: Storage, count: number): Promise<void> {
  let second = 0
  const desk = deskOf(storage, extract, () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString())
  const made = new Set<string>()
  for (let i = 0; made.size < count; i++) {
    const decision = await someDecision(storage, i)
    if (!decision) continue
    made.add((await desk.decide(decision, 'محرر')).id)
    await catchUp(storage, extract)
  }
}

const decisionsOf = async (storage: Storage) =>
  (await storage.decisions.list({ ...EVERYTHING, sort: { key: 'created', descending: false } })).items

/** All that follows from articles, decisions and the ledger, as the file holds it, but for row numbers. */
function dump(path: string): string {
  const db = new Database(path, { readonly: true })
  const of = (sql: string): unknown => db.prepare(sql).raw().all()
  const text = JSON.stringify([
    of('SELECT id, kind, country, state, articles, data FROM actors ORDER BY id'),
    of(
      'SELECT id, kind, status, disputed, place, place_id, country, first_day, last_day, reported, independent_sources, confidence, data FROM meetings ORDER BY id',
    ),
    of('SELECT * FROM meeting_participants ORDER BY 1, 2'),
    of(
      'SELECT anchor, name, kind, country, roles, names, actor, block, surname, company, person, rulings FROM local_actors ORDER BY anchor',
    ),
    of('SELECT anchor, place, report, contexts, meeting FROM reports ORDER BY anchor'),
    of('SELECT id, articles, data FROM sources ORDER BY id'),
    of('SELECT id, kind, country, meetings, data FROM places ORDER BY id'),
    of('SELECT decision, side, is_bound, target, problem FROM decision_anchors ORDER BY 1, 2'),
    of('SELECT * FROM merge_candidates ORDER BY 1, 2, 3'),
    of('SELECT anchor, id FROM ledger ORDER BY anchor'),
  ])
  db.close()
  return text
}

/** An extractor of another version: it misses every third encounter, doubts others, and knows less of people. */
const changed: Extract = (body, published): Extraction => {
  const { actors, reports } = extract(body, published)
  return {
    actors: actors.map((actor) => ({ ...actor, roles: [], country: null, countryBasis: null })),
    reports: reports.filter((_, i) => (body.length + i) % 3 !== 0).map((report) => ({ ...report, status: 'possible', place: null })),
  }
}

test('two hundred judgements of all kinds outlive another extractor, new revisions and a rebuild, each applied or listed with why not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liqa-decisions-'))
  const path = join(folder, 'liqa.db')
  const storage = openStorage(path, MIGRATIONS, { create: true, synchronous: 'NORMAL', searchLimitMs: 2000 })
  await takeIn(storage, extract, upTo(40))
  await decideUpTo(storage, 200)
  const before = await decisionsOf(storage)
  expect(before).toHaveLength(200)
  expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(DECISION_KINDS))
  const told = dump(path)
  await rebuild(storage, extract, () => {})
  expect(dump(path)).toBe(told)

  const confirmed = (await storage.meetings.list(EVERYTHING)).items.filter(({ reviewed }) => reviewed)
  await rebuild(storage, changed, () => {})
  await takeIn(storage, changed, upTo(40), (i) => `تحديث: ${bodyOf(i)}`)
  const after = await decisionsOf(storage)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  for (const { state, problem } of after) expect(problem === null).toBe(state === 'applied')
  const held = after.filter(({ state }) => state === 'applied').length
  expect(held).toBeGreaterThan(before.filter(({ state }) => state === 'applied').length * 0.75)
  expect((await storage.meetings.list(EVERYTHING)).items.filter(({ reviewed }) => reviewed).length).toBeGreaterThan(confirmed.length / 2)

  await takeIn(storage, extract, upTo(40))
  await rebuild(storage, extract, () => {})
  expect((await decisionsOf(storage)).map(({ id, state }) => [id, state])).toEqual(before.map(({ id, state }) => [id, state]))
  await storage.close()
  rmSync(folder, { recursive: true })
}, 300_000)

test('what a rebuild would change is told without a change, and what was confirmed is not in it', async () => {
  const storage = emptyStorage()
  await takeIn(storage, extract, upTo(12))
  const changes = async (by: Extract) => {
    const all = []
    for await (const one of factChanges(storage, by, () => {})) all.push(one)
    return all
  }
  expect(await changes(extract)).toEqual([])
  const lost = (await changes(changed)).filter(({ what, change }) => what === 'report' && change === 'lost')
  expect(lost.length).toBeGreaterThan(0)
  await deskOf(storage, extract, () => NOW).decide({ kind: 'report.confirm', report: lost[0]!.anchor }, null)
  await catchUp(storage, extract)
  expect((await changes(changed)).filter(({ what, anchor }) => what === 'report' && anchor === lost[0]!.anchor)).toEqual([])
  await storage.close()
})

test('judgements and articles give the same whatever the order that they came in', async () => {
  const source = emptyStorage()
  await takeIn(source, extract, upTo(10))
  await decideUpTo(source, 30)
  const decisions: Decision[] = (await decisionsOf(source)).map(({ state: _, problem: __, ...decision }) => decision)
  await source.close()
  const articles = fc.shuffledSubarray(upTo(10), { minLength: 10, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(articles, fc.nat(10), async (order, cut) => {
      const states = []
      for (const [numbers, at] of [
        [upTo(10), 10],
        [order, cut],
      ] as const) {
        const storage = emptyStorage()
        await takeIn(storage, extract, numbers.slice(0, at))
        await deskOf(storage, extract, () => NOW).take(decisions)
        await catchUp(storage, extract)
        await takeIn(storage, extract, numbers.slice(at))
        states.push({
          meetings: (await storage.meetings.list(EVERYTHING)).items
            .map(({ kind, status, date, place, origin, provenance, evidence }) =>
              JSON.stringify([kind, status, date, place, origin, provenance, evidence.map(({ report }) => report)]),
            )
            .sort(),
          actors: (await storage.actors.list(EVERYTHING)).items
            .map(({ name, names, kind, country, state, decided }) => JSON.stringify([name, names, kind, country, state, decided]))
            .sort(),
          decisions: (await decisionsOf(storage)).map(({ id, state }) => [id, state]),
        })
        await storage.close()
      }
      expect(states[1]).toEqual(states[0])
    }),
    { numRuns: 8 },
  )
}, 120_000)
