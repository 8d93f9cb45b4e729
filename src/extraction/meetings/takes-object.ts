import { ACCEPTING, INTENT_VERBS } from '../../lexicon/modality.ts'
import type { Trigger } from './find-triggers.ts'
import type { Scene } from './scene.ts'

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
