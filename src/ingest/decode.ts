import type { z } from 'zod'

/** UTF-8 text, a byte order mark left out; other encodings and binary files are refused by name. */
export function decode(bytes: Buffer): { text: string } | { fault: string } {
  if (bytes.length === 0) return { fault: 'the file is empty' }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { fault: 'this is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8' }
  if (bytes.includes(0)) return { fault: 'this is a binary file (it holds NUL bytes), no text' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const arabic = bytes.filter((byte) => byte >= 0xc0).length / bytes.length > 0.3
    return { fault: `this is not UTF-8${arabic ? ', it looks like Windows-1256 (iconv -f WINDOWS-1256 -t UTF-8)' : ''}` }
  }
}

/** A value of JSON. */
export function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { fault: `no JSON: ${(error as Error).message}` }
  }
}

/** All that a schema finds wrong, each with its path. */
export const told = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')
