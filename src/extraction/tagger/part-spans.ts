import { isKnownWord } from '../../analysis/frequency.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { isAnotherOffice } from '../actors/another-office.ts'
import { countryNamed, countryOfNisba } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import { meetingVerb } from '../meetings/encounter-words.ts'
import { isSpace, textOf, type Word } from '../word.ts'
import { type RefineContext, reach, SURE } from './reach.ts'
import { spanFrom, spanUpTo } from './span-at.ts'
import type { TaggedSpan } from './tag-words.ts'

/** A name does not go on behind a quote, a bracket or a hashtag: «ترامب "حسن …"» is a name and a quotation. Its better part is the one before. */
export function cutAtSigns(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  return spans.map((span) => {
    if (span.label !== 'per') return span
    const seam = words.slice(span.first + 1, span.last + 1).find(({ gap }) => /["«»“”()،؛:]/.test(gap) || /#./.test(gap))
    return seam ? reach(span, words, span.first, seam.index - 1) : span
  })
}

/** «رئيس الجمهورية … استقبل يوم الجمعة … الأمين العام»: a verb of encounter parts the office before it from the one behind it; no name ends in «كان». */
export function cutAtVerbs(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  return spans.flatMap((span) => {
    const was = span.label === 'per' && span.last > span.first && isWas(words, span.last)
    if (was) return [reach(span, words, span.first, span.last - 1)]
    const verb =
      span.label === 'title'
        ? words.slice(span.first + 1, span.last + 1).find(({ form }) => PARTING.has(meetingVerb(form)?.row.id ?? ''))
        : undefined
    if (!verb) return [span]
    const office = words.slice(verb.index + 1, span.last + 1).find(({ form }) => titleHead(form)?.definite)
    const behind = office ? [{ ...reach(span, words, office.index, span.last), prefix: '', start: office.start }] : []
    return [reach(span, words, span.first, verb.index - 1), ...behind]
  })
}
/** «رئيس البرلمان راشد العلمي كان قد التقى»: what opens a pluperfect is no part of the name before it. */
const isWas = (words: readonly Word[], last: number): boolean =>
  /^كانت?$/.test(words[last]!.form) && (words[last + 1]?.form === 'قد' || meetingVerb(words[last + 1]?.form ?? '') !== null)
const PARTING = new Set(['iltaqa', 'ijtamaa', 'istaqbala'])

/** «موسكو خليفة حفتر»: a doubtful place that begins with a known town and goes on with words that people are called by is a town and a name. */
export function partPlaces(spans: readonly TaggedSpan[], { words, gazetteer, cityWords }: RefineContext): TaggedSpan[] {
  return spans.flatMap((span) => {
    if (span.label !== 'loc' || span.probability >= SURE || span.last - span.first < 2) return [span]
    const rest = words.slice(span.first + 1, span.last + 1)
    const isTown = cityWords.has(words[span.first]!.form.slice(span.prefix.length))
    if (!isTown || !rest.every(({ form }) => gazetteer.nameParts.has(form) && !cityWords.has(form))) return [span]
    const name: TaggedSpan = { ...span, label: 'per', prefix: '', first: span.first + 1, start: rest[0]!.start, probability: SURE }
    return [reach(span, words, span.first, span.first), name]
  })
}

/** «العماد عون»: a definite title at the head of a name is a title, and so is the nisba of the second of two («الرئيسان التونسي سعيد والجزائري عبد المجيد تبون»); «وزارة الدفاع المشير حفتر» is a body, a rank and a name; «عضو البرلمان الحاج العايب» bears one. */
export function partTitles(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  return spans.flatMap((span) => {
    const rank = span.label === 'org' ? words.slice(span.first + 1, span.last).find(({ form }) => isRank(form)) : undefined
    if (rank) {
      return [
        reach(span, words, span.first, rank.index - 1),
        { ...reach(span, words, rank.index, rank.index), label: 'title' as const },
        { ...reach(span, words, rank.index + 1, span.last), label: 'per' as const, probability: SURE },
      ]
    }
    const joined = span.label === 'per' && span.last - span.first >= 2 ? words[span.first]! : null
    if (joined && /^وال/.test(joined.form) && countryOfNisba(joined.form.slice(1)) !== null) {
      const title: TaggedSpan = { ...reach(span, words, span.first, span.first), label: 'title', prefix: 'و', start: joined.start + 1 }
      return [title, { ...reach(span, words, span.first + 1, span.last), probability: SURE }]
    }
    if (isOfTitle(spans, span, words)) return [reach(span, words, span.first + 1, span.last)]
    const head = span.label === 'per' && span.last > span.first ? titleHead(words[span.first]!.form) : null
    const isPilgrim =
      span.last === span.first + 1 && words[span.first]!.form === 'الحاج' && spanUpTo(spans, span.first - 1)?.label === 'title'
    if (!head?.definite || head.plural || isPilgrim) return [span]
    return [{ ...reach(span, words, span.first, span.first), label: 'title' as const }, reach(span, words, span.first + 1, span.last)]
  })
}

/** «رئيس المجلس الوطني | الكردي محمد إسماعيل»: an adjective of nisba behind one of the title, before two names or more, is the title's. */
const isOfTitle = (spans: readonly TaggedSpan[], { label, first, last }: TaggedSpan, words: readonly Word[]): boolean =>
  label === 'per' &&
  last - first >= 2 &&
  /^ال\p{L}{2,}ي$/u.test(words[first]!.form) &&
  (isKnownWord(words[first]!.form) || isKnownWord(`${words[first]!.form}ه`)) &&
  /^ال\p{L}{2,}ي$/u.test(words[first - 1]?.form ?? '') &&
  spanUpTo(spans, first - 1)?.label === 'title'

const isRank = (form: string): boolean => {
  const head = titleHead(form)
  return head !== null && head.kind === 'rank' && head.definite && !head.plural && head.prefix === ''
}

/**
 * «اجتمع رئيس الجمهورية برئيسة الحكومة», «استقبل X وزير الخارجية المصري نظيره السوداني Y»: a title that holds another behind «ب» or «ل», or a counterpart, is two people's; behind «بين» and «كل من», and between two names, so is one that
 * holds «و» and another («بين القائد العام ووزير الخارجية لافروف», «أويحيى مدير الديوان والشيخ الصلابي»).
 */
export function splitTitles(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  return spans.flatMap((span) => {
    if (span.label !== 'title') return [span]
    const that = words.slice(span.first + 1, span.last).find(({ form }) => /^[وبل]?ان$/.test(form))
    if (that) return [reach(span, words, span.first, that.index - 1), reach(span, words, that.index + 1, span.last)]
    const relation = words.slice(span.first + 1, span.last + 1).find(({ form }) => titleHead(form)?.kind === 'relation')
    if (relation) {
      const prefix = titleHead(relation.form)?.prefix ?? ''
      const second = { ...reach(span, words, relation.index, span.last), prefix, start: relation.start + prefix.length }
      return [reach(span, words, span.first, relation.index - 1), second]
    }
    const another = officeOfAnother(spans, span, words)
    if (another) return [reach(span, words, span.first, another.index - 1), reach(span, words, another.index, span.last)]
    const isBetween =
      /^(بين|من)$/.test(words[span.first - 1]?.form ?? '') ||
      (spanUpTo(spans, span.first - 1)?.label === 'per' && spanFrom(spans, span.last + 1)?.label === 'per')
    const seam = words.slice(span.first + 1, span.last + 1).find(({ form, index }) => {
      const prefix = titleHead(form)?.prefix ?? ''
      return prefix === 'ب' || (isBetween && prefix === 'و') || isToAnother(words, index)
    })
    if (!seam) return [span]
    let last = seam.index - 1
    while (last > span.first && STOP_WORDS.has(words[last]!.form)) last -= 1
    const prefix = titleHead(seam.form)?.prefix ?? 'لل'
    return [reach(span, words, span.first, last), { ...span, first: seam.index, prefix, start: seam.start + prefix.length }]
  })
}

/** «أكد الرئيس المصري للرئيس الفرنسي X»: an office of another state behind «ل». */
function isToAnother(words: readonly Word[], index: number): boolean {
  const { form } = words[index]!
  const [own, other] = [index - 1, index + 1].map((i) => countryOfNisba(words[i]?.form ?? ''))
  return form.startsWith('لل') && titleHead(`ال${form.slice(2)}`)?.kind === 'office' && own != null && other != null && own !== other
}

/** «سلامة مبعوث الأمم المتحدة لليبيا وزير الخارجية المصري شكري», «فودة محافظ سيناء السفير كواروني»: between two names the office of another state, or one with the article, is the second's. */
function officeOfAnother(spans: readonly TaggedSpan[], { first, last }: TaggedSpan, words: readonly Word[]): Word | undefined {
  if (!isSpace(words[first]!.gap) || titleHead(words[first]!.form)?.prefix !== '') return undefined
  if (spanUpTo(spans, first - 1)?.label !== 'per' || spanFrom(spans, last + 1)?.label !== 'per') return undefined
  return words.slice(first + 1, last + 1).find(({ index }) => isAnotherOffice(words, first, index, last))
}

/** «الإمارات العربية المتحدة»: a body that bears the name of a country is the country. */
export function placeCountries(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  return spans.map((span) =>
    span.label === 'org' && countryNamed(textOf(words, span)) !== null ? { ...span, label: 'loc' as const } : span,
  )
}

/** «الزعيم الكوري» and a name that begins with «الشمالي»: the second half of a nisba belongs to the title. */
export function joinNisbas(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  const endsWithHalf = (word: number): boolean => countryOfNisba(`${words[word - 1]?.form ?? ''} ${words[word]?.form ?? ''}`) !== null
  return spans.flatMap((span, i) => {
    const [before, next] = [spans[i - 1], spans[i + 1]]
    if (span.label === 'title' && next?.label === 'per' && next.first === span.last + 1 && endsWithHalf(next.first))
      return [reach(span, words, span.first, next.first)]
    if (span.label === 'per' && before?.label === 'title' && span.first === before.last + 1 && endsWithHalf(span.first))
      return span.first === span.last ? [] : [reach(span, words, span.first + 1, span.last)]
    return [span]
  })
}
