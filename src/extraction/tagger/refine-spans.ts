import { frequencyOf } from '../../analysis/frequency.ts'
import { countryOfCapital, countryOfNisba } from '../actors/country-of.ts'
import type { Word } from '../word.ts'
import { cutAtSigns, partNames, partPlaces, partTitles, splitTitles } from './part-spans.ts'
import { isVerb, type RefineContext, reach, SURE } from './reach.ts'
import { spreadNames } from './spread-names.ts'
import type { TaggedSpan } from './tag-words.ts'
import { trimEnds } from './trim-spans.ts'

type Step = (spans: readonly TaggedSpan[], context: RefineContext) => TaggedSpan[]

/** What the tagger cannot know from one sentence, in order: dates are no names, a name is whole, a name found once is found everywhere. */
const STEPS: readonly Step[] = [
  cutAtSigns,
  partPlaces,
  partNames,
  trimEnds,
  joinNames,
  partTitles,
  extendNames,
  spreadNames,
  splitTitles,
  dropDoubtful,
]

export const refineSpans = (spans: readonly TaggedSpan[], context: RefineContext): TaggedSpan[] =>
  STEPS.reduce<TaggedSpan[]>((refined, step) => step(refined, context), [...spans])

/** Two names with nothing but a space between them are one («تانيا فايون»), also where the second seemed to begin with a particle; «و» parts them. */
function joinNames(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  const joined: TaggedSpan[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    const isOne = before?.label === 'per' && span.label === 'per' && span.first === before.last + 1 && isSpace(words[span.first]!.gap)
    if (before && isOne && !span.prefix.startsWith('و'))
      joined[joined.length - 1] = {
        ...reach(before, words, before.first, span.last),
        probability: Math.min(before.probability, span.probability),
      }
    else joined.push(span)
  }
  return joined
}

/** «مون جي-إن», «أبو-غزالة»: a hyphen holds a name together. */
const isHyphenated = (words: readonly Word[], { gap, index, sentence, form }: Word): boolean =>
  /^[-‐]$/.test(gap) && words[index - 1]!.sentence === sentence && form.length <= 6

/** A word of names, or behind a titled name one that the language does not use, before the next punctuation, belongs to it: «محمد طاهر سيالة», «السفيرة كلير دوبوا،». */
function extendNames(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  return spans.map((span) => {
    if (span.label !== 'per') return span
    const next = words[span.last + 1]
    if (next && isHyphenated(words, next)) return reach(span, words, span.first, next.index)
    if (!next || next.sentence !== words[span.last]!.sentence || !isSpace(next.gap)) return span
    const isFree = !spans.some(({ first, last }) => first <= next.index && next.index <= last)
    const ends = words[next.index + 1] === undefined || !isSpace(words[next.index + 1]!.gap)
    return isFree &&
      ends &&
      frequencyOf(next.form) === 0 &&
      !isVerb(next.form) &&
      (gazetteer.nameParts.has(next.form) || (span.last > span.first && /[هي]$/.test(next.form)) || isTitled(spans, span))
      ? reach(span, words, span.first, next.index)
      : span
  })
}

/** A name that the tagger half believes, without a title and without one word that anybody is called by or that is unknown, is none; nor is one that ends in a nisba. */
function dropDoubtful(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  return spans.filter((span) => {
    if (span.label === 'per' && isNoName(words, span)) return false
    if (span.label === 'per' && span.first === span.last && span.probability < SURE && countryOfCapital(words[span.first]!.text) !== null)
      return false
    if (span.label !== 'per' || span.probability >= SURE) return true
    if (spans.some(({ label, first, last }) => label === 'title' && (last === span.first - 1 || first === span.last + 1))) return true
    const parts = words.slice(span.first, span.last + 1).map(({ form }, i) => (i === 0 ? form.slice(span.prefix.length) : form))
    return parts.some((part) => gazetteer.nameParts.has(part) || frequencyOf(part) === 0) && countryOfNisba(parts.at(-1)!) === null
  })
}

/**
 * What no name is, however sure the tagger: a participle with its pronoun («المعترف بها»), an accusative with its nunation («مستنكرًا»), a plural of
 * nisbas («كوريون شماليون»).
 */
function isNoName(words: readonly Word[], { first, last }: TaggedSpan): boolean {
  const next = words[last + 1]
  if (
    first === last &&
    next &&
    isSpace(next.gap) &&
    /^(ب|عل|ال|ل|ف|من|عن)ي?(ه|ها|هم|هما)$/.test(next.form) &&
    words[first]!.form.startsWith('ال')
  )
    return true
  if (first === last && /\u064B/.test(words[first]!.surface)) return true
  return /(ون|ين)$/.test(words[first]!.form) && countryOfNisba(words[first]!.form) !== null
}

const isTitled = (spans: readonly TaggedSpan[], { first }: TaggedSpan): boolean =>
  spans.some(({ label, last }) => label === 'title' && last === first - 1)

const isSpace = (gap: string): boolean => /^[ \u00a0]+$/.test(gap)
