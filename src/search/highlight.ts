import { analyze } from '../analysis/analyzer.ts'
import { type ExpandedNode, expandedLeaves } from '../domain/query.ts'
import { overlaps, type Span } from '../domain/span.ts'
import { occurrencesIn, occurrencesOf } from './occurrences.ts'

/** A passage of a field with the words that matched. `offset` is where `text` begins in the field, `ranges` count from the start of `text`. */
export type Highlight = {
  readonly field: 'title' | 'body'
  readonly text: string
  readonly ranges: readonly (readonly [start: number, end: number])[]
  readonly offset: number
  readonly truncated_start: boolean
  readonly truncated_end: boolean
  readonly dir: 'rtl' | 'ltr'
}

/** A text to show: one field of an article, the stretches of it that are not indexed, and its direction. */
export type Shown = {
  readonly field: Highlight['field']
  readonly text: string
  readonly hidden: readonly Span[]
  readonly dir: Highlight['dir']
}

/** A matched word and which words of the query it stands for. */
type Hit = Span & { readonly leaves: Set<number> }

const PASSAGE = 220
const MAX_PASSAGES = 2
/** Matched words of a text among which the best passages are looked for, from its beginning. */
const MAX_HITS = 2_000

/**
 * The best passages of a text, best first: the one that holds most different words of the query, then most words, then the earliest. Whole words of the
 * surface, a glued word whole, of a phrase only where it stands as one; cut where words end, at a sentence where one begins. Empty where nothing matches.
 */
export function highlight(shown: Shown, query: ExpandedNode): Highlight[] {
  const hits = findHits(shown, query).slice(0, MAX_HITS)
  const windows = hits
    .map((_, i) => windowFrom(hits, i))
    .sort((a, b) => b.worth - a.worth || b.hits.length - a.hits.length || a.start - b.start)
  const chosen: Window[] = []
  for (const window of windows) {
    if (chosen.length === MAX_PASSAGES) break
    if (chosen.every((taken) => window.end <= taken.start || window.start >= taken.end)) chosen.push(window)
  }
  return chosen.map(({ hits: within }) => passage(shown, within))
}

/** Words of the text that a query's words stand for, each as it is written, in order; parts of one glued word are one. */
function findHits({ field, text, hidden }: Shown, query: ExpandedNode): Hit[] {
  const tokens = analyze(text)
  const occurrences = field === 'title' ? occurrencesIn(tokens, []) : occurrencesIn([], tokens)
  const leavesAt = new Map<number, Set<number>>()
  for (const [leaf, one] of expandedLeaves(query).entries()) {
    for (const position of occurrencesOf(one, occurrences).flat()) {
      const leaves = leavesAt.get(position) ?? new Set()
      leavesAt.set(position, leaves.add(leaf))
    }
  }
  const hits: Hit[] = []
  for (const [position, leaves] of [...leavesAt].sort(([a], [b]) => a - b)) {
    const { start, end } = tokens[position]!.whole ?? tokens[position]!
    const last = hits.at(-1)
    if (last && last.start === start) for (const leaf of leaves) last.leaves.add(leaf)
    else if (!hidden.some((span) => overlaps(span, { start, end }))) hits.push({ start, end, leaves })
  }
  return hits
}

type Window = Span & { readonly hits: readonly Hit[]; readonly worth: number }

function windowFrom(hits: readonly Hit[], first: number): Window {
  const start = hits[first]!.start
  let last = first
  while (last + 1 < hits.length && hits[last + 1]!.end - start <= PASSAGE) last += 1
  const within = hits.slice(first, last + 1)
  return { start, end: within.at(-1)!.end, hits: within, worth: new Set(within.flatMap(({ leaves }) => [...leaves])).size }
}

function passage({ field, text, dir }: Shown, hits: readonly Hit[]): Highlight {
  const [first, last] = [hits[0]!, hits.at(-1)!]
  const spare = Math.max(0, Math.floor((PASSAGE - (last.end - first.start)) / 2))
  const start = startOfWord(text, first.start - spare, first.start)
  const end = endOfWord(text, last.end + spare, last.end)
  return {
    field,
    text: text.slice(start, end),
    ranges: hits.map((hit) => [hit.start - start, hit.end - start] as const),
    offset: start,
    truncated_start: text.slice(0, start).trim() !== '',
    truncated_end: text.slice(end).trim() !== '',
    dir,
  }
}

/** The start of the first whole word at or after `from`; never past `limit`. A sentence that begins in between is preferred. */
function startOfWord(text: string, from: number, limit: number): number {
  if (from <= 0) return text.length - text.trimStart().length > limit ? 0 : text.length - text.trimStart().length
  const stretch = text.slice(from, limit)
  const sentence = /[.!?؟\n]\s*(?=\S)/.exec(stretch)
  if (sentence) return from + sentence.index + sentence[0].length
  const word = /\s+(?=\S)/.exec(stretch)
  return word ? from + word.index + word[0].length : limit
}

function endOfWord(text: string, to: number, limit: number): number {
  if (to >= text.length) return text.trimEnd().length
  const stretch = text.slice(limit, to)
  const at = Math.max(stretch.lastIndexOf(' '), stretch.lastIndexOf('\n'))
  return at >= 0 ? limit + at : limit
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)

/** A passage as HTML: everything escaped, each matched word in `<mark>`. */
export function toHtml({ text, ranges }: Pick<Highlight, 'text' | 'ranges'>): string {
  let html = ''
  let at = 0
  for (const [start, end] of ranges) {
    html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escaped(text.slice(at))
}
