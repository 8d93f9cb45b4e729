import { analyze } from '../analysis/analyzer.ts'
import type { Token } from '../domain/token.ts'
import { STOP_WORDS } from '../lexicon/stop-words.ts'

/** One thing that a query asks for: a word, or the words of a phrase in their order. */
export type QueryClause = readonly Token[]

export type ParsedQuery = {
  readonly wanted: readonly QueryClause[]
  readonly unwanted: readonly QueryClause[]
  /** The words as they are looked for, in one line. */
  readonly normalized: string
  /** What was read otherwise than it stands: dropped words, a quote that does not close, signs that mean nothing here. */
  readonly notes: readonly string[]
}

const MAX_WORDS = 64
const PIECE = /(?<not>(?<=^|\s)[-\u2212])?(?:["«“”](?<phrase>[^"»“”]*)(?<closed>["»“”]?)|(?<word>[^\s"«»“”]+))/gu
const FUTURE_SIGNS = /[|()*~=]/

/** Reads «words "a phrase" -without». Never throws; whatever string comes in, what was dropped is noted. */
export function parseQuery(q: string): ParsedQuery {
  const wanted: QueryClause[] = []
  const unwanted: QueryClause[] = []
  const notes = new Set<string>()
  let count = 0
  for (const { groups } of q.matchAll(PIECE)) {
    const tokens = analyze(groups?.phrase ?? groups?.word ?? '')
    if (groups?.phrase !== undefined && groups.closed === '') notes.add('a quote does not close; it was read up to the end')
    if (groups?.word !== undefined && FUTURE_SIGNS.test(groups.word))
      notes.add('the signs | ( ) * ~ = have no meaning yet and were left out')
    if (tokens.length === 0) continue
    const clauses = groups?.phrase === undefined ? tokens.map((token) => [token]) : [tokens]
    for (const clause of clauses) {
      count += clause.length
      if (count > MAX_WORDS) notes.add(`only the first ${MAX_WORDS} words were looked for`)
      else (groups?.not ? unwanted : wanted).push(clause)
    }
  }
  const telling = wanted.filter((clause) => clause.length > 1 || !STOP_WORDS.has(clause[0]!.form))
  const kept = telling.length > 0 ? telling : wanted
  const dropped = wanted.filter((clause) => !kept.includes(clause)).map((clause) => clause[0]!.text)
  if (dropped.length > 0) notes.add(`common words were left out: ${[...new Set(dropped)].join('، ')}`)
  return { wanted: kept, unwanted, normalized: kept.map((clause) => clause.map(({ form }) => form).join(' ')).join(' '), notes: [...notes] }
}
