import type { Span } from '../../domain/span.ts'
import { DELEGATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Phrase } from '../phrase.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import type { Word } from '../word.ts'
import { countryOfNisba } from './country-of.ts'
import { linkOf } from './link-of.ts'

/** «وفد حكومة الوفاق», «الوفد الليبي», «الجانب الروسي», «ممثلين عن وزارة الدفاع»: a head of a group and whom it stands for. */
export function* findDelegations(words: readonly Word[], spans: readonly TaggedSpan[]): Generator<Phrase> {
  for (const word of words) {
    const prefix = DELEGATION_HEADS.has(word.form)
      ? ''
      : /^([وفبل]|وب|ول)/.test(word.form) && DELEGATION_HEADS.has(word.form.slice(1))
        ? word.form[0]!
        : null
    if (prefix === null) continue
    const last = endOfDelegation(words, spans, word.index)
    if (last === word.index) continue
    const span: Span = { start: word.start + prefix.length, end: words[last]!.end }
    yield {
      kind: 'group',
      first: word.index,
      last,
      ...span,
      ...linkOf(words, word.index, prefix),
      name: span,
      titles: [],
      rule: 'group.delegation',
      probability: 1,
    }
  }
}

function endOfDelegation(words: readonly Word[], spans: readonly TaggedSpan[], first: number): number {
  const next = words[first + 1]
  if (!next || next.sentence !== words[first]!.sentence || /[،,:]/.test(next.gap)) return first
  const joins = next.form === 'من' || next.form === 'عن' ? 2 : 1
  const body = spans.find(
    (span) =>
      span.first >= first + joins &&
      span.first <= first + joins + 1 &&
      (span.label === 'org' || span.label === 'loc') &&
      !/[،,]/.test(words[span.first]!.gap),
  )
  if (body) return body.last
  return countryOfNisba(next.form) ? first + 1 : first
}
