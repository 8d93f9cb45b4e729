import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'

const NO_VERB = new Set(
  'تحت تجاه تلك تقريبا تماما تمام تونس تركيا تشاد تونسي تركي توقيع تعاون تصعيد تنسيق تطوير تعزيز تنظيم بيت وقت صوت بنت انت كانت ليست كنت موت تحالف توتر تقدم تبادل تداول'.split(
    ' ',
  ),
)

/** «تتوقع», «ستشارك», «وتحاول», «قررت»: a third person feminine, as far as its letters tell. */
export function isFeminineVerb(form: string): boolean {
  if (NO_VERB.has(form.replace(/^[وف](?=...)/, ''))) return false
  if (/^[وف]?س?ت\p{L}{3,}$/u.test(form)) return !/(ه|ات|ين|يا|ير|يم|يق|يل|يد|يع|يف|يس)$/.test(form)
  return /^[وف]?\p{L}{3,}ت$/u.test(form) && !/(ات|وت|يت|ءت)$/.test(form)
}

/** Whether the word at an index is a verb whose subject may follow, in the sentence. */
export function isSubjectVerb(words: readonly Word[], index: number, sentence: number): boolean {
  const word = words[index]
  return (
    word?.sentence === sentence &&
    (isFeminineVerb(word.form) || isSpeechVerb(word.form) || /^[وف]?(دعا|قرر|رفض|طالب|رحب|ادان|دان|اصدر)$/.test(word.form))
  )
}
