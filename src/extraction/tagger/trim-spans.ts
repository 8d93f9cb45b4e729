import { frequencyOf } from '../../analysis/frequency.ts'
import { NEVER_IN_BODY, ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryNamed, countryOfCapital, countryOfNisba } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import type { Word } from '../word.ts'
import { isVerb, type RefineContext, reach, SURE } from './reach.ts'
import type { TaggedSpan } from './tag-words.ts'

/** The name of a body ends before a verb, a nunated word, «ل» with a common noun that heads no body, and words that tell of it («التابع», «سواء»). */
function endOfBody(words: readonly Word[], first: number, last: number): number {
  for (let i = first + 1; i <= last; i++) {
    const { form, surface } = words[i]!
    if (
      isVerb(form) ||
      /\u064B/.test(surface) ||
      NEVER_IN_BODY.has(form) ||
      (/^ل[^ل]/.test(form) && frequencyOf(form.slice(1)) > 0 && !ORGANISATION_HEADS[form.slice(1)])
    )
      return i - 1
  }
  return last
}

/** «فإنه», «لأنها»: a particle with its pronoun. */
const PARTICLE_WITH_PRONOUN = /^[وف]?(ان|لان|لكن|كان|لعل)(ه|ها|هم|هما)$/

/** Adverbs of manner that stand behind a name: «تباحث مع الوزير هاتفيا». */
const ADVERBS = new Set(['هاتفيا', 'رسميا', 'شخصيا', 'حضوريا', 'افتراضيا', 'ايضا', 'ثناءيا', 'مطولا'])

/** Cuts stop words and dates off the ends of a span; what is nothing else goes, and so does a name that is a lone nisba. */
export function trimEnds(spans: readonly TaggedSpan[], { words, dates, cityWords, gazetteer }: RefineContext): TaggedSpan[] {
  const inDate = (i: number): boolean => dates.some(({ first, last }) => first <= i && i <= last)
  return spans.flatMap((span) => {
    const isLoose = (i: number): boolean =>
      inDate(i) ||
      (span.label === 'per' && ADVERBS.has(words[i]!.form)) ||
      (span.label !== 'title' &&
        (STOP_WORDS.has(words[i]!.form) || PARTICLE_WITH_PRONOUN.test(words[i]!.form)) &&
        !words[i]!.text.startsWith('آ') &&
        !isNamePart(span, i))
    // «علي» folds to «على»: what is written with a ya and is a name part stays.
    function isNamePart({ label, first, last, probability }: TaggedSpan, i: number): boolean {
      return (
        label === 'per' && first < last && probability >= SURE && gazetteer.nameParts.has(words[i]!.form) && !words[i]!.text.endsWith('ى')
      )
    }
    let { first, last } = span
    while (last >= first && isLoose(last)) last -= 1
    while (first <= last && (isLoose(first) || (span.label === 'per' && first < last && isVerb(words[first]!.form)))) first += 1
    if (last < first) return []
    while ((span.label === 'per' || span.label === 'title') && last > first && isAtPlace(words[last]!, cityWords)) last -= 1
    while (span.label === 'per' && last > first && isOffice(words[last]!.form)) last -= 1
    if (span.label === 'per' && last - first >= 2 && (countryNamed(words[last]!.text) ?? countryOfCapital(words[last]!.text)) !== null)
      last -= 1
    if (span.label === 'per' && last - first >= 2 && /^ال.*(ين|ون)$/.test(words[last]!.form) && countryOfNisba(words[last]!.form)) last -= 1
    if (span.label === 'per' && first === last && countryOfNisba(words[first]!.form) && words[first]!.form.startsWith('ال')) return []
    if (span.label === 'org') last = endOfBody(words, first, last)
    return [reach(span, words, first, last)]
  })
}

/** «عمر البشير بالخرطوم»: a known place behind a glued «ب» says where, and is no part of a name. */
const isAtPlace = ({ text, form }: Word, cityWords: ReadonlySet<string>): boolean =>
  form.startsWith('ب') && (countryNamed(text.slice(1)) !== null || countryOfCapital(text.slice(1)) !== null || cityWords.has(form.slice(1)))

/** «السفير» behind a name begins another phrase; «الشيخ» and «القاضي» may end the name. */
const isOffice = (form: string): boolean => {
  const head = titleHead(form)
  return (
    head !== null &&
    head.kind === 'office' &&
    head.definite &&
    head.prefix === '' &&
    !/^ال(امير|كاتب|امام|عميد|امين|ملك|سلطان|كبير|حاكم|والي|مفتي)$/.test(form)
  )
}
