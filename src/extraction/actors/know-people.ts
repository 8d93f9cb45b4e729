import { nameWords } from '../../analysis/name.ts'
import type { FoundActor } from '../../domain/extraction.ts'
import type { KnownPerson } from '../../domain/gazetteer.ts'

/** People of the gazetteer by state and name. */
export type PeopleIndex = ReadonlyMap<string, readonly KnownPerson[]>

const keyOf = (country: string, name: string): string => `${country} ${nameWords(name).join(' ')}`

export function peopleIndex(people: readonly KnownPerson[]): PeopleIndex {
  const index = new Map<string, KnownPerson[]>()
  for (const person of people) {
    for (const key of new Set([person.name, ...person.names].map((name) => keyOf(person.country, name))))
      index.set(key, [...(index.get(key) ?? []), person])
  }
  return index
}

/** Tells of each person whom the gazetteer means by the full name, in the state that he acts for; of two namesakes it is neither. */
export function knowPeople(actors: readonly FoundActor[], index: PeopleIndex): FoundActor[] {
  return actors.map((actor) => {
    if (actor.kind !== 'person' || actor.country === null) return actor
    const [only, ...others] = index.get(keyOf(actor.country, actor.name)) ?? []
    return only && others.length === 0 ? { ...actor, known: { wikidata: only.wikidata, latin: only.latin } } : actor
  })
}
