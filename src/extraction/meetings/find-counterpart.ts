import type { Trigger } from './find-triggers.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { knownBetween } from './party.ts'
import type { Scene } from './scene.ts'
import type { LightUse } from './sides.ts'

/** «اللقاء» has been told before: only what stands right behind it tells who met. */
export const MAX_DEFINITE_DISTANCE = 4

/** Whom one meets by a noun: behind «مع», «ب» or «أمام», near enough where the noun has the article. */
export function counterpartOf(
  scene: Scene,
  trigger: Extract<Trigger, { type: 'noun' }>,
  { groups, light }: { readonly groups: readonly PhraseGroup[]; readonly light: LightUse | null },
): PhraseGroup | undefined {
  const isNear = ({ phrases: [first] }: PhraseGroup): boolean =>
    !trigger.definite ||
    light !== null ||
    first!.first - trigger.word <= MAX_DEFINITE_DISTANCE ||
    isBehindAdjectives(scene, trigger, first!.first)
  return (
    groups.find(
      (group) => (group.link === 'with' || (group.link === 'by' && isPeople(group) && isBeside(trigger, light, group))) && isNear(group),
    ) ??
    groups.find((group) => ((group.link === 'by' && !isVenue(group)) || group.link === 'before') && isNear(group)) ??
    groups.find((group) => isHeard(scene, trigger, group))
  )
}

/** «جلسة استماع إلى الوزير X», «جلسة للاستماع لرئيس الحكومة X»: whom a parliament hears. */
const isHeard = ({ words }: Scene, { word, rule }: Trigger, { link, phrases: [first] }: PhraseGroup): boolean =>
  rule === 'noun.jalsa' &&
  (link === 'to' || link === 'for') &&
  first!.kind === 'person' &&
  words.slice(word + 1, first!.first).some(({ form }) => /^(لل|ال)?استماع$/.test(form)) &&
  first!.first - word <= MAX_HEARD
const MAX_HEARD = 4

/** «أجرى مع نظيره X محادثات»: whom one meets, between the verb and the noun. */
export function counterpartBefore(scene: Scene, { word }: Trigger, light: LightUse | null): PhraseGroup | undefined {
  if (!light || light.word > word) return undefined
  return groupPhrases(knownBetween(scene, light.word + 1, word - 1)).find(({ link }) => link === 'with')
}

/** «اجتماع بالبيت الأبيض», «لقاء بوزارة الخارجية»: a body behind «ب» is where they meet. */
const isVenue = (group: PhraseGroup): boolean => !isPeople(group)

/** People, groups, and an office that nobody named holds («جمعه بالأمين العام للاتحاد»). */
const isPeople = ({ phrases: [first] }: PhraseGroup): boolean =>
  first!.kind === 'person' || first!.kind === 'group' || first!.rule === 'body.of-office'

/** «القمة التاريخية المقررة الشهر المقبل مع الرئيس»: nothing but words with the article up to the preposition. */
const isBehindAdjectives = ({ words }: Scene, { word }: Trigger, first: number): boolean =>
  words.slice(word + 1, first - 1).every(({ form, gap }) => /^ال/.test(form) && /^ $/.test(gap)) && first - word <= MAX_ADJECTIVES
const MAX_ADJECTIVES = 9

/** «لقاء بقادة الحزب», «لقاء يجمعه بالرئيس»: right behind the noun or its verb. */
const isBeside = ({ word }: Trigger, light: LightUse | null, { phrases }: PhraseGroup): boolean =>
  phrases[0]!.first - Math.max(word, light?.word ?? 0) <= MAX_DEFINITE_DISTANCE
