import type { Span } from '../domain/span.ts'

/** A run of letters or digits as it stands (`surface`) and as it reads (`text`). */
export type Segment = Span & { readonly surface: string; readonly text: string }

const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\u0640]*/gu
const INVISIBLE = /[\p{M}\p{Cf}\u0640]/gu
const DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g
const SIMPLE = /^[\u0621-\u063A\u0641-\u064A]+$/

/**
 * Cuts a text into words. Marks, tatweel, bidi and zero-width characters inside a word are dropped from `text` and kept in the span, so marks
 * inserted anywhere change nothing but offsets. A digit glued to Arabic letters («في12») stands alone. Never throws, never overlaps.
 */
export function segment(body: string): Segment[] {
  const segments: Segment[] = []
  for (const match of body.matchAll(RUN)) {
    const surface = match[0]
    if (SIMPLE.test(surface)) segments.push({ start: match.index, end: match.index + surface.length, surface, text: surface })
    else pushParts(segments, surface, match.index)
  }
  return segments
}

/** Composes hamza and madda (NFC = NFD = NFKC), then drops what does not read. */
export function readable(surface: string): string {
  return surface
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf))
    .normalize('NFKD')
    .replace(/(?<=\P{Script=Arabic})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .toLowerCase()
}

function pushParts(segments: Segment[], run: string, offset: number): void {
  for (const part of splitScripts(run)) {
    const words = readable(part.surface).match(/[\p{L}\p{N}]+/gu) ?? []
    for (const text of words) segments.push({ start: offset + part.start, end: offset + part.end, surface: part.surface, text })
  }
}

/** Arabic letters and digits do not form one word; Latin letters and digits do («G20», «covid19»). */
function splitScripts(run: string): (Span & { surface: string })[] {
  const bare = run.replace(INVISIBLE, '')
  const mixed = /\p{Script=Arabic}/u.test(bare.replace(/\p{N}/gu, '')) && /\p{N}|\p{Script=Latin}/u.test(bare)
  if (!mixed) return [{ start: 0, end: run.length, surface: run }]
  const cover =
    /(?:(?!\p{N})\p{Script=Arabic}|\u0640)(?:(?!\p{N})\p{Script=Arabic}|[\p{M}\p{Cf}\u0640])*|\p{N}[\p{N}\p{M}\p{Cf}\u0640]*|[^\p{Script=Arabic}\p{N}]+/gu
  return [...run.matchAll(cover)].map((match) => ({ start: match.index, end: match.index + match[0].length, surface: match[0] }))
}
