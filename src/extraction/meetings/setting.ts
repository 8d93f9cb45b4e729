import { firstDay, lastDay } from '../../domain/partial-date.ts'
import { type ReportedDate, tookPlace } from '../../domain/report.ts'
import type { DraftReport } from './draft-report.ts'
import type { Arrival } from './find-arrivals.ts'
import { RECEIVING } from './find-place.ts'
import type { Trigger } from './find-triggers.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'

/** Sentences over which whoever arrived is where he came to. */
const MAX_SENTENCES_STAYED = 8

/** «وصل X إلى جوبا … ويعقد غدا جلسة مع Y»: an encounter without a place of its own of somebody who came is where he came to, and who receives him does so that day. Both then say that they are the article's. */
export function whereOneCame(scene: Scene, trigger: Trigger, draft: DraftReport, arrivals: readonly Arrival[]): DraftReport {
  if (draft.kind !== 'meeting' || draft.place?.scope === 'sentence' || isBackground(scene, trigger)) return draft
  const sentence = sentenceOf(scene, trigger.word)
  const arrival = arrivals.findLast(
    (one) =>
      one.isThere &&
      sentence - one.sentence <= MAX_SENTENCES_STAYED &&
      !isBefore(draft.date, one.date) &&
      draft.participants.some(({ actor }) => actor === one.actor),
  )
  if (!arrival) return draft
  const isWelcome = RECEIVING.has(trigger.rule) && sentence - arrival.sentence <= 1 && draft.status === 'held'
  const date = draft.date ?? (isWelcome && arrival.date ? { ...arrival.date, scope: 'article' as const } : null)
  return { ...draft, date, place: { ...arrival.place, scope: 'article' } }
}

/** «وصل أمس … التقيت الأسبوع الماضي»: whether all of a date is earlier than any of another. */
const isBefore = (date: ReportedDate | null, other: ReportedDate | null): boolean =>
  date?.to != null && other?.from != null && lastDay(date.to) < firstDay(other.from)

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
