import type { Boilerplate } from '../domain/article.ts'
import type { Span } from '../domain/span.ts'
import { BOILERPLATE_CUES } from '../lexicon/boilerplate.ts'

/** Finds share bars, bylines, keyword lists and lists of other headlines. The body keeps every character; spans are in order and do not overlap. */
export function findBoilerplate(body: string): Boilerplate[] {
  const found: Boilerplate[] = []
  for (const { id, pattern, reach } of BOILERPLATE_CUES) {
    for (const match of body.matchAll(new RegExp(pattern.source, 'gu'))) {
      const start = match.index + (/^\n/.test(match[0]) ? 1 : 0)
      const newline = body.indexOf('\n', start)
      found.push({ start, end: reach === 'end' || newline < 0 ? body.length : newline, rule: id })
    }
  }
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span, i, all) => !all.slice(0, i).some((earlier) => earlier.end > span.start))
}

/** The body with boilerplate blanked, same length, so that whatever is found in it has offsets of the body. */
export function maskBoilerplate(body: string, spans: readonly Span[]): string {
  let masked = body
  for (const { start, end } of spans)
    masked = masked.slice(0, start) + masked.slice(start, end).replace(/[^\n]/gu, (c) => '\n'.repeat(c.length)) + masked.slice(end)
  return masked
}
