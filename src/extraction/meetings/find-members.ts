import type { Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { knownBetween, parties, party } from './party.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'

/** «أوراق اعتماد ثلاثة سفراء، وهم A وB»: all people named behind it in the sentence, each handing in his own. */
export const envoys = (scene: Scene, trigger: Trigger): Party[] =>
  scene.phrases
    .filter(
      ({ first, kind, actor, name }) =>
        first > trigger.word &&
        kind === 'person' &&
        actor !== null &&
        name !== null &&
        sentenceOf(scene, first) === sentenceOf(scene, trigger.word),
    )
    .map((phrase) => party(phrase))

/** «… مع وفد الحكومة، ضم A وB»: the members that a delegation is said to have. */
export function membersOf(scene: Scene, trigger: Trigger): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const verb = sentenceAround(scene, trigger.word).find(
    ({ index, form, sentence: s }) => index > trigger.word && s === sentence && /^(و?ضم|و?ضمت|و?يضم|و?تضم)$/.test(form),
  )
  if (!verb) return []
  const list = groupPhrases(
    knownBetween(scene, verb.index + 1, verb.index + 40).filter(({ first }) => sentenceOf(scene, first) === sentence),
  )
  return parties(
    list.find(({ link }) => link === 'bare' || link === 'from'),
    'delegation',
  )
}
