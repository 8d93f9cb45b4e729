import { isLatin, isLatinSpelling, latinKey, shortKey } from '../../analysis/latin-key.ts'
import type { Actor } from '../../domain/meeting.ts'
import type { Term } from '../../domain/token.ts'
import { spellingsOf } from '../../search/expand-query.ts'
import type { NamedActor } from '../port.ts'
import type { Connection } from './connect.ts'
import { INDEX } from './index-tables.ts'
import { prepare } from './prepare.ts'
import { wordIndex } from './word-index.ts'

const MAX_LENGTH = 5
const MAX_ACTORS = 3
const MAX_BEARERS = 5_000

/**
 * Finds the actors that words of a query name: every word of a stretch is a word of one actor's names, in any spelling or in Latin letters. Longer
 * stretches win, then the actor of whom more articles tell. One word alone must be the whole query or Latin, since «السلام» is a name and a word.
 */
export function findNamed(db: Connection, words: readonly Term[]): NamedActor[] {
  const bearers = words.map((word) => bearersOf(db, word))
  const named: NamedActor[] = []
  for (let from = 0; from < words.length; ) {
    const stretch = longestFrom(bearers, from)
    const isEnough = stretch !== null && (stretch.to - from > 1 || words.length === 1 || isLatin(words[from]!.form))
    if (stretch && isEnough) named.push(...bestKnown(db, stretch.actors).map((actor) => ({ from, to: stretch.to, actor })))
    from = stretch && isEnough ? stretch.to : from + 1
  }
  return named
}

function longestFrom(bearers: readonly ReadonlySet<number>[], from: number): { to: number; actors: ReadonlySet<number> } | null {
  let actors = bearers[from]!
  if (actors.size === 0) return null
  let to = from + 1
  while (to < bearers.length && to - from < MAX_LENGTH) {
    const next = new Set([...actors].filter((actor) => bearers[to]!.has(actor)))
    if (next.size === 0) break
    actors = next
    to += 1
  }
  return { to, actors }
}

/** Rows of the actors one of whose names holds the word. */
function bearersOf(db: Connection, word: Term): ReadonlySet<number> {
  const byStem = prepare<[string], number>(db, `SELECT actor FROM ${INDEX.actorWords} WHERE stem = ? LIMIT ${MAX_BEARERS}`).pluck()
  return new Set(stemsNaming(db, word).flatMap((stem) => byStem.all(stem)))
}

/** Stems of actors' names that a word of a query writes. */
export function stemsNaming(db: Connection, word: Term): string[] {
  if (!isLatin(word.form)) return spellingsOf(word, wordIndex(db))
  const ofKey = prepare<[string], string>(db, `SELECT DISTINCT stem FROM ${INDEX.actorWords} WHERE latin = ?`).pluck()
  const arabic = ofKey.all(latinKey(word.form) ?? shortKey(word.form)).filter((stem) => isLatinSpelling(word.form, stem))
  return [word.stem, ...arabic]
}

function bestKnown(db: Connection, rows: ReadonlySet<number>): Actor[] {
  const read = prepare<[string], string>(
    db,
    `SELECT data FROM actors WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY state = 'candidate', articles DESC, id LIMIT ${MAX_ACTORS}`,
  ).pluck()
  return read.all(JSON.stringify([...rows])).map((data): Actor => JSON.parse(data))
}
