import type { Connection } from './connect.ts'
import { prepareValue } from './prepare.ts'

/** Run within every unit of work that changes what lists show or what resolution works on: a tag of before is then no longer good, nor a step begun before. */
export const GROW = "UPDATE state SET value = value + 1 WHERE name = 'generation'"

export const generationOf = (db: Connection): number =>
  prepareValue<[], number>(db, "SELECT value FROM state WHERE name = 'generation'").get()!
