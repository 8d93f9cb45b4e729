import type { QueryNode } from '../domain/query.ts'
import { INTERROGATIVES, STOP_WORDS } from '../lexicon/stop-words.ts'

/** Words such as «في» are left out of every `all` that holds a telling word, and of the whole where one does. */
export function withoutCommonWords(node: QueryNode, isQuestion: boolean, notes: Set<string>): QueryNode {
  const dropped = new Set<string>()
  const isCommon = (one: QueryNode): boolean =>
    one.kind === 'word' && (STOP_WORDS.has(one.term.form) || (isQuestion && INTERROGATIVES.has(one.term.form)))
  const clean = (one: QueryNode): QueryNode => {
    if (one.kind !== 'all' && one.kind !== 'any') return one
    const telling = one.of.filter((part) => !isCommon(part))
    const kept = telling.length > 0 && one.kind === 'all' ? telling : one.of
    for (const part of one.of) if (!kept.includes(part) && part.kind === 'word') dropped.add(part.term.text)
    const of = kept.map(clean)
    if (one.kind === 'any') return { kind: 'any', of }
    return of.length === 1 && one.except.length === 0 ? of[0]! : { ...one, of }
  }
  const cleaned = clean(node)
  if (dropped.size > 0) notes.add(`common words were left out: ${[...dropped].join('، ')}`)
  return cleaned
}
