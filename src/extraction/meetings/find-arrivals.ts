import type { PartialDate } from '../../domain/partial-date.ts'
import { type MeetingStatus, type ReportedDate, type ReportedPlace, tookPlace } from '../../domain/report.ts'
import { type DraftReport, participantsOf } from './draft-report.ts'
import { findDate } from './find-date.ts'
import { findPlace } from './find-place.ts'
import { subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { knownBetween, parties } from './party.ts'
import { clauseEnd, type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'

/** Somebody who came to a place. */
export type Arrival = {
  readonly trigger: Extract<Trigger, { type: 'travel' }>
  readonly who: Party
  readonly actor: number
  readonly place: ReportedPlace
  readonly date: ReportedDate | null
  readonly sentence: number
}

const ARRIVALS = new Set(['travel.wasala', 'travel.habata'])

/** «وصل X إلى جوبا», «هبطت طائرة X في جوبا»: who came where; nobody where either is not said. */
export function arrivalOf(scene: Scene, trigger: Extract<Trigger, { type: 'travel' }>, published: PartialDate | null): Arrival[] {
  if (!ARRIVALS.has(trigger.rule)) return []
  const place = findPlace(scene, trigger, null)
  const behind = groupPhrases(knownBetween(scene, trigger.word + 1, clauseEnd(scene, trigger))).find(
    ({ link }) => link === 'bare' || link === 'of',
  )
  const came = behind ? parties(behind) : subjectBefore(scene, trigger)
  if (!place) return []
  const date = findDate(upToNext(scene, trigger), trigger, 'past', published)
  return came.flatMap((who) =>
    who.phrase.actor === null ? [] : [{ trigger, who, actor: who.phrase.actor, place, date, sentence: sentenceOf(scene, trigger.word) }],
  )
}

/** «وصل إلى دمشق، الاثنين، لإجراء محادثات»: the scene as far as the next word of encounter in the sentence, up to which dates are the arrival's. */
function upToNext(scene: Scene, { word }: Trigger): Scene {
  const next = scene.triggers.find((other) => other.word > word && sentenceOf(scene, other.word) === sentenceOf(scene, word))
  if (!next) return scene
  return {
    ...scene,
    triggers: scene.triggers.filter((other) => other.word < next.word),
    dates: scene.dates.filter(({ last }) => last < next.word),
  }
}

/** «وصل X إلى جوبا أمس»: a visit, where nothing else is told of that journey, of what he did there, or, in another sentence, of what he is to do. */
export function visitsOf(scene: Scene, arrivals: readonly Arrival[], told: readonly DraftReport[]): DraftReport[] {
  const isLater = ({ trigger }: Arrival, { evidence: [quote] }: DraftReport): boolean =>
    quote!.start > sentenceAround(scene, trigger.word).at(-1)!.end
  const isTold = (arrival: Arrival, draft: DraftReport): boolean =>
    (tookPlace(draft.status) || (!OFF.has(draft.status) && isLater(arrival, draft))) && isThere(arrival, draft)
  const isThere = ({ actor, place }: Arrival, { participants, place: where }: DraftReport): boolean =>
    participants.some((one) => one.actor === actor) &&
    (where === null || where.name === place.name || (where.country !== null && where.country === place.country))
  const visits = arrivals.filter((arrival) => isComing(scene, arrival) && !told.some((draft) => isTold(arrival, draft)))
  return visits.map(({ trigger, who, place, date }) => {
    const { words, body } = scene
    const spans = [words[trigger.word]!, who.phrase, place.span, ...(date ? [date.span] : [])]
    const [start, end] = [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))]
    return {
      participants: participantsOf(scene, [{ ...who, part: 'visitor' }]),
      kind: 'visit',
      status: 'held',
      date,
      place,
      evidence: [{ start, end, exact: body.slice(start, end) }],
      attributedTo: null,
      rules: [trigger.rule, 'frame.arrived', 'status.past'],
      confidence: ARRIVED,
      isAsserted: true,
      isDefinite: false,
    }
  })
}
const ARRIVED = 0.84
const OFF: ReadonlySet<MeetingStatus> = new Set(['cancelled', 'denied'])

/** A person or a delegation that a past, and nothing before it, says has come. */
const isComing = ({ words }: Scene, { trigger: { word }, who }: Arrival): boolean =>
  (who.phrase.kind === 'person' || who.phrase.kind === 'group') &&
  who.scope === 'sentence' &&
  /^[وف]?(وصل|هبط)(ت|ا|وا)?$/.test(words[word]!.form) &&
  !NOT_TOLD.test(words[word - 1]?.form ?? '')
/** «إذا وصل», «الذي وصل»: what only supposes, or tells who somebody is. */
const NOT_TOLD = /^(لو|اذا|حتي|ما|متي|الذي|التي|الذين|من)$/
