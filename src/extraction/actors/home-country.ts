import { fold } from '../../analysis/fold.ts'
import type { FoundActor } from '../../domain/extraction.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { PlaceMention } from '../places/find-places.ts'
import type { Word } from '../word.ts'
import { countryOfNisba, isInternational } from './country-of.ts'
import type { ResolvedPhrase } from './resolve-mentions.ts'
import { titleHead } from './title-head.ts'

/**
 * News leaves the nisba off the officials of its own state: «استقبل رئيس الجمهورية …» in an article about Algeria is the Algerian one. Whoever holds an
 * office or is a body of state, says no country and is of no international body, is of the place named last before in his sentence, else of the
 * state that the article speaks of most.
 */
export function settleCountries(
  actors: readonly FoundActor[],
  phrases: readonly ResolvedPhrase[],
  words: readonly Word[],
  places: readonly PlaceMention[],
): FoundActor[] {
  const home = countrySpokenOf(words, places)
  return actors.map((actor, i) => {
    if (actor.country !== null || !isOfSomeState(actor)) return actor
    const first = phrases.find((phrase) => phrase.actor === i)
    const country = (first && placeBefore(words, places, first.first)) ?? home
    return country === null ? actor : { ...actor, country, countryBasis: 'context' }
  })
}

function countrySpokenOf(words: readonly Word[], places: readonly PlaceMention[]): string | null {
  const votes = new Map<string, number>()
  const vote = (country: string | null): unknown => country && votes.set(country, (votes.get(country) ?? 0) + 1)
  for (const { country } of places) vote(country)
  for (const [i, { form }] of words.entries()) vote(nisbaOf(form, words[i - 1]?.form))
  const [best] = [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return best?.[0] ?? null
}

/** With its glued particle cut off, «وليبية», «للروسي». */
const nisbaOf = (form: string, before?: string): string | null =>
  countryOfNisba(form, before) ?? countryOfNisba(form.replace(/^لل/, 'ال').replace(/^[وفبل](?=ال)/, ''), before)

function isOfSomeState({ kind, name, roles }: FoundActor): boolean {
  if ([name, ...roles].some(isInternational)) return false
  if (kind === 'person') return roles.some((role) => wordsOf(role).some(isOffice))
  const head = (wordsOf(name)[0] ?? '').replace(/^ال/, '')
  return kind !== 'group' && ORGANISATION_HEADS[head] !== undefined && !PRIVATE_HEADS.has(head)
}

const PRIVATE_HEADS = new Set(['شركه', 'منظمه', 'مجموعه', 'جامعه', 'وكاله', 'بعثه', 'اتحاد'])
const wordsOf = (text: string): string[] => fold(text).split(/\s+/)
const isOffice = (word: string): boolean => {
  const head = titleHead(word)
  return head?.kind === 'office' || head?.kind === 'rank'
}

const LOCATING = new Set(['in', 'by', 'from', 'to'])
/** «التقى في بنغازي المشير خليفة حفتر»: the town named before him in the sentence. */
const placeBefore = (words: readonly Word[], places: readonly PlaceMention[], first: number): string | null =>
  places.findLast((place) => place.last < first && LOCATING.has(place.link) && words[place.first]!.sentence === words[first]!.sentence)
    ?.country ?? null
