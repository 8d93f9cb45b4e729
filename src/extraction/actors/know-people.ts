import { nameWords } from '../../analysis/name.ts'
import type { FoundActor } from '../../domain/extraction.ts'
import type { KnownPerson } from '../../domain/gazetteer.ts'

/** People of the gazetteer by state and name, and by name alone. */
export type PeopleIndex = ReadonlyMap<string, readonly KnownPerson[]>

const keyOf = (country: string, name: string): string => `${country} ${nameWords(name).join(' ')}`
const ANYWHERE = '*'

export function peopleIndex(people: readonly KnownPerson[]): PeopleIndex {
  const index = new Map<string, KnownPerson[]>()
  for (const person of people) {
    for (const state of [person.country, ANYWHERE])
      for (const key of new Set([person.name, ...person.names].map((name) => keyOf(state, name))))
        index.set(key, [...(index.get(key) ?? []), person])
  }
  return index
}

/**
 * Tells of each person whom the gazetteer means by the full name, in the state that he acts for; of two namesakes it is neither. An official whose state the
 * article does not say, and of whose full name the gazetteer has one, acts for the state of that one and not for the one that surrounds him.
 */
export function knowPeople(actors: readonly FoundActor[], index: PeopleIndex): FoundActor[] {
  const only = (country: string, name: string): KnownPerson | null => {
    const [one, ...others] = index.get(keyOf(country, name)) ?? []
    return one && others.length === 0 ? one : null
  }
  return actors.map((actor) => {
    if (actor.kind !== 'person' || actor.country === null) return actor
    const isGuessed = actor.countryBasis === 'context' && nameWords(actor.name).length > 1
    const person = (isGuessed ? only(ANYWHERE, actor.name) : null) ?? only(actor.country, actor.name)
    return person ? { ...actor, country: person.country, known: { wikidata: person.wikidata, latin: person.latin } } : actor
  })
}
