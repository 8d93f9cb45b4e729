import { type ReportedPlace, tookPlace } from '../../domain/report.ts'
import type { DraftReport } from './draft-report.ts'
import { findPlace } from './find-place.ts'
import { subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { knownBetween, parties } from './party.ts'
import { clauseEnd, type Scene, sentenceAround, sentenceOf } from './scene.ts'

/** Somebody who came to a place: an index into the actors. */
export type Arrival = { readonly actor: number; readonly place: ReportedPlace; readonly sentence: number }

/** Sentences over which whoever arrived is where he came to. */
const MAX_STAY = 8

/** «وصل X إلى جوبا»: who came where; nobody where either is not said. */
export function arrivalOf(scene: Scene, trigger: Extract<Trigger, { type: 'travel' }>): Arrival[] {
  if (trigger.rule !== 'travel.wasala') return []
  const place = findPlace(scene, trigger, null)
  const behind = groupPhrases(knownBetween(scene, trigger.word + 1, clauseEnd(scene, trigger))).find(({ link }) => link === 'bare')
  const came = behind ? parties(behind) : subjectBefore(scene, trigger)
  if (!place) return []
  return came.flatMap(({ phrase: { actor } }) => (actor === null ? [] : [{ actor, place, sentence: sentenceOf(scene, trigger.word) }]))
}

/** «وصل X إلى جوبا … ويعقد غدا جلسة مع Y»: an encounter without a place of its own of somebody who came is where he came to. The place then says that it is the article's. */
export function whereOneCame(scene: Scene, trigger: Trigger, draft: DraftReport, arrivals: readonly Arrival[]): DraftReport {
  if (draft.kind !== 'meeting' || draft.place?.scope === 'sentence' || isBackground(scene, trigger)) return draft
  const sentence = sentenceOf(scene, trigger.word)
  const arrival = arrivals.findLast(
    (one) => sentence - one.sentence <= MAX_STAY && draft.participants.some(({ actor }) => actor === one.actor),
  )
  return arrival ? { ...draft, place: { ...arrival.place, scope: 'article' } } : draft
}

/** «وكان قد التقى»: of another time. */
const isBackground = (scene: Scene, { word }: Trigger): boolean =>
  sentenceAround(scene, word).some(({ form, index }) => index < word && /^و?(كان|كانت|سبق)$/.test(form))

/** «على هامش القمة عقد X اجتماعا مع Y»: what happens beside a conference is when and where that is, as far as nothing else is said. */
export function atMargin(scene: Scene, trigger: Trigger, draft: DraftReport, told: readonly DraftReport[]): DraftReport {
  const margin = sentenceAround(scene, trigger.word).find(({ form, index }) => index < trigger.word && form === 'هامش')
  const named = margin && scene.triggers.find(({ word }) => word === margin.index + 1)
  if (draft.kind !== 'meeting' || named?.type !== 'noun' || !named.definite) return draft
  const conference = told.findLast(({ kind, status }) => kind === 'conference' && tookPlace(status) === tookPlace(draft.status))
  if (!conference) return draft
  return {
    ...draft,
    date: draft.date ?? (conference.date && { ...conference.date, scope: 'article' }),
    place: draft.place ?? (conference.place && { ...conference.place, scope: 'article' }),
  }
}
