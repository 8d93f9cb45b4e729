import { type MeetingStatus, WILL_NOT } from '../../domain/report.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { ACCEPTING, HELD_BEFORE, MODALITIES } from '../../lexicon/modality.ts'
import { isSpeechVerb } from '../speech.ts'
import { agreementAt } from './agreement.ts'
import { isCalledOff, isDeniedBehind } from './called-off.ts'
import { isMeetingNoun, travelVerb } from './encounter-words.ts'
import type { Trigger } from './find-triggers.ts'
import { intentionAt } from './intention.ts'
import { lightVerb } from './light-verb.ts'
import { negationAt } from './negation.ts'
import { isToHold, offerAt } from './offers.ts'
import { journeyOf } from './ownership.ts'
import { clauseStart, type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { LightUse } from './sides.ts'
import { hasWeekday, isBeforePast, isLasting, isOngoing, isThereupon, isWithPlanned, ofOrdinal } from './tense-in-context.ts'

const MAX_BACK = 14

export type StatusReading = {
  readonly status: MeetingStatus | 'wish'
  readonly rule: string /** False for a mere mention («خلال اللقاء») that asserts nothing itself. */
  readonly isAsserted: boolean
}

/** What the words around a trigger say of the encounter: modality before it first, then tense. */
export function findStatus(scene: Scene, trigger: Exclude<Trigger, { type: 'travel' }>, light: LightUse | null): StatusReading {
  const { words } = scene
  const journey = light ? null : journeyOf(scene, trigger)
  const going = journey && travelVerb(words[journey.word]!.form)
  const told = going && going.tense !== 'past' ? journey! : trigger
  const from = Math.max(clauseStart(scene, told), told.word - (isPastRelative(scene, trigger) ? 1 : MAX_BACK), saidAnew(scene, told), 0)
  const before = words.slice(from, told.word)
  const form = light?.form ?? (trigger.type === 'verb' ? trigger.form : told === trigger ? null : going)
  const isOwned = trigger.type === 'noun' && trigger.possessive !== ''
  const reading = modalityIn(
    before.map((word) => word.form),
    form?.tense !== 'past',
  )
  const head = words[(light && light.word < trigger.word ? light.word : trigger.word) - 1]
  if (isConditional(head?.form ?? '', form?.tense === 'past') && head!.sentence === sentenceOf(scene, trigger.word))
    return { status: 'wish', rule: 'status.counterfactual', isAsserted: false }
  const last = words[trigger.word - 1]?.form ?? ''
  const isFact =
    (isOwned && !isWish(last)) ||
    (trigger.type === 'noun' &&
      (AT.test(last) || (IN_IT.has(trigger.rule) && last === 'في') || isToldByRelative(scene, trigger, light) || isAwaited(scene, trigger)))
  const isAccepted =
    trigger.type === 'noun' &&
    /^(ل|لل|ال)?$/.test(trigger.prefix) &&
    (reading?.status === 'wish' || last === 'علي') &&
    before.some((word) => ACCEPTING.test(word.form))
  const modality = isAccepted
    ? { status: 'planned' as const, rule: 'status.accepted' }
    : (reading?.status === 'wish' && isFact) || (reading?.status === 'denied' && isWhen(trigger, last))
      ? null
      : reading
  const no = negationAt(scene, trigger, light)
  if (no !== null) return { status: 'denied', rule: words[no]!.form.endsWith('لن') ? WILL_NOT : 'status.negated', isAsserted: true }
  const offered = trigger.type === 'noun' && trigger.kind === 'meeting' && !trigger.definite && !modality ? offerAt(scene, trigger) : null
  if (offered) return { status: offered, rule: 'status.offered', isAsserted: true }
  const behind = sentenceBehind(scene, trigger)
  if (behind.slice(0, 3).some((word) => DOUBTS.has(word))) return { status: 'possible', rule: 'status.adverb', isAsserted: true }
  if (isDeniedBehind(behind)) return { status: 'denied', rule: 'status.denied-behind', isAsserted: true }
  if (trigger.type === 'noun' && isAttempt(scene, trigger)) return { status: 'wish', rule: 'status.attempt', isAsserted: false }
  if (isCalledOff(behind)) return { status: 'cancelled', rule: 'status.called-off', isAsserted: true }
  if (trigger.type === 'noun' && agreementAt(scene, trigger) !== null) return { status: 'planned', rule: 'status.agreed', isAsserted: true }
  if (trigger.type === 'noun' && !modality && intentionAt(scene, trigger) !== null)
    return { status: 'planned', rule: 'status.intended', isAsserted: true }
  const adjective = trigger.type === 'noun' ? adjectiveOf(scene, trigger) : null
  if (adjective === 'possible' && (!modality || modality.status === 'planned'))
    return { status: 'possible', rule: 'status.adjective', isAsserted: true }
  if (modality) return { ...modality, isAsserted: true }
  if (
    trigger.type === 'noun' &&
    WILL_BE.test(
      before
        .slice(-MAX_WILL_BE)
        .map((word) => word.form)
        .join(' '),
    )
  )
    return { status: 'planned', rule: 'status.will-be', isAsserted: true }
  if (!isWhen(trigger, last) && isDenied(scene, trigger)) return { status: 'denied', rule: 'status.denied-by', isAsserted: true }
  if (trigger.type === 'noun' && !light && (/^(ل(?!ل)|لل)/.test(trigger.prefix) || PURPOSES.has(last) || isToHold(scene, trigger)))
    return { status: 'planned', rule: 'status.purpose', isAsserted: true }
  if (adjective) return { status: adjective, rule: 'status.adjective', isAsserted: true }
  if (trigger.type === 'noun' && !light && isOnProgramme(scene, trigger))
    return { status: 'planned', rule: 'status.programme', isAsserted: true }
  if (trigger.type === 'noun' && !light && PLANNED_RELATIVE.test(` ${upToNext(scene, trigger, behind).join(' ')}`))
    return { status: 'planned', rule: 'status.relative', isAsserted: true }
  if (
    trigger.type === 'verb' &&
    trigger.kind === 'visit' &&
    trigger.form.tense === 'present' &&
    RELATIVE_PRONOUNS.has(words[trigger.word - 1]?.form ?? '') &&
    !hasWeekday(scene, trigger)
  )
    return { status: 'ongoing', rule: 'status.relative-present', isAsserted: true }
  if (light?.form.tense === 'present' && CONTINUING.has(lightVerb(words[light.word]!.form)?.row.past ?? ''))
    return { status: 'ongoing', rule: 'status.continuing', isAsserted: true }
  if (form && (form.tense === 'past' || !isLasting(scene, trigger)) && isOngoing(scene, trigger))
    return { status: 'ongoing', rule: 'status.ongoing', isAsserted: true }
  if (
    light &&
    light.word > trigger.word &&
    form?.tense === 'present' &&
    AT.test(last) &&
    words[trigger.word - 2]?.form === 'وذلك' &&
    RELATIVE_PRONOUNS.has(words[light.word - 1]!.form)
  )
    return { status: 'held', rule: 'status.mention', isAsserted: true }
  if (form) {
    const verb = light?.word ?? trigger.word
    const first = trigger.type === 'verb' && form.tense === 'present' ? ofOrdinal(scene, verb) : null
    if (first) return { status: first, rule: 'status.ordinal', isAsserted: true }
    if (form.tense === 'past' || isBeforePast(scene, trigger, verb) || isThereupon(scene, verb, form.prefix))
      return { status: 'held', rule: 'status.past', isAsserted: true }
    return { status: 'planned', rule: form.tense === 'future' ? 'status.future' : 'status.present', isAsserted: true }
  }
  if (trigger.type === 'noun' && trigger.possessive === '' && /^و?(قبل|قبيل)$/.test(words[headOf(scene, trigger) - 1]?.form ?? ''))
    return { status: 'planned', rule: 'status.before', isAsserted: false }
  const isMention = before.slice(-3).some((word) => HELD_BEFORE.has(word.form.replace(/^[وفب](?=...)/, '')))
  if ((isMention || trigger.kind === 'visit') && isWithPlanned(scene, trigger))
    return { status: 'planned', rule: 'status.mention', isAsserted: false }
  return {
    status: isOngoing(scene, trigger) ? 'ongoing' : 'held',
    rule: isMention ? 'status.mention' : 'status.noun',
    isAsserted: !isMention && !(trigger.kind === 'conference' && !light),
  }
}

/** «سيكون لقاء», «وستكون هذه أول قمة», «وسيتبعها اجتماع», «بعقد قمة»: what is to be. */
const WILL_BE = /(^| )[وف]?س[يت](كون( هذ[اه])?( اول| ثاني)?|(تبع|عقب|لي|سبق)(ه|ها|هم|هما))$/
const MAX_WILL_BE = 3

/** «القمة المرتقبة», «لقاء محتمل»: what the adjective of a noun of encounter says of it; null where it has none. */
function adjectiveOf({ words }: Scene, { word }: Trigger): 'planned' | 'possible' | null {
  const after = words.slice(word + 1, word + 5).filter(({ sentence }) => sentence === words[word]!.sentence)
  const said = after.filter(({ form }) => /^(ال)?(مرتقب|مقرر|مقبل|قادم|محتمل|مزمع|مقترح|مخطط)(ه|ا)?$/.test(form))
  return said.length === 0 ? null : said.some(({ form }) => /محتمل|مقترح/.test(form)) ? 'possible' : 'planned'
}

/** «نفى الوزير، بعد لقائه نظيره، أن …»: an encounter of somebody that tells when something else was denied is a fact. */
const isWhen = (trigger: Trigger, last: string): boolean =>
  trigger.type === 'noun' && (trigger.possessive !== '' || trigger.definite) && /^[وف]?(بعد|عقب|اثر|خلال|اثناء)$/.test(last)

/** «نفى أي مفاوضات مع X، وقال إن لقاء Y كان جيدا»: the verb of saying behind «و», before a trigger, that begins anew; 0 where none does. */
const saidAnew = (scene: Scene, { word }: Trigger): number =>
  sentenceAround(scene, word).findLast(({ index, form }) => index < word && form.startsWith('و') && isSpeechVerb(form))?.index ?? 0

/** «نفى المتحدث …، صحة ما قيل بشأن عقد لقاء»: the verb that the sentence opens with governs it all, up to the first other encounter. */
function isDenied(scene: Scene, trigger: Trigger): boolean {
  const sentence = sentenceAround(scene, trigger.word)
  const first = scene.triggers.find(({ word }) => sentenceOf(scene, word) === sentenceOf(scene, trigger.word))
  return (
    first === trigger &&
    saidAnew(scene, trigger) <= sentence[0]!.index &&
    sentence.slice(0, 3).some(({ form }) => /^و?(نفي|نفت|استبعد|استبعدت|كذب)$/.test(form))
  )
}

/** With what a cue may begin: without one of these there is none. */
const CUE_HEADS = new Set(
  MODALITIES.flatMap(({ cues }) => cues.map((cue) => cue.split(' ')[0]!)).flatMap((head) => [head, `و${head}`, `ب${head}`]),
)

function modalityIn(forms: readonly string[], isOpen: boolean): { status: MeetingStatus | 'wish'; rule: string } | null {
  if (!forms.some((form) => CUE_HEADS.has(form))) return null
  const text = ` ${forms.join(' ')} `.replace(NO_CUE, '')
  if (OFF_DEMANDED.test(text)) return { status: 'wish', rule: 'status.wish' }
  for (const { id, status, cues } of MODALITIES) {
    for (const cue of cues) {
      const at = [` ${cue} `, ` و${cue} `, ` ب${cue} `].map((spoken) => text.lastIndexOf(spoken)).find((i) => i >= 0)
      if (at === undefined) continue
      if (cue === 'قد' && !(isOpen && forms.at(-1) === 'قد')) continue
      if (id === 'planned' && !isOpen && !/مقرر/.test(cue)) continue
      return { status, rule: `status.${id}` }
    }
  }
  return null
}

/** What is no modality but looks like one: «من أجل» puts nothing off; who threatens to call off has not; «علقت السفارة على زيارة الوفد» says something of it, where «علقت المفاوضات» calls it off; «تعليق إضرابها» puts off something else. */
const NO_CUE =
  / من اجل(?= )| [وب]?(?:هدد|هددت|يهدد|تهدد|لوح|لوحت) (?:\S+ )?بالغاء(?= )| [وب]?علقت?(?= .*علي )| [وبل]?(?:تعليق|الغاء|تاجيل|ارجاء) (?!زيار|لقاء|اجتماع|محادث|مباحث|مشاور|مفاوض|جول|رحل)\S{3,}(?:ها|هم)(?= )/g

/** «طالب نواب بإلغاء زيارة X»: who asks for it calls nothing off. */
const OFF_DEMANDED = / [وف]?(طالب|طالبت|يطالب|تطالب) (\S+ ){0,4}بالغاء /

/** «رفض لقاءه»: an encounter that somebody has is a fact but for the word right before it. */
const isWish = (form: string): boolean =>
  MODALITIES.some(({ status, cues }) => status === 'wish' && cues.includes(form.replace(/^[وف](?=...)/, '')))

/** «وتتواصل مشاورات», «يواصل X محادثاته»: a present that goes on. */
const CONTINUING = new Set(['تواصل', 'واصل'])

const MAX_BEHIND = 30
const DOUBTS = new Set(['الارجح', 'ربما'])
/** «لو التقى», «إذا التقى», «هل يلتقي»: nothing is told to be. */
const isConditional = (form: string, isPast: boolean): boolean => form === 'هل' || (isPast && /^(لو|اذا)$/.test(form))

/** «اجتماع قمة», «جلسة مباحثات»: the first word of a noun of encounter. */
const headOf = ({ words }: Scene, { word }: Trigger): number => (isMeetingNoun(words[word - 1]?.form ?? '') ? word - 1 : word)

/** The words behind a trigger up to the next one. */
const upToNext = ({ triggers }: Scene, { word }: Trigger, behind: readonly string[]): readonly string[] => {
  const next = triggers.find((other) => other.word > word + 1)
  return next ? behind.slice(0, next.word - word - 1) : behind
}

/** «يجب أن يكون هدف القمة المرتقبة بين A وB»: what is awaited, whatever is wished of it. */
const isAwaited = (scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>): boolean =>
  trigger.definite && adjectiveOf(scene, trigger) === 'planned'

/** «دعت في اتصال مع X», «طالب في كلمة أمام المجلس»: what is wished for is not what one wishes in. */
const IN_IT = new Set(['noun.ittisal', 'noun.mukalama', 'noun.kalima'])

const AT = /^[وف]?(خلال|اثناء|عقب|بعد|اثر|هامش|ختام)$/

/** «توقعات بقمة بين A وB اللذين التقيا»: what a relative tells as past is a fact, whatever stands before it. */
const isPastRelative = ({ words }: Scene, trigger: Trigger): boolean =>
  trigger.type === 'verb' && trigger.form.tense === 'past' && RELATIVE_PRONOUNS.has(words[trigger.word - 1]?.form ?? '')

/** «رفض التصريح بفحوى المكالمة التي جمعته بالرئيس»: an encounter of which a relative tells as past. */
const isToldByRelative = ({ words }: Scene, { word }: Trigger, light: LightUse | null): boolean =>
  light !== null && light.word > word && light.form.tense === 'past' && RELATIVE_PRONOUNS.has(words[light.word - 1]!.form)

/** «ويتضمن برنامج زيارة الضيف تنظيم جلسة عمل مع X». */
const isOnProgramme = (scene: Scene, { word }: Trigger): boolean =>
  sentenceAround(scene, word).some(
    ({ form, index }) =>
      index < word && /^(ال)?برنامج(ه|ها)?$/.test(form) && /^[وف]?[يت](تضمن|شمل|ضم)/.test(scene.words[index - 1]?.form ?? ''),
  )

/** «من أجل لقاء X», «بهدف لقاء X». */
const PURPOSES = new Set(['اجل', 'بهدف', 'بغيه', 'بغرض'])

/** «حاول A الاجتماع مع B», «يسعى A إلى الاجتماع مع B»: what somebody tries or asks for. */
const isAttempt = ({ words, named }: Scene, { word, prefix }: Extract<Trigger, { type: 'noun' }>): boolean => {
  const before = words.slice(Math.max(0, word - MAX_BACK), word).filter(({ sentence }) => sentence === words[word]!.sentence)
  const last = words[word - 1]?.form ?? ''
  return (
    /^(ال)?$/.test(prefix) &&
    (named.has(word - 1) || /^(الي|مرات|مرارا|مره)$/.test(last) || ATTEMPTS.test(last)) &&
    before.some(({ form }) => ATTEMPTS.test(form))
  )
}
const ATTEMPTS = /^[وف]?(حاول|حاولت|يحاول|تحاول|طلب|طلبت|س?يطلب|س?تطلب|سعي|سعت|يسعي|تسعي|محاوله|محاولته|محاولتها)$/
const PLANNED_RELATIVE = / ال(تي|ذي) (من (المقرر|المنتظر|المزمع|المتوقع)|ست|سي|يفترض|يعتزم)/

const sentenceBehind = (scene: Scene, { word }: Trigger): string[] =>
  scene.words.slice(word + 1, word + MAX_BEHIND).flatMap(({ form, sentence }) => (sentence === sentenceOf(scene, word) ? [form] : []))
