import type { Span } from '../../domain/span.ts'
import { DUAL_STATES } from '../../lexicon/countries.ts'
import { DELEGATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { isMeetingNoun, isMeetingVerb, isVisitVerb } from '../meetings/encounter-words.ts'
import type { Link, Phrase } from '../phrase.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import { textOf, type Word } from '../word.ts'
import { isFeminineVerb, isSubjectVerb } from './acting-verb.ts'
import { countryName, countryNamed, countryOfCapital, countryOfNisba } from './country-of.ts'
import { linkOf } from './link-of.ts'
import { titleHead } from './title-head.ts'

/**
 * «موسكو تتوقع», «أن روسيا تأمل», «تشارك فيه روسيا», «قالت إيران وروسيا»: a country or its capital that does something; «محادثات بين فرنسا وإيران»: countries that meet.
 * A country that is only where something is stays a place.
 */
export function* findGovernments(words: readonly Word[], spans: readonly TaggedSpan[]): Generator<Phrase> {
  let listEnd = Number.NEGATIVE_INFINITY
  let actingEnd = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    const iso = span.label === 'loc' ? isoOf(words, span) : null
    if (!iso) continue
    const head = span.prefix === '' ? pairOfOffices(words, span.first) : null
    const { link, isListHead } = head ? linkOf(words, head.index, head.prefix) : linkOf(words, span.first, span.prefix)
    if (link === 'from' && isDelegation(words, span.first)) listEnd = span.last
    const inList =
      ((link === 'and' || link === 'between') && span.first <= listEnd + 2) || (link === 'and' && goesOnBetween(words, span.first))
    const meets = (MEETING_LINKS.has(link) && tellsOfEncounter(words, (head?.index ?? span.first) - 1)) || inList
    const alsoActs = link === 'and' && span.first <= actingEnd + 1
    if (!meets && !alsoActs && !(span.prefix === '' && !GOVERNED.has(link) && acts(words, span))) continue
    if (meets) listEnd = span.last
    else actingEnd = span.last
    const at: Span = { start: span.start, end: span.end }
    yield {
      kind: 'government',
      first: span.first,
      last: span.last,
      ...at,
      link,
      isListHead,
      name: at,
      titles: [],
      rule: meets ? 'government.meeting' : 'government.acting',
      probability: 1,
      canonical: countryName(iso),
    }
  }
}

/** «قمة بين رئيسي روسيا والولايات المتحدة»: the offices of whom the states stand for. */
function pairOfOffices(words: readonly Word[], first: number): { readonly index: number; readonly prefix: string } | null {
  for (const index of [first - 1, first - 2]) {
    const head = words[index]?.sentence === words[first]!.sentence ? titleHead(words[index]!.form) : null
    if (head?.plural && !head.definite) return { index, prefix: head.prefix }
    if (!/^(خارجيه|دفاع|داخليه|وزراء|حكومتي)$/.test(words[index]?.form ?? '')) return null
  }
  return null
}

/** «بين فرنسا وإيران», «مع مصر», «بمشاركة الأردن». */
const MEETING_LINKS = new Set<Link>(['between', 'with', 'attended'])

/** «زيارة إلى أنقرة استمرت يوما»: behind a preposition a country is where, and does nothing. */
const GOVERNED = new Set<Link>(['to', 'in', 'by', 'from', 'other'])

/** «بين وفود من كوريا الشمالية وكوريا الجنوبية»: the countries behind the first go on with the list. */
const isDelegation = (words: readonly Word[], first: number): boolean =>
  DELEGATION_HEADS.has(words[first - 2]?.form ?? '') && /^(بين|مع)$/.test(words[first - 3]?.form ?? '')

function isoOf(words: readonly Word[], { first, last, prefix }: TaggedSpan): string | null {
  const start = last > first && STATE_NOUNS.has(words[first]!.form.slice(prefix.length)) ? first + 1 : first
  const name = textOf(words, { first: start, last, prefix: start === first ? prefix : '' })
  return countryNamed(name) ?? countryOfCapital(name)
}

/** «مفاوضات بين حركة حماس وإسرائيل»: the state behind «و» goes on with those whom a noun of encounter is between. */
function goesOnBetween(words: readonly Word[], first: number): boolean {
  for (let i = first - 1; i > first - MAX_SIDE && words[i]?.sentence === words[first]!.sentence; i--) {
    if (/[،,؛:]/.test(words[i + 1]!.gap) || isMeetingVerb(words[i]!.form)) return false
    if (words[i]!.form === 'بين') return tellsOfEncounter(words, i)
  }
  return false
}
/** Words that the side before «و» may have, «بين» among them. */
const MAX_SIDE = 8

const MAX_BETWEEN_DISTANCE = 5
/** «اجتماع سيتم أمس بين», «محادثاته الأولى مع»: a noun of encounter shortly before the preposition, in the same sentence; «العلاقات بين» is none. */
const tellsOfEncounter = (words: readonly Word[], between: number): boolean =>
  words
    .slice(Math.max(0, between - MAX_BETWEEN_DISTANCE), between)
    .some((word) => word.sentence === words[between]?.sentence && isMeetingNoun(word.form))

/** «أدانت دولة الإمارات»: what stands before the name of a state. */
const STATE_NOUNS = new Set(['دوله', 'جمهوريه', 'مملكه'])
const NEGATION = new Set(['لن', 'لم', 'لا'])

function acts(words: readonly Word[], { first, last }: TaggedSpan): boolean {
  const nisba = words[last + 1]
  const end = nisba?.form.startsWith('ال') && countryOfNisba(nisba.form) !== null ? last + 1 : last
  const start = STATE_NOUNS.has(words[first - 1]?.form ?? '') ? first - 1 : first
  const [before, next] = [words[start - 1], words[end + 1]]
  const sentence = words[first]!.sentence
  const isJoined = next?.form.startsWith('و') && isMeetingVerb(next.form.slice(1))
  if (next?.sentence === sentence && !isJoined && /^ {0,2}["«“]?$/.test(next.gap) && (isFeminineVerb(next.form) || NEGATION.has(next.form)))
    return true
  if (before?.form === 'من' && words[first - 2]?.form === 'كل' && isSubjectVerb(words, first - 3, sentence)) return true
  if (before?.sentence !== sentence || next?.form === 'حيث' || isVisitVerb(before.form)) return false
  if (/^[وبفل]?ان$/.test(before.form) || /^[وف]?حكومت[اي]$/.test(before.form)) return true
  return (
    isSubjectVerb(words, start - 1, sentence) ||
    (/^[وف]?كانت$/.test(before.form) && next?.form === 'قد') ||
    DEEDS.has(before.form.replace(/^[وفبل](?=....)/, '')) ||
    (/^(في|ب|ل|عن|من|علي|الي)(ه|ها)$/.test(before.form) && isFeminineVerb(words[start - 2]?.form ?? ''))
  )
}

/** «استعداد الجزائر», «انضمام قطر»: nouns of what a state does behind which its name stands. */
const DEEDS = new Set('دعوه تكليف قرار قرارات اعلان انضمام ترشيح استعداد رفض موقف التزام حرص تهديد رغبه نيه انسحاب تاكيد تحذير'.split(' '))

/** «قمة أميركية روسية», «القمة المصرية - الأردنية»: nisbas of several states behind a noun of encounter are the states that meet; so are two that one word names beside one («ستعقد الكوريتان اجتماعا»). */
export function* findMeetingStates(words: readonly Word[], taken: ReadonlySet<number>): Generator<Phrase> {
  for (const { index, form, sentence } of words) {
    const two = DUAL_STATES[form]
    if (two && !taken.has(index) && tellsOfEncounterBeside(words, index)) {
      const link = words[index - 1]?.form === 'بين' && words[index - 1]!.sentence === sentence ? 'between' : 'bare'
      yield* statesAt(
        words,
        two.map((iso) => ({ iso, first: index, last: index })),
        link,
      )
    }
    if (!isMeetingNoun(form) || taken.has(index)) continue
    const states: StateAt[] = []
    for (let i = index + 1; i <= index + MAX_NISBAS && words[i]?.sentence === sentence && !taken.has(i); ) {
      const pair = countryOfNisba(`${words[i]!.form} ${words[i + 1]?.form ?? ''}`)
      const iso = pair ?? countryOfNisba(words[i]!.form)
      const last = pair === null ? i : i + 1
      if (iso !== null) states.push({ iso, first: i, last })
      else if (states.length > 0 || !/(ه|ي)$/.test(words[i]!.form)) break
      i = last + 1
    }
    if (new Set(states.map(({ iso }) => iso)).size > 1) yield* statesAt(words, states, 'between')
  }
}
const MAX_NISBAS = 6

type StateAt = { readonly iso: string; readonly first: number; readonly last: number }

/** The states that meet, the first by a link of its own, the others joined to it. */
function* statesAt(words: readonly Word[], states: readonly StateAt[], link: Link): Generator<Phrase> {
  for (const [i, { iso, first, last }] of states.entries()) {
    const at: Span = { start: words[first]!.start, end: words[last]!.end }
    yield {
      kind: 'government',
      first,
      last,
      ...at,
      link: i === 0 ? link : 'and',
      isListHead: false,
      name: at,
      titles: [],
      rule: 'government.meeting',
      probability: 1,
      canonical: countryName(iso),
    }
  }
}

/** «قمة الكوريتين», «ستعقد الكوريتان اجتماعا», «المحادثات التي عقدتها الكوريتان»: a noun of encounter near it, in its sentence. */
const tellsOfEncounterBeside = (words: readonly Word[], at: number): boolean =>
  words
    .slice(Math.max(0, at - MAX_BETWEEN_DISTANCE), at + MAX_BETWEEN_DISTANCE)
    .some(({ form, sentence, index }) => index !== at && sentence === words[at]!.sentence && isMeetingNoun(form))
