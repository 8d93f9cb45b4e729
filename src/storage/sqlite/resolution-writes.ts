import type { Actor } from '../../domain/meeting.ts'
import { type MergeCandidate, type ResolutionStep, type ResolutionTask, windowOf } from '../../domain/resolution.ts'
import type { Connection } from './connect.ts'
import { mark, markBlock, unmark } from './dirty.ts'
import { remember } from './ledger.ts'
import { prepare, prepareValue } from './prepare.ts'
import { reportsBy } from './resolution-rows.ts'
import { writeActor } from './write-actor.ts'
import { removeMeeting, writeMeeting } from './write-meeting.ts'

/** Writes what a step found, and marks what that makes due. Within a transaction. */
export function writeStep(db: Connection, task: ResolutionTask, step: ResolutionStep): void {
  if (step.kind === 'rekey') writeKeys(db, step)
  else if (step.kind === 'actors') writeActors(db, task, step)
  else if (step.kind === 'meetings') writeMeetings(db, task, step)
  else writePersons(db, task, step)
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
function writePersons(
  db: Connection,
  task: ResolutionTask,
  { persons, candidates }: Extract<ResolutionStep, { kind: 'groups' | 'singles' }>,
): void {
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
  writeCandidates(db, task.keys, candidates)
  if (task.kind !== 'groups') return
  const touched = locals.flatMap(({ anchor, person }) => (changed.has(persons.get(anchor)!) || changed.has(person ?? '') ? [anchor] : []))
  prepare<[string]>(
    db,
    `INSERT OR IGNORE INTO dirty (kind, key) SELECT DISTINCT 'one', 'one ' || l.surname FROM json_each(?) j JOIN local_actors l ON l.anchor = j.value
     WHERE l.surname <> '' AND EXISTS (SELECT 1 FROM local_actors o WHERE o.block = 'one ' || l.surname)`,
  ).run(JSON.stringify(touched))
}

/** Pairs of blocks that are worth judging, in the place of those that were. */
function writeCandidates(db: Connection, blocks: readonly string[], candidates: readonly MergeCandidate[]): void {
  const clear = prepare<unknown[]>(db, 'DELETE FROM merge_candidates WHERE block = ?')
  for (const block of blocks) clear.run(block)
  const insert = prepare<unknown[]>(db, 'INSERT OR IGNORE INTO merge_candidates (block, a, b, features) VALUES (?, ?, ?, ?)')
  for (const { block, a, b, features } of candidates) insert.run(block, a, b, JSON.stringify(features))
}

function writeActors(db: Connection, task: ResolutionTask, { actors }: Extract<ResolutionStep, { kind: 'actors' }>): void {
  const assign = prepare<unknown[]>(db, 'UPDATE local_actors SET actor = ? WHERE anchor = ?')
  const before = new Map((task.kind === 'actors' ? task.locals : []).map((local) => [local.anchor, local]))
  const touched = new Set<string>()
  for (const { actor, anchors } of actors) {
    const isShownAlike = shownAs(db, actor.id) === JSON.stringify([actor.name, actor.kind, actor.country])
    writeActor(db, actor)
    remember(db, anchors, actor.id)
    for (const anchor of anchors) {
      const was = before.get(anchor)!
      if (was.actor === actor.id && isShownAlike) continue
      touched.add(was.article)
      if (was.actor !== actor.id) {
        assign.run(actor.id, anchor)
        mark(db, 'actor', was.actor)
      }
    }
  }
  for (const article of touched) mark(db, 'reports', article)
}

/** How meetings show an actor now. */
function shownAs(db: Connection, id: string): string | null {
  const data = prepareValue<[string], string>(db, 'SELECT data FROM actors WHERE id = ?').get(id)
  if (data === undefined) return null
  const { name, kind, country } = JSON.parse(data) as Actor
  return JSON.stringify([name, kind, country])
}

/** Writes anew who takes part in the reports of articles, and makes them due. */
export function refreshReportActors(db: Connection, articles: readonly string[]): void {
  const anchors = prepareValue<[string], string>(
    db,
    'SELECT r.anchor FROM reports r JOIN articles a ON a.rowid = r.article WHERE a.id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(articles))
  const clear = prepare<unknown[]>(db, 'DELETE FROM report_actors WHERE report = ?')
  const insert = prepare<unknown[]>(db, 'INSERT OR IGNORE INTO report_actors (actor, report, first_day, last_day) VALUES (?, ?, ?, ?)')
  for (const { report, actors } of reportsBy(db, anchors)) {
    clear.run(report.anchor)
    const days = windowOf(report)
    for (const actor of actors) insert.run(actor, report.anchor, days?.from ?? null, days?.to ?? null)
    mark(db, 'report', report.anchor)
  }
}

function writeMeetings(db: Connection, task: ResolutionTask, { meetings, settled }: Extract<ResolutionStep, { kind: 'meetings' }>): void {
  const meetingOf = prepareValue<[string], string | null>(db, 'SELECT meeting FROM reports WHERE anchor = ?')
  const assign = prepare<unknown[]>(db, 'UPDATE reports SET meeting = ? WHERE anchor = ?')
  const lost = task.kind === 'meetings' ? task.lost : []
  const old = new Set(lost)
  unmark(db, 'meeting', lost)
  unmark(db, 'report', settled)
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
