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

/** What a body whose name is masculine does, in the past; folded. */
const ACTS = new Set(
  'دعا قرر رفض طالب رحب ادان دان اصدر اتهم هدد وافق صادق اقر انتقد استنكر شجب ناشد حث فرض اوفد ارسل تبني اعتمد نظم اطلق اعتقل اوقف استعاد سيطر شن نفذ احبط علق الغي فتح خصص وقع استضاف سحب منع'.split(
    ' ',
  ),
)

/** «ألغى», «وألغاه»: with its object or without. */
function isAct(form: string): boolean {
  const bare = /^(.+)(?:ه|ها|هم)$/.exec(form)?.[1]
  return ACTS.has(form) || (bare !== undefined && (ACTS.has(bare) || ACTS.has(bare.replace(/ا$/, 'ي'))))
}

/** Whether the word at an index is a verb whose subject may follow, in the sentence. */
export function isSubjectVerb(words: readonly Word[], index: number, sentence: number): boolean {
  const word = words[index]
  return (
    word?.sentence === sentence &&
    (isFeminineVerb(word.form) ||
      (/ت(ه|ها|هم)$/.test(word.form) && RELATIVES.has(words[index - 1]?.form ?? '')) ||
      isSpeechVerb(word.form) ||
      isAct(word.form.replace(/^[وف](?=...)/, '')))
  )
}

/** «وفق بلاغ لمجلس النواب», «بيان صادر عن الوزارة», «مصدر في السفارة», «علم لدى مصالح الحماية المدنية», «من قبل الحكومة»: who tells something by a text or a source, or does what a passive tells. */
export function isSource(words: readonly Word[], first: number): boolean {
  const { form, sentence } = words[first]!
  const [before, second, third] = [1, 2, 3].map((back) => words[first - back]).map((word) => (word?.sentence === sentence ? word.form : ''))
  const isStatement = (word = ''): boolean =>
    [word, word.replace(/^[وفبل]?(ال)?/, ''), word.replace(/ا$/, '')].some((bare) => STATEMENTS.has(bare))
  if (/^لل?/.test(form) && isStatement(before)) return true
  if (/^(عن|من|في)$/.test(before!) && (isStatement(second) || (second === 'صادر' && isStatement(third)))) return true
  return (/^(قبل|طرف)$/.test(before!) && second === 'من') || (before === 'لدي' && second === 'علم')
}
const STATEMENTS = new Set(['بيان', 'بلاغ', 'تقرير', 'مصدر', 'مصادر'])
