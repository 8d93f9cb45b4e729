import { frequencyOf } from '../../analysis/frequency.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { countryNamed, countryOfCapital, countryOfNisba } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import type { Word } from '../word.ts'
import { isVerb, reach, SURE } from './reach.ts'
import { spreadNames } from './spread-names.ts'
import type { TaggedSpan } from './tag-words.ts'

type Context = {
  readonly words: readonly Word[]
  readonly dates: readonly DateExpression[]
  readonly gazetteer: Gazetteer
  readonly cityWords: ReadonlySet<string>
}
type Step = (spans: readonly TaggedSpan[], context: Context) => TaggedSpan[]

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

export const refineSpans = (spans: readonly TaggedSpan[], context: Context): TaggedSpan[] =>
  STEPS.reduce<TaggedSpan[]>((refined, step) => step(refined, context), [...spans])

/** A name does not go on behind a quote, a bracket or a hashtag: «ترامب "حسن …"» is a name and a quotation. Its better part is the one before. */
function cutAtSigns(spans: readonly TaggedSpan[], { words }: Context): TaggedSpan[] {
  return spans.map((span) => {
    if (span.label !== 'per') return span
    const seam = words.slice(span.first + 1, span.last + 1).find(({ gap }) => /["«»“”()#،؛:]/.test(gap))
    return seam ? reach(span, words, span.first, seam.index - 1) : span
  })
}

/** «صالح والمشري»: «و» before a word that people are called by, or that ends another name of the text, joins two. No name goes on behind a verb of encounter or saying. */
function partNames(spans: readonly TaggedSpan[], { words, gazetteer }: Context): TaggedSpan[] {
  const lasts = new Set(spans.flatMap(({ label, first, last }) => (label === 'per' && last > first ? [words[last]!.form] : [])))
  const isName = (form: string): boolean => gazetteer.nameParts.has(form) || lasts.has(form) || lasts.has(form.replace(/^ال/, ''))
  return spans.flatMap((span) => {
    if (span.label !== 'per') return [span]
    const inner = words.slice(span.first + 1, span.last + 1)
    const verb = inner.find(({ form }) => isVerb(form) && !gazetteer.nameParts.has(form))
    const end = verb ? verb.index - 1 : span.last
    const seam = inner.find(
      ({ form, index }) => index <= end && /^و\p{L}{3,}/u.test(form) && !gazetteer.nameParts.has(form) && isName(form.slice(1)),
    )
    if (!seam) return [end === span.last ? span : reach(span, words, span.first, end)]
    const second: TaggedSpan = { ...reach(span, words, seam.index, end), prefix: 'و', start: seam.start + 1 }
    return [reach(span, words, span.first, seam.index - 1), second]
  })
}

/** «موسكو خليفة حفتر»: a doubtful place that begins with a known town and goes on with words that people are called by is a town and a name. */
function partPlaces(spans: readonly TaggedSpan[], { words, gazetteer, cityWords }: Context): TaggedSpan[] {
  return spans.flatMap((span) => {
    if (span.label !== 'loc' || span.probability >= SURE || span.last - span.first < 2) return [span]
    const rest = words.slice(span.first + 1, span.last + 1)
    const isTown = cityWords.has(words[span.first]!.form.slice(span.prefix.length))
    if (!isTown || !rest.every(({ form }) => gazetteer.nameParts.has(form) && !cityWords.has(form))) return [span]
    const name: TaggedSpan = { ...span, label: 'per', prefix: '', first: span.first + 1, start: rest[0]!.start, probability: SURE }
    return [reach(span, words, span.first, span.first), name]
  })
}

/** The name of a body ends before a verb, a nunated word, «ل» with another noun than its own article gives, and whatever stands behind «وليس» or a comma. */
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
const NEVER_IN_BODY = new Set([
  'اين',
  'سواء',
  'نقلا',
  'وليس',
  'المنتمي',
  'المنتميه',
  'التابع',
  'التابعه',
  'الموالي',
  'المواليه',
  'بتجميد',
  'الهادفه',
])

/** «فإنه», «لأنها»: a particle with its pronoun. */
const PARTICLE_WITH_PRONOUN = /^[وف]?(ان|لان|لكن|كان|لعل)(ه|ها|هم|هما)$/

/** Cuts stop words and dates off the ends of a span; what is nothing else goes, and so does a name that is a lone nisba. */
function trimEnds(spans: readonly TaggedSpan[], { words, dates, cityWords, gazetteer }: Context): TaggedSpan[] {
  const inDate = (i: number): boolean => dates.some(({ first, last }) => first <= i && i <= last)
  return spans.flatMap((span) => {
    const isLoose = (i: number): boolean =>
      inDate(i) ||
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

/** Two names with nothing but a space between them are one («تانيا فايون»), also where the second seemed to begin with a particle; «و» parts them. */
function joinNames(spans: readonly TaggedSpan[], { words }: Context): TaggedSpan[] {
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

/** «العماد عون»: a definite title at the head of a name is a title; «وزارة الدفاع المشير حفتر» is a body, a rank and a name. */
function partTitles(spans: readonly TaggedSpan[], { words }: Context): TaggedSpan[] {
  return spans.flatMap((span) => {
    const rank = span.label === 'org' ? words.slice(span.first + 1, span.last).find(({ form }) => isRank(form)) : undefined
    if (rank) {
      return [
        reach(span, words, span.first, rank.index - 1),
        { ...reach(span, words, rank.index, rank.index), label: 'title' as const },
        { ...reach(span, words, rank.index + 1, span.last), label: 'per' as const, probability: SURE },
      ]
    }
    const head = span.label === 'per' && span.last > span.first ? titleHead(words[span.first]!.form) : null
    if (!head?.definite || head.plural) return [span]
    return [{ ...reach(span, words, span.first, span.first), label: 'title' as const }, reach(span, words, span.first + 1, span.last)]
  })
}

const isRank = (form: string): boolean => {
  const head = titleHead(form)
  return head !== null && head.kind === 'rank' && head.definite && !head.plural && head.prefix === ''
}

/** «مون جي-إن», «أبو-غزالة»: a hyphen holds a name together. */
const isHyphenated = (words: readonly Word[], { gap, index, sentence, form }: Word): boolean =>
  /^[-‐]$/.test(gap) && words[index - 1]!.sentence === sentence && form.length <= 6

/** A word of names, or behind a titled name one that the language does not use, before the next punctuation, belongs to it: «محمد طاهر سيالة», «السفيرة كلير دوبوا،». */
function extendNames(spans: readonly TaggedSpan[], { words, gazetteer }: Context): TaggedSpan[] {
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

/**
 * «اجتمع رئيس الجمهورية برئيسة الحكومة»: a title that holds another behind «ب» or «ل» is two people's; behind «بين» and «كل من», so is one that
 * holds «و» and another («بين القائد العام ووزير الخارجية لافروف»).
 */
function splitTitles(spans: readonly TaggedSpan[], { words }: Context): TaggedSpan[] {
  return spans.flatMap((span) => {
    if (span.label !== 'title') return [span]
    const isBetween = /^(بين|من)$/.test(words[span.first - 1]?.form ?? '')
    const seam = words.slice(span.first + 1, span.last + 1).find(({ form }) => {
      const prefix = titleHead(form)?.prefix ?? ''
      return prefix === 'ب' || (isBetween && prefix === 'و')
    })
    if (!seam) return [span]
    let last = seam.index - 1
    while (last > span.first && STOP_WORDS.has(words[last]!.form)) last -= 1
    const { prefix } = titleHead(seam.form)!
    return [reach(span, words, span.first, last), { ...span, first: seam.index, prefix, start: seam.start + prefix.length }]
  })
}

/** A name that the tagger half believes, without a title and without one word that anybody is called by or that is unknown, is none; nor is one that ends in a nisba. */
function dropDoubtful(spans: readonly TaggedSpan[], { words, gazetteer }: Context): TaggedSpan[] {
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
