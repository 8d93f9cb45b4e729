/** A stretch of a stored text. Offsets are UTF-16 code units, `end` exclusive: `text.slice(start, end)` is what it covers. */
export type Span = { readonly start: number; readonly end: number }

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
