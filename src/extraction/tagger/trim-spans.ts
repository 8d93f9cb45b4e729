import { frequencyOf } from '../../analysis/frequency.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { MONTHS } from '../../lexicon/months.ts'
import { NEVER_IN_BODY, ORGANISATION_HEADS, PART_HEADS, PLURAL_HEADS, POSTED_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryOfNisba } from '../actors/country-of.ts'
import { endBeforeGoal } from '../actors/end-before-goal.ts'
import { institutionAt } from '../actors/institution.ts'
import { titleHead } from '../actors/title-head.ts'
import { tellsWhen } from '../dates/time-words.ts'
import { isMeetingNoun } from '../meetings/encounter-words.ts'
import { indexesOf, isSpace, type Word } from '../word.ts'
import { isVerb, type RefineContext, reach, SURE } from './reach.ts'
import { spanFrom } from './span-at.ts'
import type { TaggedSpan } from './tag-words.ts'
import { isAtPlace, isCarried, isPlace, isQuoted, type Range, trimName } from './trim-names.ts'

/** Of a body whose every word the tagger is as sure of as this, «ل» with a common noun is a part: «الاتحاد الألماني لكرة القدم». */
const CERTAIN = 0.93

/** The name of a body ends behind the state («الشرطة العراقية النار») but for adjectives, before what does not agree with its head («المحكمة الملتمس»), before a verb, a nunated word, «ل» with a common noun that heads no body, and words that tell of it («التابع», «سواء»). */
function endOfBody(words: readonly Word[], { first, last, probability }: TaggedSpan, cityWords: ReadonlySet<string>): number {
  const known = institutionAt(words.slice(first, first + MAX_INSTITUTION).map(({ form }) => form))
  for (let i = first + 1; i <= last; i++) {
    const { form, surface } = words[i]!
    if (
      isVerb(form) ||
      (i === first + (known?.length ?? 0) &&
        (!/^(ال|لل|ل|في|ب)/.test(form) || (known !== undefined && known !== null && isAtPlace(words[i]!, cityWords)))) ||
      joinsAnother(words, i) ||
      isPredicate(words, { first, at: i, last }) ||
      /\u064B/.test(surface) ||
      NEVER_IN_BODY.has(form) ||
      isCarried(form) ||
      (form === 'في' &&
        probability < CERTAIN &&
        !PART_HEADS.has(words[first]!.form.replace(/^ال/, '')) &&
        !POSTED_HEADS.has(words[first]!.form.replace(/^ال/, ''))) ||
      (i === first + 1 && /^ال.*ه$/.test(words[first]!.form) && /^ال/.test(form) && !/(ه|ات|ي)$/.test(form)) ||
      (/^ال/.test(form) && countryOfNisba(words[i - 1]!.form) !== null && !/(ه|ي|ين|ون|ات)$/.test(form)) ||
      (probability < CERTAIN &&
        !GOES_ON.has(form) &&
        !TASKED.test(words[first]!.form) &&
        /^ل[^ل]/.test(form) &&
        frequencyOf(form.slice(1)) > 0 &&
        !ORGANISATION_HEADS[form.slice(1)])
    )
      return i - 1
  }
  return last
}

/** «المجلس الوطني مرآة الانقسام»: behind words with the article one without it that another has is what is said of the body. */
function isPredicate(words: readonly Word[], { first, at, last }: { first: number; at: number; last: number }): boolean {
  const isArticled = (i: number): boolean => /^(ال|لل|وال|بال)/.test(words[i]!.form)
  const { form } = words[at]!
  return (
    isArticled(first) &&
    isArticled(at - 1) &&
    /^(?!ال|[ولبفك])\p{L}{3,}ه$/u.test(form) &&
    frequencyOf(form) > 0 &&
    at < last &&
    isArticled(at + 1)
  )
}

/** «المؤتمر السادس للحزب الجمهوري», «اجتماع لحزب …»: behind a noun of encounter and its number stands the body that holds it. */
function bodyOfSession(
  words: readonly Word[],
  first: number,
  last: number,
): { readonly word: number; readonly glued: Pick<TaggedSpan, 'prefix' | 'start'> } | null {
  if (!isMeetingNoun(words[first]!.form) && !isNumberOf(words, first)) return null
  const body = words
    .slice(first + 1, last + 1)
    .find(({ form }) => /^لل?\p{L}{3,}/u.test(form) && ORGANISATION_HEADS[form.replace(/^لل?/, '')] !== undefined)
  if (!body) return null
  const prefix = body.form.startsWith('لل') ? 'لل' : 'ل'
  return { word: body.index, glued: { prefix, start: body.start + prefix.length } }
}

/** «الدورة الثالثة والعشرون للمجلس»: the tens behind an ordinal. */
const isNumberOf = (words: readonly Word[], first: number): boolean =>
  /^[وف]?ال(عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(ون|ين)$/.test(words[first]!.form) && /^ال/.test(words[first - 1]?.form ?? '')

/** «اللجنة الوطنية لمراقبة الحملة»: bodies that are named by their task. */
const TASKED = /^[وبل]*(ال)?(لجنه|هيءه|تنسيقيه|مفوضيه|صندوق|برنامج)$/

/** What names of bodies go on with: «مجلس التعاون لدول الخليج», «المرصد السوري لحقوق الإنسان». */
const GOES_ON = new Set(['لدول', 'لحقوق', 'لكره', 'لمكافحه', 'لشءون', 'لشوون'])

/** «الحكومة اليمنية والحوثيين», «والمتمردين الحوثيين»: what is known by a name of its own, or are people who meet as a group, and joined by «و» is another. */
const joinsAnother = (words: readonly Word[], i: number): boolean =>
  words[i]!.form.startsWith('و') &&
  (PLURAL_HEADS.has(words[i]!.form.replace(/^وال/, '')) ||
    institutionAt(words.slice(i, i + MAX_INSTITUTION).map(({ form }) => form))?.prefix === 'و')
const MAX_INSTITUTION = 5

/** «فإنه», «لأنها»: a particle with its pronoun. */
const PARTICLE_WITH_PRONOUN = /^[وف]?(ان|لان|لكن|كان|لعل)(ه|ها|هم|هما|ني|نا|ك|كم)$/

/** Adverbs of manner that stand behind a name: «تباحث مع الوزير هاتفيا». */
const ADVERBS = new Set(['هاتفيا', 'رسميا', 'شخصيا', 'حضوريا', 'افتراضيا', 'ايضا', 'ثناءيا', 'مطولا'])

/** Cuts stop words and dates off the ends of a span, and off names, titles and bodies what is none of theirs; what is nothing else goes. */
export function trimEnds(spans: readonly TaggedSpan[], context: RefineContext): TaggedSpan[] {
  const { words, dates, cityWords, gazetteer } = context
  const dated = new Set(dates.flatMap(indexesOf))
  return spans.flatMap((span) => {
    const isLoose = (i: number): boolean =>
      dated.has(i) ||
      (span.label === 'per' &&
        (ADVERBS.has(words[i]!.form) ||
          (tellsWhen(words[i]!.form) && dated.has(i + 1) && !(i > span.first && isMonthName(words[i]!.form))))) ||
      (span.label !== 'title' &&
        (STOP_WORDS.has(words[i]!.form) || PARTICLE_WITH_PRONOUN.test(words[i]!.form)) &&
        !words[i]!.text.startsWith('آ') &&
        !isNamePart(span, i))
    // «علي» folds to «على»: what is written with a ya and is a name part stays, and so does «إن» in «مون جيه إن».
    function isNamePart({ label, first, last, probability }: TaggedSpan, i: number): boolean {
      if (label !== 'per' || first === last) return false
      if (i - first >= 2 && /^ان$/.test(words[i]!.form) && words[i - 1]!.form.length <= SYLLABLE) return true
      if (words[i]!.form === 'هو' && isLastSyllable(words, first, i, probability >= SURE)) return true
      return probability >= SURE && gazetteer.nameParts.has(words[i]!.form) && !words[i]!.text.endsWith('ى')
    }
    let { first, last } = span
    if (span.label === 'per' && last > first && isQuoted(words, first, last)) return [span]
    while (last >= first && isLoose(last)) last -= 1
    while (first <= last && isLoose(first)) first += 1
    if (last < first || (first === last && RELATIVE_PRONOUNS.has(words[first]!.form.replace(/^[وف](?=ال)/, '')))) return []
    if (span.label === 'per') {
      const name = trimName({ first, last }, context)
      if (!name) return []
      const isCalled = CALLED.test(words[name.first - 1]?.form ?? '') || isFreed(words, span, name, context)
      return [{ ...reach(span, words, name.first, name.last), probability: isCalled ? Math.max(SURE, span.probability) : span.probability }]
    }
    while (span.label === 'title' && first < last && isAtPlace(words[first]!, cityWords)) first += 1
    if (span.label === 'title') last = endOfTitle(words, { ...span, first, last }, spans, cityWords)
    if (span.label !== 'org') return [reach(span, words, first, last)]
    const whose = bodyOfSession(words, first, last)
    if (whose)
      return [{ ...reach(span, words, whose.word, endOfBody(words, { ...span, first: whose.word, last }, cityWords)), ...whose.glued }]
    return [reach(span, words, first, endOfBody(words, { ...span, first, last }, cityWords))]
  })
}
/** «زار إيمانويل ماكرون الرياض»: a full name of words that people are called by, once the place is off it. */
const isFreed = (words: readonly Word[], { last }: TaggedSpan, name: Range, { gazetteer, cityWords }: RefineContext): boolean =>
  name.last === last - 1 &&
  name.last > name.first &&
  titleHead(words[name.first]!.form) === null &&
  isPlace(words[last]!, cityWords) &&
  words.slice(name.first, name.last + 1).every(({ form }) => gazetteer.nameParts.has(form))

/** «تيريزا ماي الشهر المقبل»: a month that no date was found to begin with ends a name. */
const MONTH_NAMES = new Set(MONTHS.flatMap(({ names }) => names))
const isMonthName = (form: string): boolean => MONTH_NAMES.has(form)

/** «المدعو X»: whoever is called so. */
const CALLED = /^[وفبل]?المدعوه?$/
/** Letters of a syllable of a Korean name. */
const SYLLABLE = 3

/** «ري يونغ هو في بيونغيانغ»: «هو» behind two syllables of a Korean name is the third, where the tagger is sure or nothing follows that it could be the pronoun of. */
export function isLastSyllable(words: readonly Word[], first: number, at: number, isSure: boolean): boolean {
  const next = words[at + 1]
  const isOpen = next?.sentence === words[at]!.sentence && isSpace(next.gap) && !/^(في|الي|علي)$/.test(next.form)
  return at - first === 2 && (isSure || !isOpen) && indexesOf({ first, last: at }).every((i) => words[i]!.form.length <= SYLLABLE + 1)
}

/** A title ends before a noun of encounter, other people's offices, and the place of a post but where the name follows: «سفير فرنسا بتونس فلان». */
function endOfTitle(
  words: readonly Word[],
  { first, last: to }: TaggedSpan,
  spans: readonly TaggedSpan[],
  cityWords: ReadonlySet<string>,
): number {
  let last = to
  const next = spanFrom(spans, last + 1)
  const isBeforeName = next?.label === 'per' && next.prefix === ''
  while (last > first && /^[وبلف]?ان$/.test(words[last]!.form)) last -= 1
  if (!isBeforeName) last = endBeforeGoal(words, { first, last })
  while (last > first && !isBeforeName && isAtPlace(words[last]!, cityWords)) last -= 1
  const other = words.slice(first + 1, last + 1).find((word) => isMeetingNoun(word.form) || isOthers(words, word))
  return other ? other.index - 1 : last
}

/** «وزير الخارجية البريطاني وزراء …»: an indefinite plural of offices behind a word with the article is of other people. */
const isOthers = (words: readonly Word[], { form, index }: Word): boolean => {
  const head = titleHead(form)
  return (
    head?.plural === true &&
    !head.definite &&
    head.prefix === '' &&
    /[هي]$/.test(words[index - 1]!.form) &&
    /^(ال|لل)/.test(words[index - 1]!.form)
  )
}
