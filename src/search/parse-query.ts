import { analyze } from '../analysis/analyzer.ts'
import type { QueryField, QueryNode } from '../domain/query.ts'
import type { Term, Token } from '../domain/token.ts'
import { INTERROGATIVES } from '../lexicon/stop-words.ts'
import { withoutCommonWords } from './common-words.ts'
import { type Lexeme, lexQuery } from './lex-query.ts'
import { printQuery } from './print-query.ts'

export type ParsedQuery = {
  /** Null where no word is left to look for. */
  readonly node: QueryNode | null
  /** Whether it is a question («متى …؟»): people ask in words that no article repeats, so any of them is enough. */
  readonly isQuestion: boolean
  /** Whether the query says what to leave out. */
  readonly hasUnwanted: boolean
  /** The query as it is read, in its own language. */
  readonly normalized: string
  /** What was read otherwise than it stands: dropped words, a quote that does not close, signs that mean nothing where they stand. */
  readonly notes: readonly string[]
}

const MAX_WORDS = 64
const MAX_DEPTH = 16
const LEAST_PREFIX = 2
const MAX_WITHIN = 100

const NOTES = {
  quote: 'a quote does not close; it was read up to the end',
  open: 'a parenthesis does not close; it was read up to the end',
  close: 'a closing parenthesis without an opening one was left out',
  empty: 'empty parentheses or quotes were left out',
  or: '«|» without words on both sides was left out',
  not: '«-» without a word behind it was left out',
  onlyNot: 'a part that only says what must not be there was left out: say also what must be',
  title: '«title:» without a word behind it was left out',
  within: '«~N» stands behind a quote of several words or between two words; elsewhere it was left out',
  equals: '«=» stands right before one word, without a star; elsewhere it was left out',
  near: 'NEAR is not of this language: write «a ~5 b»; it was left out',
  far: `«~N» reaches ${MAX_WITHIN} words at most`,
  prefix: `«*» needs ${LEAST_PREFIX} letters before it; the word was looked for as it is`,
  deep: `parentheses are read ${MAX_DEPTH} deep; further ones were left out`,
  question: 'this is a question: any of its words is enough, texts that hold more of them come first',
  words: `only the first ${MAX_WORDS} words were looked for`,
} as const

/**
 * Reads the query language: words (all must be there), `"a phrase"`, `a | b`, `-without`, `( )`, `begin*`, `title:word`, `"a b"~5` and `a ~5 b` (within five
 * words), `=word` (as spelled). `|` binds weaker than a space. Never throws: what makes no sense is repaired, and the repair is noted.
 */
export function parseQuery(q: string): ParsedQuery {
  const parser = new Parser(lexQuery(q))
  const read = parser.readAlternatives(0, null)
  const asks = read?.kind === 'all' && (/[?؟]/.test(q) || INTERROGATIVES.has(analyze(q)[0]?.form ?? ''))
  const node = read && withoutCommonWords(read, asks, parser.notes)
  const isQuestion = asks && node?.kind === 'all'
  if (isQuestion) parser.notes.add(NOTES.question)
  return { node, isQuestion, hasUnwanted: parser.hasUnwanted, normalized: node ? printQuery(node) : '', notes: [...parser.notes] }
}

/** A part that must not be there stays apart until its group is whole. */
type Part = { readonly node: QueryNode; readonly unwanted: boolean }

/** Recursive descent over lexemes: alternatives → sequence → part. */
class Parser {
  readonly notes = new Set<string>()
  hasUnwanted = false
  private readonly lexemes: readonly Lexeme[]
  private at = 0
  private words = 0

  constructor(lexemes: readonly Lexeme[]) {
    this.lexemes = lexemes
  }

  readAlternatives(depth: number, field: QueryField): QueryNode | null {
    const branches: QueryNode[] = []
    let missing = false
    for (;;) {
      const branch = this.readSequence(depth, field)
      if (branch) branches.push(branch)
      else missing = true
      const next = this.lexemes[this.at]
      if (next?.type === 'or') {
        this.at += 1
        if (this.lexemes[this.at] === undefined || missing) this.notes.add(NOTES.or)
      } else if (next?.type === 'close' && depth === 0) {
        this.notes.add(NOTES.close)
        this.at += 1
      } else break
    }
    return branches.length > 1 ? { kind: 'any', of: branches } : (branches[0] ?? null)
  }

  private readSequence(depth: number, field: QueryField): QueryNode | null {
    const parts: Part[] = []
    for (let next = this.lexemes[this.at]; next && next.type !== 'or' && next.type !== 'close'; next = this.lexemes[this.at]) {
      if (next.type === 'within') this.readWithin(next.distance, parts, depth, field)
      else parts.push(...this.readPart(depth, field))
    }
    const of = withoutRepeats(parts.filter(({ unwanted }) => !unwanted).map(({ node }) => node))
    const except = parts.filter(({ unwanted }) => unwanted).map(({ node }) => node)
    if (except.length > 0) this.hasUnwanted = true
    if (of.length === 0) {
      if (except.length > 0) this.notes.add(NOTES.onlyNot)
      return null
    }
    return of.length === 1 && except.length === 0 ? of[0]! : { kind: 'all', of, except }
  }

  /** One part; several where a piece holds several words («رئيس-الوزراء»), none where it holds no word. */
  private readPart(depth: number, field: QueryField): Part[] {
    const lexeme = this.lexemes[this.at]!
    this.at += 1
    switch (lexeme.type) {
      case 'not':
      case 'title': {
        const next = this.lexemes[this.at]
        const isNot = lexeme.type === 'not'
        if (!next || next.type === 'or' || next.type === 'close' || next.type === 'within') {
          this.notes.add(isNot ? NOTES.not : NOTES.title)
          return []
        }
        const parts = this.readPart(depth, isNot ? field : 'title')
        if (!isNot) return parts
        return parts.map(({ node, unwanted }) => ({ node, unwanted: !unwanted }))
      }
      case 'field':
        this.notes.add(`there is no field «${lexeme.name}»: only «title:»; its words were looked for everywhere`)
        return []
      case 'tilde':
        this.notes.add(NOTES.within)
        return []
      case 'equals':
        this.notes.add(NOTES.equals)
        return []
      case 'near':
        this.notes.add(NOTES.near)
        return []
      case 'open':
        return this.readGroup(depth, field)
      case 'phrase':
        return this.readPhrase(lexeme, field)
      case 'piece':
        return this.readPiece(lexeme, field)
      default:
        return []
    }
  }

  private readGroup(depth: number, field: QueryField): Part[] {
    if (depth >= MAX_DEPTH) {
      this.notes.add(NOTES.deep)
      return []
    }
    const node = this.readAlternatives(depth + 1, field)
    if (this.lexemes[this.at]?.type === 'close') this.at += 1
    else this.notes.add(NOTES.open)
    if (node) return [{ node, unwanted: false }]
    this.notes.add(NOTES.empty)
    return []
  }

  private readPhrase({ text, closed }: { text: string; closed: boolean }, field: QueryField): Part[] {
    if (!closed) this.notes.add(NOTES.quote)
    const terms = this.take(analyze(text))
    if (terms.length === 0) {
      this.notes.add(NOTES.empty)
      return []
    }
    const node: QueryNode = terms.length === 1 ? { kind: 'word', term: terms[0]!, field } : { kind: 'phrase', terms, within: null, field }
    return [{ node, unwanted: false }]
  }

  private readPiece({ text, asSpelled, isPrefix }: { text: string; asSpelled: boolean; isPrefix: boolean }, field: QueryField): Part[] {
    const terms = this.take(analyze(text))
    if (asSpelled && isPrefix) this.notes.add(NOTES.equals)
    return terms.map((term, i) => {
      const isLast = i === terms.length - 1
      const tooShort = isPrefix && isLast && [...term.form].length < LEAST_PREFIX
      if (tooShort) this.notes.add(NOTES.prefix)
      const node: QueryNode =
        isPrefix && isLast && !tooShort ? { kind: 'prefix', form: term.form, field } : { kind: asSpelled ? 'spelled' : 'word', term, field }
      return { node, unwanted: false }
    })
  }

  /** `"a b"~5` and `a ~5 b`. */
  private readWithin(distance: number, parts: Part[], depth: number, field: QueryField): void {
    this.at += 1
    const last = parts.at(-1)
    const next = this.lexemes[this.at]
    if (distance > MAX_WITHIN) this.notes.add(NOTES.far)
    if (distance < 1) this.notes.add(NOTES.within)
    const within = Math.min(Math.max(distance, 1), MAX_WITHIN)
    if (last?.node.kind === 'phrase' && last.node.within === null) {
      parts[parts.length - 1] = { ...last, node: { ...last.node, terms: distinctTerms(last.node.terms), within } }
      return
    }
    const joins = last && !last.unwanted && (last.node.kind === 'word' || last.node.kind === 'phrase') && next?.type === 'piece'
    const following = joins ? this.readPart(depth, field) : []
    const [first, ...rest] = following
    if (!joins || first?.node.kind !== 'word') {
      this.notes.add(NOTES.within)
      parts.push(...following)
      return
    }
    const before = last.node.kind === 'word' ? [last.node.term] : (last.node as { terms: readonly Term[] }).terms
    parts[parts.length - 1] = {
      node: { kind: 'phrase', terms: distinctTerms([...before, first.node.term]), within, field: first.node.field },
      unwanted: false,
    }
    parts.push(...rest)
  }

  private take(tokens: readonly Token[]): Term[] {
    const room = Math.max(0, MAX_WORDS - this.words)
    this.words += tokens.length
    if (tokens.length > room) this.notes.add(NOTES.words)
    return tokens.slice(0, room).map(({ text, form, stem, key }) => ({ text, form, stem, key }))
  }
}

/** The same word asked for twice asks for no more. */
function withoutRepeats(nodes: readonly QueryNode[]): QueryNode[] {
  const seen = new Set<string>()
  return nodes.filter((node) => {
    const print = printQuery(node, true)
    return !seen.has(print) && seen.add(print)
  })
}

/** Words that lie near one another are different words. */
const distinctTerms = (terms: readonly Term[]): Term[] =>
  terms.filter(({ stem }, i) => terms.findIndex((other) => other.stem === stem) === i)
