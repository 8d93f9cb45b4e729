import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { ORGANISATION_HEADS, PART_HEADS, POSTED_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryOfNisba } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import { isMeetingNoun, isMeetingVerb } from '../meetings/encounter-words.ts'
import { lightVerb } from '../meetings/light-verb.ts'
import { indexesOf, isSpace, type Word } from '../word.ts'
import { dropDoubtful } from './drop-doubtful.ts'
import { extendNames } from './extend-names.ts'
import { findNamesInTitles } from './names-in-titles.ts'
import { partNames, partPairs } from './part-names.ts'
import { cutAtSigns, cutAtVerbs, joinNisbas, partPlaces, partTitles, placeCountries, splitTitles } from './part-spans.ts'
import { COMMON, isVerb, type RefineContext, reach, SURE } from './reach.ts'
import { spanFrom, spanUpTo } from './span-at.ts'
import { spreadNames } from './spread-names.ts'
import type { TaggedSpan } from './tag-words.ts'
import { isPlace } from './trim-names.ts'
import { trimEnds } from './trim-spans.ts'

type Step = (spans: readonly TaggedSpan[], context: RefineContext) => TaggedSpan[]

/** What the tagger cannot know from one sentence, in order: dates are no names, a name is whole, a name found once is found everywhere. */
const STEPS: readonly Step[] = [
  placeCountries,
  joinNisbas,
  cutAtSigns,
  cutAtVerbs,
  partPlaces,
  partNames,
  trimEnds,
  nameUnknown,
  labelBodies,
  joinNames,
  joinParts,
  partTitles,
  findNamesInTitles,
  beginNames,
  extendNames,
  partPairs,
  spreadNames,
  splitTitles,
  dropDoubtful,
]

export const refineSpans = (spans: readonly TaggedSpan[], context: RefineContext): TaggedSpan[] =>
  STEPS.reduce<TaggedSpan[]>((refined, step) => step(refined, context), [...spans])

/** Two names with nothing but a space between them are one («تانيا فايون»), also where the second seemed to begin with a particle; «و» parts them, and what is a name without its particle only («بوتين لعباس»). */
function joinNames(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  const joined: TaggedSpan[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    const isOne = before?.label === 'per' && span.label === 'per' && span.first === before.last + 1 && isSpace(words[span.first]!.gap)
    const { form } = words[span.first]!
    const isAnother =
      span.prefix !== '' &&
      (words[span.first]!.text.startsWith('لآ') ||
        (gazetteer.nameParts.has(form.slice(span.prefix.length)) && !gazetteer.nameParts.has(form)))
    if (before && isOne && !isAnother && !span.prefix.startsWith('و'))
      joined[joined.length - 1] = {
        ...reach(before, words, before.first, span.last),
        probability: Math.min(before.probability, span.probability),
      }
    else joined.push(span)
  }
  return joined
}

/** «المفتشية العامة لوزارة الداخلية», «لجنة … في مجلس النواب»: a part of a body goes on with the body, and an embassy with where it is («السفارة الروسية في لندن»). */
function joinParts(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  const joined: TaggedSpan[] = []
  for (const tagged of spans) {
    const before = joined.at(-1)
    const span = isHeadedBefore(words, tagged, before) ? reach(tagged, words, tagged.first - 1, tagged.last) : tagged
    const isPosted = span.label === 'loc' && before?.label === 'org' && POSTED_HEADS.has(headOf(words, before))
    const isOfLarger = span.label === 'org' && before?.label === 'org' && isPart(words, before)
    if (before && (isPosted || isOfLarger) && goesOn(words, before, span))
      joined[joined.length - 1] = reach(before, words, before.first, span.last)
    else joined.push(span)
  }
  return joined
}

/** «يجتمع مكتب المجلس الشعبي الوطني»: a part of a body that the tagger passed over, between a word of encounter and the body. */
const isHeadedBefore = (words: readonly Word[], { label, first, prefix }: TaggedSpan, before: TaggedSpan | undefined): boolean => {
  const [verb, head] = [words[first - 2], words[first - 1]]
  return (
    label === 'org' &&
    prefix === '' &&
    head !== undefined &&
    (before?.last ?? -1) < head.index &&
    isSpace(words[first]!.gap) &&
    /^ال/.test(words[first]!.form) &&
    PART_HEADS.has(head.form) &&
    verb?.sentence === words[first]!.sentence &&
    (isMeetingVerb(verb.form) || isMeetingNoun(verb.form) || lightVerb(verb.form) !== null)
  )
}

const headOf = (words: readonly Word[], { first, prefix }: TaggedSpan): string => words[first]!.form.slice(prefix.length).replace(/^ال/, '')
const isPart = (words: readonly Word[], span: TaggedSpan): boolean => PART_HEADS.has(headOf(words, span))

function goesOn(words: readonly Word[], before: TaggedSpan, { first, prefix }: TaggedSpan): boolean {
  const gap = words.slice(before.last + 1, first + 1)
  if (gap.some(({ gap: sign, sentence }) => !isSpace(sign) || sentence !== words[before.first]!.sentence)) return false
  return gap.length === 1 ? /^[بل]$|^لل$/.test(prefix) : gap.length === 2 && prefix === '' && gap[0]!.form === 'في'
}

/** «السفيرة الفرنسية آن غريو», «البابا تواضروس»: behind a title of a state words that the language does not use are the name, and one behind who sits on a see. */
function nameUnknown(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  const taken = new Set(spans.flatMap(indexesOf))
  return spans.flatMap((span) => {
    const { sentence, form } = words[span.last]!
    const apposition = span.label === 'title' ? unknownBetweenCommas(words, span.last, taken, gazetteer) : null
    if (apposition !== null) return [span, { ...reach(span, words, span.last + 1, apposition), label: 'per' as const, probability: SURE }]
    const see = span.label === 'title' && /^(ال|لل)(بابا|انبا|بطريرك)$/.test(form) ? words[span.last + 1] : undefined
    if (
      see &&
      see.sentence === sentence &&
      isSpace(see.gap) &&
      !taken.has(see.index) &&
      !isKnownWord(see.form) &&
      !/^(ال|في)/.test(see.form)
    )
      return [span, { ...reach(span, words, see.index, see.index), label: 'per' as const, probability: SURE }]
    if (span.label !== 'title' || span.last === span.first || countryOfNisba(form) === null) return [span]
    let last = span.last
    while (last - span.last < MAX_UNKNOWN) {
      const next = words[last + 1]
      if (!next || next.sentence !== sentence || !isSpace(next.gap) || taken.has(next.index)) break
      const isFirst = next.text.startsWith('آ') && next.text.length < 4
      if (!isFirst && !gazetteer.nameParts.has(next.form) && frequencyOf(next.form) > 0) break
      if (isVerb(next.form) || /^(ال|لل|وال|بال)/.test(next.form) || /(ه|ات|ا|ين|ون)$/.test(next.form)) break
      last += 1
    }
    if (last - span.last < 2) return [span]
    const name = { ...reach(span, words, span.last + 1, last), label: 'per' as const, probability: SURE }
    return [span, name]
  })
}
const MAX_UNKNOWN = 3

/** «المبعوثة الأممية إلى ليبيا، حنّة تيته، جولة»: two or three words between commas behind a title, which the language does not use, are the name. Where they end; null where they are none. */
function unknownBetweenCommas(
  words: readonly Word[],
  title: number,
  taken: ReadonlySet<number>,
  { nameParts }: RefineContext['gazetteer'],
): number | null {
  const { sentence } = words[title]!
  if (!/^\s*[،,] ?$/.test(words[title + 1]?.gap ?? '')) return null
  for (let i = title + 1; i <= title + MAX_UNKNOWN + 1 && words[i]?.sentence === sentence; i++) {
    const { gap, form } = words[i]!
    if (i > title + 2 && /^\s*[،,]/.test(gap)) return i - 1
    const isFree = !taken.has(i) && (i === title + 1 || isSpace(gap))
    if (!isFree || (frequencyOf(form) > 0 && !nameParts.has(form)) || isVerb(form) || lightVerb(form) !== null) return null
    if (STOP_WORDS.has(form) || /^(ال|لل|وال|بال)|^\d|(ات|ين|ون)$/.test(form)) return null
  }
  return null
}

/** «للمجلس الوزاري للأمن الوطني»: what begins with the head of a body is no title. «تيريزا ماي»: what the tagger half believes to be a body, and is nothing but two names before a verb, is somebody. */
function labelBodies(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  return spans.map((span) => {
    if (isWholeName(words, span, gazetteer)) return { ...span, label: 'per' as const, probability: SURE }
    const head = words[span.first]!.form.slice(span.prefix.length).replace(/^ال/, '')
    if (span.label !== 'title' || ORGANISATION_HEADS[head] === undefined || titleHead(words[span.first]!.form)) return span
    const led = words.slice(span.first, span.last + 1).find(({ form }) => /^ب(رءاسه|رياسه|قياده|حضور)$/.test(form))
    return { ...reach(span, words, span.first, led ? led.index - 1 : span.last), label: 'org' as const, probability: SURE }
  })
}

const isWholeName = (
  words: readonly Word[],
  { label, first, last, probability, prefix }: TaggedSpan,
  { nameParts }: RefineContext['gazetteer'],
): boolean =>
  label === 'org' &&
  probability < LEAST_BODY &&
  last === first + 1 &&
  isVerb(words[last + 1]?.form ?? '') &&
  [words[first]!.form.slice(prefix.length), words[last]!.form].every(
    (form) => nameParts.has(form) && !form.startsWith('ال') && ORGANISATION_HEADS[form] === undefined,
  )
const LEAST_BODY = 0.6

/** «رئيس جهاز المخابرات وتشونغ يوي يونغ», «القائم بأعمال السفارة في أبوظبي آلان ميشو»: a word that the language does not use, behind «و» or a place at the end of a title, begins the name; so does a first name there («رئيس الوزراء بنيامين» before «نتنياهو»). */
function beginNames(spans: readonly TaggedSpan[], { words, gazetteer, cityWords }: RefineContext): TaggedSpan[] {
  const isNew = (form: string): boolean => !isKnownWord(form) || (gazetteer.nameParts.has(form) && frequencyOf(form) < COMMON)
  return spans.map((span) => {
    const [title, name] = span.label === 'title' ? [span, spanFrom(spans, span.last + 1)] : [spanUpTo(spans, span.first - 1), span]
    if (title?.label !== 'title' || name?.label !== 'per' || name.prefix !== '' || !isSpace(words[name.first]!.gap)) return span
    const { form, index, start, text } = words[title.last]!
    const isBehindPlace = index > title.first + 1 && words[index - 2]!.form === 'في' && isPlace(words[index - 1]!, cityWords)
    if (isBehindPlace && (text.startsWith('آ') || isNew(form)))
      return span === title ? reach(title, words, title.first, index - 1) : reach(name, words, index, name.last)
    const isBehindWhole = index > title.first && /^(ال|لل)/.test(words[index - 1]!.form)
    const isGiven =
      index > title.first &&
      gazetteer.nameParts.has(form) &&
      (frequencyOf(form) === 0 || isBehindWhole) &&
      !/^(ال|[وبلف]|اول$|ثان|ثالث$|ركن$)/.test(form)
    if (isGiven && titleHead(form) === null && countryOfNisba(form) === null && !isPlace(words[index]!, cityWords))
      return span === title ? reach(title, words, title.first, index - 1) : reach(name, words, index, name.last)
    if (index === title.first || !/^و(?!ال)\p{L}{3,}/u.test(form) || isKnownWord(form) || titleHead(form) || !isNew(form.slice(1)))
      return span
    return span === title ? reach(title, words, title.first, index - 1) : { ...name, first: index, prefix: 'و', start: start + 1 }
  })
}
