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
export function settleCountries(actors: readonly FoundActor[], { country }: Home): FoundActor[] {
  if (country === null) return [...actors]
  return actors.map((actor) => (actor.country !== null || !isOfSomeState(actor) ? actor : { ...actor, country, countryBasis: 'context' }))
}

/** Without the states that are only guessed at, and are good enough to read by but not to tell: those of an article that is about several. */
export function tellCountries(actors: readonly FoundActor[], home: Home): FoundActor[] {
  return actors.map((actor) => {
    const isClear = actor.kind === 'person' ? home.isOfPeople : home.isOfBodies
    return isClear || actor.countryBasis !== 'context' || actor.known ? actor : { ...actor, country: null, countryBasis: null }
  })
}

/**
 * The state that an article speaks of most, and whether it is clearly the one that its bodies and its people are of: what titles and names say of others is no sign
 * of whose state somebody is who says none.
 */
export type Home = { readonly country: string | null; readonly isOfBodies: boolean; readonly isOfPeople: boolean }

export function homeOf(words: readonly Word[], places: readonly PlaceMention[], isOfPerson: (word: number) => boolean): Home {
  const votes = new Map<string, number>()
  const beside = new Map<string, number>()
  const vote = (country: string | null, word: number): void => {
    if (country === null) return
    votes.set(country, (votes.get(country) ?? 0) + 1)
    if (!isOfPerson(word)) beside.set(country, (beside.get(country) ?? 0) + 1)
  }
  for (const { country, first } of places) vote(country, first)
  for (const [i, { form }] of words.entries()) vote(nisbaOf(form, words[i - 1]?.form), i)
  const country = mostOf(votes)[0]?.[0] ?? null
  return { country, isOfBodies: isClear(votes, country), isOfPeople: isClear(beside, country) }
}

/** Whether a state has at least two votes, and twice as many as any other: below that every second guess was wrong. */
function isClear(votes: ReadonlyMap<string, number>, country: string | null): boolean {
  const [best, second] = mostOf(votes)
  return best !== undefined && best[0] === country && best[1] >= 2 * Math.max(1, second?.[1] ?? 0)
}

const mostOf = (votes: ReadonlyMap<string, number>): [string, number][] =>
  [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 2)

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
