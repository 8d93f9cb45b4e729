import { lightSubject } from './find-light-verb.ts'
import { speakerAt } from './find-speaker.ts'
import { speakerBehind, subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { lightVerb } from './light-verb.ts'
import { parties, party } from './party.ts'
import { type Scene, sentenceAround } from './scene.ts'
import type { LightUse, Party } from './sides.ts'
import { sittingBody } from './sitting-body.ts'

/** «قدم المبعوث إحاطة», «ألقى الرئيس كلمة». */
const ADDRESSES = new Set(['noun.ihata', 'noun.kalima'])
const CONVENING = new Set(['حضر', 'شارك', 'استضاف', 'احتضن', 'تراس', 'تراءس', 'راس', 'افتتح', 'نظم', 'عقد'])

/** «يشارك X في مؤتمر», «إحاطته أمام المجلس»: who holds or joins it by the words before it. */
export function conveners(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>, light: LightUse | null): Party[] {
  const sitting = sittingBody(scene, trigger, light)
  if (sitting.length > 0) return sitting
  if (trigger.possessive !== '') return subjectBefore(scene, trigger, trigger.possessive === 'ها' ? 'f' : 'm').slice(-1)
  const verb = light && light.word < trigger.word ? lightVerb(scene.words[light.word]!.form) : null
  if (verb && (CONVENING.has(verb.row.past) || (ADDRESSES.has(trigger.rule) && verb.row.past === 'قدم')))
    return lightSubject(scene, trigger, light).filter(({ scope }) => scope === 'sentence')
  const host = HOSTING.test(scene.words[trigger.word - 1]?.form ?? '')
    ? scene.phrases.findLast(({ last }) => last < trigger.word)
    : undefined
  if (host?.actor != null && host.kind !== 'person' && trigger.word - host.last <= MAX_HOST_DISTANCE) return [party(host)]
  const speaker = speakerAt(scene, trigger)
  if (speaker.length > 0) return speaker
  if (trigger.rule !== 'noun.kalima') return opensAt(scene, trigger) ? speakerBehind(scene, trigger) : opensWith(scene, trigger)
  const before = subjectBefore(scene, trigger).filter(({ scope }) => scope === 'sentence')
  return before.length > 0 ? before.slice(-1) : speakerBehind(scene, trigger)
}

/** «وفي ختام مؤتمر دولي حول …، قال X»: a conference that its sentence opens with. */
const opensAt = (scene: Scene, { word }: Trigger): boolean => {
  const [first] = sentenceAround(scene, word)
  return word - first!.index <= MAX_OPENING && /^و?(في|خلال|ضمن|عقب|بعد|على)$/.test(first!.form)
}
const MAX_OPENING = 2

/** «وفي كلمة خلال القمة العربية …، قال X»: whoever speaks behind what the sentence opens with. */
function opensWith(scene: Scene, trigger: Trigger): Party[] {
  const [first, second] = sentenceAround(scene, trigger.word)
  const isSpeech = /^و?(في|خلال)$/.test(first?.form ?? '') && /^(كلمه|كلمته|كلمتها|خطاب|خطابه|مداخله|مداخلته)$/.test(second?.form ?? '')
  return isSpeech ? speakerBehind(scene, trigger) : []
}
/** «تكليف السنغال باستضافة القمة», «استعداد الجزائر لاحتضان مؤتمر». */
const HOSTING = /^[بل]?(استضافه|احتضان|تنظيم)$/
const MAX_HOST_DISTANCE = 2

const MAX_OWNER_DISTANCE = 4

/** Whoever comes, leads or is said to join, and the body whose conference it is: «المؤتمر العام للاتحاد». */
export function conferees(scene: Scene, trigger: Trigger, groups: readonly PhraseGroup[], light: LightUse | null): Party[] {
  const start = trigger.word
  return groups
    .filter(
      ({ link, phrases }) =>
        link === 'attended' ||
        link === 'led' ||
        link === 'between' ||
        (link === 'before' && phrases[0]!.kind !== 'person') ||
        ((link === 'bare' || link === 'in') && ADDRESSES.has(trigger.rule) && phrases[0]!.first === start + 1) ||
        (phrases[0]!.kind !== 'person' &&
          !(link === 'for' && phrases[0]!.rule === 'group.plural' && !(isOfStates(trigger, phrases) && phrases === groups[0]!.phrases)) &&
          phrases[0]!.first - start <= (link === 'for' ? MAX_OWNER_DISTANCE : link === 'bare' ? 1 : 0)) ||
        phrases.some(({ first }) => joinsBefore(scene, start, first) || isNamedAmong(scene, first)) ||
        (link === 'bare' && isWhoJoins(scene, trigger, light, phrases[0]!.first)),
    )
    .flatMap((group) => parties(group))
}

/** «قمة لدول شرق أفريقيا». */
const isOfStates = ({ rule }: Trigger, [first]: PhraseGroup['phrases']): boolean => rule === 'noun.qimma' && first!.last > first!.first + 1

/** «تشارك فيه X», «سيحضره X», «يشارك في المؤتمر X», «التي ترأسها X». */
function joinsBefore(scene: Scene, start: number, first: number): boolean {
  return scene.words
    .slice(Math.max(start + 1, first - 3), first)
    .some(({ form }) => /^(شارك|حضر|تراس|تراءس|استضاف|افتتح|اختتم|نظم)/.test(lightVerb(form)?.row.past ?? ''))
}

/** «بمشاركة 17 وزيرا، بينهم X وY». */
const isNamedAmong = ({ words }: Scene, first: number): boolean => /^(بينهم|منهم|ابرزهم|مقدمتهم)$/.test(words[first - 1]?.form ?? '')

/** «سيشارك في القمة X وY»: the subject of who joins, right behind the noun or its adjectives. */
const isWhoJoins = ({ words }: Scene, { word }: Trigger, light: LightUse | null, first: number): boolean =>
  light !== null &&
  light.word < word &&
  /^(شارك|حضر)$/.test(lightVerb(words[light.word]!.form)?.row.past ?? '') &&
  words.slice(word + 1, first).every(({ form }) => /^ال/.test(form))

/** «القمة العربية»: of a region and not of two states. */
const REGIONAL = /^ال(عربيه|افريقيه|اسلاميه|اوروبيه|خليجيه|مغاربيه|ايبيروامريكيه)$/
/** «القمة … لرؤساء دول المنظمة», «قمة بمشاركة X وY», «قمة حول المناخ»: the text names some of those who came. */
export const isOpenSummit = ({ words }: Scene, trigger: Extract<Trigger, { type: 'noun' }>, groups: readonly PhraseGroup[]): boolean =>
  trigger.rule === 'noun.qimma' &&
  trigger.possessive === '' &&
  !/^(ال)?(ثناءي|ثلاثي|رباعي)ه$/.test(words[trigger.word + 1]?.form ?? '') &&
  !groups.some(({ link }) => link === 'between' || link === 'with') &&
  (REGIONAL.test(words[trigger.word + 1]?.form ?? '') ||
    HOSTING.test(words[trigger.word - 1]?.form ?? '') ||
    words[trigger.word + 1]?.form === 'حول' ||
    groups.some(
      ({ link, phrases }) =>
        link === 'attended' || (link === 'for' && phrases[0]!.kind === 'group' && phrases[0]!.first - trigger.word <= MAX_OWNER_DISTANCE),
    ))
