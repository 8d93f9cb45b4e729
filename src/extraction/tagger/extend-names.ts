import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { groupBy } from '../../domain/group-by.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryNamed, countryOfNisba } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import { tellsWhen } from '../dates/time-words.ts'
import { lightVerb } from '../meetings/light-verb.ts'
import { formOf, indexesOf, isSpace, type Word } from '../word.ts'
import { besideTitles, COMMON, isDeed, isVerb, type RefineContext, reach, SURE } from './reach.ts'
import type { TaggedSpan } from './tag-words.ts'
import { endsName, isGoing } from './trim-names.ts'
import { isLastSyllable } from './trim-spans.ts'

/** «مون جي-إن», «أبو-غزالة»: a hyphen holds a name together. */
const isHyphenated = (words: readonly Word[], { gap, index, sentence, form }: Word): boolean =>
  /^[-‐]$/.test(gap) && words[index - 1]!.sentence === sentence && form.length <= 6

/** «آبي أحمد علي،», «مون جيه إن،»: what is a particle elsewhere ends a name right before punctuation. */
function isLastPart(words: readonly Word[], { first, last }: TaggedSpan, next: Word, dated: ReadonlySet<number>): boolean {
  if (next.form === 'هو') return isLastSyllable(words, first, next.index, false)
  const after = words[next.index + 1]
  if (next.text === 'أن' && /^[يتن]\p{L}{3,}/u.test(after?.form ?? '')) return false
  const goesOn = after?.sentence === next.sentence && !after.surface.startsWith('بـ') && (isSpace(after.gap) || /["«“]/.test(after.gap))
  const isNoClause = after !== undefined && (isVerb(after.form) || dated.has(after.index) || NO_CLAUSE.test(after.form))
  if (last === first || (goesOn && !(next.form === 'ان' && isNoClause))) return false
  return next.text === 'علي' || (/^(ان|اون|اين)$/.test(next.form) && words[last]!.form.length <= SYLLABLE)
}
const SYLLABLE = 3
/** «مون جيه إن والزعيم …», «مون جيه إن إلى …», «مون جيه إن إن …»: what no clause of «إن» opens with. */
const NO_CLAUSE = /^(و.+|الي|مع|ان)$/

/** «رئيس الاتحاد وديع الجريء بمقر الوزارة»: behind a first name with a title, a word with the article that the language does not use. */
const isFamilyName = (
  words: readonly Word[],
  { first, last }: TaggedSpan,
  { form }: Word,
  titled: ReadonlySet<number>,
  { nameParts }: RefineContext['gazetteer'],
): boolean =>
  first === last &&
  titled.has(first - 1) &&
  nameParts.has(words[first]!.form) &&
  /^ال\p{L}{3,}/u.test(form) &&
  countryOfNisba(form) === null &&
  titleHead(form) === null &&
  (nameParts.has(form) || !isKnownWord(form) || (form.endsWith('ي') && frequencyOf(form.slice(2)) === 0 && frequencyOf(form) <= COMMON))

/** «الملكة إليزابيث الثانية», «البابا تواضروس الثاني»: the number of who bears a crown or sits on a see, behind one name. */
const isRegnal = (words: readonly Word[], { first, last }: TaggedSpan, next: string, titled: ReadonlySet<number>): boolean =>
  first === last && titled.has(first - 1) && CROWNED.test(words[first - 1]!.form) && NUMBER.test(next)
const CROWNED = /^[وفبل]?(ال|لل)(ملك|ملكه|بابا|امير|اميره|سلطان|قيصر|امبراطور|انبا|بطريرك)$/
const NUMBER = /^ال(اول|اولي|ثاني|ثانيه|ثالث|ثالثه|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)$/

/** «رئيس الوزراء الأردني، هاني الملقي، السبت»: between commas behind a title all of a few words is the name. Where it ends; null where it is no such thing. */
function endOfApposition(
  words: readonly Word[],
  { first, last }: TaggedSpan,
  titled: ReadonlySet<number>,
  taken: ReadonlySet<number>,
): number | null {
  if (!titled.has(first - 1) || !/^\s*[،,]/.test(words[first]!.gap)) return null
  for (let i = last + 1; i <= last + MAX_APPOSITION && words[i]?.sentence === words[first]!.sentence; i++) {
    const { gap, form } = words[i]!
    if (/^\s*[،,]/.test(gap)) return i - 1
    if (!isSpace(gap) || taken.has(i) || isVerb(form) || lightVerb(form) !== null || STOP_WORDS.has(form) || /^[وبلكف](?!ل)/.test(form))
      return null
  }
  return null
}
const MAX_APPOSITION = 3
/** «دونالد ترامب الابن», but not «الابن الأكبر». */
const GENERATION = /^ال(ابن|اب)$/

/** «قال فريديريك بافي من نقابة», «الوزيرة السابقة آمبر راد من منصبها»: behind one sure given name, which stands nowhere else in the text, a word that the language does not use and that has no shape of a verb, an adverb or a plural. */
function isUnknownSurname(
  words: readonly Word[],
  { first, last, probability, prefix }: TaggedSpan,
  { form }: Word,
  {
    gazetteer: { nameParts },
    isMononym,
  }: { readonly gazetteer: RefineContext['gazetteer']; readonly isMononym: (form: string) => boolean },
): boolean {
  const given = words[first]!.form.slice(prefix.length)
  if (first !== last || probability < SURE || isMononym(given) || !nameParts.has(given)) return false
  if (isKnownWord(form) || /^\d/.test(form) || form.length < 3 || isVerb(form) || isDeed(form) || STOP_WORDS.has(form)) return false
  if (/^([وفبلكس]|ال|لل)/.test(form) && [1, 2, 3].some((length) => form.length - length > 2 && isKnownWord(form.slice(length))))
    return false
  return !/^[يتن]\p{L}{3,}|^ال|^مت\p{L}+|(ات|ون|ين|ا|ه|يه)$/u.test(form)
}

/** A word of names, or behind a titled name one that the language does not use, before the next punctuation or verb, belongs to it: «محمد طاهر سيالة», «السفيرة كلير دوبوا،». */
export function extendNames(spans: readonly TaggedSpan[], { words, gazetteer, dates, cityWords }: RefineContext): TaggedSpan[] {
  const dated = new Set(dates.map(({ first }) => first))
  const taken = new Set(spans.flatMap(indexesOf))
  const titled = besideTitles(spans)
  const people = spans.filter(({ label }) => label === 'per')
  const inFull = new Set(
    people.filter(({ first, last }) => last > first).flatMap(({ first, last }) => [words[first]!.form, words[last]!.form]),
  )
  const alone = groupBy(
    people.filter(({ first, last }) => first === last),
    (span) => formOf(words, span),
  )
  const isMononym = (form: string): boolean => inFull.has(form) || (alone.get(form)?.length ?? 0) > 1
  return spans.map((span) => {
    if (span.label !== 'per') return span
    const next = words[span.last + 1]
    if (next && isHyphenated(words, next)) return reach(span, words, span.first, next.index)
    if (!next || next.sentence !== words[span.last]!.sentence || !isSpace(next.gap)) return span
    if (isLastPart(words, span, next, dated) && !taken.has(next.index)) return reach(span, words, span.first, next.index)
    const end = endOfApposition(words, span, titled, taken)
    if (end !== null) return reach(span, words, span.first, end)
    const isFree = !taken.has(next.index) && next.form.length > 1
    const after = words[next.index + 1]
    if (isFree && GENERATION.test(next.form) && span.last > span.first && !/^ال/.test(after?.form ?? ''))
      return reach(span, words, span.first, next.index)
    if (isFree && isRegnal(words, span, next.form, titled)) return reach(span, words, span.first, next.index)
    if (isFree && isFamilyName(words, span, next, titled, gazetteer)) return reach(span, words, span.first, next.index)
    if (isFree && isUnknownSurname(words, span, next, { gazetteer, isMononym }) && !endsName(next, gazetteer))
      return reach(span, words, span.first, next.index)
    const ends =
      after === undefined || dated.has(after.index) || !isSpace(after.gap) || isVerb(after.form) || lightVerb(after.form) !== null
    return isFree &&
      ends &&
      frequencyOf(next.form) === 0 &&
      !isVerb(next.form) &&
      !endsName(next, gazetteer) &&
      lightVerb(next.form)?.tense !== 'future' &&
      !(tellsWhen(next.form) && after && dated.has(after.index)) &&
      countryNamed(next.text) === null &&
      !(cityWords.has(next.form) && span.last > span.first && isGoing(words, span.first)) &&
      !/^(بال|كال|فال|وال|لل)/.test(next.form) &&
      titleHead(next.form)?.prefix !== 'و' &&
      !(/^[بكلف]/.test(next.form) && frequencyOf(next.form.slice(1)) > 0) &&
      (gazetteer.nameParts.has(next.form) || (span.last > span.first && /[هي]$/.test(next.form)) || titled.has(span.first - 1))
      ? reach(span, words, span.first, next.index)
      : span
  })
}
