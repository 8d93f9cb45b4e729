import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { DELIBERATING_HEADS, NAMED_THINGS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryOfCapital, countryOfNisba } from '../actors/country-of.ts'
import { institutionAt } from '../actors/institution.ts'
import { titleHead } from '../actors/title-head.ts'
import { isMeetingVerb } from '../meetings/encounter-words.ts'
import { isSpace, type Word } from '../word.ts'
import { barePartsOf, besideTitles, type RefineContext, SURE } from './reach.ts'
import { spanFrom, spanUpTo } from './span-at.ts'
import type { TaggedSpan } from './tag-words.ts'

/** A name that the tagger half believes, without a title and without one word that anybody is called by or that is unknown, is none; nor is one that ends in a nisba. */
export function dropDoubtful(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  const titled = besideTitles(spans)
  const called = new Set(
    spans.flatMap(({ label, first, last }) =>
      label === 'per' && last > first ? words.slice(first, last + 1).map(({ form }) => form) : [],
    ),
  )
  const sure = new Set(
    spans.flatMap((span) => (span.label === 'per' && span.first === span.last && span.probability >= SURE ? barePartsOf(words, span) : [])),
  )
  return spans.filter((span) => {
    const { label, first, last, prefix } = span
    const { form, text } = words[first]!
    const isSingle = first === last
    if (label === 'org') return !isSingle || (!called.has(form) && countryOfNisba(form) === null)
    if (label !== 'per') return true
    if (isNoName(words, span, gazetteer) || isInstitution(words, span) || isThing(words, span, spans) || isQuotedVerb(words, span))
      return false
    if (isReporter(words, span)) return false
    if (isVerbOfTitled(words, span, spans) && !called.has(form)) return false
    if (span.probability >= SURE) return true
    if (isHeaded(words, span) && !gazetteer.nameParts.has(form)) return false
    if (isSingle && countryOfCapital(text.slice(prefix.length)) !== null) return false
    if (isSingle && prefix === '' && !gazetteer.nameParts.has(form) && (isGluedWord(form) || isTitledVerb(words, span, titled)))
      return false
    if (isAdjective(words, span) && !called.has(form) && !isMet(words, span)) return false
    if (titled.has(first - 1) || titled.has(last + 1) || isMet(words, span)) return true
    const parts = barePartsOf(words, span)
    if (isSingle && sure.has(parts[0]!)) return true
    return (
      parts.some((part) => gazetteer.nameParts.has(part) || (frequencyOf(part) === 0 && !isGluedWord(part))) &&
      countryOfNisba(parts.at(-1)!) === null
    )
  })
}

/**
 * What no name is, however sure the tagger: a participle with its pronoun («المعترف بها»), an accusative with its nunation («مستنكرًا») or of a nisba («سياسيا»), a verb of «we» («وركزنا»), a plural of
 * nisbas («كوريون شماليون»), a common noun with one («جندي إيرلندي»), a dual («الفريقان»).
 */
function isNoName(words: readonly Word[], { first, last }: TaggedSpan, { nameParts }: RefineContext['gazetteer']): boolean {
  const { form, surface } = words[first]!
  if (/يا$/.test(form) && form.length > 4 && !nameParts.has(form) && frequencyOf(form.slice(0, -1)) > 0) return true
  if (/\u064B/.test(surface) || (/(ون|ين)$/.test(form) && countryOfNisba(form) !== null)) return true
  if (last > first && (isVerbOfSeveral(words, { first, last }, nameParts) || areNisbas(words, first, last))) return true
  if (last > first) return countryOfNisba(words[last]!.form) !== null && !words[last]!.form.startsWith('ال') && !nameParts.has(form)
  const next = words[last + 1]
  const isParticiple =
    form.startsWith('ال') && next !== undefined && isSpace(next.gap) && /^(ب|عل|ال|ل|ف|من|عن)ي?(ه|ها|هم|هما)$/.test(next.form)
  const isDual = /^ال.+ان$/.test(form) && !nameParts.has(form) && isKnownWord(form.slice(2, -2))
  return isParticiple || isDual || /^و\p{L}{3,}نا$/u.test(form)
}

/** «سوف يحاسبون»: a particle, and a verb of several by its ending. */
const isVerbOfSeveral = (
  words: readonly Word[],
  { first, last }: { first: number; last: number },
  nameParts: ReadonlySet<string>,
): boolean =>
  last === first + 1 &&
  (STOP_WORDS.has(words[first]!.form) || words[first]!.form === 'سوف') &&
  /^[يت]\p{L}{3,}(ان|ون)$/u.test(words[last]!.form) &&
  !nameParts.has(words[last]!.form)

/** «كوريون جنوبيون». */
const areNisbas = (words: readonly Word[], first: number, last: number): boolean =>
  last === first + 1 &&
  [first, last].every((i) => /(ون|ين)$/.test(words[i]!.form)) &&
  countryOfNisba([first, last].map((i) => words[i]!.form.slice(0, -2)).join(' ')) !== null

/** «أنقرة/ محمود الساري/ الأناضول»: between the strokes of a dateline stands who reports. */
const isReporter = (words: readonly Word[], { first, last }: TaggedSpan): boolean =>
  first > 0 && last < MAX_DATELINE && isStroke(words[first]!) && words[last + 1] !== undefined && isStroke(words[last + 1]!)
const isStroke = ({ gap }: Word): boolean => /^\s*\/\s*$/.test(gap)
const MAX_DATELINE = 10

/** «مختبر بارتون داون», «قاعة الشيخ جابر الأحمد», «ضريح الرئيس رفيق الحريري»: behind a noun of things that bear names stands the name of one, with the title of whom it is named after. */
function isThing(words: readonly Word[], { first, prefix }: TaggedSpan, spans: readonly TaggedSpan[]): boolean {
  const title = spanUpTo(spans, first - 1)
  const head = title?.label === 'title' && title.prefix === '' ? title.first : first
  return (
    prefix === '' &&
    isSpace(words[head]!.gap) &&
    !/^[وف]?لل/.test(words[head - 1]?.form ?? '') &&
    words[head - 1]?.sentence === words[first]!.sentence &&
    NAMED_THINGS.has((words[head - 1]?.form ?? '').replace(/^[وفبل]{1,2}(?=....)/, ''))
  )
}

/** «مع الرئيس المصري تركز على»: one common word behind a title that is a verb by the preposition it takes. */
const isTitledVerb = (words: readonly Word[], { first, last }: TaggedSpan, titled: ReadonlySet<number>): boolean =>
  titled.has(first - 1) && frequencyOf(words[first]!.form) > 0 && /^(علي|الي|في|عن|ب.*)$/.test(words[last + 1]?.form ?? '')

/** «قال الوزير: "أخشى أن …"»: what a quotation opens with before «أن» is its verb. */
const isQuotedVerb = (words: readonly Word[], { first, last }: TaggedSpan): boolean =>
  /["«“:]$/.test(words[first]!.gap) && words[last + 1]?.form === 'ان' && isSpace(words[last + 1]!.gap)

/** «من جهة أخرى، أدان السيناتور الجمهوري، فلان»: one word at the head of a clause, before another's title and name, is the verb. */
function isVerbOfTitled(words: readonly Word[], { first, last, prefix, probability }: TaggedSpan, spans: readonly TaggedSpan[]): boolean {
  if (first !== last || prefix !== '' || probability >= SURE || (isSpace(words[first]!.gap) && words[first - 1]?.form !== 'ان'))
    return false
  const title = spanFrom(spans, last + 1)
  const isTitle = title?.label === 'title' && title.prefix === '' && isSpace(words[title.first]!.gap)
  return isTitle && titleHead(words[title.first]!.form)?.definite === true && spanFrom(spans, title.last + 1)?.label === 'per'
}

/** «بالمجلس», «وأين»: a word of the language with the particles glued to it. */
const isGluedWord = (form: string): boolean => {
  const bare = form.replace(/^[وف]?(?:لل|[بلك](?:ال)?)?(?=\p{L}{3})/u, '')
  return bare !== form && (isKnownWord(bare) || STOP_WORDS.has(bare))
}

/** «التقى السيسي رئيس الوزراء», «ماكرون يستقبل»: one word beside a verb of encounter, and no nisba. */
const isMet = (words: readonly Word[], { first, last, prefix }: TaggedSpan): boolean =>
  first === last &&
  prefix === '' &&
  countryOfNisba(words[first]!.form) === null &&
  [first - 1, last + 1].some((i) => words[i]?.sentence === words[first]!.sentence && isMeetingVerb(words[i]!.form))

/** «الشمال الغربي», «التطور العمراني»: one word with the article and the ending of a nisba behind a word with the article. */
const isAdjective = (words: readonly Word[], { first, last }: TaggedSpan): boolean =>
  first === last &&
  /^ال.+ي$/.test(words[first]!.form) &&
  isSpace(words[first]!.gap) &&
  /^(وال|بال|ال|لل)/.test(words[first - 1]?.form ?? '') &&
  titleHead(words[first - 1]!.form) === null

/** «لمجلس شورى»: what the head of a body begins is nobody. */
const isHeaded = (words: readonly Word[], { first, last }: TaggedSpan): boolean =>
  last > first && DELIBERATING_HEADS.has(words[first]!.form.replace(/^[وفبل](?=...)/, ''))

/** «قصر باكنغهام», «الحوثيين»: a seat of power is nobody, nor is a movement that goes by a name of its own. */
const isInstitution = (words: readonly Word[], { first, last }: TaggedSpan): boolean => {
  const known = institutionAt(words.slice(first, last + 1).map(({ form }) => form))
  return known?.institution.seat === true || (known?.institution.kind === 'group' && known.length === last - first + 1)
}
