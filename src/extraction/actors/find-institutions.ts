import type { Span } from '../../domain/span.ts'
import { CLAUSE_OPENERS } from '../../lexicon/clauses.ts'
import { ACTING_HEADS, DELIBERATING_HEADS, MEDIA_HEADS, ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { isTimeWord, tellsWhen } from '../dates/time-words.ts'
import { isMeetingNoun } from '../meetings/encounter-words.ts'
import { lightVerb } from '../meetings/light-verb.ts'
import type { Phrase } from '../phrase.ts'
import { isSpace, type Word } from '../word.ts'
import { isSource, isSubjectVerb } from './acting-verb.ts'
import { institutionAt } from './institution.ts'
import { isGenitive } from './is-genitive.ts'
import { linkOf } from './link-of.ts'

const MAX_NAME_WORDS = 5

/**
 * Bodies that the tagger passed over: institutions known by name («البيت الأبيض»), and heads of bodies that a verb makes its subject («طلبت المديرية
 * العامة للدفاع المدني») or that tell something («بلاغ لوزارة الداخلية»), and those whose session is told («اجتماع لمجلس الوزراء»).
 */
export function* findInstitutions(words: readonly Word[], taken: ReadonlySet<number>): Generator<Phrase> {
  let end = -1
  for (const word of words) {
    if (word.index <= end || taken.has(word.index)) continue
    const { sentence } = word
    const ahead = words
      .slice(word.index, word.index + MAX_NAME_WORDS)
      .filter((next) => next.sentence === sentence && !taken.has(next.index))
    const known = institutionAt(ahead.map(({ form }) => form))
    if (known && known.institution.actor !== false) {
      end = word.index + known.length - 1
      yield bodyOf(words, word, end, { prefix: known.prefix, kind: known.institution.kind, rule: 'body.institution' })
      continue
    }
    const quoted = quotedAt(words, word, taken)
    if (quoted) {
      end = quoted.last
      yield { ...bodyOf(words, word, end, quoted.head), name: { start: word.start + quoted.head.prefix.length, end: words[end]!.end + 1 } }
      continue
    }
    const head = headAt(words, word)
    if (!head) continue
    end = endOfBody(words, word, taken)
    if (end > word.index) yield bodyOf(words, word, end, head)
    else end = -1
  }
}

const headOf = (head: string, prefix: string, rule: string): Head => ({ prefix, kind: ORGANISATION_HEADS[head] ?? 'organization', rule })

type Head = { readonly prefix: string; readonly kind: Phrase['kind']; readonly rule: string }

/** «حركة "إم 23"»: a head of a body with its name in quotation marks, where that closes soon; of a medium it is no body. */
function quotedAt(
  words: readonly Word[],
  { form, index, sentence }: Word,
  taken: ReadonlySet<number>,
): { head: Head; last: number } | null {
  if (!/^ ["«“]$/.test(words[index + 1]?.gap ?? '')) return null
  const [, prefix = '', bare = ''] = /^([وفبل]?(?=ال|\p{L}{3}))(?:ال)?(.+)$/u.exec(form) ?? []
  const isHead = (told: string): boolean => ORGANISATION_HEADS[told] !== undefined && !MEDIA_HEADS.has(told)
  const whole = form.replace(/^ال/, '')
  const glued = isHead(whole) ? '' : isHead(bare) ? prefix : null
  if (glued === null) return null
  const close = words.slice(index + 2, index + 2 + MAX_QUOTED).find(({ gap, sentence: own }) => own === sentence && /^["»”]/.test(gap))
  if (!close || words.slice(index + 1, close.index).some((word) => taken.has(word.index))) return null
  return { head: headOf(glued === '' ? whole : bare, glued, 'body.quoted'), last: close.index - 1 }
}
const MAX_QUOTED = 4

/** The head of a body that does or tells something, or whose session a noun of encounter tells of; null for any other word. «للجنة الطوارئ» is «ل» before «لجنة», «للجنة المشتركة» before «اللجنة». */
function headAt(words: readonly Word[], { form, index, sentence }: Word): Head | null {
  const isOne = form === 'للجنه' && !/^ال\p{L}+ه$/u.test(words[index + 1]?.form ?? '')
  const prefix = isOne ? 'ل' : (/^لل?/.exec(form)?.[0] ?? '')
  const [bare, told] = [form.replace(/^ال/, ''), form.slice(prefix.length)]
  if (ACTING_HEADS.has(bare) && (isSubjectVerb(words, index - 1, sentence) || isSource(words, index)))
    return headOf(bare, '', 'body.subject')
  if (prefix !== '' && ACTING_HEADS.has(told) && isSource(words, index)) return headOf(told, prefix, 'body.subject')
  if (DELIBERATING_HEADS.has(bare) && sitsAt(words, index - 1, index - 1, sentence)) return headOf(bare, '', 'body.session')
  if (prefix !== '' && DELIBERATING_HEADS.has(told) && sitsAt(words, index - MAX_SESSION, index - 1, sentence))
    return headOf(told, prefix, 'body.session')
  if (DELIBERATING_HEADS.has(bare) && holdsSession(words, index)) return headOf(bare, '', 'body.session')
  return null
}

/** «تنعقد صباح اليوم، اللجنة المركزية», «يعقد المكتب التنفيذي أول اجتماعاته», «اللجنة البرلمانية ستعقد جلسات»: a verb of sitting before it, with nothing but a time between, or behind its adjectives. */
function holdsSession(words: readonly Word[], head: number): boolean {
  const isOfSentence = (word: Word | undefined): word is Word => word?.sentence === words[head]!.sentence
  const before = words.slice(Math.max(0, head - MAX_TIME), head).findLast((word) => !tellsWhen(word.form))
  if (isOfSentence(before) && SITTING.has(lightVerb(before.form)?.row.past ?? '')) return true
  const behind = words.slice(head + 1, head + MAX_ADJECTIVES).find((word) => !/^(ال.+|كانت?|قد)$/.test(word.form))
  return isOfSentence(behind) && SITTING.has(lightVerb(behind.form)?.row.past ?? '')
}
const SITTING = new Set(['عقد', 'انعقد'])
const MAX_TIME = 5
const MAX_ADJECTIVES = 4

/** Words between a noun of encounter and «ل» with the body whose session it is. */
const MAX_SESSION = 4

/** «اجتماع مجلس الوزراء», «اجتماعا، الأربعاء، للجنة الطوارئ»: whether a noun of encounter stands in a range of words, ends included. */
const sitsAt = (words: readonly Word[], from: number, to: number, sentence: number): boolean =>
  words.slice(Math.max(0, from), to + 1).some((word) => word.sentence === sentence && isMeetingNoun(word.form))

/** A head without article takes one genitive, one with it adjectives; both go on through words with the article. */
function endOfBody(words: readonly Word[], head: Word, taken: ReadonlySet<number>): number {
  const isDefinite = head.form.startsWith('ال')
  let last = head.index
  while (last - head.index < MAX_NAME_WORDS - 1) {
    const next = words[last + 1]
    if (!next || next.sentence !== head.sentence || taken.has(next.index) || !isSpace(next.gap)) break
    if (last > head.index && isPart(words, next)) {
      last += next.form === 'في' ? 3 : 2
      continue
    }
    if (CLAUSE_OPENERS.has(next.form) || STOP_WORDS.has(next.form) || isTimeWord(next.form)) break
    const isArticled = /^(ال|لل)/.test(next.form)
    if (isDefinite && last === head.index && MASCULINE.test(head.form) && next.form.endsWith('ه')) break
    if (isDefinite && head.form.endsWith('ه') && !next.form.endsWith('ه')) break
    const fits = isDefinite ? isArticled && (last > head.index || /(ي|يه|ه)$/.test(next.form)) : isArticled || last === head.index
    if (!fits) break
    last += 1
  }
  return last
}

/** «المجلس» takes no adjective in the feminine. */
const MASCULINE = /^ال(مجلس|مكتب|برلمان|حزب|اتحاد|جيش|مرصد|تنظيم|تحالف)$/

/** «المفتشية العامة لوزارة الداخلية», «دائرة التقديرات في مصلحة الأرصاد»: a body of a larger one. */
const isPart = (words: readonly Word[], { form, index, sentence }: Word): boolean => {
  const [next, behind] = [words[index + 1], words[index + 2]]
  if (next?.sentence !== sentence) return false
  if (form === 'في') return ORGANISATION_HEADS[next.form] !== undefined && behind?.sentence === sentence && behind.form.startsWith('ال')
  return /^[بل]/.test(form) && ORGANISATION_HEADS[form.slice(1)] !== undefined && next.form.startsWith('ال')
}

function bodyOf(words: readonly Word[], first: Word, last: number, { prefix, kind, rule }: Head): Phrase {
  const name: Span = { start: first.start + prefix.length, end: words[last]!.end }
  const linked = linkOf(words, first.index, prefix)
  const link = linked.link === 'bare' && isGenitive(words, first) ? 'of' : linked.link
  return { kind, first: first.index, last, ...name, ...linked, link, name, titles: [], rule, probability: 1 }
}
