import { analyze } from '../analysis/analyzer.ts'
import type { Span } from '../domain/span.ts'

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

export type Matched = { readonly stems: ReadonlySet<string>; readonly forms: ReadonlySet<string> }

const PASSAGE = 220
const MAX_PASSAGES = 2

/** The best passages of a text, best first: whole words of the surface, a glued word whole, cut where words end. Empty where nothing matches. */
export function highlight(field: Highlight['field'], text: string, matched: Matched, dir: Highlight['dir']): Highlight[] {
  const spans = matchedSpans(text, matched)
  const windows = spans.map((_, i) => windowFrom(spans, i)).sort((a, b) => b.spans.length - a.spans.length || a.start - b.start)
  const chosen: { start: number; spans: readonly Span[] }[] = []
  for (const window of windows) {
    if (chosen.length === MAX_PASSAGES) break
    if (chosen.every(({ spans: taken }) => !window.spans.some((span) => taken.includes(span)))) chosen.push(window)
  }
  return chosen.map(({ spans: within }) => passage(field, text, within, dir))
}

/** Words of the text that a query's words stand for, each as it is written; parts of one glued word are one span. */
export function matchedSpans(text: string, { stems, forms }: Matched): Span[] {
  const spans: Span[] = []
  for (const token of analyze(text)) {
    if (!stems.has(token.stem) && !forms.has(token.form)) continue
    const { start, end } = token.whole ?? token
    const last = spans.at(-1)
    if (!last || last.start !== start) spans.push({ start, end })
  }
  return spans
}

function windowFrom(spans: readonly Span[], first: number): { start: number; spans: readonly Span[] } {
  const start = spans[first]!.start
  return { start, spans: spans.filter((span, i) => i >= first && span.end - start <= PASSAGE) }
}

function passage(field: Highlight['field'], text: string, spans: readonly Span[], dir: Highlight['dir']): Highlight {
  const [first, last] = [spans[0]!, spans.at(-1)!]
  const spare = Math.max(0, Math.floor((PASSAGE - (last.end - first.start)) / 2))
  const start = startOfWord(text, first.start - spare, first.start)
  const end = endOfWord(text, last.end + spare, last.end)
  return {
    field,
    text: text.slice(start, end),
    ranges: spans.map((span) => [span.start - start, span.end - start] as const),
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
