import type { Boilerplate } from '../domain/article.ts'
import type { Span } from '../domain/span.ts'
import { BOILERPLATE_CUES } from '../lexicon/boilerplate.ts'

/** Finds share bars, bylines, keyword lists and lists of other headlines. The body keeps every character; spans are in order and do not overlap. */
export function findBoilerplate(body: string): Boilerplate[] {
  const found: Boilerplate[] = []
  for (const { id, pattern, reach } of BOILERPLATE_CUES) {
    for (const match of body.matchAll(new RegExp(pattern.source, 'gu'))) {
      const start = match.index + (/^\n/.test(match[0]) ? 1 : 0)
      found.push({
        start,
        end: reach === 'end' ? body.length : reach === 'list' ? endOfList(body, start) : endOfLine(body, start),
        rule: id,
      })
    }
  }
  let covered = 0
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isFree = start >= covered
      covered = Math.max(covered, end)
      return isFree
    })
}

function endOfLine(body: string, from: number): number {
  const newline = body.indexOf('\n', from)
  return newline < 0 ? body.length : newline
}

/** A list of headlines ends before a line that is too long for one, or ends as a sentence does. */
function endOfList(body: string, from: number): number {
  let end = endOfLine(body, from)
  for (let lines = 0; lines < MAX_HEADLINES && end < body.length; lines++) {
    const next = endOfLine(body, end + 1)
    const line = body.slice(end + 1, next).trim()
    if (line.length > MAX_HEADLINE || /[.。،:؛]["»”)]?$/u.test(line)) break
    end = next
  }
  return end
}
const MAX_HEADLINE = 100
const MAX_HEADLINES = 30

/** The body with boilerplate, its spans in order, blanked, same length, so that whatever is found in it has offsets of the body. */
export function maskBoilerplate(body: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of spans) {
    parts.push(body.slice(at, start), '\n'.repeat(end - start))
    at = end
  }
  return parts.join('') + body.slice(at)
}
