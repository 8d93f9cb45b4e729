import type { Span } from '../../domain/span.ts'
import { CLAUSE_OPENERS } from '../../lexicon/clauses.ts'
import { PLURAL_HEADS, QUANTIFIERS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { isTimeWord } from '../dates/time-words.ts'
import { isMeetingNoun, isMeetingVerb, isReciprocalVerb, isVisitVerb } from '../meetings/encounter-words.ts'
import { lightVerbAt } from '../meetings/light-verb.ts'
import type { Phrase } from '../phrase.ts'
import { isSpeechVerb } from '../speech.ts'
import { spanFrom, spanUpTo } from '../tagger/span-at.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import { byLexeme, isSpace, type Word } from '../word.ts'
import { countryOfNisba } from './country-of.ts'
import { institutionAt } from './institution.ts'
import { linkOf } from './link-of.ts'
import { titleHead } from './title-head.ts'

/** Words of the name of a group. */
export const MAX_GROUP_WORDS = 6
/** What a plural of offices goes on through: «رؤساء حكومات دول …», «وزراء خارجية …». */
const LINKING = new Set('حكومات دول خارجيه دفاع داخليه ماليه عدل اركان احزاب وزارات'.split(' '))
/** «أعضاء فريقه», «نواب حزبها»: a noun with a pronoun that tells whose they are. */
const OWNED = /^(?!ال)\p{L}{3,}(?:ه|ها|هم)$/u
/** «اجتماع وزراء الدفاع المقبل»: the adjective is the meeting's. */
const PERIOD_ADJECTIVE = /^ال(مقبل|قادم|ماضي|حالي|جاري|اخير)(ه|ين)?$/

/** «عدد من القيادات الأمنية», «نواب الحزب», «مسؤولين أميركيين»: people who are named by what they are only. */
export function* findPlurals(words: readonly Word[], spans: readonly TaggedSpan[], taken: ReadonlySet<number>): Generator<Phrase> {
  for (const word of words) {
    const prefix = prefixOf(word)
    if (prefix === null || taken.has(word.index)) continue
    if (/^نظراء/.test(word.form.slice(prefix.length)) && !/^ال.+(ين|ون)$/.test(words[word.index + 1]?.form ?? '')) continue
    if (/معارضه$/.test(word.form) && (!/ال/.test(word.form) || (prefix === '' && /^ال/.test(words[word.index - 1]?.form ?? '')))) continue
    const isDefinite = /^(ال|لل)/.test(word.form.slice(prefix.length)) || prefix.endsWith('لل')
    const last = endOfPlural(words, spans, word.index, taken)
    if (last === word.index && !isDefinite && (word.form.endsWith('ي') || !isMet(words, word.index, prefix))) continue
    const isPart = words[word.index - 1]?.form === 'من'
    const quantity = isPart ? quantifier(words[word.index - 2]) : someOf(words[word.index - 1])
    const first = quantity === null ? word.index : word.index - (isPart ? 2 : 1)
    const glued = quantity ?? prefix
    const name: Span = { start: words[first]!.start + glued.length, end: words[last]!.end }
    const linked = linkOf(words, first, glued)
    const speaks = quantity !== null && isSpeechVerb(words[first - 1]?.form ?? '')
    if (
      linked.link === 'bare' &&
      !speaks &&
      !meets(words, first) &&
      !isObject(words, spans, first) &&
      !meetAmongThem(words, last) &&
      !meetNext(words, last)
    )
      continue
    yield { kind: 'group', first, last, ...name, ...linked, name, titles: [], rule: 'group.plural', probability: 1 }
  }
}

/** «يجتمع وزراء …», «اجتماع وزراء …», «سيقابل مفاوضين …»: right behind a word of encounter they are its side; elsewhere bare plurals are whoever is spoken of. */
const meets = (words: readonly Word[], first: number): boolean => {
  const before = /^(خلالها|خلاله|هناك|فيها)$/.test(words[first - 1]?.form ?? '') ? words[first - 2] : words[first - 1]
  if (/^به(ا)?$/.test(before?.form ?? '') && lightVerbAt(words, first - 2) !== null) return true
  return (
    before !== undefined &&
    before.sentence === words[first]!.sentence &&
    (isMeetingNoun(before.form) ||
      isReciprocalVerb(before.form) ||
      isVisitVerb(before.form) ||
      (isMeetingVerb(before.form) && /^(?!ال)\p{L}+ين$/u.test(words[first]!.form)) ||
      lightVerbAt(words, first - 1) !== null)
  )
}

/** «سيجتمع بمستثمرين», «محادثات مع دبلوماسيين»: a plural alone whom somebody meets. */
const isMet = (words: readonly Word[], first: number, prefix: string): boolean =>
  prefix === 'ب'
    ? isMeetingVerb(words[first - 1]?.form ?? '') || isMeetingNoun(words[first - 1]?.form ?? '')
    : prefix === '' &&
      words[first - 1]?.form === 'مع' &&
      (isMeetingVerb(words[first - 2]?.form ?? '') || isMeetingNoun(words[first - 2]?.form ?? ''))

/** «أعلن أعضاء المكتب السياسي عقب اجتماعهم»: the encounter behind is theirs. */
const meetAmongThem = (words: readonly Word[], last: number): boolean =>
  words
    .slice(last + 1, last + MAX_OBJECT_DISTANCE)
    .some(({ form, sentence }) => sentence === words[last]!.sentence && form.endsWith('هم') && isMeetingNoun(form))

/** «إن سفراء 13 دولة اجتمعوا». */
const meetNext = (words: readonly Word[], last: number): boolean =>
  words[last + 1]?.sentence === words[last]!.sentence && /(وا|ون)$/.test(words[last + 1]!.form) && isReciprocalVerb(words[last + 1]!.form)

const MAX_OBJECT_DISTANCE = 14

/** «يلتقي الأمير في السادس والعشرين من آذار كبار المسؤولين»: right behind a name, a title or a date that a verb of encounter shortly before has, they are whom it has too. */
function isObject(words: readonly Word[], spans: readonly TaggedSpan[], first: number): boolean {
  const before = words[first - 1]
  if (!before || before.sentence !== words[first]!.sentence || !isSpace(words[first]!.gap)) return false
  const isBehindName = /^(per|title)$/.test(spanUpTo(spans, before.index)?.label ?? '')
  if (!isBehindName && !/^\d+$/.test(before.form) && !isTimeWord(before.form)) return false
  return words
    .slice(Math.max(0, first - MAX_OBJECT_DISTANCE), first)
    .some(({ form, sentence }) => sentence === before.sentence && isMeetingVerb(form) && !isVisitVerb(form))
}

/** What is glued before a plural of people; null for any other word. */
export const pluralPrefix = (form: string): string | null => {
  if (form.startsWith('لل')) return PLURAL_HEADS.has(form.slice(2)) ? 'لل' : null
  const glued = /^([وف][بل]|[وفبل])(.+)$/.exec(form)
  for (const [prefix, bare] of [['', form], ...(glued ? [[glued[1]!, glued[2]!]] : [])] as [string, string][])
    if (PLURAL_HEADS.has(bare.replace(/^ال/, '')) || isBrokenPlural(bare)) return prefix
  return null
}
const prefixOf = byLexeme(pluralPrefix)

/** «عمداء», «السفراء»: plurals of offices that are no duals. */
const isBrokenPlural = (form: string): boolean => {
  const head = titleHead(form)
  if (/^نظراء(ه|ها|هم)$/.test(form)) return true
  return head?.plural === true && head.kind === 'office' && head.prefix === '' && !/(ين|ون|ان|ا|ي)$/.test(form)
}

/** The particle glued before «عدد» in «بعدد من»; null where the word is none of quantity. */
function quantifier(word: Word | undefined): string | null {
  if (!word) return null
  if (QUANTIFIERS.has(word.form)) return ''
  return /^[وفبل]/.test(word.form) && QUANTIFIERS.has(word.form.slice(1)) ? word.form[0]! : null
}

/** The particle glued before «بعض», which needs no «من». */
const someOf = (word: Word | undefined): string | null => /^([وفبل]?)بعض$/.exec(word?.form ?? '')?.[1] ?? null

/** «دول غرب إفريقيا». */
const DIRECTIONS = new Set('شرق غرب جنوب شمال وسط'.split(' '))

/** «نواب من كتلة نداء تونس». */
const MEMBERS = /(نواب|مسءولي?ن|مسءولون|خبراء|اعضاء|دبلوماسيين|دبلوماسيون)$/

/** The last word of what a plural of people at `first` is. */
export function endOfPlural(words: readonly Word[], spans: readonly TaggedSpan[], first: number, taken: ReadonlySet<number>): number {
  let last = first
  while (last - first < MAX_GROUP_WORDS) {
    const next = words[last + 1]
    if (!next || next.sentence !== words[first]!.sentence || /[،,:؛]/.test(next.gap) || taken.has(next.index)) break
    const institution = institutionAt(words.slice(next.index, next.index + 5).map(({ form }) => form))
    if (institution && institution.prefix === '') {
      last = next.index + institution.length - 1
      continue
    }
    const span = spanFrom(spans, next.index)
    if (span && (span.label === 'org' || span.label === 'loc')) {
      last = span.last
      continue
    }
    const seat = last === first && next.form === 'في' ? spanFrom(spans, next.index + 1) : undefined
    if (seat?.label === 'org') {
      last = seat.last
      continue
    }
    const sender = last === first && next.form === 'من' && MEMBERS.test(words[first]!.form) ? spanFrom(spans, next.index + 1) : undefined
    if (sender?.label === 'org') {
      last = sender.last
      continue
    }
    const counted = last === first && /^\d+$/.test(next.form) ? words[next.index + 1] : undefined
    if (counted && /^(دوله|بلدا|بلد|دول|بلدان)$/.test(counted.form)) {
      const nisba = words[counted.index + 1]
      last = nisba && isSpace(nisba.gap) && /يه$/.test(nisba.form) ? nisba.index : counted.index
      continue
    }
    if (last === first && (/^(له|لها|لهم)$/.test(next.form) || OWNED.test(next.form))) {
      last += 1
      continue
    }
    const isPart = QUANTIFIERS.has(next.form) && words[next.index + 1]?.form === 'من' && /^ال/.test(words[next.index + 2]?.form ?? '')
    if (isPart || (DIRECTIONS.has(words[last]!.form) && !STOP_WORDS.has(next.form))) {
      last = isPart ? next.index + 2 : next.index
      continue
    }
    if (
      PERIOD_ADJECTIVE.test(next.form) ||
      isTimeWord(next.form) ||
      STOP_WORDS.has(next.form) ||
      CLAUSE_OPENERS.has(next.form) ||
      /^[وف]/.test(next.form)
    )
      break
    if (LINKING.has(next.form)) {
      last += 1
      continue
    }
    const isDefinite = last === first && /^(ال|لل)/.test(words[first]!.form.replace(/^[وفبل](?=ال)/, ''))
    if (isDefinite && !/^ال/.test(next.form)) break
    if (!/^ال/.test(next.form) && !countryOfNisba(next.form) && !/(ين|ون|يه)$/.test(next.form) && last !== first) break
    last += 1
  }
  return last
}
