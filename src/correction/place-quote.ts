import type { TextQuote } from '../domain/decision.ts'
import type { Span } from '../domain/span.ts'

/** Letters of context on either side. */
const CONTEXT_LENGTH = 32

/** A stretch of a body with the text around it. */
export const quoteAt = (body: string, { start, end }: Span): TextQuote => ({
  start,
  end,
  exact: body.slice(start, end),
  prefix: whole(body.slice(Math.max(0, start - CONTEXT_LENGTH), start)),
  suffix: whole(body.slice(end, end + CONTEXT_LENGTH)),
})

/** Without half of a letter at either end. */
const whole = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')

/**
 * Where a quote stands in a body that may have changed since (after the W3C Web Annotation Data Model, TextQuoteSelector): where it stood, else where it
 * stands once, else where it stands once between the same words; `found` counts the places where that does not tell.
 */
export function placeQuote(body: string, { exact, prefix, suffix, start, end }: TextQuote): Span | { readonly found: number } {
  if (body.slice(start, end) === exact) return { start, end }
  const starts: number[] = []
  for (let at = body.indexOf(exact); at >= 0; at = body.indexOf(exact, at + 1)) starts.push(at)
  const between = starts.filter((at) => body.slice(0, at).endsWith(prefix) && body.startsWith(suffix, at + exact.length))
  const [only, ...others] = starts.length === 1 ? starts : between
  return only !== undefined && others.length === 0 ? { start: only, end: only + exact.length } : { found: starts.length }
}
