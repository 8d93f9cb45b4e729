import type { MeetingStatus } from '../../domain/report.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { ACCEPTING } from '../../lexicon/modality.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import { travelVerb } from './encounter-words.ts'
import type { Trigger } from './find-triggers.ts'
import { isWish, modalityIn } from './modality-before.ts'
import { journeyOf } from './ownership.ts'
import { clauseStart, type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { LightUse } from './sides.ts'
import { adjectiveOf } from './told-adjective.ts'
import type { VerbForm } from './verb-forms.ts'

export type Triggered = Exclude<Trigger, { type: 'travel' }>
type NounTrigger = Extract<Trigger, { type: 'noun' }>

/** What the rules of status look at. */
export type Told = {
  readonly scene: Scene
  readonly trigger: Triggered
  readonly light: LightUse | null
  /** The verb that tells of the encounter: its own, that of its noun, or that of the journey it belongs to. */
  readonly form: Pick<VerbForm, 'tense' | 'prefix'> | null
  /** The words of its clause before it. */
  readonly before: readonly Word[]
  /** The words of its sentence behind it, folded; at most MAX_BEHIND. */
  readonly behind: readonly string[]
  /** The word right before it, folded; '' where there is none. */
  readonly last: string
  /** What the cues before it say, where they are about it. */
  readonly modality: { readonly status: MeetingStatus | 'wish'; readonly rule: string } | null
}
export type NounTold = Told & { readonly trigger: NounTrigger }

const MAX_BACK = 14
const MAX_BEHIND = 30

export function toldOf(scene: Scene, trigger: Triggered, light: LightUse | null): Told {
  const { words } = scene
  const journey = light ? null : journeyOf(scene, trigger)
  const going = journey && travelVerb(words[journey.word]!.form)
  const told = going && going.tense !== 'past' ? journey! : trigger
  const from = Math.max(clauseStart(scene, told), told.word - (isPastRelative(scene, trigger) ? 1 : MAX_BACK), saidAnew(scene, told), 0)
  const before = words.slice(from, told.word)
  const form = light?.form ?? (trigger.type === 'verb' ? trigger.form : told === trigger ? null : going)
  const last = words[trigger.word - 1]?.form ?? ''
  const sentence = sentenceOf(scene, trigger.word)
  const behind = words.slice(trigger.word + 1, trigger.word + MAX_BEHIND).flatMap((word) => (word.sentence === sentence ? [word.form] : []))
  const all = { scene, trigger, light, form, before, behind, last }
  return { ...all, modality: modalityOf(all) }
}

/** The cues before a trigger, without those that are about something else: what somebody has met is a fact, whatever he wishes of it. */
function modalityOf(told: Omit<Told, 'modality'>): Told['modality'] {
  const { scene, trigger, light, form, before, last } = told
  const reading = modalityIn(
    before.map((word) => word.form),
    form?.tense !== 'past',
  )
  if (trigger.type === 'verb') return reading
  const isAccepted =
    /^(ل|لل|ال)?$/.test(trigger.prefix) &&
    (reading?.status === 'wish' || last === 'علي') &&
    before.some((word) => ACCEPTING.test(word.form))
  if (isAccepted) return { status: 'planned', rule: 'status.accepted' }
  if (reading?.status === 'denied' && isWhen(trigger, last)) return null
  if (reading?.status !== 'wish') return reading
  const isFact =
    (trigger.possessive !== '' && !isWish(last)) ||
    isAfter(last) ||
    (IN_IT.has(trigger.rule) && last === 'في') ||
    isToldByRelative(scene, trigger, light) ||
    isAwaited(scene, trigger)
  return isFact ? null : reading
}

/** «خلال اللقاء», «بعد اجتماع»: what tells when something else was. */
export const isAfter = (form: string): boolean => /^[وف]?(خلال|اثناء|عقب|بعد|اثر|هامش|ختام)$/.test(form)

/** «نفى الوزير، بعد لقائه نظيره، أن …»: an encounter of somebody that tells when something else was denied is a fact. */
export const isWhen = (trigger: Trigger, last: string): boolean =>
  trigger.type === 'noun' && (trigger.possessive !== '' || trigger.definite) && /^[وف]?(بعد|عقب|اثر|خلال|اثناء)$/.test(last)

/** «نفى أي مفاوضات مع X، وقال إن لقاء Y كان جيدا»: the verb of saying behind «و», before a trigger, that begins anew; 0 where none does. */
export const saidAnew = (scene: Scene, { word }: Trigger): number =>
  sentenceAround(scene, word).findLast(({ index, form }) => index < word && form.startsWith('و') && isSpeechVerb(form))?.index ?? 0

/** «دعت في اتصال مع X», «طالب في كلمة أمام المجلس»: what is wished for is not what one wishes in. */
const IN_IT = new Set(['noun.ittisal', 'noun.mukalama', 'noun.kalima'])

/** «يجب أن يكون هدف القمة المرتقبة بين A وB»: what is awaited, whatever is wished of it. */
const isAwaited = (scene: Scene, trigger: NounTrigger): boolean => trigger.definite && adjectiveOf(scene, trigger) === 'planned'

/** «توقعات بقمة بين A وB اللذين التقيا»: what a relative tells as past is a fact, whatever stands before it. */
const isPastRelative = ({ words }: Scene, trigger: Trigger): boolean =>
  trigger.type === 'verb' && trigger.form.tense === 'past' && RELATIVE_PRONOUNS.has(words[trigger.word - 1]?.form ?? '')

/** «رفض التصريح بفحوى المكالمة التي جمعته بالرئيس»: an encounter of which a relative tells as past. */
const isToldByRelative = ({ words }: Scene, { word }: Trigger, light: LightUse | null): boolean =>
  light !== null && light.word > word && light.form.tense === 'past' && RELATIVE_PRONOUNS.has(words[light.word - 1]!.form)
