import type { Span } from '../../domain/span.ts'
import { BELONGINGS } from '../../lexicon/belongings.ts'
import { CLAUSE_OPENERS } from '../../lexicon/clauses.ts'
import { DESCRIBED, REFERENCES } from '../../lexicon/references.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { isTimeWord } from '../dates/time-words.ts'
import { isMeetingNoun, isMeetingVerb } from '../meetings/encounter-words.ts'
import type { Phrase } from '../phrase.ts'
import { isSpeechVerb } from '../speech.ts'
import { spanFrom, spanUpTo } from '../tagger/span-at.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import { byLexeme, isSpace, type Word } from '../word.ts'
import { countryOfNisba } from './country-of.ts'
import { endBeforeGoal } from './end-before-goal.ts'
import { linkOf } from './link-of.ts'
import { titleHead } from './title-head.ts'

export const MAX_REFERENCE_WORDS = 7

const headOf = byLexeme(titleHead)

/** «الوزير», «المبعوث الأممي», «رئيس الإقليم»: titles that the tagger left alone because no name stands beside them. */
export function* findReferences(words: readonly Word[], spans: readonly TaggedSpan[], taken: ReadonlySet<number>): Generator<Phrase> {
  let end = -1
  for (const word of words) {
    if (word.index <= end || taken.has(word.index)) continue
    const pronominal = pronominalReference(word.form)
    if (pronominal && (isAdjective(words, word) || isOfOwned(words, spans, word) || isSovereignty(words, word))) continue
    if (pronominal) {
      end = word.index
      yield { ...referencePhrase(words, word.index, word.index, pronominal.prefix), kind: pronominal.kind }
      continue
    }
    if (isDescribed(words, word)) {
      end = word.index + 1
      yield referencePhrase(words, word.index, end, /^[وفب]|^ل(?=ل)/.exec(word.form)?.[0] ?? '')
      continue
    }
    const head = headOf(word)
    if (!head || head.plural || head.kind === 'honorific' || isImpersonal(words, word) || isBeforePlace(word)) continue
    end = endOfReference(words, spans, word.index, taken)
    const isWhole = head.definite || end > word.index
    if (isWhole) yield referencePhrase(words, word.index, end, head.prefix)
  }
}

/** «الضيف التركي», «المسؤولة الأميركية»: what somebody named before is, and his state. */
const isDescribed = (words: readonly Word[], { form, index, sentence }: Word): boolean =>
  DESCRIBED.test(form) && words[index + 1]?.sentence === sentence && countryOfNisba(words[index + 1]!.form) !== null

/** «جولته الأخيرة», «الاجتماع الأخير», «لقائه الأخير»: behind a noun with the article or a pronoun it tells which, and stands for nobody. */
const isAdjective = (words: readonly Word[], { index, form, sentence, gap }: Word): boolean => {
  const before = words[index - 1]
  if (!/^الاخيره?$/.test(form) || before?.sentence !== sentence || !isSpace(gap)) return false
  const isGoverned = /^[بلوف]/.test(before.form) || PREPOSITIONS.has(words[index - 2]?.form ?? '')
  return /^(ال|بال|لل)/.test(before.form) || /ت(ه|ها|هم|هما)$/.test(before.form) || (isGoverned && /(ه|ها|هم|هما)$/.test(before.form))
}
/** «تصريحات ترامب الأخيرة», «لقاء بوتين الأخير»: behind a name that tells whose something is it is of that thing. */
function isOfOwned(words: readonly Word[], spans: readonly TaggedSpan[], { index, form, gap }: Word): boolean {
  const name = /^الاخيره?$/.test(form) && isSpace(gap) ? spanUpTo(spans, index - 1) : undefined
  const owned = name?.prefix === '' ? words[name.first - 1] : undefined
  if (owned?.sentence !== words[index]!.sentence) return false
  const bare = owned.form.replace(/^[وفبل](?=...)/, '')
  return BELONGINGS.has(bare) || isMeetingNoun(bare) || /ات$/.test(bare)
}

/** «للدفاع عن سيادته»: but behind a verb it is the sovereignty of a state. */
const isSovereignty = (words: readonly Word[], { index, form, sentence }: Word): boolean => {
  const before = words[index - 1]
  return /سيادت(ه|ها)$/.test(form) && before?.sentence === sentence && !isSpeechVerb(before.form) && !isMeetingVerb(before.form)
}

/** «ومن المقرر أن …» is said of no rapporteur. */
const isImpersonal = (words: readonly Word[], { index, form }: Word): boolean =>
  form === 'المقرر' && /^و?من$/.test(words[index - 1]?.form ?? '')

/** «أمام مؤتمر» is no imam. */
export const isBeforePlace = ({ form, text }: Word): boolean => form === 'امام' && !text.startsWith('إ')

const PREPOSITIONS = new Set('في من الي علي عن خلال بعد قبل عقب منذ اثر'.split(' '))

const REFERENCE_FORMS = new Set(REFERENCES.map(({ form }) => form))

/** «سموه», «والأخير», «بالوفد»: a word that stands for somebody named before, with its glued particles. */
function pronominalReference(form: string): { readonly prefix: string; readonly kind: 'person' | 'group' } | null {
  for (const prefix of /^([وف]?[بل]?)/.exec(form)![1] === '' ? [''] : ['', /^([وف]?[بل]?)/.exec(form)![1]!]) {
    const bare = form.slice(prefix.length)
    if (REFERENCE_FORMS.has(bare)) return { prefix, kind: 'person' }
    if (bare === 'الوفد') return { prefix, kind: 'group' }
  }
  return form === 'للوفد' ? { prefix: 'ل', kind: 'group' } : null
}

export function endOfReference(words: readonly Word[], spans: readonly TaggedSpan[], first: number, taken: ReadonlySet<number>): number {
  let last = first
  while (last - first < MAX_REFERENCE_WORDS) {
    const next = words[last + 1]
    if (!next || taken.has(next.index) || next.sentence !== words[first]!.sentence || /[،,:؛]/.test(next.gap)) break
    const span = spanFrom(spans, next.index)
    if (span?.label === 'org' && last - first < 2) {
      last = span.last
      continue
    }
    const isArticled =
      /^(ال|لل|بال)/.test(next.form) &&
      !isMeetingVerb(next.form) &&
      !isOfOther(words[first]!.form, next.form) &&
      !CLAUSE_OPENERS.has(next.form) &&
      !STOP_WORDS.has(next.form) &&
      (!isTimeWord(next.form) || isGeneral(words, next))
    const isGenitive =
      last === first && !titleHead(words[first]!.form)?.definite && !STOP_WORDS.has(next.form) && !CLAUSE_OPENERS.has(next.form)
    if (!isArticled && !isGenitive) break
    last += 1
  }
  return endBeforeGoal(words, { first, last })
}

/** «الأمين العام»: of an office, and no year, where no word tells which year. */
const isGeneral = (words: readonly Word[], { form, index }: Word): boolean =>
  form === 'العام' && !isTimeWord(words[index + 1]?.form ?? '') && !/^\d/.test(words[index + 1]?.form ?? '')

/** «زيارة الأمير الأولى»: behind a man's office an adjective in the feminine is of something else. */
const isOfOther = (head: string, next: string): boolean =>
  titleHead(head)?.definite === true &&
  !head.endsWith('ه') &&
  /^ال(اولي|ثانيه|ثالثه|رابعه|خامسه|اخيره|مقبله|قادمه|ماضيه|حاليه|مرتقبه|رسميه)$/.test(next)

export const gluedPrefix = (words: readonly Word[], first: number): string => titleHead(words[first]!.form)?.prefix ?? ''

export function referencePhrase(words: readonly Word[], first: number, last: number, prefix: string): Phrase {
  const glued = prefix || gluedPrefix(words, first)
  const span: Span = { start: words[first]!.start + glued.length, end: words[last]!.end }
  return {
    kind: 'person',
    first,
    last,
    ...span,
    ...linkOf(words, first, glued),
    name: null,
    titles: [span],
    rule: 'person.title-only',
    probability: 1,
  }
}
