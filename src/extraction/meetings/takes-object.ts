import { ACCEPTING, INTENT_VERBS } from '../../lexicon/modality.ts'
import { speakerBehind, subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { Scene } from './scene.ts'
import type { Party } from './sides.ts'

/** «للقاء X», «من أجل لقاء X», «أثناء استقبال نظيره X»: what is told of is whom one goes to meet or receives. */
export const takesObject = ({ words }: Scene, { word, rule, prefix }: Extract<Trigger, { type: 'noun' }>): boolean =>
  /(ب|^[وف]?ل)$/.test(prefix) ||
  words
    .slice(Math.max(0, word - MAX_INTENT), word)
    .some(
      ({ form, sentence }) =>
        sentence === words[word]!.sentence &&
        (INTENT_VERBS.has(form.replace(/^[وف](?=...)/, '')) ||
          ASKING.test(form) ||
          (words[word - 1]!.form === 'علي' && ACCEPTING.test(form))),
    ) ||
  /^(اجل|بهدف|بغيه|بغرض)$/.test(words[word - 1]?.form ?? '') ||
  (rule === 'noun.istiqbal' && /^[وف]?(اثناء|خلال|لدي|عند|بعد|عقب|اثر|قبل)$/.test(words[word - 1]?.form ?? ''))

/** «لم يستبعد الوزير لقاء نظيره», «طلب لقاء السفير». */
const ASKING = /^[وف]?([يت]ستبعد|استبعدت?|طلبت?|[يت]طلب|رجحت?|[يت]رجح)$/
/** «يعتزم الوزير لقاء نظيره». */
const MAX_INTENT = 12

/** Who goes to meet somebody: the subject before, or where the sentence opens so («وفي زيارة لفنزويلا للقاء نظيره X، قال Y») whoever speaks behind it. */
export function goerOf(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>): Party[] {
  const before = subjectBefore(scene, trigger).slice(-1)
  return before[0]?.scope === 'sentence' ? before : [...speakerBehind(scene, trigger), ...before].slice(0, 1)
}
