import type { Span } from '../../domain/span.ts'
import { CLAUSE_OPENERS, RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { DELEGATION_HEADS, GROUP_ADJECTIVES, ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { isTimeWord } from '../dates/time-words.ts'
import { isVisitVerb, travelVerb } from '../meetings/encounter-words.ts'
import type { Phrase } from '../phrase.ts'
import { isVerb } from '../tagger/reach.ts'
import { spanFrom } from '../tagger/span-at.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import { isSpace, type Word } from '../word.ts'
import { countryName, countryNamed, countryOfCapital, countryOfNisba } from './country-of.ts'
import { endOfPlural, MAX_GROUP_WORDS, pluralPrefix } from './find-plurals.ts'
import { isLed, linkOf } from './link-of.ts'
import { titleHead } from './title-head.ts'

/** «وفد حكومة الوفاق», «الوفد الليبي», «ممثلين عن وزارة الدفاع»: a head of a group and whom it stands for; «الجانب الروسي» is Russia’s government. */
export function* findDelegations(words: readonly Word[], spans: readonly TaggedSpan[]): Generator<Phrase> {
  for (const word of words) {
    const prefix = delegationPrefix(word.form) ?? committeePrefix(words, word)
    if (prefix === null) continue
    const last = endOfDelegation(words, spans, word.index)
    if (last === word.index) continue
    const span: Span = { start: word.start + prefix.length, end: words[last]!.end }
    const country = last === word.index + 1 && word.form.endsWith('جانب') ? countryOfNisba(words[last]!.form) : null
    yield {
      ...(country === null ? { kind: 'group' as const } : { kind: 'government' as const, canonical: countryName(country) }),
      first: word.index,
      last,
      ...span,
      ...linkOf(words, word.index, prefix),
      name: span,
      titles: [],
      rule: 'group.delegation',
      probability: 1,
    }
    const other = words[last + 1]
    if (other && isOfAnotherState(words, word.index, last, other))
      yield {
        kind: 'group',
        canonical: `${word.text.slice(prefix.length)} ${other.text.slice(1)}`,
        first: other.index,
        last: other.index,
        start: other.start + 1,
        end: other.end,
        link: 'and',
        isListHead: false,
        name: { start: other.start + 1, end: other.end },
        titles: [],
        rule: 'group.delegation',
        probability: 1,
      }
  }
}

/** «مسؤولون سعوديون وأتراك», «الوفدان …»: people of one state, and behind «و» the nisba of another. */
const isOfAnotherState = (words: readonly Word[], first: number, last: number, { form, gap, sentence }: Word): boolean =>
  last === first + 1 &&
  sentence === words[first]!.sentence &&
  isSpace(gap) &&
  form.startsWith('و') &&
  countryOfNisba(words[last]!.form) !== null &&
  (countryOfNisba(form.slice(1)) ?? countryOfNisba(words[last]!.form)) !== countryOfNisba(words[last]!.form)

/** What is glued before a head of a delegation, «وفد», «بوفد», «للفريق»; null for any other word. */
function delegationPrefix(form: string): string | null {
  if (DELEGATION_HEADS.has(form)) return ''
  if (/^([وفبل]|وب|ول)/.test(form) && DELEGATION_HEADS.has(form.slice(1))) return form[0]!
  return form.startsWith('لل') && DELEGATION_HEADS.has(`ال${form.slice(2)}`) ? 'لل' : null
}

/** «لجنة من مسؤولين محليين»: a body of people who are named by what they are only. */
const committeePrefix = (words: readonly Word[], { form, index, sentence }: Word): string | null => {
  const [of, head] = [words[index + 1], words[index + 2]]
  const isOfSome = of?.form === 'من' && head?.sentence === sentence && pluralPrefix(head.form) === '' && !/^ال/.test(head.form)
  return isOfSome ? (/^([وفبل]?)(لجنه|فريق|بعثه|كتله)$/.exec(form)?.[1] ?? null) : null
}

/** «وفد فلبيني آخر»: another one goes by that. */
function endOfDelegation(words: readonly Word[], spans: readonly TaggedSpan[], first: number): number {
  const last = beforeTown(words, first, endOfHead(words, spans, first))
  return last > first && words[last + 1]?.form === 'اخر' && words[last + 1]!.sentence === words[first]!.sentence ? last + 1 : last
}

/** «يزور وفد من حركة فتح القاهرة»: behind a verb of going the capital or the state at the end is where. */
function beforeTown(words: readonly Word[], first: number, last: number): number {
  const verb = words[first - 1]
  const isGoing = verb?.sentence === words[first]!.sentence && (isVisitVerb(verb.form) || travelVerb(verb.form) !== null)
  const { text } = words[last]!
  if (!isGoing || last <= first + 1 || (countryOfCapital(text) ?? countryNamed(text)) === null) return last
  const before = words[last - 1]!.form
  return ORGANISATION_HEADS[before] === undefined && !/^(في|من|عن|دوله|مملكه|جمهوريه)$/.test(before) ? last - 1 : last
}

function endOfHead(words: readonly Word[], spans: readonly TaggedSpan[], first: number): number {
  const next = words[first + 1]
  if (next?.form === 'رفيع' && words[first + 2]?.form === 'المستوي') {
    const last = endOfHead(words, spans, first + 2)
    return last > first + 2 ? last : first
  }
  if (!next || next.sentence !== words[first]!.sentence || /[،,:]/.test(next.gap)) return first
  const joins = next.form === 'من' || next.form === 'عن' ? 2 : 1
  const body = [first + joins, first + joins + 1]
    .map((word) => spanFrom(spans, word))
    .find((span) => span && (span.label === 'org' || span.label === 'loc') && !/[،,]/.test(words[span.first]!.gap))
  if (body) return body.last
  const head = words[first + joins]
  if (head?.sentence === next.sentence && (ORGANISATION_HEADS[head.form.replace(/^ال/, '')] !== undefined || head.form === 'المعارضه'))
    return endOfHeaded(words, head)
  if (next.form === 'من' && head?.sentence === next.sentence && pluralPrefix(head.form) === '')
    return endOfPlural(words, spans, head.index, NOBODY)
  const isMember = /^و?[يت]?ضم(ت)?$/.test(words[first - 1]?.form ?? '')
  if (next.form === 'عن' && head?.sentence === next.sentence && !/^\d/.test(head.form) && !isMember) {
    const last = endOfHeaded(words, head)
    if (last > head.index) return last
  }
  const third = words[first + 2]
  if (third?.sentence === next.sentence && countryOfNisba(`${next.form} ${third.form}`)) return first + 2
  if (countryOfNisba(next.form) || (words[first]!.form.endsWith('وفدا') && countryOfNisba(next.form.replace(/يا$/, 'ي')))) return first + 1
  const isQualified = third?.sentence === next.sentence && !/[،,:]/.test(third.gap) && /(ي|يا|يه)$/.test(next.form)
  if (isQualified && countryOfNisba(third.form.replace(/يا$/, 'ي'))) return first + 2
  if (GROUP_ADJECTIVES.has(next.form.replace(/^ال/, ''))) return first + 1
  const isOfSome = /^[وبل]?وفد[اي]?$/.test(words[first]!.form) && /^ال\p{L}{3,}/u.test(next.form)
  return isOfSome && !STOP_WORDS.has(next.form) && !isTimeWord(next.form) && !RELATIVE_PRONOUNS.has(next.form) ? first + 1 : first
}

/** «حكومة «الوفاق» الوطني الليبية»: a head of a body with the articled words and quotes behind it. */
function endOfHeaded(words: readonly Word[], head: Word): number {
  let last = head.index
  while (last - head.index < MAX_GROUP_WORDS) {
    const next = words[last + 1]
    if (
      !next ||
      next.sentence !== head.sentence ||
      !/^[ «»"“”]+$/.test(next.gap) ||
      STOP_WORDS.has(next.form) ||
      CLAUSE_OPENERS.has(next.form) ||
      isVerb(next.form) ||
      isLed(next.form) ||
      /^[بل]/.test(titleHead(next.form)?.prefix ?? '')
    )
      break
    if (!next.form.startsWith('ال') && last !== head.index) break
    last += 1
  }
  return last
}

const NOBODY: ReadonlySet<number> = new Set()
