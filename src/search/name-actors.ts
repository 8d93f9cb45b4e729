import { analyze } from '../analysis/analyzer.ts'
import type { QueryNode } from '../domain/query.ts'
import type { Term } from '../domain/token.ts'

/** A stretch of a query's plain words that names an actor, with all spellings of the name, the most used first. */
export type Named = { readonly from: number; readonly to: number; readonly names: readonly string[] }

const MAX_NAMES = 8

/** The plain words that follow one another at the top of a query: where an actor can be named. */
export function plainWords(node: QueryNode): Term[] {
  const parts = node.kind === 'all' ? node.of : [node]
  return parts.flatMap((part) => (part.kind === 'word' && part.field === null ? [part.term] : []))
}

/**
 * Lets a query that names an actor find his other spellings: the words of the name, or any name of two words and more that articles give him, or, where the
 * query has him in Latin letters, one word too.
 */
export function widenNames(node: QueryNode, named: readonly Named[]): QueryNode {
  if (named.length === 0) return node
  const parts = node.kind === 'all' ? node.of : [node]
  const plain = parts.filter((part) => part.kind === 'word' && part.field === null)
  const of: QueryNode[] = []
  for (const part of parts) {
    const at = plain.indexOf(part)
    const stretches = at < 0 ? [] : named.filter(({ from, to }) => at >= from && at < to)
    if (stretches.length === 0) of.push(part)
    else if (at === stretches[0]!.from) of.push(widen(plain.slice(at, stretches[0]!.to), stretches))
  }
  if (node.kind === 'all') return of.length === 1 && node.except.length === 0 ? of[0]! : { ...node, of }
  return of[0]!
}

function widen(words: readonly QueryNode[], stretches: readonly Named[]): QueryNode {
  const own: QueryNode = words.length === 1 ? words[0]! : { kind: 'all', of: words, except: [] }
  const isLatin = words.some((word) => word.kind === 'word' && /^\p{Script=Latin}/u.test(word.term.form))
  const typed = words.flatMap((word) => (word.kind === 'word' ? [word.term] : []))
  const names = stretches.flatMap(({ names: all }) => all.slice(0, MAX_NAMES)).map(nodeOfName)
  const others = names.filter(
    (name): name is QueryNode => name !== null && (isLatin || (name.kind === 'phrase' && !holdsAll(name.terms, typed))),
  )
  return others.length > 0 ? { kind: 'any', of: [own, ...others] } : own
}

/** A name that holds all the words that were typed, in some spelling, is found by them anyway. */
const holdsAll = (name: readonly Term[], typed: readonly Term[]): boolean =>
  typed.every((word) => name.some(({ stem, key }) => stem === word.stem || key === word.key))

function nodeOfName(name: string): QueryNode | null {
  const terms = analyze(name).map(({ text, form, stem, key }): Term => ({ text, form, stem, key }))
  if (terms.length === 0) return null
  return terms.length === 1 ? { kind: 'word', term: terms[0]!, field: null } : { kind: 'phrase', terms, within: null, field: null }
}
