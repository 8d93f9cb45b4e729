import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { isSpeechVerb } from '../speech.ts'
import { type Scene, sentenceOf } from './scene.ts'

/** Whoever a first person is: the last to be told to speak, in its sentence or before. */
export const quotedBefore = (scene: Scene, word: number): ResolvedPhrase | undefined =>
  speakers(scene, word).findLast(({ first, link }) => first < word && link === 'bare')

/** The person right behind the last verb of saying in the sentences before a word: who goes on speaking in «وأضاف»; undefined where nobody is. */
export const lastSpeaker = (scene: Scene, word: number): ResolvedPhrase | undefined =>
  speakers(scene, word).findLast(({ first }) => sentenceOf(scene, first) < sentenceOf(scene, word))

/** People right behind a verb of saying, from so far back as somebody goes on speaking. */
const speakers = (scene: Scene, word: number): ResolvedPhrase[] =>
  scene.phrases.filter(
    ({ first, kind, actor }) =>
      kind === 'person' &&
      actor !== null &&
      sentenceOf(scene, first) >= sentenceOf(scene, word) - MAX_SPEECH &&
      isSpeechVerb(scene.words[first - 1]?.form ?? ''),
  )

/** Sentences over which somebody goes on speaking. */
const MAX_SPEECH = 3
