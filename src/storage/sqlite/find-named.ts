import { isLatin, isLatinSpelling, latinKey } from '../../analysis/latin-key.ts'
import type { Actor } from '../../domain/meeting.ts'
import type { Term } from '../../domain/token.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { spellingsOf } from '../../search/expand-query.ts'
import type { NamedActor } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { INDEX } from './index-tables.ts'
import { prepare, prepareValue } from './prepare.ts'
import { wordIndex } from './word-index.ts'

/** Shorter Latin words are no names: «un», «al». */
const LEAST_LATIN = 3
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
  if (isLatin(word.form)) {
    if (word.form.length < LEAST_LATIN || STOP_WORDS.has(word.form)) return new Set()
    const alike = prepare<[string], { form: string; actor: number }>(
      db,
      `SELECT form, actor FROM ${INDEX.actorWords} WHERE latin = ? LIMIT ${MAX_BEARERS}`,
    ).all(latinKey(word.form))
    return new Set(alike.filter(({ form }) => isLatinSpelling(word.form, form)).map(({ actor }) => actor))
  }
  const byStem = prepareValue<[string], number>(db, `SELECT actor FROM ${INDEX.actorWords} WHERE stem = ? LIMIT ${MAX_BEARERS}`)
  return new Set(spellingsOf(word, wordIndex(db)).flatMap((stem) => byStem.all(stem)))
}

function bestKnown(db: Connection, rows: ReadonlySet<number>): Actor[] {
  const read = prepareValue<[string], string>(
    db,
    `SELECT data FROM actors WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY state = 'candidate', articles DESC, id LIMIT ${MAX_ACTORS}`,
  )
  return read.all(JSON.stringify([...rows])).map((data): Actor => JSON.parse(data))
}
