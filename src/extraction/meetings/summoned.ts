import { subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { parties } from './party.ts'
import { type Scene, sentenceAround } from './scene.ts'
import type { Party } from './sides.ts'

/** Whom «استدعاء السفير X» summons: the person right behind it. */
export const summoned = ({ word }: Trigger, groups: readonly PhraseGroup[]): PhraseGroup | undefined =>
  groups.find(({ link, phrases: [first] }) => link === 'bare' && first!.kind === 'person' && first!.first - word <= 1)

/** «إلى وزارة الخارجية», «قررت الوزارة استدعاء …»: the body that somebody is summoned to, or that summons him; nobody where an envoy is called home. */
export function summoners(scene: Scene, trigger: Trigger, groups: readonly PhraseGroup[]): Party[] {
  if (!summoned(trigger, groups) || isRecall(scene, trigger)) return []
  const to = bodySummonedTo(scene, groups)
  return to ? parties(to) : subjectBefore(scene, trigger).filter(({ phrase, scope }) => phrase.kind !== 'person' && scope === 'sentence')
}

/** «استُدعي السفير إلى الوزارة», «إلى مقر الوزارة». */
export const bodySummonedTo = ({ words }: Scene, groups: readonly PhraseGroup[]): PhraseGroup | undefined =>
  groups.find(
    ({ link, phrases: [first] }) =>
      first!.kind !== 'person' &&
      (link === 'to' || (/^(مقر|مبني|ديوان)$/.test(words[first!.first - 1]?.form ?? '') && words[first!.first - 2]?.form === 'الي')),
  )

/** «استدعت باريس سفيرها للتشاور», «استدعته الشرطة للتحقيق»: an envoy is called home, and who is questioned meets nobody. */
export const isRecall = (scene: Scene, { word }: Trigger): boolean =>
  sentenceAround(scene, word).some(
    ({ index, form }) => index > word && /^(للتشاور|للمشاورات?|للتحقيق|لتحقيق|للاستجواب|للمثول|لاستجوابه)$/.test(form),
  )
