/** Longest line that is read into memory, in bytes. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024
const NEWLINE = 0x0a

export type Line = { readonly number: number; readonly bytes: Buffer } | { readonly number: number; readonly tooLong: number }

/** The lines of a stream that are not empty, one after the other, never more than one in memory; a line over the limit is counted and left out. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 1
  let parts: Buffer[] = []
  let length = 0
  const add = (part: Buffer): void => {
    length += part.length
    if (length <= MAX_LINE_BYTES) parts.push(part)
    else parts = []
  }
  const take = (): Line => {
    const line: Line = length <= MAX_LINE_BYTES ? { number, bytes: Buffer.concat(parts) } : { number, tooLong: length }
    number += 1
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      if (end === from && length === 0) number += 1
      else {
        add(chunk.subarray(from, end))
        yield take()
      }
      from = end + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (length > 0) yield take()
}
