import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { isSpeechVerb } from '../speech.ts'
import { type Scene, sentenceOf } from './scene.ts'

/** Whoever a first person is: the last to be told to speak, in its sentence or before. */
export const quotedBefore = (scene: Scene, word: number): ResolvedPhrase | undefined =>
  scene.phrases.findLast(
    ({ first, kind, actor, link }) =>
      kind === 'person' &&
      actor !== null &&
      link === 'bare' &&
      first < word &&
      sentenceOf(scene, first) >= sentenceOf(scene, word) - MAX_SPEECH &&
      isSpeechVerb(scene.words[first - 1]?.form ?? ''),
  )

/** Sentences over which somebody goes on speaking. */
const MAX_SPEECH = 3

/** The person right behind the last verb of saying in the sentences before a word: who goes on speaking in «وأضاف»; undefined where nobody is. */
export function lastSpeaker(scene: Scene, word: number): ResolvedPhrase | undefined {
  const sentence = sentenceOf(scene, word)
  return scene.phrases.findLast(
    ({ first, kind, actor }) =>
      kind === 'person' &&
      actor !== null &&
      sentenceOf(scene, first) < sentence &&
      sentenceOf(scene, first) >= sentence - MAX_SPEECH &&
      isSpeechVerb(scene.words[first - 1]?.form ?? ''),
  )
}
