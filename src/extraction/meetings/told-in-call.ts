import { twoBefore } from './find-pair.ts'
import { subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { party } from './party.ts'
import type { Scene } from './scene.ts'
import type { Party } from './sides.ts'

type Noun = Extract<Trigger, { type: 'noun' }>

/** «أبلغ A، في اتصال هاتفي، B بالأمر», «أبلغ A B في مكالمة», «أبلغ A B خلال المكالمة الهاتفية», «اتفق A وB في اتصال»: the two of what was told in a call; nobody where it was not. */
export function toldInCall(scene: Scene, trigger: Noun, groups: readonly PhraseGroup[], isAtItsEnd: (before: string) => boolean): Party[] {
  const before = scene.words[trigger.word - 1]?.form ?? ''
  if (trigger.kind !== 'call' || !(trigger.definite ? isAtItsEnd(before) : before === 'في')) return []
  const around = calledBehind(scene, trigger, groups)
  if (around.length === 2) return around
  const two = subjectBefore(scene, trigger)
  return two.length === 2 && two.every(({ scope, phrase }) => scope === 'sentence' && phrase.kind === 'person')
    ? two
    : twoBefore(scene, trigger)
}

/** Who told it, and right behind the call whom. */
function calledBehind(scene: Scene, trigger: Noun, groups: readonly PhraseGroup[]): Party[] {
  const told = subjectBefore(scene, trigger).at(-1)
  const behind = groups.find(
    ({ link, phrases: [first] }) => link === 'bare' && first!.kind === 'person' && first!.first - trigger.word <= MAX_CALLED,
  )
  const called = behind?.phrases[0]
  return called && told?.scope === 'sentence' && told.phrase.actor !== called.actor ? [told, party(called)] : []
}
const MAX_CALLED = 3
