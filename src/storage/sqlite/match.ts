import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { isSpellingOf } from '../../analysis/sound-key.ts'
import { PROCLITICS } from '../../lexicon/clitics.ts'
import type { QueryTerm, TextQuery } from '../port.ts'
import type { Connection } from './connect.ts'
import { prepare } from './prepare.ts'

/** A full-text expression of the engine, and the stems and forms that it looks for. */
export type Match = { readonly expression: string; readonly stems: ReadonlySet<string>; readonly forms: ReadonlySet<string> }
type Columns = { readonly stems: string; readonly forms: string | null }

const MAX_SPELLINGS = 24
const quote = (terms: readonly string[]): string => `"${terms.join(' ')}"`

/**
 * Builds the engine's expression from analysed terms alone; nothing that a user typed reaches it. A word stands for its stem, for known spellings
 * of it (one transliteration key), and for words of the index that only add a particle to it; an exact form counts on top.
 */
export function buildMatch(db: Connection, { mode, all, none }: TextQuery, columns: Columns): Match | null {
  const stems = new Set<string>()
  const forms = new Set<string>()
  const clause = (terms: readonly QueryTerm[]): string => {
    if (terms.length > 1 || terms[0] === undefined) return `${columns.stems} : ${quote(terms.map(({ stem }) => stem))}`
    const [term] = terms
    const spellings = spellingsOf(db, term)
    for (const stem of spellings) stems.add(stem)
    forms.add(term.form)
    const byStem = `${columns.stems} : (${spellings.map((stem) => quote([stem])).join(' OR ')})`
    return columns.forms ? `(${byStem} OR ${columns.forms} : ${quote([term.form])})` : byStem
  }
  const wanted = all.map((terms) => {
    const expression = clause(terms)
    if (terms.length > 1) for (const { stem } of terms) stems.add(stem)
    return expression
  })
  if (wanted.length === 0) return null
  const positive = wanted.join(mode === 'all' ? ' AND ' : ' OR ')
  const negative = none.map((terms) => `${columns.stems} : ${quote(terms.map(({ stem }) => stem))}`)
  return { expression: negative.length > 0 ? `(${positive}) NOT (${negative.join(' OR ')})` : positive, stems, forms }
}

/** The stem itself, stems of the index that spell the same name, and unknown words of the index that are a particle and the stem. */
function spellingsOf(db: Connection, { stem, key }: QueryTerm): string[] {
  // A word that the language uses is spelt one way; its near homophones cost more than they find (docs/decisions/001).
  if (isKnownWord(stem)) return [stem]
  const alike = prepare<[string], { stem: string }>(db, 'SELECT stem FROM stems_v1 WHERE key = ?')
    .all(key)
    .map((row) => row.stem)
  const spelled = alike.filter((other) => other !== stem && isSpellingOf(stem, other))
  const exists = prepare<[string], { stem: string }>(db, 'SELECT stem FROM stems_v1 WHERE stem = ?')
  const particled = PROCLITICS.map((particle) => particle + stem).filter(
    (word) => frequencyOf(word) === 0 && exists.get(word) !== undefined,
  )
  return [stem, ...spelled, ...particled].slice(0, MAX_SPELLINGS)
}
