import { isMeetingNoun } from './encounter-words.ts'
import { sentenceAround, sentenceOf } from './scene.ts'
import { type NounTold, saidAnew, type Told } from './status-context.ts'

const MAX_BACK = 14

/** «لو التقى», «إذا التقى», «هل يلتقي»: nothing is told to be. */
export function isConditional({ scene: { words }, trigger, light, form }: Told): boolean {
  const head = words[(light && light.word < trigger.word ? light.word : trigger.word) - 1]
  if (head?.sentence !== words[trigger.word]!.sentence) return false
  return head.form === 'هل' || (form?.tense === 'past' && /^(لو|اذا)$/.test(head.form))
}

/** «… على الأرجح», right behind. */
export const isDoubted = ({ behind }: Told): boolean => behind.slice(0, 3).some((word) => DOUBTS.has(word))
const DOUBTS = new Set(['الارجح', 'ربما'])

/** «حاول A الاجتماع مع B», «يسعى A إلى الاجتماع مع B»: what somebody tries or asks for. */
export function isAttempt({ scene: { words, named }, trigger: { word, prefix }, last }: NounTold): boolean {
  const before = words.slice(Math.max(0, word - MAX_BACK), word).filter(({ sentence }) => sentence === words[word]!.sentence)
  return (
    /^(ال)?$/.test(prefix) &&
    (named.has(word - 1) || /^(الي|مرات|مرارا|مره)$/.test(last) || ATTEMPTS.test(last)) &&
    before.some(({ form }) => ATTEMPTS.test(form))
  )
}
const ATTEMPTS = /^[وف]?(حاول|حاولت|يحاول|تحاول|طلب|طلبت|س?يطلب|س?تطلب|سعي|سعت|يسعي|تسعي|محاوله|محاولته|محاولتها)$/

/** «سيكون لقاء», «وستكون هذه أول قمة», «وسيتبعها اجتماع»: what is to be. */
export const isToBe = ({ before }: NounTold): boolean =>
  WILL_BE.test(
    before
      .slice(-MAX_WILL_BE)
      .map((word) => word.form)
      .join(' '),
  )
const WILL_BE = /(^| )[وف]?س[يت](كون( هذ[اه])?( اول| ثاني)?|(تبع|عقب|لي|سبق)(ه|ها|هم|هما))$/
const MAX_WILL_BE = 3

/** «نفى المتحدث …، صحة ما قيل بشأن عقد لقاء»: the verb that the sentence opens with governs it all, up to the first other encounter. */
export function isDenied({ scene, trigger }: Told): boolean {
  const sentence = sentenceAround(scene, trigger.word)
  const first = scene.triggers.find(({ word }) => sentenceOf(scene, word) === sentenceOf(scene, trigger.word))
  return (
    first === trigger &&
    saidAnew(scene, trigger) <= sentence[0]!.index &&
    sentence.slice(0, 3).some(({ form }) => /^و?(نفي|نفت|استبعد|استبعدت|كذب)$/.test(form))
  )
}

/** «للقاء X», «من أجل لقاء X», «بهدف لقاء X». */
export const isPurpose = ({ trigger, last }: NounTold): boolean => /^(ل(?!ل)|لل)/.test(trigger.prefix) || PURPOSES.has(last)
const PURPOSES = new Set(['اجل', 'بهدف', 'بغيه', 'بغرض'])

/** «ويتضمن برنامج زيارة الضيف تنظيم جلسة عمل مع X». */
export const isOnProgramme = ({ scene, trigger: { word } }: NounTold): boolean =>
  sentenceAround(scene, word).some(
    ({ form, index }) =>
      index < word && /^(ال)?برنامج(ه|ها)?$/.test(form) && /^[وف]?[يت](تضمن|شمل|ضم)/.test(scene.words[index - 1]?.form ?? ''),
  )

/** «القمة التي ستعقد», «اللقاء الذي من المقرر»: before the next trigger. */
export function isRelativeToCome({ scene: { triggers }, trigger: { word }, behind }: NounTold): boolean {
  const next = triggers.find((other) => other.word > word + 1)
  return PLANNED_RELATIVE.test(` ${(next ? behind.slice(0, next.word - word - 1) : behind).join(' ')}`)
}
const PLANNED_RELATIVE = / ال(تي|ذي) (من (المقرر|المنتظر|المزمع|المتوقع)|ست|سي|يفترض|يعتزم)/

/** «قبل لقاء A وB», «قبيل اجتماع قمة»: it was still to come. */
export function isBeforeIt({ scene: { words }, trigger: { word, possessive } }: NounTold): boolean {
  const head = isMeetingNoun(words[word - 1]?.form ?? '') ? word - 1 : word
  return possessive === '' && /^و?(قبل|قبيل)$/.test(words[head - 1]?.form ?? '')
}

/** «إن اللقاء مع الرئيس X سيتناول»: behind «أن» what its own verb tells is to come. */
export function isSubjectToCome({ scene: { words, named }, trigger: { word, definite } }: NounTold): boolean {
  if (!definite || !/^[وبل]?ان$/.test(words[word - 1]?.form ?? '')) return false
  const behind = words.slice(word + 1, word + MAX_BACK)
  const verb = behind.find(
    ({ form, index, sentence }) => sentence === words[word]!.sentence && /^س[يت]\p{L}{3,}$/u.test(form) && !named.has(index),
  )
  return verb !== undefined && behind.slice(0, behind.indexOf(verb) + 1).every(({ gap }) => !/[،,؛]/.test(gap))
}
