import { isFeminine } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'

/** How far behind a noun stands whose encounter it is. */
export const MAX_OWNER = 3

/** «استقبال الرئيس X بالخرطوم الوزير Y»: no more than a place, or who sent him, stands between. */
export function isRightBehind({ words, phrases }: Scene, { phrases: before }: PhraseGroup, { phrases: [next] }: PhraseGroup): boolean {
  const sender = phrases.find(({ link, last }) => link === 'of' && last === next!.first - 1)
  const between = words.slice(before.at(-1)!.last + 1, (sender ?? next!).first + 1)
  return between.length <= MAX_OWNER && between.every(({ gap }) => /^\s+$/.test(gap))
}

/** «اجتمع A مع B، إضافة إلى لقائه C», «التقى A B بعد يوم من لقائه C»: the pronoun is who met the one named last, and not that one. */
export function doerOf(scene: Scene, { word }: Trigger, owner: readonly Party[]): readonly Party[] {
  const verb = scene.triggers.findLast((other) => other.type === 'verb' && other.word < word)
  const [second, before] = [scene.words[word - 2]?.form ?? '', scene.words[word - 1]?.form ?? '']
  if (!/^(اضافه الي|فضلا عن|علاوه علي|الي جانب|(يوم|يومين|ايام|ساعات|اسبوع|شهر) من)$/.test(`${second} ${before}`)) return owner
  if (!verb || sentenceOf(scene, verb.word) !== sentenceOf(scene, word)) return owner
  const sides = scene.sidesOf(verb)
  const isMet = sides?.others.some(({ phrase: { actor } }) => actor === owner[0]?.phrase.actor)
  return isMet && sides?.own.length === 1 && isFeminine(scene, sides.own[0]!.phrase) === isFeminine(scene, owner[0]!.phrase)
    ? sides.own
    : owner
}
