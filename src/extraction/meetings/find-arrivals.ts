import type { PartialDate } from '../../domain/partial-date.ts'
import { type MeetingStatus, type ReportedDate, type ReportedPlace, tookPlace } from '../../domain/report.ts'
import { tellsWhen } from '../dates/time-words.ts'
import { isSpeechVerb } from '../speech.ts'
import { type DraftReport, participantsOf } from './draft-report.ts'
import { travelVerb } from './encounter-words.ts'
import { findDate } from './find-date.ts'
import { findPlace } from './find-place.ts'
import { inheritedSubject, isFeminine, subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { knownBetween, leads, parties } from './party.ts'
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
  /** Whether he is told to be there, and not only to be on his way. */
  readonly isThere: boolean
  readonly status: 'held' | 'planned'
}

const ARRIVALS = new Set(['travel.wasala', 'travel.habata', 'travel.halla'])
const JOURNEYS = new Set([...ARRIVALS, 'travel.tawajjaha', 'travel.safara'])

/** «وصل X إلى جوبا», «هبطت طائرة X في جوبا», «يتوجه X غدا إلى جوبا»: who came or goes where; nobody where either is not said. */
export function arrivalOf(scene: Scene, trigger: Extract<Trigger, { type: 'travel' }>, published: PartialDate | null): Arrival[] {
  if (!JOURNEYS.has(trigger.rule)) return []
  const form = travelVerb(scene.words[trigger.word]!.form)
  if (!form) return []
  const isOver = form.tense === 'past'
  const place = findPlace(scene, trigger, null)
  const behind = groupPhrases(knownBetween(scene, trigger.word + 1, clauseEnd(scene, trigger))).find(
    ({ link, phrases }) => (link === 'bare' || link === 'of') && isSubject(scene, trigger.word, startOf(scene, phrases[0]!)),
  )
  const came = behind ? parties(behind) : (inheritedSubject(scene, trigger.word, form) ?? subjectBefore(scene, trigger))
  if (!place || (trigger.rule === 'travel.halla' && !isIn(scene, place))) return []
  const date = findDate(upToNext(scene, trigger), trigger, isOver ? 'past' : 'future', published)
  const journey = {
    trigger,
    place,
    date,
    sentence: sentenceOf(scene, trigger.word),
    isThere: ARRIVALS.has(trigger.rule),
    status: isOver ? 'held' : 'planned',
  } as const
  return came.flatMap((who) => (who.phrase.actor === null ? [] : [{ ...journey, who, actor: who.phrase.actor }]))
}

/** «حل الوزير بالرباط», where «حل الأزمة» and «حل محله» are none: the place hangs on «ب» or «في». */
const isIn = ({ places }: Scene, { span }: ReportedPlace): boolean =>
  places.some(({ start, link }) => start === span.start && (link === 'by' || link === 'in'))

/** «وفد الحركة برئاسة X»: where the delegation that he heads begins, or he does. */
const startOf = (scene: Scene, phrase: Party['phrase']): number =>
  scene.phrases.find((group) => group.first < phrase.first && leads(group, { ...phrase, link: 'led' }))?.first ?? phrase.first

/** «وصل إلى طرابلس اليوم الوزير X», but not «وصلت القافلة إلى رفح، ودعا الرئيس X», «وصل جثمان الرئيس X»: nothing but where and when stands between a verb and its subject. */
function isSubject({ words, dates, places }: Scene, verb: number, first: number): boolean {
  const isWhen = (i: number): boolean => [...dates, ...places].some((one) => one.first <= i && i <= one.last)
  return words.slice(verb + 1, first).every(({ form, index }) => isWhen(index) || BETWEEN.test(form) || tellsWhen(form))
}
const BETWEEN = /^(الي|في|قبل|بعد|قليل|لاحقا|ايضا|كذلك|العاصمه|مدينه|طاءره|طاءرت)$/

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

/** «وصل X إلى جوبا أمس», «يتوجه X غدا إلى جوبا»: a visit, where nothing else is told of that journey, of what he did there, or, in another sentence, of what he is to do, or of what he will go for. */
export function visitsOf(scene: Scene, arrivals: readonly Arrival[], told: readonly DraftReport[]): DraftReport[] {
  const index = indexOf(told)
  const isTold = ({ actor, place, trigger, isThere }: Arrival): boolean =>
    keysOf(actor, place).some((key) => {
      const known = index.get(key)
      return (
        known &&
        (known.isOver || (known.lastToCome >= 0 && (!isThere || known.lastToCome > sentenceAround(scene, trigger.word).at(-1)!.end)))
      )
    })
  const purposes = told.filter(({ rules }) => rules.includes('status.purpose'))
  const isForThat = ({ actor, trigger, status }: Arrival): boolean => {
    const { end } = sentenceAround(scene, trigger.word).at(-1)!
    const isPurpose = ({ evidence: [quote] }: DraftReport): boolean => scene.words[trigger.word]!.start < quote!.start && quote!.start < end
    return status === 'planned' && purposes.some((one) => isPurpose(one) && one.participants.some((party) => party.actor === actor))
  }
  const visits = arrivals.filter((arrival) => isComing(scene, arrival) && !isTold(arrival) && !isForThat(arrival))
  return visits.map(({ trigger, who, place, date, status }) => {
    const { words, body } = scene
    const spans = [words[trigger.word]!, ...(who.scope === 'sentence' ? [who.phrase] : []), place.span, ...(date ? [date.span] : [])]
    const [start, end] = [Math.min(...spans.map((span) => span.start)), Math.max(...spans.map((span) => span.end))]
    return {
      participants: participantsOf(scene, [{ ...who, part: 'visitor' }]),
      kind: 'visit',
      status,
      date,
      place,
      evidence: [{ start, end, exact: body.slice(start, end) }],
      attributedTo: null,
      rules: [trigger.rule, status === 'held' ? 'frame.arrived' : 'frame.goes', status === 'held' ? 'status.past' : 'status.present'],
      confidence: ARRIVED,
      isAsserted: true,
      isDefinite: false,
    }
  })
}
const ARRIVED = 0.84

/** What is told of somebody at a place, in its state, or at no place: whether any of it is over, and where in the text the last of it that is to come stands; -1 where none is. */
type Told = { readonly isOver: boolean; readonly lastToCome: number }

/** Under what encounters of somebody that may have been at a place are found. */
const keysOf = (actor: number, { name, country }: Pick<ReportedPlace, 'name' | 'country'>): string[] => [
  `${actor} ${name}`,
  `${actor} `,
  ...(country === null ? [] : [`${actor} @${country}`]),
]

function indexOf(told: readonly DraftReport[]): ReadonlyMap<string, Told> {
  const index = new Map<string, Told>()
  for (const { status, kind, participants, place, evidence } of told) {
    if (OFF.has(status) || kind === 'call' || (kind === 'conference' && !place)) continue
    for (const { actor } of participants) {
      for (const key of place ? keysOf(actor, place).filter((one) => one !== `${actor} `) : [`${actor} `]) {
        const known = index.get(key) ?? { isOver: false, lastToCome: -1 }
        index.set(
          key,
          tookPlace(status) ? { ...known, isOver: true } : { ...known, lastToCome: Math.max(known.lastToCome, evidence[0]!.start) },
        )
      }
    }
  }
  return index
}
const OFF: ReadonlySet<MeetingStatus> = new Set(['cancelled', 'denied'])

/** A person or a delegation that has come, or will come («وأوضح أنه سيتوجه»: who speaks), by a verb that nothing before it denies, doubts or supposes. */
const isComing = (scene: Scene, { trigger: { word }, who, status }: Arrival): boolean => {
  const { words } = scene
  const before = words.slice(Math.max(0, word - MAX_BEFORE), word).filter(({ sentence }) => sentence === words[word]!.sentence)
  const last = before.at(-1)?.form ?? ''
  const form = travelVerb(words[word]!.form)
  const distance = word - who.phrase.last
  const isOfSpeaker = /^[بل]?ان(ه|ها)$/.test(last)
  return (
    form?.hasObject === false &&
    !(form.isFeminine && distance > 1 && who.phrase.kind === 'person' && !isFeminine(scene, who.phrase)) &&
    form.prefix !== 'ل' &&
    (status === 'held' || ((distance <= MAX_SUBJECT || isOfSpeaker) && !before.some(({ form: one }) => WAS.test(one)))) &&
    (who.phrase.kind === 'person' || who.phrase.kind === 'group') &&
    (who.scope === 'sentence' || (isOfSpeaker && isSpeechVerb(before.at(-2)?.form ?? ''))) &&
    !NOT_TOLD.test(last) &&
    (status === 'held' || last !== 'ان' || before.some(({ form }) => EXPECTED.test(form)))
  )
}
/** «إذا وصل», «الذي وصل», «لن يصل»: what only supposes or denies, or tells who somebody is. */
const NOT_TOLD = /^[وف]?(لو|اذا|حتي|ما|متي|الذي|التي|الذين|من|لن|لم|لا|قد|هل|عدم)$/
const WAS = /^[وف]?كان(ت|وا)?$/
const EXPECTED = /^(ال)?(مقرر|منتظر|متوقع|مرتقب|مزمع|مقررا)$/
const MAX_BEFORE = 5
/** Words from whoever will go to the verb. */
const MAX_SUBJECT = 3
