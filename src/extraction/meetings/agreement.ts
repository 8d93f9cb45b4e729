import type { Trigger } from './find-triggers.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { knownBetween } from './party.ts'
import { type Scene, sentenceAround } from './scene.ts'

const AGREES = /^[وف]?(ال)?(اتفق|اتفقا|اتفقت|اتفقوا|اتفاق|توافق|توافقا)$/
/** «على عقد اجتماع»: how far before the noun the preposition stands. */
const MAX_NOUN_DISTANCE = 2
const MAX_VERB_DISTANCE = 14

/** «اتفق الطرفان على اللقاء», «الاتفاق على عقد اجتماع»: the word that tells that an encounter was agreed on; null where none does. */
export function agreementAt(scene: Scene, { word }: Trigger): number | null {
  const before = sentenceAround(scene, word).filter(({ index }) => index < word)
  const on = before.findLast(({ form, index }) => form === 'علي' && index >= word - MAX_NOUN_DISTANCE)
  const agreed = on && before.findLast(({ form, index }) => index < on.index && index >= on.index - MAX_VERB_DISTANCE && AGREES.test(form))
  return agreed?.index ?? null
}

/** «اتفق X وY على عقد اجتماع»: the two or more who agreed on it, where they are named. */
export function agreed(scene: Scene, trigger: Trigger): PhraseGroup | undefined {
  const at = agreementAt(scene, trigger)
  const known = at === null ? [] : groupPhrases(knownBetween(scene, at + 1, trigger.word - 1))
  return known.find(({ link, phrases }) => link === 'bare' && phrases.length > 1)
}
