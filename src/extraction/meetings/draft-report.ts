import { fold } from '../../analysis/fold.ts'
import type { FoundParticipant, FoundReport } from '../../domain/extraction.ts'
import { firstDay, lastDay, type PartialDate } from '../../domain/partial-date.ts'
import { type MeetingKind, type MeetingStatus, type ReportedDate, tookPlace, WILL_NOT } from '../../domain/report.ts'
import { SITE_HEADS } from '../../lexicon/organisation-heads.ts'
import { isMedium } from '../actors/is-medium.ts'
import type { PlaceMention } from '../places/find-places.ts'
import { isSpeechVerb } from '../speech.ts'
import { findDate } from './find-date.ts'
import { evidenceOf } from './find-evidence.ts'
import { withHeads } from './find-heads.ts'
import { kindOf } from './find-kind.ts'
import { findPlace } from './find-place.ts'
import { findStatus, type StatusReading } from './find-status.ts'
import type { Trigger } from './find-triggers.ts'
import { isNow } from './going-on.ts'
import { ATTENDANT_LINKS } from './party.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { Party, Sides } from './sides.ts'

/** A report and whether its words assert the encounter or only mention it («خلال اللقاء»); folding needs to know. */
export type DraftReport = FoundReport & {
  readonly isAsserted: boolean
  readonly isDefinite: boolean
  /** What a later mention without sides says of it; it is taken where nothing else does. */
  readonly recalled?: Pick<FoundReport, 'date' | 'place'>
}

/** «لاتصال ماكرون الأسبوع الماضي», «25 مارس 2018: كيم يزور الصين»: what only the particle before the noun or the present tells is to come, unless its date is over. */
const isGuess = ({ rule }: StatusReading): boolean => GUESSES.has(rule)
const GUESSES = new Set(['status.purpose', 'status.before', 'status.present'])
const isBefore = (date: ReportedDate | null, published: PartialDate | null): boolean =>
  date?.to != null && published !== null && lastDay(date.to) < firstDay(published)

/** «كتب قبل لقائه الوزير في واشنطن الاثنين»: what was still to come, on the day of publication or after it. */
const isAhead = ({ words }: Scene, trigger: Trigger, date: ReportedDate | null, published: PartialDate | null): boolean =>
  trigger.type === 'noun' &&
  trigger.possessive !== '' &&
  /^و?(قبل|قبيل)$/.test(words[trigger.word - 1]?.form ?? '') &&
  date?.from != null &&
  published !== null &&
  lastDay(date.to ?? date.from) >= firstDay(published)

/** The sentences that a text opens with, its dateline among them. */
const LEAD_SENTENCES = 1
/** Whether somebody who takes part acts for the state of the dateline. */
const isOfCountry = ({ actors }: Scene, dateline: PlaceMention | null, all: readonly Party[]): boolean =>
  dateline?.country != null && all.some(({ phrase: { actor } }) => actor !== null && actors[actor]!.country === dateline.country)

const APART = /منفصل|كلا? علي (حد|انفراد)/

/** «تنظيم مؤتمر الشهر المقبل»: what no verb tells of, on a day to come, is planned. */
function toCome(
  scene: Scene,
  trigger: Exclude<Trigger, { type: 'travel' }>,
  reading: StatusReading,
  published: PartialDate | null,
): StatusReading {
  if (reading.rule !== 'status.noun' || trigger.kind !== 'conference' || published === null) return reading
  const date = findDate(scene, trigger, 'past', published)
  return date?.from && firstDay(date.from) > lastDay(published) ? { status: 'planned', rule: 'status.to-come', isAsserted: true } : reading
}

/** «هذا العام» says nothing of when that goes on now. */
const isPointless = (date: ReportedDate | null, status: MeetingStatus): boolean => status === 'ongoing' && date?.precision === 'year'

/** What the words around a trigger tell of the encounter of its sides: one draft for each that they make up. */
export function draftsOf(
  scene: Scene,
  trigger: Exclude<Trigger, { type: 'travel' }>,
  sides: Sides,
  published: PartialDate | null,
  dateline: PlaceMention | null,
): DraftReport[] {
  const reading = toCome(scene, trigger, findStatus(scene, trigger, sides.light), published)
  if (reading.status === 'wish') return []
  const isOver = tookPlace(reading.status) || (reading.status === 'denied' && reading.rule !== WILL_NOT)
  const found = findDate(scene, trigger, isOver ? 'past' : 'future', published)
  const status = isAhead(scene, trigger, found, published)
    ? 'planned'
    : isGuess(reading) && isBefore(found, published)
      ? 'held'
      : isNow(scene, trigger, sides, reading, found, published)
        ? 'ongoing'
        : reading.status
  const date = isPointless(found, status)
    ? null
    : isOver && found?.from && published !== null && firstDay(found.from) > published
      ? null
      : found
  const isHome =
    isOver && sentenceOf(scene, trigger.word) <= LEAD_SENTENCES && isOfCountry(scene, dateline, [...sides.own, ...sides.others])
  const states = new Set(
    [...sides.own, ...sides.others].flatMap(({ phrase: { actor } }) => (actor === null ? [] : (scene.actors[actor]!.country ?? []))),
  )
  const where = findPlace(scene, trigger, dateline, { isHome, state: states.size === 1 ? [...states][0]! : null })
  return pairings(scene, trigger, sides).flatMap(({ own, others }): DraftReport[] => {
    const participants = withHeads(scene, participantsOf(scene, [...namedOf(scene, own), ...namedOf(scene, others)]))
    const kind = kindOf(scene, trigger, sides)
    const place = kind === 'call' ? null : where
    if (
      !isEncounter(kind, participants, {
        hasPlace: place !== null || (date !== null && isCarriedOut(scene, trigger, sides)),
        isOneSided: isOneSided(sides),
      })
    )
      return []
    if (trigger.type === 'verb' && sides.rule !== 'frame.body' && !isAmongPeople(scene, participants)) return []
    const evidence = evidenceOf(
      scene,
      trigger,
      sides,
      [...own, ...others],
      [...(date ? [date.span] : []), ...(place ? [place.span] : [])],
      status,
    )
    return [
      {
        participants,
        kind,
        status,
        date,
        place,
        evidence: [evidence],
        attributedTo: speakerOf(scene, trigger),
        rules: [trigger.rule, sides.rule, reading.rule],
        confidence: confidenceOf(trigger, participants, reading.isAsserted),
        isAsserted: reading.isAsserted && !isOfToldPair(trigger, sides),
        isDefinite: trigger.type === 'noun' && trigger.definite,
      },
    ]
  })
}

/** «استقبل النائب X، فرئيس الرابطة Y»: «ف» goes on to another encounter. */
const beginsWithFa = ({ words }: Scene, first: number, start: number): boolean =>
  words[first]!.form.startsWith('ف') && words[first]!.start < start

/** «مع كل من A وB … كلا على حدة», «في لقاءين منفصلين»: one encounter each; else one with all. */
function pairings(scene: Scene, trigger: Exclude<Trigger, { type: 'travel' }>, sides: Sides): Pick<Sides, 'own' | 'others'>[] {
  const { rule } = sides
  const [own, others] = rule === 'frame.from' ? [sides.others, sides.own] : [sides.own, sides.others]
  const next = others.findIndex(({ phrase }, i) => i > 0 && beginsWithFa(scene, phrase.first, phrase.start))
  if (next > 0) return [others.slice(0, next), others.slice(next)].map((some) => ({ own, others: some }))
  const rest = sentenceAround(scene, trigger.word).filter((word) => word.index >= trigger.word)
  if (rule === 'frame.credentials') return others.map((one) => ({ own, others: [one] }))
  const isApart =
    APART.test(rest.map(({ form }) => form).join(' ')) || (own.length === 1 && others.length > 1 && meetsEach(scene, trigger, others))
  return others.length > 1 && isApart ? others.map((one) => ({ own, others: [one] })) : [{ own, others }]
}

/** Nouns in the plural or dual that tell of several: «سلسلة لقاءات مع», «اتصالين من». */
const SEVERAL = /(ات|ين)(ا|ه|ها)?$/

/** «تحادث على هامشها مع كل من X وY»: at the margin of something one meets several one by one. */
const isAtMargin = (words: Scene['words'], verb: number, [first]: readonly Party[]): boolean =>
  first?.phrase.isListHead === true &&
  words.slice(verb, first.phrase.first).some(({ form, index }) => form === 'علي' && /^هامش/.test(words[index + 1]!.form))

/** Whether those in a list hold offices of their own and are met each: of one office («السيناتور X والسيناتور Y»), as members of a delegation, or one with the deputy («ونائبتها X»), they come together, as do those of whom one relative tells («الذين يزورون المملكة»). */
function meetsEach({ words, body }: Scene, trigger: Exclude<Trigger, { type: 'travel' }>, others: readonly Party[]): boolean {
  const { word, type } = trigger
  const isEach = type === 'verb' ? trigger.row.oneByOne === true || isAtMargin(words, word, others) : SEVERAL.test(words[word]!.form)
  if (!isEach) return false
  const isDelegation = words.slice(word, others.at(-1)!.phrase.first).some(({ form }) => /^و?[يت]?ضم(ت)?$/.test(form))
  const last = others.at(-1)!.phrase.last
  if (isDelegation || words[last + 1]?.form === 'الذين') return false
  const offices = others.map(({ phrase: { kind, titles, link } }) =>
    kind === 'person' && titles[0] && !ATTENDANT_LINKS.has(link) ? body.slice(titles[0].start, titles[0].end) : null,
  )
  const isOfOther = offices.some((office) => /^(نائب|مساعد|مستشار|وكيل|مدير|نجل|زوج)ت?(ه|ها|هم)( |$)/.test(office ?? ''))
  return !isOfOther && offices.every((office) => office !== null) && new Set(offices).size === offices.length
}

/** «التقى الرئيس X وعددا من المسؤولين»: behind people who are named those who are only counted are left out. */
function namedOf({ words }: Scene, side: readonly Party[]): readonly Party[] {
  const named = side.findIndex(({ phrase }) => phrase.kind === 'person')
  const isCounted = ({ phrase }: Party): boolean => phrase.rule === 'group.plural' && COUNTED.test(words[phrase.first]!.form)
  return named < 0 ? side : side.filter((one, i) => i < named || !isCounted(one))
}
const COUNTED = /^[وفبل]*(عدد|عددا|بعض|كبار|مسءولين|مسءولون|ممثلين|ممثلون|مجموعه|جمع|لفيف|ثله|شخصيات)$/

/** Whoever takes part, each once, as the text names him. */
export function participantsOf({ body, actors }: Scene, sides: readonly Party[]): FoundParticipant[] {
  const participants = new Map<number, FoundParticipant>()
  for (const { phrase, part, scope } of sides) {
    if (phrase.actor === null || participants.has(phrase.actor)) continue
    if (phrase.kind === 'organization' && isMedium(actors[phrase.actor]!.name)) continue
    const span = phrase.name ?? { start: phrase.start, end: phrase.end }
    participants.set(phrase.actor, {
      actor: phrase.actor,
      part: phrase.kind === 'group' ? 'delegation' : part,
      as: body.slice(phrase.start, phrase.end),
      span: { start: span.start, end: span.end },
      scope,
    })
  }
  return [...participants.values()]
}

/** «سعي الجانبين إلى عزل مكان القمة»: the encounter of the two who were told of is that which was told. */
const isOfToldPair = (trigger: Trigger, { rule, light }: Sides): boolean =>
  rule === 'frame.pair' && trigger.type === 'noun' && trigger.definite && light === null

/** «أدى الأسبوع المنقضي زيارة قدم خلالها العزاء»: a journey of which no goal is said. */
const isCarriedOut = ({ words }: Scene, { word, rule }: Trigger, { light }: Sides): boolean =>
  (light?.form.tense === 'past' || (light !== null && rule === 'noun.rihla')) &&
  light.word < word &&
  !words.slice(word + 1, word + MAX_GOAL).some(({ form }) => /^(الي|ل.*)$/.test(form))
const MAX_GOAL = 4

/** A body that meets, or a session that is led, is told by one side. */
const isOneSided = ({ rule, own, light }: Sides): boolean =>
  rule === 'frame.body' || rule === 'frame.alone' || (rule === 'frame.attended' && own.length === 0 && light !== null)

/** A meeting needs two sides, but where its frame tells it by one; a visit needs a visitor and a goal. */
function isEncounter(
  kind: MeetingKind,
  participants: readonly FoundParticipant[],
  { hasPlace, isOneSided: byOne }: { readonly hasPlace: boolean; readonly isOneSided: boolean },
): boolean {
  if (kind === 'visit') return participants.length > 1 || (participants.length === 1 && hasPlace)
  return kind === 'conference' || byOne ? participants.length > 0 : participants.length > 1
}

/** «يستضيف الأهلي الزمالك»: a verb of encounter between bodies alone is sport or trade; a delegation or a government may meet one. */
const isAmongPeople = ({ actors }: Scene, participants: readonly FoundParticipant[]): boolean =>
  participants.some(({ actor }) => actors[actor]!.kind !== 'organization') &&
  !participants.some(({ actor }) => SITE_HEADS.has(fold(actors[actor]!.name).split(/\s+/)[0]!.replace(/^ال/, '')))

/** Who says so: the subject of the verb of saying that the sentence opens its report with. */
function speakerOf(scene: Scene, trigger: Trigger): number | null {
  const verb = sentenceAround(scene, trigger.word)
    .filter((word) => word.index < trigger.word && isSpeechVerb(word.form))
    .at(-1)
  if (!verb) return null
  const subject = scene.phrases.find((phrase) => phrase.first > verb.index && phrase.last < trigger.word && phrase.actor !== null)
  return subject?.actor ?? null
}

/** By how much of the frame was found in the sentence itself; the steps are those at which texts with gold bore it out (docs/extraction.md). */
function confidenceOf(trigger: Trigger, participants: readonly FoundParticipant[], isAsserted: boolean): number {
  const base = trigger.type === 'verb' ? 0.95 : 0.9
  const far = participants.some(({ scope }) => scope !== 'sentence') ? 0.07 : 0
  return Math.round((base - far - (isAsserted ? 0 : 0.05) - (participants.length < 2 ? 0.06 : 0)) * 100) / 100
}
