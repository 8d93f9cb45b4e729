import { twoNamed } from './find-pair.ts'
import { subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { parties } from './party.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'

type Noun = Extract<Trigger, { type: 'noun' }>

/** «كان في استقباله بالمطار X», «كان X في مقدمة مستقبلي Y», «خلال استقباله له»: the hosts and the guests of a welcome, of whom either may not be told; null where it is none. */
export function welcomed(
  scene: Scene,
  trigger: Noun,
  groups: readonly PhraseGroup[],
): { readonly hosts: readonly Party[]; readonly guests: readonly Party[] } | null {
  if (trigger.rule !== 'noun.istiqbal') return null
  if (trigger.possessive !== '' && /^(له|لها)$/.test(scene.words[trigger.word + 1]?.form ?? '')) {
    const [guest, host] = twoNamed(scene, trigger)
    return guest && host ? { hosts: [host], guests: [guest] } : null
  }
  if (!isWelcome(scene, trigger)) return null
  const [first = [], second = []] = groups.filter(({ link }) => link === 'bare').map((group) => parties(group))
  const isAmong = /مستقبلي(ه|ها)?$/.test(scene.words[trigger.word]!.form)
  const told = isAmong || trigger.possessive !== '' ? subjectBefore(scene, trigger) : []
  const before = isAmong && trigger.possessive === '' && told.every(({ scope }) => scope === 'sentence') ? told : told.slice(-1)
  const [hosts, guests] = trigger.possessive !== '' ? [first, before] : isAmong ? [before, first] : [second, first]
  return { hosts, guests }
}

const isWelcome = (scene: Scene, { word }: Noun): boolean =>
  [word - 1, word - 2].some((at) => scene.words[at]?.form === 'في') &&
  scene.words
    .slice(Math.max(0, word - MAX_WAS), word - 1)
    .some(({ form, sentence }) => sentence === sentenceOf(scene, word) && /^و?كان(ت|ا|وا)?$/.test(form))
const MAX_WAS = 14
