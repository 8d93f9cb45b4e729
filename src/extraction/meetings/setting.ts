import { firstDay, lastDay, type PartialDate } from '../../domain/partial-date.ts'
import { type ReportedDate, tookPlace } from '../../domain/report.ts'
import type { DraftReport } from './draft-report.ts'
import type { Arrival } from './find-arrivals.ts'
import { findDate } from './find-date.ts'
import { findPlace, RECEIVING } from './find-place.ts'
import type { Trigger } from './find-triggers.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'

/** Sentences over which whoever arrived is where he came to. */
const MAX_SENTENCES_STAYED = 8
/** The same of whoever has yet to set out. */
const MAX_SENTENCES_AHEAD = 2

/** «وصل X إلى جوبا … ويعقد غدا جلسة مع Y»: an encounter without a place of its own of somebody who came is where he came to, and who receives him does so that day; whoever sets out tomorrow meets there whom he will. Both then say that they are the article's. */
export function whereOneCame(scene: Scene, trigger: Trigger, draft: DraftReport, arrivals: readonly Arrival[]): DraftReport {
  if (draft.kind !== 'meeting' || draft.place?.scope === 'sentence' || isBackground(scene, trigger)) return draft
  const sentence = sentenceOf(scene, trigger.word)
  const arrival = arrivals.findLast(
    (one) =>
      (one.isThere || (isAhead(one, draft) && one.sentence < sentence && sentence - one.sentence <= MAX_SENTENCES_AHEAD)) &&
      sentence - one.sentence <= MAX_SENTENCES_STAYED &&
      !isBefore(draft.date, one.date) &&
      draft.participants.some(({ actor }) => actor === one.actor),
  )
  if (!arrival) return draft
  const isWelcome = RECEIVING.has(trigger.rule) && sentence - arrival.sentence <= 1 && draft.status === 'held'
  const date =
    draft.date ?? ((isWelcome || isAhead(arrival, draft)) && arrival.date ? { ...arrival.date, scope: 'article' as const } : null)
  return { ...draft, date, place: { ...arrival.place, scope: 'article' } }
}

const isAhead = (arrival: Arrival, draft: DraftReport): boolean => arrival.status === 'planned' && draft.status === 'planned'

/** «وصل أمس … التقيت الأسبوع الماضي»: whether all of a date is earlier than any of another. */
const isBefore = (date: ReportedDate | null, other: ReportedDate | null): boolean =>
  date?.to != null && other?.from != null && lastDay(date.to) < firstDay(other.from)

/** «وكان قد التقى»: of another time. */
const isBackground = (scene: Scene, { word }: Trigger): boolean =>
  sentenceAround(scene, word).some(({ form, index }) => index < word && /^و?(كان|كانت|سبق)$/.test(form))

/**
 * «على هامش القمة عقد X اجتماعا مع Y», «التقى X Y خلال قمة الحلف في بروكسل»: what happens beside a conference or at one is when and where that is, as far as nothing else is said; by the words behind
 * the conference, else as the one that was told.
 */
export function atMargin(
  scene: Scene,
  trigger: Trigger,
  draft: DraftReport,
  told: readonly DraftReport[],
  published: PartialDate | null,
): DraftReport {
  if (draft.kind !== 'meeting') return draft
  const named = conferenceOf(scene, trigger)
  if (!named) return draft
  const isOver = tookPlace(draft.status)
  const conference = named.definite ? told.findLast(({ kind, status }) => kind === 'conference' && tookPlace(status) === isOver) : undefined
  const date = draft.date ?? findDate(scene, named, isOver ? 'past' : 'future', published) ?? conference?.date ?? null
  const place = draft.place ?? findPlace(scene, named, null) ?? conference?.place ?? null
  return {
    ...draft,
    date: draft.date ?? (date && { ...date, scope: 'article' }),
    place: draft.place ?? (place && { ...place, scope: 'article' }),
  }
}

/** The conference that the sentence tells an encounter to be beside, or behind it to be at; «قال على هامش اجتماع إن …» tells where somebody spoke. */
function conferenceOf(scene: Scene, { word }: Trigger): Extract<Trigger, { type: 'noun' }> | undefined {
  const { words } = scene
  const named = scene.triggers.find(
    (other) =>
      other.type === 'noun' &&
      other.word !== word &&
      words[other.word]!.sentence === words[word]!.sentence &&
      !words.slice(other.word, word).some(({ form }) => /^[وب]?ان(ه|ها|هم|هما)?$/.test(form)) &&
      ([1, 2].some((back) => words[other.word - back]?.form === 'هامش') ||
        (other.word > word && CONFERENCES.has(other.rule) && DURING.test(words[other.word - 1]!.form))),
  )
  return named?.type === 'noun' ? named : undefined
}
const CONFERENCES = new Set(['noun.qimma', 'noun.muatamar'])
const DURING = /^(خلال|اثناء|في)$/
