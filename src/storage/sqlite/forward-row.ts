const CONTINUES = 0x80
const BITS = 7

/** The words of an article as ids, title first: what a forward row holds. */
export type ForwardRow = { readonly titleLength: number; readonly ids: Int32Array }

/** Writes a forward row as varints, seven bits a byte, low bits first: the number of title words, then all ids in text order. */
export function encodeRow({ titleLength, ids }: { readonly titleLength: number; readonly ids: readonly number[] }): Buffer {
  const bytes: number[] = []
  const push = (value: number): void => {
    let rest = value
    while (rest >= CONTINUES) {
      bytes.push((rest & (CONTINUES - 1)) | CONTINUES)
      rest >>>= BITS
    }
    bytes.push(rest)
  }
  push(titleLength)
  for (const id of ids) push(id)
  return Buffer.from(bytes)
}

/** Reads what `encodeRow` wrote. */
export function decodeRow(bytes: Uint8Array): ForwardRow {
  const ids = new Int32Array(bytes.length)
  let count = -1
  let titleLength = 0
  let value = 0
  let shift = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    value |= (byte & (CONTINUES - 1)) << shift
    if (byte >= CONTINUES) {
      shift += BITS
      continue
    }
    if (count < 0) titleLength = value
    else ids[count] = value
    count += 1
    value = 0
    shift = 0
  }
  return { titleLength, ids: ids.subarray(0, Math.max(0, count)) }
}
