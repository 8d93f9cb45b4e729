import { INTENT_VERBS } from '../../lexicon/modality.ts'
import type { Trigger } from './find-triggers.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { LightUse } from './sides.ts'

const NEGATION = /^[وف]?(لم|لن|لا|ليس|ليست)$/
/** What may stand between a negation and the verb or noun of encounter: «لن يتم عقد أي لقاء», «لم يكن قد التقى». */
const BETWEEN =
  /^(يتم|تتم|يكن|تكن|يجر|تجر|يعقد|تعقد|يحصل|تحصل|يوجد|توجد|يحدث|عقد|اجراء|اي|قد|وجود|ان|يكون|تكون|علي|جدول|اعماله|اعمالها|برنامجه|برنامجها|ترتيب|خطط|خطه|نيه|لعقد|لاجراء|من|في|نيته|نيتها|الدخول|جوله|جولات|جديده|المقرر|المنتظر|المتوقع|المزمع)$/
/** «لا يعتزم الوزير لقاء نظيره»: how far behind a negated verb of intent its object may stand, the words of those who are named included. */
const MAX_INTENT = 12
const MAX_BETWEEN = 5

/**
 * The index of the word that negates an encounter: «لن يلتقي», «لم يعقد أي لقاء», «لا لقاء بين», «دون أن يكون على جدول أعماله لقاء», «لا يعتزم لقاء»; null where none does. Who is named may stand between. «لم» takes its verb without the last letter of
 * a defective one («لم يلتق»).
 */
export function negationAt(scene: Scene, { word }: Exclude<Trigger, { type: 'travel' }>, light: LightUse | null): number | null {
  const head = light !== null && light.word < word ? light.word : word
  for (let i = head - 1; i >= Math.max(0, head - 1 - MAX_INTENT); i--) {
    const { form, sentence } = scene.words[i]!
    if (sentence !== sentenceOf(scene, word)) return null
    if (INTENT_VERBS.has(form) && NEGATION.test(scene.words[i - 1]?.form ?? '')) return i - 1
    if (scene.named.has(i)) continue
    if (i < head - 1 - MAX_BETWEEN) return null
    if (NEGATION.test(form) || (form === 'دون' && scene.words[i + 1]!.form === 'ان')) return i
    if (!BETWEEN.test(form)) return null
  }
  return null
}
