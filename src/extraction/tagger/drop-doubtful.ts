import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { NAMED_THINGS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryOfCapital, countryOfNisba } from '../actors/country-of.ts'
import { institutionAt } from '../actors/institution.ts'
import { titleHead } from '../actors/title-head.ts'
import type { Word } from '../word.ts'
import { besideTitles, isSpace, type RefineContext, SURE } from './reach.ts'
import type { TaggedSpan } from './tag-words.ts'

/** A name that the tagger half believes, without a title and without one word that anybody is called by or that is unknown, is none; nor is one that ends in a nisba. */
export function dropDoubtful(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  const titled = besideTitles(spans)
  const called = new Set(
    spans.flatMap(({ label, first, last }) =>
      label === 'per' && last > first ? words.slice(first, last + 1).map(({ form }) => form) : [],
    ),
  )
  return spans.filter((span) => {
    if (
      span.label === 'org' &&
      span.first === span.last &&
      (called.has(words[span.first]!.form) || countryOfNisba(words[span.first]!.form) !== null)
    )
      return false
    if (span.label === 'per' && (isNoName(words, span, gazetteer) || isInstitution(words, span))) return false
    if (span.label === 'per' && span.first === span.last && span.probability < SURE && countryOfCapital(words[span.first]!.text) !== null)
      return false
    if (span.label === 'per' && (isThing(words, span) || isTitledVerb(words, span, titled, gazetteer))) return false
    if (span.label !== 'per' || span.probability >= SURE) return true
    if (
      span.first === span.last &&
      span.prefix === '' &&
      !gazetteer.nameParts.has(words[span.first]!.form) &&
      isGluedWord(words[span.first]!.form)
    )
      return false
    if (isAdjective(words, span) && !called.has(words[span.first]!.form)) return false
    if (titled.has(span.first - 1) || titled.has(span.last + 1)) return true
    const parts = words.slice(span.first, span.last + 1).map(({ form }, i) => (i === 0 ? form.slice(span.prefix.length) : form))
    return (
      parts.some((part) => gazetteer.nameParts.has(part) || (frequencyOf(part) === 0 && !isGluedWord(part))) &&
      countryOfNisba(parts.at(-1)!) === null
    )
  })
}

/**
 * What no name is, however sure the tagger: a participle with its pronoun («المعترف بها»), an accusative with its nunation («مستنكرًا»), a verb of «we» («وركزنا»), a plural of
 * nisbas («كوريون شماليون»), a common noun with one («جندي إيرلندي»), a dual («الفريقان»).
 */
function isNoName(words: readonly Word[], { first, last }: TaggedSpan, { nameParts }: RefineContext['gazetteer']): boolean {
  if (
    last > first &&
    countryOfNisba(words[last]!.form) !== null &&
    !words[last]!.form.startsWith('ال') &&
    !nameParts.has(words[first]!.form)
  )
    return true
  const next = words[last + 1]
  if (
    first === last &&
    next &&
    isSpace(next.gap) &&
    /^(ب|عل|ال|ل|ف|من|عن)ي?(ه|ها|هم|هما)$/.test(next.form) &&
    words[first]!.form.startsWith('ال')
  )
    return true
  if (/\u064B/.test(words[first]!.surface) || (first === last && /^و\p{L}{3,}نا$/u.test(words[first]!.form))) return true
  if (
    first === last &&
    /^ال.+ان$/.test(words[first]!.form) &&
    !nameParts.has(words[first]!.form) &&
    isKnownWord(words[first]!.form.slice(2, -2))
  )
    return true
  return /(ون|ين)$/.test(words[first]!.form) && countryOfNisba(words[first]!.form) !== null
}

/** «مختبر بارتون داون», «معبر نصيب جابر»: behind a noun of things that bear names stands the name of one. */
const isThing = (words: readonly Word[], { first, prefix }: TaggedSpan): boolean =>
  prefix === '' &&
  isSpace(words[first]!.gap) &&
  !/^[وف]?لل/.test(words[first - 1]?.form ?? '') &&
  NAMED_THINGS.has((words[first - 1]?.form ?? '').replace(/^[وفبل]{1,2}(?=....)/, ''))

/** «مع الرئيس المصري تركز على»: one common word behind a title that is a verb by the preposition it takes. */
const isTitledVerb = (
  words: readonly Word[],
  { first, last, prefix, probability }: TaggedSpan,
  titled: ReadonlySet<number>,
  { nameParts }: RefineContext['gazetteer'],
): boolean => {
  const { form } = words[first]!
  if (first !== last || prefix !== '' || probability >= SURE || !titled.has(first - 1) || nameParts.has(form)) return false
  return frequencyOf(form) > 0 && /^(علي|الي|في|عن|ب.*)$/.test(words[last + 1]?.form ?? '')
}

/** «بالمجلس», «وأين»: a word of the language with the particles glued to it. */
const isGluedWord = (form: string): boolean => {
  const bare = form.replace(/^[وف]?(?:لل|[بلك](?:ال)?)?(?=\p{L}{3})/u, '')
  return bare !== form && (isKnownWord(bare) || STOP_WORDS.has(bare))
}

/** «الشمال الغربي», «التطور العمراني»: one word with the article and the ending of a nisba behind a word with the article. */
const isAdjective = (words: readonly Word[], { first, last }: TaggedSpan): boolean =>
  first === last &&
  /^ال.+ي$/.test(words[first]!.form) &&
  isSpace(words[first]!.gap) &&
  /^(وال|بال|ال|لل)/.test(words[first - 1]?.form ?? '') &&
  titleHead(words[first - 1]!.form) === null

/** «قصر باكنغهام»: a seat of power is nobody. */
const isInstitution = (words: readonly Word[], { first, last }: TaggedSpan): boolean =>
  institutionAt(words.slice(first, last + 1).map(({ form }) => form))?.institution.seat === true
