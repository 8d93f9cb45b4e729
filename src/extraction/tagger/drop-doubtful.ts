import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { NAMED_THINGS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryOfCapital, countryOfNisba } from '../actors/country-of.ts'
import { institutionAt } from '../actors/institution.ts'
import { titleHead } from '../actors/title-head.ts'
import { isSpace, type Word } from '../word.ts'
import { barePartsOf, besideTitles, type RefineContext, SURE } from './reach.ts'
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
    const { label, first, last, prefix } = span
    const { form, text } = words[first]!
    const isSingle = first === last
    if (label === 'org') return !isSingle || (!called.has(form) && countryOfNisba(form) === null)
    if (label !== 'per') return true
    if (isNoName(words, span, gazetteer) || isInstitution(words, span) || isThing(words, span)) return false
    if (span.probability >= SURE) return true
    if (isSingle && countryOfCapital(text) !== null) return false
    if (isSingle && prefix === '' && !gazetteer.nameParts.has(form) && (isGluedWord(form) || isTitledVerb(words, span, titled)))
      return false
    if (isAdjective(words, span) && !called.has(form)) return false
    if (titled.has(first - 1) || titled.has(last + 1)) return true
    const parts = barePartsOf(words, span)
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
  const { form, surface } = words[first]!
  if (/\u064B/.test(surface) || (/(ون|ين)$/.test(form) && countryOfNisba(form) !== null)) return true
  if (last > first) return countryOfNisba(words[last]!.form) !== null && !words[last]!.form.startsWith('ال') && !nameParts.has(form)
  const next = words[last + 1]
  const isParticiple =
    form.startsWith('ال') && next !== undefined && isSpace(next.gap) && /^(ب|عل|ال|ل|ف|من|عن)ي?(ه|ها|هم|هما)$/.test(next.form)
  const isDual = /^ال.+ان$/.test(form) && !nameParts.has(form) && isKnownWord(form.slice(2, -2))
  return isParticiple || isDual || /^و\p{L}{3,}نا$/u.test(form)
}

/** «مختبر بارتون داون», «معبر نصيب جابر»: behind a noun of things that bear names stands the name of one. */
const isThing = (words: readonly Word[], { first, prefix }: TaggedSpan): boolean =>
  prefix === '' &&
  isSpace(words[first]!.gap) &&
  !/^[وف]?لل/.test(words[first - 1]?.form ?? '') &&
  NAMED_THINGS.has((words[first - 1]?.form ?? '').replace(/^[وفبل]{1,2}(?=....)/, ''))

/** «مع الرئيس المصري تركز على»: one common word behind a title that is a verb by the preposition it takes. */
const isTitledVerb = (words: readonly Word[], { first, last }: TaggedSpan, titled: ReadonlySet<number>): boolean =>
  titled.has(first - 1) && frequencyOf(words[first]!.form) > 0 && /^(علي|الي|في|عن|ب.*)$/.test(words[last + 1]?.form ?? '')

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
