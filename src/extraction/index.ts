import type { Extraction } from '../domain/extraction.ts'
import type { Gazetteer } from '../domain/gazetteer.ts'
import { groupBy } from '../domain/group-by.ts'
import type { PartialDate } from '../domain/partial-date.ts'
import { findPhrases } from './actors/find-phrases.ts'
import { homeOf, settleCountries, tellCountries } from './actors/home-country.ts'
import { keepActors } from './actors/keep-actors.ts'
import { knowPeople, type PeopleIndex, peopleIndex } from './actors/know-people.ts'
import { resolveMentions } from './actors/resolve-mentions.ts'
import { findDates } from './dates/find-dates.ts'
import { publicationIn } from './dates/publication.ts'
import { findHeads } from './meetings/find-heads.ts'
import { findReports } from './meetings/find-reports.ts'
import { findSayings, findTriggers } from './meetings/find-triggers.ts'
import { foldReports } from './meetings/fold-reports.ts'
import { inheritDates, inheritPlaces, inheritVisits } from './meetings/inherit.ts'
import { findPlaces, type PlaceIndex, placeIndex } from './places/find-places.ts'
import type { Model } from './tagger/decode.ts'
import { featureContext } from './tagger/features.ts'
import { refineSpans } from './tagger/refine-spans.ts'
import { type Tagger, taggerOf, tagWords } from './tagger/tag-words.ts'
import { indexesOf, readWords } from './word.ts'

/** What extraction knows beforehand; made once, used for every article. */
export type Knowledge = { readonly tagger: Tagger; readonly places: PlaceIndex; readonly people: PeopleIndex }

export const knowledgeOf = (gazetteer: Gazetteer, model: Model): Knowledge => ({
  tagger: taggerOf(model, featureContext(gazetteer)),
  places: placeIndex(gazetteer),
  people: peopleIndex(gazetteer.people),
})

/**
 * The people, bodies and encounters of one text, in order: words → tagged names → phrases → who is who → dates and places → triggers → reports →
 * one report an encounter → places that go on. Pure; dates count from the day of publication, given or said by the text, and never from the clock. Every offset points into `body`.
 */
export function extract(body: string, given: PartialDate | null, knowledge: Knowledge): Extraction {
  const publication = given === null ? publicationIn(body) : null
  const published = given ?? publication?.date ?? null
  const words = readWords(body)
  const dates = findDates(words)
  const spans = refineSpans(tagWords(words, knowledge.tagger), { words, dates, ...knowledge.tagger.context })
  const places = findPlaces(words, spans, knowledge.places)
  const { actors: named, phrases } = resolveMentions(body, words, findPhrases(words, spans))
  const inPhrase = new Set(phrases.flatMap(indexesOf))
  const inPerson = new Set(phrases.filter(({ kind }) => kind === 'person').flatMap(indexesOf))
  const home = homeOf(words, places, (word) => inPerson.has(word))
  const actors = knowPeople(settleCountries(named, home), knowledge.people)
  const triggers = findTriggers(words, (word) => inPhrase.has(word))
  const reports = foldReports(
    findReports(
      {
        body,
        words,
        sentences: groupBy(words, ({ sentence }) => sentence),
        named: inPhrase,
        actors,
        phrases,
        dates,
        places,
        triggers,
        heads: findHeads(words, phrases),
        lastPair: [],
        lastMet: [],
        sidesOf: () => null,
        sayings: findSayings(words),
      },
      published,
    ),
    actors,
  )
  const kept = keepActors(words, { actors, reports: inheritVisits(body, inheritDates(body, inheritPlaces(reports))) }, phrases)
  const told = { ...kept, actors: tellCountries(kept.actors, home) }
  return publication === null ? told : { ...told, publication }
}
