import type { Actor } from '../../domain/meeting.ts'
import type { ResolutionStep, ResolutionTask } from '../../domain/resolution.ts'
import type { Storage } from '../port.ts'
import type { Connection } from './connect.ts'
import { type DirtyKind, dirtyKeys, isStale, unmark } from './dirty.ts'
import { GROW, generationOf } from './generation.ts'
import { rightfulId } from './ledger.ts'
import { refreshOutlets } from './outlets.ts'
import { prepare, prepareValue } from './prepare.ts'
import { reportsBy } from './resolution-rows.ts'
import { actorsTask, besideOf, meetingsTask } from './resolution-tasks.ts'
import { refreshReportActors, writeStep } from './resolution-writes.ts'
import { copiesAmong } from './similar.ts'
import { removeActor } from './write-actor.ts'

/** Keys of one unit of work. */
const MANY = 1_000

/** The steps of resolution, each with what it reads and what it writes. What is due is remembered in the store (dirty.ts). */
export function resolutionStore(db: Connection): Storage['resolution'] {
  const isStanding = {
    act: prepareValue<[string], number>(db, 'SELECT 1 FROM local_actors WHERE anchor = ?'),
    mtg: prepareValue<[string], number>(db, 'SELECT 1 FROM reports WHERE anchor = ?'),
  }
  const finish = db.transaction((task: ResolutionTask, step: ResolutionStep): boolean => {
    if (generationOf(db) !== task.version) return false
    unmark(db, KIND_OF[task.kind], task.keys)
    writeStep(db, task, step)
    prepare<unknown[]>(db, GROW).run()
    return true
  })
  const tidy = db.transaction(() => {
    for (const id of dirtyKeys(db, 'actor', MANY)) {
      if (prepareValue<[string], number>(db, 'SELECT 1 FROM local_actors WHERE actor = ? LIMIT 1').get(id) === undefined)
        removeActor(db, id)
      unmark(db, 'actor', [id])
    }
    const articles = dirtyKeys(db, 'reports', MANY)
    refreshReportActors(db, articles)
    unmark(db, 'reports', articles)
    prepare<unknown[]>(db, GROW).run()
  })
  const refresh = db.transaction(() => {
    refreshOutlets(db, dirtyKeys(db, 'place', MANY), dirtyKeys(db, 'source', MANY))
    prepare<unknown[]>(db, GROW).run()
  })

  const restart = db.transaction(() => {
    db.exec("INSERT OR IGNORE INTO dirty (kind, key) SELECT 'reread', id FROM articles")
    db.exec("INSERT OR IGNORE INTO dirty (kind, key) SELECT 'actor', id FROM actors")
    db.exec("INSERT OR IGNORE INTO dirty (kind, key) SELECT 'meeting', id FROM meetings")
    prepare<unknown[]>(db, GROW).run()
  })

  return {
    next: async () => {
      for (;;) {
        const task = actorsTask(db)
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
    beside: async (anchors, known) => {
      const pairs = besideOf(db, anchors)
      const found = new Set(pairs.flatMap(({ other }) => (known.has(other) ? [] : [other])))
      return { pairs, reports: reportsBy(db, [...found]) }
    },
    ids: async (prefix, groups) =>
      groups.map((anchors) => rightfulId(db, prefix, anchors, (anchor) => isStanding[prefix].get(anchor) !== undefined)),
    copies: async (groups) => groups.map((articles) => copiesAmong(db, articles)),
    actors: async (ids) =>
      prepareValue<[string], string>(db, 'SELECT data FROM actors WHERE id IN (SELECT value FROM json_each(?))')
        .all(JSON.stringify(ids))
        .map((data): Actor => JSON.parse(data)),
    restart: async () => restart.immediate(),
    isStale: async () => isStale(db),
  }
}

const KIND_OF: Readonly<Record<ResolutionTask['kind'], DirtyKind>> = {
  rekey: 'rekey',
  groups: 'block',
  singles: 'one',
  actors: 'group',
  meetings: 'report',
}
