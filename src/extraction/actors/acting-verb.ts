import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'

const NO_VERB = new Set(
  'تحت تجاه تلك تقريبا تماما تمام تونس تركيا تشاد تونسي تركي توقيع تعاون تصعيد تنسيق تطوير تعزيز تنظيم بيت وقت صوت بنت انت كانت ليست كنت موت تحالف توتر تقدم تبادل تداول'.split(
    ' ',
  ),
)

/** Pasts of two letters before the ending: other words of that shape are nouns («بيت», «وقت»). */
const SHORT_PASTS = new Set(['دعت', 'حثت', 'شنت', 'نفت', 'ردت', 'رات', 'ابدت'])

/** «تتوقع», «ستشارك», «وتحاول», «قررت»: a third person feminine, as far as its letters tell. */
export function isFeminineVerb(form: string): boolean {
  if (NO_VERB.has(form.replace(/^[وف](?=...)/, ''))) return false
  if (/^[وف]?س?ت\p{L}{3,}$/u.test(form)) return !/(ه|ات|ين|يا)$/.test(form) && !/^[وف]?ت\p{L}{2}ي\p{L}$/u.test(form)
  if (SHORT_PASTS.has(form.replace(/^[وف](?=...)/, ''))) return true
  return /^[وف]?\p{L}{3,}ت$/u.test(form) && !/(ات|وت|يت|ءت)$/.test(form)
}

/** «ما وصفته», «التي نظمتها»: behind a relative a verb may bear its object. */
const RELATIVES = new Set(['ما', 'مما', 'بما', 'كما', 'الذي', 'التي', 'الذين', 'اللذين', 'حسبما'])

/** Whether the word at an index is a verb whose subject may follow, in the sentence. */
export function isSubjectVerb(words: readonly Word[], index: number, sentence: number): boolean {
  const word = words[index]
  return (
    word?.sentence === sentence &&
    (isFeminineVerb(word.form) ||
      (/ت(ه|ها|هم)$/.test(word.form) && RELATIVES.has(words[index - 1]?.form ?? '')) ||
      isSpeechVerb(word.form) ||
      /^[وف]?(دعا|قرر|رفض|طالب|رحب|ادان|دان|اصدر)$/.test(word.form))
  )
}
