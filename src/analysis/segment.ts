import type { Span } from '../domain/span.ts'

/** A run of letters or digits as it stands (`surface`) and as it reads (`text`). */
export type Segment = Span & { readonly surface: string; readonly text: string }

const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\u0640]*(?<!\p{Cf})/gu
const INVISIBLE = /[\p{M}\p{Cf}\u0640]/gu
const DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g

/** What nearly all of a text is made of, told by a table instead of Unicode properties: gaps between words, and Arabic letters that read as they stand. */
const GAP = 1
const PLAIN = 2
const CLASS_OF = new Uint8Array(0x700)
for (let code = 0; code < 0x80; code++) if (!/[0-9A-Za-z]/.test(String.fromCharCode(code))) CLASS_OF[code] = GAP
for (const sign of '\u00A0«»،؛؟') CLASS_OF[sign.charCodeAt(0)] = GAP
for (let code = 0x621; code <= 0x64a; code++) if (code <= 0x63a || code >= 0x641) CLASS_OF[code] = PLAIN
const classAt = (body: string, at: number): number => CLASS_OF[body.charCodeAt(at)] ?? 0

/**
 * Cuts a text into words. Marks, tatweel, bidi and zero-width characters inside a word are dropped from `text` and kept in the span, so marks
 * inserted anywhere change nothing but offsets. A digit glued to Arabic letters («في12») stands alone. Never throws, never overlaps.
 */
export function segment(body: string): Segment[] {
  const segments: Segment[] = []
  for (let at = 0; at < body.length; ) {
    const kind = classAt(body, at)
    if (kind === GAP) {
      at += 1
      continue
    }
    let end = at
    if (kind === PLAIN) while (end < body.length && classAt(body, end) === PLAIN) end += 1
    if (end > at && (end === body.length || classAt(body, end) === GAP)) {
      const surface = body.slice(at, end)
      segments.push({ start: at, end, surface, text: surface })
      at = end
      continue
    }
    RUN.lastIndex = at
    const run = RUN.exec(body)
    if (!run) break
    pushParts(segments, run[0], run.index)
    at = run.index + run[0].length
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
