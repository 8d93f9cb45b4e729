import type { TaggedSpan } from './tag-words.ts'

type ByWord = ReadonlyMap<number, TaggedSpan>
const beginnings = new WeakMap<readonly TaggedSpan[], ByWord>()
const endings = new WeakMap<readonly TaggedSpan[], ByWord>()

/** The span that begins at a word, of spans that do not overlap; found in constant time once the list was seen. */
export const spanFrom = (spans: readonly TaggedSpan[], word: number): TaggedSpan | undefined =>
  indexOf(beginnings, spans, ({ first }) => first).get(word)

/** The span that ends at a word. */
export const spanUpTo = (spans: readonly TaggedSpan[], word: number): TaggedSpan | undefined =>
  indexOf(endings, spans, ({ last }) => last).get(word)

function indexOf(
  known: WeakMap<readonly TaggedSpan[], ByWord>,
  spans: readonly TaggedSpan[],
  wordOf: (span: TaggedSpan) => number,
): ByWord {
  const index = known.get(spans) ?? new Map([...spans].reverse().map((span) => [wordOf(span), span]))
  known.set(spans, index)
  return index
}
