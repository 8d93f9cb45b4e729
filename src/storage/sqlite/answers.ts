import type { Storage } from '../port.ts'
import type { KeptAnswer } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { prepare } from './prepare.ts'

/** Answers kept for requests that may be sent again. */
export function answerStore(db: Connection): Storage['answers'] {
  return {
    get: async (key) => prepare<[string], KeptAnswer>(db, 'SELECT fingerprint, status, body FROM answers WHERE key = ?').get(key) ?? null,
    keep: async (key, { fingerprint, status, body }, at, since) => {
      prepare<unknown[]>(db, 'DELETE FROM answers WHERE created_at < ?').run(since)
      prepare<unknown[]>(db, 'INSERT OR REPLACE INTO answers (key, fingerprint, status, body, created_at) VALUES (?, ?, ?, ?, ?)').run(
        key,
        fingerprint,
        BigInt(status),
        body,
        at,
      )
    },
  }
}
