import { distance } from 'fastest-levenshtein'
import { fold } from '../../analysis/fold.ts'
import { gramsOf } from '../../analysis/grams.ts'
import type { Term } from '../../domain/token.ts'
import { keysOfName, suggestKey, typedKeys } from '../../search/suggest-key.ts'
import type { Storage } from '../port.ts'
import type { Suggestion } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { INDEX } from './index-tables.ts'
import { prepare } from './prepare.ts'
import { wordIndex } from './word-index.ts'

/** Rows of a beginning that are looked at: short beginnings have many. */
const SCAN = 500
const WIDE_SCAN = 2_000
/** Words that share most 4-grams or begin alike, whose distance is measured. */
const CANDIDATES = 200
const BEGINNING = 1
const SHORT = 4

/** Names of actors and places, and words, by how they begin; and the word of the store that a misspelt one is nearest to. */
export function wordStore(db: Connection): Storage['words'] {
  return {
    suggest: async (typed, limit) => {
      const seen = new Map<string, Suggestion>()
      for (const key of typedKeys(typed)) for (const one of namesFrom(db, key)) seen.set(`${one.kind} ${one.id ?? one.text}`, one)
      const names = [...seen.values()].sort((a, b) => b.articles - a.articles || (a.text < b.text ? -1 : 1)).slice(0, limit)
      return [...names, ...wordsFrom(db, typed, limit - names.length)]
    },
    correct: async (words) => {
      wordIndex(db).refresh()
      return words.map((word) => nearestWord(db, word))
    },
  }
}

function namesFrom(db: Connection, key: string): Suggestion[] {
  return prepare<[string, string], Suggestion>(
    db,
    `SELECT kind, id, text, articles FROM ${INDEX.suggestions} WHERE key >= ? AND key < ? LIMIT ${SCAN}`,
  ).all(key, `${key}\u{10FFFF}`)
}

function wordsFrom(db: Connection, typed: string, limit: number): Suggestion[] {
  const key = suggestKey(typed)
  if (limit <= 0 || key === '' || key.includes(' ')) return []
  wordIndex(db).refresh()
  return wordIndex(db)
    .startingWith(key, limit, SCAN)
    .map(({ text, articles }): Suggestion => ({ kind: 'word', id: null, text, articles }))
}

/** A word that the store holds, in any inflection, needs no correction. */
function nearestWord(db: Connection, { form, stem }: Term): string | null {
  const index = wordIndex(db)
  if (index.has(stem)) return null
  const shared = new Map<number, number>()
  for (const gram of gramsOf(form)) for (const id of index.ofGram(gram)) shared.set(id, (shared.get(id) ?? 0) + 1)
  const alike = [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .map(([id]) => ({ text: index.textOf(id), articles: index.articlesWith([id]) }))
  const allowed = form.length <= SHORT ? 1 : 2
  const [best] = [...alike, ...index.startingWith(form.slice(0, BEGINNING), WIDE_SCAN, WIDE_SCAN)]
    .map((one) => ({ ...one, far: distance(form, fold(one.text)) }))
    .filter(({ far, articles }) => far <= allowed && articles > 0)
    .sort((a, b) => a.far - b.far || b.articles - a.articles || (a.text < b.text ? -1 : 1))
  return best?.text ?? null
}

/** Writes a name that can be suggested, by how it and each of its words begin, instead of what was written of it before. */
export function writeSuggestion(db: Connection, { kind, id, text, articles }: Suggestion & { id: string }, names: readonly string[]): void {
  forgetSuggestion(db, kind, id)
  const insert = prepare<unknown[]>(db, `INSERT OR IGNORE INTO ${INDEX.suggestions} (key, kind, id, text, articles) VALUES (?, ?, ?, ?, ?)`)
  for (const key of new Set(names.flatMap(keysOfName))) insert.run(key, kind, id, text, BigInt(articles))
}

export const forgetSuggestion = (db: Connection, kind: Suggestion['kind'], id: string): void => {
  prepare<unknown[]>(db, `DELETE FROM ${INDEX.suggestions} WHERE kind = ? AND id = ?`).run(kind, id)
}
