import { isMeetingNoun, isMeetingVerb } from '../meetings/encounter-words.ts'
import type { Phrase } from '../phrase.ts'
import type { Word } from '../word.ts'

/**
 * How a name stands in the text: beside a verb of encounter («التقى السيسي», «ماكرون يستقبل»), where a noun of encounter has who meets («لقاء بين ترامب وبوتين»), more
 * than once, or only there. From the one that tells most of a person to the one that tells least.
 */
export const STANDINGS = ['meets', 'isMet', 'again', 'alone'] as const
export type Standing = (typeof STANDINGS)[number]

/** Words between a noun or verb of encounter and the preposition whose object takes part. */
const MAX_BETWEEN = 6

/** How the name of a phrase stands there; `endsAt` has the phrases by their last words, `uses` how often the text has the name. */
export function standingAt(words: readonly Word[], phrase: Phrase, endsAt: ReadonlyMap<number, Phrase>, uses: number): Standing {
  const { first, last, link } = phrase
  const { sentence } = words[first]!
  const formAt = (i: number): string => (words[i]?.sentence === sentence ? words[i].form : '')
  if (isMeetingVerb(formAt(first - 1)) || isMeetingVerb(formAt(last + 1))) return 'meets'
  const before = link === 'and' ? endsAt.get(first - 1) : undefined
  const isBehind = (link === 'between' || link === 'with' || link === 'by' || link === 'for') && isBehindEncounter(words, first)
  if (isBehind || isMeetingNoun(formAt(first - 1))) return 'isMet'
  const listed = before?.kind === 'person' ? standingAt(words, before, endsAt, 1) : 'alone'
  return listed !== 'alone' ? listed : uses > 1 ? 'again' : 'alone'
}

const isBehindEncounter = (words: readonly Word[], first: number): boolean =>
  words
    .slice(Math.max(0, first - 1 - MAX_BETWEEN), first)
    .some(({ sentence, form }) => sentence === words[first]!.sentence && (isMeetingNoun(form) || isMeetingVerb(form)))
