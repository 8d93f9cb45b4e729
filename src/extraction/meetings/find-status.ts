import { type MeetingStatus, WILL_NOT } from '../../domain/report.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { HELD_BEFORE } from '../../lexicon/modality.ts'
import { agreementAt } from './agreement.ts'
import { isCalledOff, isDeniedBehind, isWithdrawn } from './called-off.ts'
import { intentionAt } from './intention.ts'
import { lightVerb } from './light-verb.ts'
import { negationAt } from './negation.ts'
import { isToHold, offerAt } from './offers.ts'
import type { Scene } from './scene.ts'
import type { LightUse } from './sides.ts'
import { isAfter, isWhen, type NounTold, type Told, type Triggered, toldOf } from './status-context.ts'
import {
  isAttempt,
  isBeforeIt,
  isConditional,
  isDenied,
  isDoubted,
  isOnProgramme,
  isPurpose,
  isRelativeToCome,
  isSubjectToCome,
  isToBe,
} from './status-signs.ts'
import { hasWeekday, isBeforePast, isLasting, isOngoing, isThereupon, isWithPlanned, ofOrdinal } from './tense-in-context.ts'
import { adjectiveOf } from './told-adjective.ts'

export type StatusReading = {
  readonly status: MeetingStatus | 'wish'
  readonly rule: string /** False for a mere mention («خلال اللقاء») that asserts nothing itself. */
  readonly isAsserted: boolean
}
type Reader = (told: Told) => StatusReading | null
type Status = StatusReading['status']

/** What the words around a trigger say of the encounter: the first rule that reads something there. */
export function findStatus(scene: Scene, trigger: Triggered, light: LightUse | null): StatusReading {
  const told = toldOf(scene, trigger, light)
  for (const read of STATUS_RULES) {
    const reading = read(told)
    if (reading) return reading
  }
  return asNamed(told)
}

const asserted = (rule: string, status: Status | null): StatusReading | null => status && { status, rule, isAsserted: true }
const mentioned = (rule: string, status: Status | null): StatusReading | null => status && { status, rule, isAsserted: false }
/** One status wherever a test holds. */
const where =
  (rule: string, status: Status, holds: (told: Told) => boolean, say = asserted): Reader =>
  (told) =>
    holds(told) ? say(rule, status) : null
/** The same for what a noun of encounter tells. */
const ofNoun = (rule: string, status: Status, holds: (told: NounTold) => boolean, say = asserted): Reader =>
  where(rule, status, (told) => isOfNoun(told) && holds(told), say)
const isOfNoun = (told: Told): told is NounTold => told.trigger.type === 'noun'

/** In their order: what is not, what may be, what is to be; then the tense of the verb; then what is only named. */
const STATUS_RULES: readonly Reader[] = [
  where('status.counterfactual', 'wish', isConditional, mentioned),
  (told) => {
    const no = negationAt(told.scene, told.trigger, told.light)
    return no === null ? null : asserted(told.scene.words[no]!.form.endsWith('لن') ? WILL_NOT : 'status.negated', 'denied')
  },
  (told) => (isOfNoun(told) ? asserted('status.offered', offerOf(told)) : null),
  where('status.adverb', 'possible', isDoubted),
  where('status.denied-behind', 'denied', ({ behind }) => isDeniedBehind(behind)),
  ofNoun('status.attempt', 'wish', isAttempt, mentioned),
  ofNoun('status.withdrawn', 'cancelled', ({ scene, trigger }) => isWithdrawn(scene, trigger)),
  where('status.called-off', 'cancelled', ({ behind }) => isCalledOff(behind)),
  ofNoun('status.agreed', 'planned', ({ scene, trigger }) => agreementAt(scene, trigger) !== null),
  ofNoun('status.intended', 'planned', ({ scene, trigger, modality }) => !modality && intentionAt(scene, trigger) !== null),
  ofNoun(
    'status.adjective',
    'possible',
    (told) => adjectiveOf(told.scene, told.trigger) === 'possible' && (!told.modality || told.modality.status === 'planned'),
  ),
  ({ modality }) => modality && asserted(modality.rule, modality.status),
  ofNoun('status.will-be', 'planned', isToBe),
  where('status.denied-by', 'denied', (told) => !isWhen(told.trigger, told.last) && isDenied(told)),
  ofNoun('status.purpose', 'planned', (told) => !told.light && (isPurpose(told) || isToHold(told.scene, told.trigger))),
  (told) => (isOfNoun(told) ? asserted('status.adjective', adjectiveOf(told.scene, told.trigger)) : null),
  ofNoun('status.programme', 'planned', (told) => !told.light && isOnProgramme(told)),
  ofNoun('status.relative', 'planned', (told) => !told.light && isRelativeToCome(told)),
  where('status.relative-present', 'ongoing', isRelativePresent),
  where('status.continuing', 'ongoing', isContinuing),
  where(
    'status.ongoing',
    'ongoing',
    ({ scene, trigger, form }) => form !== null && (form.tense === 'past' || !isLasting(scene, trigger)) && isOngoing(scene, trigger),
  ),
  where('status.mention', 'held', isHeldBehindThat),
  (told) => asserted('status.ordinal', ordinalOf(told)),
  where('status.past', 'held', isPast),
  where('status.future', 'planned', ({ form }) => form?.tense === 'future'),
  where('status.present', 'planned', ({ form }) => form !== null),
  ofNoun('status.before', 'planned', isBeforeIt, mentioned),
  ofNoun('status.subject-to-come', 'planned', isSubjectToCome),
  where(
    'status.mention',
    'planned',
    (told) => (isMention(told) || told.trigger.kind === 'visit') && isWithPlanned(told.scene, told.trigger),
    mentioned,
  ),
]

/** A noun of encounter of which no verb and no cue tells: it took place. */
function asNamed(told: Told): StatusReading {
  const { scene, trigger, light } = told
  return {
    status: isOngoing(scene, trigger) ? 'ongoing' : 'held',
    rule: isMention(told) ? 'status.mention' : 'status.noun',
    isAsserted: !isMention(told) && !(trigger.kind === 'conference' && !light),
  }
}

const isMention = ({ before }: Told): boolean => before.slice(-3).some(({ form }) => HELD_BEFORE.has(form.replace(/^[وفب](?=...)/, '')))

const offerOf = ({ scene, trigger, modality }: NounTold): Status | null =>
  trigger.kind === 'meeting' && !trigger.definite && !modality ? offerAt(scene, trigger) : null

/** «الرئيس الذي يزور تونس». */
function isRelativePresent({ scene, trigger }: Told): boolean {
  return (
    trigger.type === 'verb' &&
    trigger.kind === 'visit' &&
    trigger.form.tense === 'present' &&
    RELATIVE_PRONOUNS.has(scene.words[trigger.word - 1]?.form ?? '') &&
    !hasWeekday(scene, trigger)
  )
}

/** «وتتواصل مشاورات», «يواصل X محادثاته»: a present that goes on. */
function isContinuing({ scene, light }: Told): boolean {
  return light?.form.tense === 'present' && CONTINUING.has(lightVerb(scene.words[light.word]!.form)?.row.past ?? '')
}
const CONTINUING = new Set(['تواصل', 'واصل'])

/** «وذلك خلال اللقاء الذي يجمعهما»: the time of what was told. */
function isHeldBehindThat({ scene: { words }, trigger, light, form, last }: Told): boolean {
  return (
    light !== null &&
    light.word > trigger.word &&
    form?.tense === 'present' &&
    isAfter(last) &&
    words[trigger.word - 2]?.form === 'وذلك' &&
    RELATIVE_PRONOUNS.has(words[light.word - 1]!.form)
  )
}

const ordinalOf = ({ scene, trigger, light }: Told): Status | null =>
  trigger.type === 'verb' && trigger.form.tense === 'present' ? ofOrdinal(scene, light?.word ?? trigger.word) : null

function isPast({ scene, trigger, light, form }: Told): boolean {
  const verb = light?.word ?? trigger.word
  return form !== null && (form.tense === 'past' || isBeforePast(scene, trigger, verb) || isThereupon(scene, verb, form.prefix))
}
