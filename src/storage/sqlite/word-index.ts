import { fold } from '../../analysis/fold.ts'
import { gramsOf } from '../../analysis/grams.ts'
import { stem as stemOf } from '../../analysis/stem.ts'
import type { Term } from '../../domain/token.ts'
import type { StemVocabulary } from '../../search/expand-query.ts'
import type { Connection } from './connect.ts'
import { INDEX } from './index-tables.ts'
import { prepare, prepareValue, readPragma } from './prepare.ts'

/** Mark forms, stems and keys among the terms of the word index, whose grams are bare; no letters, and no ASCII. */
const FORM_MARK = '\u00AC'
const STEM_MARK = '\u00A7'
const KEY_MARK = '\u00B6'
/** Words of one key that are looked at. */
const MAX_OF_KEY = 500
const MAX_KEYS = 20_000
/** The article before two letters more is no beginning of its own. */
const LEAST_PREFIX = 3
/** Word ids held in memory for grams and stems, in all. */
const MAX_CACHED_IDS = 4_000_000
const PREFIX_SCAN = 2_000

const quote = (term: string): string => `"${term}"`

/** The terms under which a word is found in the word index: its form, its stem, its key, the 4-grams of its form. */
const termsOfWord = ({ form, stem, key }: Term): string => [FORM_MARK + form, STEM_MARK + stem, KEY_MARK + key, ...gramsOf(form)].join(' ')

const stemsOf = (texts: readonly string[]): string[] => [...new Set(texts.map((text) => stemOf(fold(text))))]

type IdList = { readonly ids: number[]; upTo: number }

/** The words of a store: text to id and back, ids by stem and by 4-gram, and in how many articles each stands. */
export type WordIndex = StemVocabulary & {
  /** Id of a word, given to it now where it has none. Within a transaction only. */
  ensure(term: Term): number
  textOf(id: number): string
  /** Notices what other connections have written; once before each search. */
  refresh(): void
  /** The greatest id there is; 0 where there is no word. */
  newestId(): number
  /** Adds to the number of articles that hold a word. */
  count(deltas: ReadonlyMap<number, number>): void
  /** Forgets what was learnt within a transaction that was taken back. */
  forget(): void
  ofForms(forms: readonly string[]): readonly number[]
  ofStem(stem: string): readonly number[]
  ofGram(gram: string): readonly number[]
  /** In how many articles the words stand, all together: an upper bound of the articles that hold one of them. */
  articlesWith(ids: readonly number[]): number
  /** Words that begin so, with or without the article, with their number of articles, the most frequent first, of the `scan` that were met first. */
  startingWith(form: string, limit: number, scan: number): { text: string; articles: number }[]
}

/** One word index a connection: its caches would be learnt twice otherwise. */
const known = new WeakMap<Connection, WordIndex>()

export function wordIndex(db: Connection): WordIndex {
  let index = known.get(db)
  if (!index) {
    index = openWordIndex(db)
    known.set(db, index)
  }
  return index
}

function openWordIndex(db: Connection): WordIndex {
  const idOf = prepareValue<[string], number>(db, `SELECT id FROM ${INDEX.words} WHERE text = ?`)
  const insert = prepare<unknown[]>(db, `INSERT INTO ${INDEX.words} (text) VALUES (?)`)
  const insertTerms = prepare<unknown[]>(db, `INSERT INTO ${INDEX.wordIndex} (rowid, terms) VALUES (?, ?)`)
  const textById = prepareValue<[number], string>(db, `SELECT text FROM ${INDEX.words} WHERE id = ?`)
  const addCount = prepare<unknown[]>(
    db,
    `INSERT INTO ${INDEX.counts} (word, articles) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles`,
  )
  const countOf = prepareValue<[number], number>(db, `SELECT articles FROM ${INDEX.counts} WHERE word = ?`)
  const newest = prepareValue<[], number | null>(db, `SELECT max(id) FROM ${INDEX.words}`)
  const matching = prepareValue<[string, bigint], number>(
    db,
    `SELECT rowid FROM ${INDEX.wordIndex} WHERE ${INDEX.wordIndex} MATCH ? AND rowid > ?`,
  )
  const prefixed = prepare<[string, bigint], { id: number; text: string; articles: number }>(
    db,
    `SELECT w.id, w.text, coalesce(c.articles, 0) AS articles FROM (SELECT rowid FROM ${INDEX.wordIndex} WHERE ${INDEX.wordIndex} MATCH ? LIMIT ?) f
     JOIN ${INDEX.words} w ON w.id = f.rowid LEFT JOIN ${INDEX.counts} c ON c.word = w.id`,
  )

  let ids = new Map<string, number>()
  const lists = new Map<string, IdList>()
  const counts = new Map<number, number>()
  /** Stems of a key, and of how many words they were read. */
  const stemsByKey = new Map<string, { readonly of: number; readonly stems: readonly string[] }>()
  let held = 0
  let top = 0
  let version = -1

  /** Ids of the words under a term of the word index; what is cached is only topped up with the words that are new since. */
  function matchingIds(expression: string): readonly number[] {
    let list = lists.get(expression)
    if (list && list.upTo < top) {
      const more = matching.all(expression, BigInt(list.upTo))
      for (const id of more) list.ids.push(id)
      list.upTo = top
      held += more.length
    }
    if (!list) {
      list = { ids: matching.all(expression, 0n), upTo: top }
      held += list.ids.length
      if (held > MAX_CACHED_IDS) {
        lists.clear()
        held = list.ids.length
      }
      lists.set(expression, list)
    }
    return list.ids
  }

  const textOf = (id: number): string => textById.get(id) ?? ''
  const articlesOf = (id: number): number => {
    let n = counts.get(id)
    if (n === undefined) {
      n = countOf.get(id) ?? 0
      counts.set(id, n)
    }
    return n
  }

  const startingWith = (form: string, limit: number, scan: number): { text: string; articles: number }[] =>
    prefixed
      .all([form, `ال${form}`].map((start) => `${quote(FORM_MARK + start)} *`).join(' OR '), BigInt(scan))
      .sort((a, b) => b.articles - a.articles || (a.text < b.text ? -1 : 1))
      .slice(0, limit)

  return {
    ensure(term) {
      const { text } = term
      const cached = ids.get(text)
      if (cached !== undefined) return cached
      let id = idOf.get(text)
      if (id === undefined) {
        id = Number(insert.run(text).lastInsertRowid)
        insertTerms.run(BigInt(id), termsOfWord(term))
      }
      if (ids.size > 200_000) ids = new Map()
      ids.set(text, id)
      return id
    },
    refresh: () => {
      const now = readPragma(db, 'data_version')
      if (now === version && top > 0) return
      version = now
      counts.clear()
      top = newest.get() ?? 0
    },
    newestId: () => top,
    textOf,
    count: (deltas) => {
      version = -1
      for (const [id, delta] of deltas) if (delta !== 0) addCount.run(BigInt(id), BigInt(delta))
    },
    forget: () => {
      ids = new Map()
      lists.clear()
      stemsByKey.clear()
      held = 0
      version = -1
    },
    ofForms: (forms) => matchingIds(forms.map((form) => quote(FORM_MARK + form)).join(' OR ')),
    ofStem: (stem) => matchingIds(quote(STEM_MARK + stem)),
    ofGram: (gram) => matchingIds(quote(gram)),
    articlesWith: (words) => words.reduce((sum, id) => sum + articlesOf(id), 0),
    startingWith,
    has: (stem) => matchingIds(quote(STEM_MARK + stem)).length > 0,
    withKey: (key) => {
      const found = matchingIds(quote(KEY_MARK + key))
      let known = stemsByKey.get(key)
      if (known?.of !== found.length) {
        known = { of: found.length, stems: stemsOf(found.slice(0, MAX_OF_KEY).map(textOf)) }
        if (stemsByKey.size >= MAX_KEYS) stemsByKey.clear()
        stemsByKey.set(key, known)
      }
      return known.stems
    },
    withPrefix: (form, limit) => {
      const start = form.length > LEAST_PREFIX && form.startsWith('ال') ? form.slice(2) : form
      return stemsOf(startingWith(start, PREFIX_SCAN, PREFIX_SCAN).map(({ text }) => text)).slice(0, limit)
    },
  }
}
