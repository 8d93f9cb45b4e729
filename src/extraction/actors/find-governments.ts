import type { Span } from '../../domain/span.ts'
import { isMeetingNoun } from '../meetings/find-triggers.ts'
import type { Phrase } from '../phrase.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import type { Word } from '../word.ts'
import { isFeminineVerb, isSubjectVerb } from './acting-verb.ts'
import { countryName, countryNamed, countryOfCapital } from './country-of.ts'
import { linkOf } from './link-of.ts'

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
    const { link, isListHead } = linkOf(words, span.first, span.prefix)
    const inList = (link === 'and' || link === 'between') && span.first <= listEnd + 2
    const meets = (link === 'between' && tellsOfEncounter(words, span.first - 1)) || inList
    const alsoActs = link === 'and' && span.first <= actingEnd + 1
    if (!meets && !alsoActs && !(span.prefix === '' && acts(words, span))) continue
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

function isoOf(words: readonly Word[], { first, last, prefix }: TaggedSpan): string | null {
  const name = words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ')
    .slice(prefix.length)
  return countryNamed(name) ?? countryOfCapital(name)
}

const MAX_BETWEEN_DISTANCE = 4
/** «اجتماع سيتم أمس بين»: a noun of encounter shortly before «بين», in the same sentence; «العلاقات بين» is none. */
const tellsOfEncounter = (words: readonly Word[], between: number): boolean =>
  words
    .slice(Math.max(0, between - MAX_BETWEEN_DISTANCE), between)
    .some((word) => word.sentence === words[between]?.sentence && isMeetingNoun(word.form))

const NEGATION = new Set(['لن', 'لم', 'لا'])

function acts(words: readonly Word[], { first, last }: TaggedSpan): boolean {
  const [before, next] = [words[first - 1], words[last + 1]]
  const sentence = words[first]!.sentence
  if (next?.sentence === sentence && /^ {0,2}$/.test(next.gap) && (isFeminineVerb(next.form) || NEGATION.has(next.form))) return true
  if (before?.form === 'من' && words[first - 2]?.form === 'كل' && isSubjectVerb(words, first - 3, sentence)) return true
  if (before?.sentence !== sentence) return false
  return isFeminineVerb(before.form) || (/^في(ه|ها)$/.test(before.form) && isFeminineVerb(words[first - 2]?.form ?? ''))
}
