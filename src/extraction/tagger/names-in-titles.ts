import { frequencyOf } from '../../analysis/frequency.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryOfNisba } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import type { Word } from '../word.ts'
import { COMMON, type RefineContext, reach, SURE } from './reach.ts'
import type { TaggedSpan } from './tag-words.ts'

/** «رئيس الوزراء الإسرائيلي نتنياهو الرئيس الأمريكي», «الملكة إليزابيث الثانية ولي العهد»: the names that a title was tagged over, and the titles around them. */
export function findNamesInTitles(spans: readonly TaggedSpan[], context: RefineContext): TaggedSpan[] {
  const { words } = context
  return spans.flatMap((span) => {
    if (span.label !== 'title') return [span]
    const name = nameIn(span, context)
    if (!name) return [span]
    const rest = titleHead(words[name.last + 1]?.form ?? '') && name.last < span.last ? [reach(span, words, name.last + 1, span.last)] : []
    return [
      reach(span, words, span.first, name.first - 1),
      { ...reach(span, words, name.first, name.last), label: 'per', probability: SURE },
      ...rest,
    ]
  })
}

/** Behind a crown a name with its number; behind a nisba words that people are called by. */
function nameIn({ first, last }: TaggedSpan, { words, gazetteer }: RefineContext): { first: number; last: number } | null {
  const isBare = ({ form, text }: Word): boolean =>
    !STOP_WORDS.has(form) && titleHead(form) === null && countryOfNisba(form) === null && !/^(ال|لل)/.test(text)
  const isCalled = (word: Word): boolean => gazetteer.nameParts.has(word.form) && frequencyOf(word.form) < COMMON && isBare(word)
  for (let i = first + 1; i <= last; i++) {
    if (i < last && CROWNS.test(words[i - 1]!.form) && ORDINALS.test(words[i + 1]!.form)) return { first: i, last: i + 1 }
    if (countryOfNisba(words[i - 1]!.form) === null) continue
    if (words[i - 1]!.form.startsWith('ال') && isBare(words[i]!) && titleHead(words[i + 1]?.form ?? '')?.definite && i < last)
      return { first: i, last: i }
    if (!isCalled(words[i]!)) continue
    let end = i
    while (end < last && isCalled(words[end + 1]!)) end += 1
    if (end === last || titleHead(words[end + 1]!.form)?.definite || end > i) return { first: i, last: end }
  }
  return null
}

const CROWNS = /^(ال)?(ملك|ملكه|بابا|امبراطور|قيصر)$/
const ORDINALS = /^ال(اول|اولي|ثاني|ثانيه|ثالث|ثالثه|رابع|خامس|سادس|سابع|ثامن)$/
