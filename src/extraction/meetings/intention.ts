import type { Trigger } from './find-triggers.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { knownBetween } from './party.ts'
import { type Scene, sentenceAround } from './scene.ts'

const INTENDS = /^[وف]?(س?[يت]?قرر(ت|وا)?|[يت]عتزم(ون)?|اعتزمت?|[يت]نوي|[يت]خطط|[يت]ستعد|استعدت?)$/
/** «عقد اجتماع», «لعقد جولة من المحادثات»: the noun of action that carries an encounter. */
const TO_HOLD = /^ل?(عقد|اجراء|تنظيم|استضافه)$/
const MAX_NOUN_DISTANCE = 3
const MAX_VERB_DISTANCE = 16

/** «قرر المجلس عقد اجتماع», «تستعد اللجنة لعقد دورة»: the verb that tells that somebody means to hold an encounter; null where none does. */
export function intentionAt(scene: Scene, { word }: Trigger): number | null {
  const before = sentenceAround(scene, word).filter(({ index }) => index < word)
  const hold = before.findLast(({ form, index }) => TO_HOLD.test(form) && index >= word - MAX_NOUN_DISTANCE)
  const verb =
    hold && before.findLast(({ form, index }) => index < hold.index && index >= hold.index - MAX_VERB_DISTANCE && INTENDS.test(form))
  return verb && !/^[وف]?(لم|لن|لا)$/.test(scene.words[verb.index - 1]?.form ?? '') ? verb.index : null
}

/** Who stands right behind a verb of intention. */
export const intending = (scene: Scene, verb: number, trigger: Trigger): PhraseGroup | undefined =>
  groupPhrases(knownBetween(scene, verb + 1, trigger.word - 1)).find(
    ({ link, phrases }) => link === 'bare' && phrases[0]!.first <= verb + 2,
  )
