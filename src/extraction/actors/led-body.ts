import type { Span } from '../../domain/span.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Phrase } from '../phrase.ts'
import type { Word } from '../word.ts'
import { titleHead } from './title-head.ts'

/** Offices that lead a body, folded. */
const LEADING = new Set(['رءيس', 'امين', 'مدير', 'نقيب'])
/** Words between an office and its body: «الأمين العام لحلف …». */
const MAX_BETWEEN = 2
/** Bodies of which every state has one, and that tell nobody by themselves. */
const COMMON = /^(مجلس الوزراء|حكوم|دوله|سلط)/

/** The name of the body in «رئيس مجلس نواب الشعب», «الأمين العام لحلف شمال الأطلسي»; null where the office is of none. */
export function bodyLedBy(words: readonly Word[], { first, last }: Pick<Phrase, 'first' | 'last'>): Span | null {
  const head = titleHead(words[first]!.form)
  if (!head || head.plural || !LEADING.has(head.head)) return null
  for (const { index, form, start } of words.slice(first + 1, Math.min(first + MAX_BETWEEN, last) + 1)) {
    const [whole, glued = '', bare = ''] = /^(لل|ل|ب)?(?:ال)?(.+)$/.exec(form)!
    const isWhole = ORGANISATION_HEADS[whole.replace(/^ال/, '')] !== undefined
    if (!isWhole && ORGANISATION_HEADS[bare] === undefined) continue
    const rest = words.slice(index, last + 1).map((word) => word.form)
    if (rest.length < 2 || COMMON.test([isWhole ? whole.replace(/^ال/, '') : bare, ...rest.slice(1)].join(' '))) return null
    return { start: start + (isWhole ? 0 : glued.length), end: words[last]!.end }
  }
  return null
}
