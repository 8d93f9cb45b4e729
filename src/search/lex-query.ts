/** One sign or piece of a query as it is typed. */
export type Lexeme =
  | { readonly type: 'open' | 'close' | 'or' | 'not' | 'title' | 'equals' | 'tilde' | 'near' }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'phrase'; readonly text: string; readonly closed: boolean }
  | { readonly type: 'within'; readonly distance: number }
  | { readonly type: 'piece'; readonly text: string; readonly asSpelled: boolean; readonly isPrefix: boolean }

const LEXEME = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    '(?<sign>[()|])',
    '["«“”](?<phrase>[^"»“”]*)(?<closed>["»“”]?)',
    String.raw`~(?<distance>\d{1,4})(?![^\s()|"«“”])`,
    String.raw`(?<tilde>~[^\s()|"«“”]*)`,
    String.raw`(?<title>(?:title|عنوان):)\s*(?=[^\s:])`,
    String.raw`(?<field>(?<=^|[\s(|])[a-z_]{2,20}):(?=[^\s:/])`,
    String.raw`(?<not>(?<=^|[\s(|:])[-\u2212])(?=[^\s])`,
    String.raw`(?<word>(?<=^|[\s(|])(?:OR|AND|NOT|NEAR)(?=$|[\s()]))`,
    String.raw`(?<piece>=?[^\s()|"«»“”~=]+=*)`,
    '(?<equals>=)',
    '(?<stray>.)',
  ].join('|'),
  'gu',
)
const SIGNS = { '(': 'open', ')': 'close', '|': 'or' } as const
/** Operators of other engines, which people type from habit; «AND» is what a space means. */
const WORDS: Readonly<Record<string, 'or' | 'not' | 'near' | null>> = { OR: 'or', NOT: 'not', NEAR: 'near', AND: null }

/** Cuts a query into signs, quotes and pieces. Never throws; every character that means something is in some lexeme. */
export function lexQuery(q: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  for (const { groups = {} } of q.matchAll(LEXEME)) {
    const { sign, phrase, closed, distance, tilde, title, field, not, word, piece, equals } = groups
    if (sign !== undefined) lexemes.push({ type: SIGNS[sign as keyof typeof SIGNS] })
    else if (phrase !== undefined) lexemes.push({ type: 'phrase', text: phrase, closed: closed !== '' })
    else if (distance !== undefined) lexemes.push({ type: 'within', distance: Number(distance) })
    else if (tilde !== undefined) lexemes.push({ type: 'tilde' })
    else if (title !== undefined) lexemes.push({ type: 'title' })
    else if (field !== undefined) lexemes.push({ type: 'field', name: field })
    else if (not !== undefined) lexemes.push({ type: 'not' })
    else if (word !== undefined) lexemes.push(...(WORDS[word] ? [{ type: WORDS[word] }] : []))
    else if (equals !== undefined) lexemes.push({ type: 'equals' })
    else if (piece !== undefined) {
      const text = piece.replace(/^=/, '').replace(/\*$/, '')
      lexemes.push({ type: 'piece', text, asSpelled: piece.startsWith('='), isPrefix: piece.endsWith('*') })
    }
  }
  return lexemes
}
