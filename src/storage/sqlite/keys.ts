import type { ApiKey } from '../../domain/api-key.ts'
import type { Storage } from '../port.ts'
import type { Connection } from './connect.ts'
import { prepare } from './prepare.ts'

type Row = Omit<ApiKey, 'scopes'> & { scopes: string }
const keyOf = (row: Row): ApiKey => ({ ...row, scopes: JSON.parse(row.scopes) })

/** The keys of the API, by their public ids. */
export function keyStore(db: Connection): Storage['keys'] {
  return {
    add: async (key) => {
      prepare<unknown[]>(
        db,
        'INSERT INTO api_keys (id, name, hash, scopes, created_at, expires_at, revoked_at) VALUES (@id, @name, @hash, @scopes, @created_at, @expires_at, @revoked_at)',
      ).run({ ...key, scopes: JSON.stringify(key.scopes) })
    },
    get: async (id) => {
      const row = prepare<[string], Row>(db, 'SELECT * FROM api_keys WHERE id = ?').get(id)
      return row ? keyOf(row) : null
    },
    list: async () => prepare<[], Row>(db, 'SELECT * FROM api_keys ORDER BY created_at, id').all().map(keyOf),
    revoke: async (id, at) =>
      prepare<unknown[]>(db, 'UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL').run(at, id).changes > 0,
  }
}
