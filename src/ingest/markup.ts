/** Elements that stand on lines of their own. */
const BLOCK = /^<\/?(?:p|br|div|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|figure|figcaption)\b/i
const TAG_OR_ENTITY = /<\/?[a-z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi
/** What is not read with all that it holds. */
const UNREAD = [
  ['<!--', '-->'],
  ['<script', '</script>'],
  ['<style', '</style>'],
] as const

/** A text with the tags, comments and character references of HTML blanked, same length, so that whatever is found in it has offsets of the text; elements of lines of their own part lines. */
export function maskMarkup(body: string): string {
  if (!/[<&]/.test(body)) return body
  return maskUnread(body).replace(TAG_OR_ENTITY, (found) => signOf(found) + ' '.repeat(found.length - 1))
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  laquo: '«',
  raquo: '»',
  apos: "'",
  hellip: '…',
  ndash: '–',
  mdash: '—',
}

/** The one sign that a tag or character reference stands for in a text. */
function signOf(found: string): string {
  if (found.startsWith('<')) return BLOCK.test(found) ? '\n' : ' '
  const name = found.slice(1, -1).toLowerCase()
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : null
  return code === null
    ? (SIGNS[name] ?? ' ')
    : code >= 0x21 && code <= 0xffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCharCode(code)
      : ' '
}

/** Without comments, scripts and styles; what is never closed stays. One pass. */
function maskUnread(body: string): string {
  const lower = body.toLowerCase()
  if (lower.length !== body.length) return body
  return UNREAD.reduce((text, [open, close]) => {
    const parts: string[] = []
    let at = 0
    for (let start = lower.indexOf(open); start >= 0; start = lower.indexOf(open, at)) {
      const end = lower.indexOf(close, start)
      if (end < 0) break
      parts.push(text.slice(at, start), '\n'.repeat(end + close.length - start))
      at = end + close.length
    }
    return parts.join('') + text.slice(at)
  }, body)
}
