import type { MeetingKind } from '../../domain/report.ts'
import type { Span } from '../../domain/span.ts'
import { isInternational } from '../actors/country-of.ts'
import type { Trigger } from './find-triggers.ts'
import type { Scene } from './scene.ts'
import type { Sides } from './sides.ts'
import { isByPhone, MAX_PHONE } from './trigger-needs.ts'

/** «استضاف الرئيس X الوزير Y»: a person who hosts another meets him. */
const isReceived = (trigger: Trigger, { own, others }: Sides): boolean =>
  trigger.rule === 'verb.istadafa' &&
  own.length > 0 &&
  others.length > 0 &&
  [...own, ...others].every(({ phrase }) => phrase.kind === 'person')

export function kindOf(scene: Scene, trigger: Exclude<Trigger, { type: 'travel' }>, sides: Sides): MeetingKind {
  const { rule, own } = sides
  if (rule === 'frame.conference') return 'conference'
  if (rule === 'frame.visited' || isReceived(trigger, sides)) return 'meeting'
  if (rule === 'frame.body' && own.length === 1 && own.some(({ phrase }) => isOfStates(scene, phrase))) return 'conference'
  return isByPhone(scene.words, trigger.word, phoneReach(scene, trigger)) || isInCall(scene, trigger) ? 'call' : trigger.kind
}

/** «بحث A مع B، في اتصال بينهما، الأزمة»: what was discussed in a call. */
const isInCall = ({ words, triggers }: Scene, trigger: Trigger): boolean => {
  const next = trigger.type === 'verb' && trigger.row.discusses ? triggers.find(({ word }) => word > trigger.word) : undefined
  return (
    next?.type === 'noun' &&
    next.kind === 'call' &&
    words[next.word]!.sentence === words[trigger.word]!.sentence &&
    /^(في|خلال)$/.test(words[next.word - 1]!.form)
  )
}

/** «اتصالا هاتفيا», «بحث الوزير هاتفيا مع نظيره»: right behind a noun, and behind a verb before the next encounter. */
const phoneReach = ({ triggers }: Scene, { type, word }: Trigger): number => {
  if (type !== 'verb') return MAX_NOUN_PHONE
  const next = triggers.find((other) => other.word > word)
  return Math.min(next ? next.word - word : MAX_PHONE, MAX_PHONE)
}
const MAX_NOUN_PHONE = 5

/** «مجلس الأمن», «الناتو», «وزراء خارجية الحلف»: a body in which states sit, or its ministers. */
const isOfStates = ({ body }: Scene, { start, end }: Span): boolean => isInternational(body.slice(start, end))
