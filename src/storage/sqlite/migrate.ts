import { readdirSync, readFileSync } from 'node:fs'
import { AppError } from '../../domain/errors.ts'
import type { Connection } from './connect.ts'
import { readPragma } from './prepare.ts'

const NAME = /^(\d{3})_[a-z0-9_]+\.sql$/

/**
 * Brings a database to the newest schema, forward only, each file once, all in one transaction that locks out other writers.
 * A database newer than the files is refused. Returns the versions that were applied.
 */
export function migrate(db: Connection, folder: URL): number[] {
  const files = readdirSync(folder)
    .filter((file) => NAME.test(file))
    .sort()
  const newest = files.length
  return db
    .transaction(() => {
      const current = readPragma(db, 'user_version')
      if (current > newest)
        throw new AppError('schema-too-new', `the store has schema ${current}, this program knows up to ${newest}: use the newer program`)
      const applied: number[] = []
      for (const [i, file] of files.entries()) {
        const version = i + 1
        if (Number(NAME.exec(file)![1]) !== version) throw new AppError('internal-error', `migration ${file} should be number ${version}`)
        if (version <= current) continue
        db.exec(readFileSync(new URL(file, folder), 'utf8'))
        applied.push(version)
      }
      db.exec(`PRAGMA user_version = ${newest}`)
      return applied
    })
    .immediate()
}
