import Negotiator from 'negotiator'

/** The formats of lists beside JSON: their media types, and what they are for. */
export const FORMATS = {
  csv: { type: 'text/csv', about: 'A table with a byte order mark, for spreadsheets.' },
  ndjson: { type: 'application/x-ndjson', about: 'One item a line, then a last line `{"end": true, "count": n}`.' },
  ics: { type: 'text/calendar', about: 'An event for every meeting that has a date.' },
} as const
export type Format = keyof typeof FORMATS

/** The format that an Accept header prefers among those of a list; null is JSON, also where it names nothing that there is. */
export function preferredFormat(accept: string | undefined, formats: readonly Format[]): Format | null {
  if (accept === undefined) return null
  const best = new Negotiator({ headers: { accept } }).mediaType(['application/json', ...formats.map((format) => FORMATS[format].type)])
  return formats.find((format) => FORMATS[format].type === best) ?? null
}
