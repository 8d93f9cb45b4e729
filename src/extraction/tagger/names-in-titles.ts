import { frequencyOf } from '../../analysis/frequency.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryNamed, countryOfNisba } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import type { Word } from '../word.ts'
import { COMMON, type RefineContext, reach, SURE } from './reach.ts'
import type { TaggedSpan } from './tag-words.ts'
import { isAdverbial, isAtPlace } from './trim-names.ts'

/** «رئيس الوزراء الإسرائيلي نتنياهو الرئيس الأمريكي», «الملكة إليزابيث الثانية ولي العهد»: the names that a title was tagged over, and the titles around them. */
export function findNamesInTitles(spans: readonly TaggedSpan[], context: RefineContext): TaggedSpan[] {
  const { words } = context
  return spans.flatMap((span) => {
    if (span.label !== 'title') return [span]
    const name = nameIn(span, context)
    if (!name) return [span]
    const glued = ({ start }: Word, prefix: string): Pick<TaggedSpan, 'prefix' | 'start'> => ({ prefix, start: start + prefix.length })
    const next = name.last < span.last ? titleHead(words[name.last + 1]!.form) : null
    const rest = next ? [{ ...reach(span, words, name.last + 1, span.last), ...glued(words[name.last + 1]!, next.prefix) }] : []
    return [
      reach(span, words, span.first, name.first - 1),
      { ...reach(span, words, name.first, name.last), label: 'per', probability: SURE, ...glued(words[name.first]!, name.prefix) },
      ...rest,
    ]
  })
}

/** Behind a crown, and its state, a name with its number; behind a nisba words that people are called by. */
function nameIn(
  { first, last }: TaggedSpan,
  { words, gazetteer, cityWords }: RefineContext,
): { first: number; last: number; prefix: string } | null {
  const isBare = (word: Word): boolean =>
    !STOP_WORDS.has(word.form) &&
    titleHead(word.form) === null &&
    countryOfNisba(word.form) === null &&
    !/^(ال|لل)/.test(word.text) &&
    !isAtPlace(word, cityWords) &&
    !isAdverbial(word, gazetteer)
  const isCalled = (word: Word): boolean => gazetteer.nameParts.has(word.form) && frequencyOf(word.form) < COMMON && isBare(word)
  const isLastName = ({ form, text }: Word): boolean =>
    text.startsWith('ال') &&
    [form, form.slice(2)].some((part) => gazetteer.nameParts.has(part)) &&
    titleHead(form) === null &&
    countryOfNisba(form) === null
  for (let i = first + 1; i <= last; i++) {
    const next = joinedName({ first: i, last }, words, gazetteer)
    if (next !== null) return { first: i, last: next, prefix: 'و' }
    const crown = i - 1 > first && countryNamed(words[i - 1]!.text) !== null ? i - 2 : i - 1
    if (i < last && CROWNS.test(words[crown]!.form) && ORDINALS.test(words[i + 1]!.form)) return { first: i, last: i + 1, prefix: '' }
    const isOfState = countryNamed(words[i - 1]!.text) !== null && titleHead(words[first]!.form)?.plural === true
    if (countryOfNisba(words[i - 1]!.form) === null && !isOfState) continue
    if (words[i - 1]!.form.startsWith('ال') && isBare(words[i]!) && titleHead(words[i + 1]?.form ?? '')?.definite && i < last)
      return { first: i, last: i, prefix: '' }
    const second = words[i + 1]
    const isFull = i < last && isBare(words[i]!) && gazetteer.nameParts.has(words[i]!.form) && (isLastName(second!) || isCalled(second!))
    if (!isCalled(words[i]!) && !isFull) continue
    let end = i
    while (end < last && (isCalled(words[end + 1]!) || isLastName(words[end + 1]!))) end += 1
    if (end === last || titleHead(words[end + 1]!.form)?.definite || end > i) return { first: i, last: end, prefix: '' }
  }
  return null
}

/** «وزير الصناعة ونور الدين فلان الأمين العام»: «و» and words that people are called by, up to the office with the article behind them. Where they end. */
function joinedName(
  { first, last }: { first: number; last: number },
  words: readonly Word[],
  gazetteer: RefineContext['gazetteer'],
): number | null {
  const { form } = words[first]!
  if (!/^و(?!ال)\p{L}{3,}/u.test(form) || frequencyOf(form) > 0 || !gazetteer.nameParts.has(form.slice(1)) || titleHead(form) !== null)
    return null
  const office = words.slice(first + 2, Math.min(last, first + MAX_NAME) + 1).find((word) => titleHead(word.form)?.definite)
  return office ? office.index - 1 : null
}
const MAX_NAME = 4

const CROWNS = /^(ال)?(ملك|ملكه|بابا|امبراطور|قيصر)$/
const ORDINALS = /^ال(اول|اولي|ثاني|ثانيه|ثالث|ثالثه|رابع|خامس|سادس|سابع|ثامن)$/
