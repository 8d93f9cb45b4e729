import { fold } from '../../analysis/fold.ts'
import type { FoundActor } from '../../domain/extraction.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { PlaceMention } from '../places/find-places.ts'
import type { Word } from '../word.ts'
import { countryOfNisba, isInternational } from './country-of.ts'
import { titleHead } from './title-head.ts'

/**
 * News leaves the nisba off the officials of its own state: «استقبل رئيس الجمهورية …» in an article about Algeria is the Algerian one. Whoever holds an
 * office or is a body of state, says no country and is of no international body, is of the state that the article speaks of most.
 */
export function settleCountries(actors: readonly FoundActor[], words: readonly Word[], places: readonly PlaceMention[]): FoundActor[] {
  const { country } = homeOf(words, places)
  if (country === null) return [...actors]
  return actors.map((actor) => (actor.country !== null || !isOfSomeState(actor) ? actor : { ...actor, country, countryBasis: 'context' }))
}

/** Without the states that are only guessed at, and are good enough to read by but not to tell: those of an article that is about several. */
export function tellCountries(actors: readonly FoundActor[], words: readonly Word[], places: readonly PlaceMention[]): FoundActor[] {
  const { isClear } = homeOf(words, places)
  return isClear
    ? [...actors]
    : actors.map((actor) => (actor.countryBasis === 'context' && !actor.known ? { ...actor, country: null, countryBasis: null } : actor))
}

/** The state that an article speaks of most, and whether it is clearly the one that it is about. */
function homeOf(words: readonly Word[], places: readonly PlaceMention[]): { country: string | null; isClear: boolean } {
  const votes = new Map<string, number>()
  const vote = (country: string | null): unknown => country && votes.set(country, (votes.get(country) ?? 0) + 1)
  for (const { country } of places) vote(country)
  for (const [i, { form }] of words.entries()) vote(nisbaOf(form, words[i - 1]?.form))
  const [best, second] = [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return { country: best?.[0] ?? null, isClear: best !== undefined && best[1] >= MARGIN * (second?.[1] ?? 0) }
}
/** How many times as often as of the next an article speaks of the state that it is about: below it every second guess was wrong. */
const MARGIN = 2

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
