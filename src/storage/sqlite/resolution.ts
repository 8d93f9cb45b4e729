import type { Actor } from '../../domain/meeting.ts'
import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { ActorGroup, ResolutionStep, ResolutionTask, ResolvedReport } from '../../domain/resolution.ts'
import type { Storage } from '../port.ts'
import type { Connection } from './connect.ts'
import { type DirtyKind, dirtyKeys, isStale, mark, markBlock, TOUCH, unmark, versionOf } from './dirty.ts'
import { GROW } from './generation.ts'
import { remember, rightfulId } from './ledger.ts'
import { refreshOutlets } from './outlets.ts'
import { prepare, prepareValue } from './prepare.ts'
import { localsBy, localsOfArticle, reportsBy } from './resolution-rows.ts'
import { removeActor, writeActor } from './write-actor.ts'
import { removeMeeting, writeMeeting } from './write-meeting.ts'

/** How much one step takes: keys that lead to little, and to much. */
const MANY = 200
const FEW = 100
/** Days of publication around an undated plan; one more than resolution asks for. */
const AROUND = 8
/** Days that an encounter lasts at most, in what is looked for: one that is known to the year. */
const LONGEST = 400
const MAX_BESIDE = 2_000

/** The steps of resolution, each with what it reads and what it writes. What is due is remembered in the store (dirty.ts). */
export function resolutionStore(db: Connection): Storage['resolution'] {
  const isLocal = prepareValue<[string], number>(db, 'SELECT 1 FROM local_actors WHERE anchor = ?')
  const isReport = prepareValue<[string], number>(db, 'SELECT 1 FROM reports WHERE anchor = ?')
  const finish = db.transaction((task: ResolutionTask, step: ResolutionStep): boolean => {
    if (versionOf(db) !== task.version) return false
    prepare<unknown[]>(db, TOUCH).run()
    unmark(db, KIND_OF[task.kind], task.keys)
    if (step.kind === 'rekey') writeKeys(db, step)
    else if (step.kind === 'actors') writeActors(db, step)
    else if (step.kind === 'meetings') writeMeetings(db, step)
    else writePersons(db, task, step)
    prepare<unknown[]>(db, GROW).run()
    return true
  })
  const tidy = db.transaction(() => {
    for (const id of dirtyKeys(db, 'actor', MANY)) {
      if (prepareValue<[string], number>(db, 'SELECT 1 FROM local_actors WHERE actor = ? LIMIT 1').get(id) === undefined)
        removeActor(db, id)
      unmark(db, 'actor', [id])
    }
    for (const article of dirtyKeys(db, 'reports', MANY)) {
      refreshReportActors(db, article)
      unmark(db, 'reports', [article])
    }
    prepare<unknown[]>(db, TOUCH).run()
  })
  const refresh = db.transaction(() => {
    refreshOutlets(db, dirtyKeys(db, 'place', MANY), dirtyKeys(db, 'source', MANY))
    prepare<unknown[]>(db, GROW).run()
  })

  return {
    next: async () => {
      for (;;) {
        const task = firstTask(db)
        if (task) return task
        const has = (kind: DirtyKind): boolean => dirtyKeys(db, kind, 1).length > 0
        if (has('actor') || has('reports')) tidy.immediate()
        else {
          const meetings = meetingsTask(db)
          if (meetings) return meetings
          if (!has('place') && !has('source')) return null
          refresh.immediate()
        }
      }
    },
    finish: async (task, step) => finish.immediate(task, step),
    beside: async (report, known) =>
      reportsBy(
        db,
        besideOf(db, report).filter((anchor) => !known.has(anchor)),
      ),
    meetingIds: async (groups) => groups.map((anchors) => rightfulId(db, 'mtg', anchors, (anchor) => isReport.get(anchor) !== undefined)),
    actors: async (ids) =>
      prepareValue<[string], string>(db, 'SELECT data FROM actors WHERE id IN (SELECT value FROM json_each(?))')
        .all(JSON.stringify(ids))
        .map((data): Actor => JSON.parse(data)),
    isStale: async () => isStale(db),
  }

  function firstTask(connection: Connection): ResolutionTask | null {
    const version = versionOf(connection)
    const rekey = dirtyKeys(connection, 'rekey', MANY)
    if (rekey.length > 0) return { kind: 'rekey', version, keys: rekey, articles: rekey.map((id) => localsOfArticle(connection, id)) }
    const blocks = dirtyKeys(connection, 'block', FEW)
    if (blocks.length > 0) return { kind: 'groups', version, keys: blocks, locals: localsBy(connection, 'block', blocks) }
    const ones = dirtyKeys(connection, 'one', FEW)
    if (ones.length > 0) return { kind: 'singles', version, keys: ones, ...singlesOf(connection, ones) }
    const groups = dirtyKeys(connection, 'group', FEW)
    if (groups.length > 0) return { kind: 'actors', version, keys: groups, groups: groupsOf(connection, groups) }
    return null
  }

  function groupsOf(connection: Connection, persons: readonly string[]): ActorGroup[] {
    return persons.flatMap((person): ActorGroup[] => {
      const locals = localsBy(connection, 'person', [person])
      if (locals.length === 0) return []
      const anchors = locals.map(({ anchor }) => anchor)
      return [{ id: rightfulId(connection, 'act', anchors, (anchor) => isLocal.get(anchor) !== undefined), members: locals }]
    })
  }
}

const KIND_OF: Readonly<Record<ResolutionTask['kind'], DirtyKind>> = {
  rekey: 'rekey',
  groups: 'block',
  singles: 'one',
  actors: 'group',
  meetings: 'report',
}

/** People called by one word, all of that last name, and whoever is one with those. */
function singlesOf(db: Connection, blocks: readonly string[]) {
  const namesakes = localsBy(
    db,
    'surname',
    blocks.map((block) => block.slice('one '.length)),
  )
  const people = [...new Set(namesakes.flatMap(({ person }) => (person === null ? [] : [person])))]
  return { singles: localsBy(db, 'block', blocks), fulls: localsBy(db, 'person', people).filter(({ anchor }) => !isSingle(db, anchor)) }
}

const isSingle = (db: Connection, anchor: string): boolean =>
  prepareValue<[string], number>(db, "SELECT 1 FROM local_actors WHERE anchor = ? AND block LIKE 'one %'").get(anchor) !== undefined

/** Reports whose meeting may be another one, with all of their meetings and of meetings that lost a report. */
function meetingsTask(db: Connection): ResolutionTask | null {
  const version = versionOf(db)
  const keys = dirtyKeys(db, 'report', MANY)
  const meetings = dirtyKeys(db, 'meeting', MANY)
  if (keys.length + meetings.length === 0) return null
  const anchors = prepareValue<[string, string, string], string>(
    db,
    `SELECT anchor FROM reports WHERE anchor IN (SELECT value FROM json_each(?)) OR meeting IN (SELECT value FROM json_each(?))
     OR meeting IN (SELECT meeting FROM reports WHERE anchor IN (SELECT value FROM json_each(?)))`,
  ).all(JSON.stringify(keys), JSON.stringify(meetings), JSON.stringify(keys))
  return { kind: 'meetings', version, keys, seeds: reportsBy(db, anchors) }
}

/** Reports that share an actor and, where both are dated, a day; undated plans whose articles were published about the same time. */
function besideOf(db: Connection, { report }: ResolvedReport): string[] {
  const shared = 'FROM report_actors mine JOIN report_actors other ON other.actor = mine.actor'
  if (report.date?.from) {
    const [from, to] = [firstDay(report.date.from), lastDay(report.date.to ?? report.date.from)]
    return prepareValue<[string, string, string, string, bigint], string>(
      db,
      `SELECT DISTINCT other.report ${shared} WHERE mine.report = ? AND other.report <> mine.report AND other.first_day BETWEEN date(?, '-${LONGEST} day') AND ? AND other.last_day >= ? LIMIT ?`,
    ).all(report.anchor, from, to, from, BigInt(MAX_BESIDE))
  }
  if (report.published === null) return []
  return prepareValue<unknown[], string>(
    db,
    `SELECT DISTINCT other.report ${shared} JOIN reports r ON r.anchor = other.report JOIN articles a ON a.rowid = r.article
     WHERE mine.report = ? AND other.report <> mine.report AND other.first_day IS NULL AND a.published BETWEEN date(?, '-${AROUND} day') AND date(?, '+${AROUND} day') LIMIT ?`,
  ).all(report.anchor, firstDay(report.published), lastDay(report.published), BigInt(MAX_BESIDE))
}

function writeKeys(db: Connection, { locals }: Extract<ResolutionStep, { kind: 'rekey' }>): void {
  const write = prepare<unknown[]>(
    db,
    "UPDATE local_actors SET block = ?, surname = ?, company = ?, person = CASE ? WHEN '' THEN anchor END WHERE anchor = ?",
  )
  for (const { anchor, block, surname, company } of locals) {
    write.run(block, surname, JSON.stringify(company), block, anchor)
    if (block === '') mark(db, 'group', anchor)
    else markBlock(db, block)
  }
}

/** Whoever is in another group than before makes both groups due, and everybody who may be called by a last name of theirs. */
function writePersons(db: Connection, task: ResolutionTask, { persons }: Extract<ResolutionStep, { kind: 'groups' | 'singles' }>): void {
  const locals = task.kind === 'groups' ? task.locals : task.kind === 'singles' ? task.singles : []
  const write = prepare<unknown[]>(db, 'UPDATE local_actors SET person = ? WHERE anchor = ?')
  const changed = new Set<string>()
  for (const { anchor, person } of locals) {
    const now = persons.get(anchor)!
    if (now === person) continue
    write.run(now, anchor)
    changed.add(now)
    if (person !== null) changed.add(person)
  }
  for (const person of changed) mark(db, 'group', person)
  if (task.kind !== 'groups') return
  const surname = prepareValue<[string], string | null>(db, 'SELECT surname FROM local_actors WHERE anchor = ?')
  for (const { anchor, person } of locals) {
    if (!changed.has(persons.get(anchor)!) && !changed.has(person ?? '')) continue
    const key = surname.get(anchor)
    if (key) mark(db, 'one', `one ${key}`)
  }
}

function writeActors(db: Connection, { actors }: Extract<ResolutionStep, { kind: 'actors' }>): void {
  const assign = prepare<unknown[]>(db, 'UPDATE local_actors SET actor = ? WHERE anchor = ?')
  const before = prepare<[string], { actor: string | null; article: string }>(
    db,
    'SELECT l.actor, a.id AS article FROM local_actors l JOIN articles a ON a.rowid = l.article WHERE l.anchor = ?',
  )
  for (const { actor, anchors } of actors) {
    const isShownAlike = shownAs(db, actor.id) === JSON.stringify([actor.name, actor.kind, actor.country])
    writeActor(db, actor)
    remember(db, anchors, actor.id)
    for (const anchor of anchors) {
      const was = before.get(anchor)!
      if (was.actor === actor.id && isShownAlike) continue
      if (was.actor !== actor.id) {
        assign.run(actor.id, anchor)
        mark(db, 'actor', was.actor)
      }
      mark(db, 'reports', was.article)
    }
  }
}

/** How meetings show an actor now. */
function shownAs(db: Connection, id: string): string | null {
  const data = prepareValue<[string], string>(db, 'SELECT data FROM actors WHERE id = ?').get(id)
  if (data === undefined) return null
  const { name, kind, country } = JSON.parse(data) as Actor
  return JSON.stringify([name, kind, country])
}

/** Writes anew who takes part in the reports of an article, and makes them due. */
function refreshReportActors(db: Connection, article: string): void {
  const anchors = prepareValue<[string], string>(
    db,
    'SELECT r.anchor FROM reports r JOIN articles a ON a.rowid = r.article WHERE a.id = ?',
  ).all(article)
  const clear = prepare<unknown[]>(db, 'DELETE FROM report_actors WHERE report = ?')
  const insert = prepare<unknown[]>(db, 'INSERT OR IGNORE INTO report_actors (actor, report, first_day, last_day) VALUES (?, ?, ?, ?)')
  for (const { report, actors } of reportsBy(db, anchors)) {
    clear.run(report.anchor)
    const from = report.date?.from ? firstDay(report.date.from) : null
    const to = report.date?.from ? lastDay(report.date.to ?? report.date.from) : null
    for (const actor of actors) insert.run(actor, report.anchor, from, to)
    mark(db, 'report', report.anchor)
  }
}

function writeMeetings(db: Connection, { meetings }: Extract<ResolutionStep, { kind: 'meetings' }>): void {
  const meetingOf = prepareValue<[string], string | null>(db, 'SELECT meeting FROM reports WHERE anchor = ?')
  const assign = prepare<unknown[]>(db, 'UPDATE reports SET meeting = ? WHERE anchor = ?')
  const old = new Set(dirtyKeys(db, 'meeting', MANY))
  unmark(db, 'meeting', [...old])
  for (const { meeting, anchors } of meetings) {
    for (const anchor of anchors) {
      const was = meetingOf.get(anchor)
      if (was) old.add(was)
      if (was !== meeting.id) assign.run(meeting.id, anchor)
    }
    remember(db, anchors, meeting.id)
    mark(db, 'place', writeMeeting(db, meeting))
    mark(db, 'place', meeting.place?.id)
    for (const { source } of meeting.evidence) mark(db, 'source', source)
  }
  const isLeft = prepareValue<[string], number>(db, 'SELECT 1 FROM reports WHERE meeting = ? LIMIT 1')
  for (const id of old) if (isLeft.get(id) === undefined) mark(db, 'place', removeMeeting(db, id))
}
