import { DELIBERATING_HEADS } from '../../lexicon/organisation-heads.ts'
import { tellsWhen } from '../dates/time-words.ts'
import type { Word } from '../word.ts'
import { isMeetingNoun } from './encounter-words.ts'
import { lightVerb } from './light-verb.ts'

/** «تحدث … هاتفيا», «عبر الهاتف», «اتصالا هاتفيا»: whether a word of the telephone stands within so many words behind a word, in its sentence. */
export const isByPhone = (words: readonly Word[], index: number, within: number): boolean =>
  words
    .slice(index + 1, index + within)
    .some(({ sentence, form }) => sentence === words[index]!.sentence && /^((ال)?هاتفي(ا|ه|ين)?|[بال]+هاتف)$/.test(form))
/** How far behind a verb «هاتفيا» may stand. */
export const MAX_PHONE = 16

/** «للتباحث مع X»: where it tells what a journey is for, whom with; elsewhere they consult in general. */
const isForTalks = (words: readonly Word[], { index, form }: Word): boolean => form.startsWith('لل') && words[index + 1]?.form === 'مع'

/** «تنعقد صباح اليوم، اللجنة المركزية»: right behind the verb, but for a time, stands a body that sits, and no encounter. */
export function sitsBehind(words: readonly Word[], { index, sentence }: Word): boolean {
  const subject = words.slice(index + 1, index + MAX_TIME).find(({ form }) => !tellsWhen(form))
  return subject?.sentence === sentence && DELIBERATING_HEADS.has(headOf(subject.form))
}
const MAX_TIME = 5
/** «المجلس», «مجلسها». */
const headOf = (form: string): string => (/^(مجلس|مكتب)(ه|ها)$/.test(form) ? form.replace(/ها?$/, '') : form.replace(/^ال/, ''))

/** «أوراق اعتماد». */
const isOfCredentials = (words: readonly Word[], { index }: Word): boolean => /^[بلو]?اوراق$/.test(words[index - 1]?.form ?? '')

/** «أرفع اتصال بين البلدين منذ الأزمة»: how two states have to do with each other. */
const isContact = (words: readonly Word[], { index }: Word): boolean =>
  words[index + 1]?.form === 'بين' && /^ال(بلدين|دولتين|حكومتين)$/.test(words[index + 2]?.form ?? '')

/** «كلمة له أمام مجلس الأمن», «خطابه في الجمعية العامة للأمم المتحدة»: said where states sit. */
const isAddress = (words: readonly Word[], { index, sentence }: Word): boolean =>
  words
    .slice(index + 1, index + MAX_ADDRESS)
    .some(({ form, index: at, sentence: own }) => own === sentence && /^(امام|في|خلال)$/.test(form) && isForum(words, at + 1))
const MAX_ADDRESS = 8
const isForum = (words: readonly Word[], first: number): boolean =>
  /^(مجلس الامن|الجمعيه العامه)$/.test(`${words[first]?.form} ${words[first + 1]?.form}`)

/** «تعقد اللجنة دورتها الثانية», «أشغال الدورة 16 للجنة المشتركة»: the session of a body that sits, and no cup or course. */
function isOfSittingBody(words: readonly Word[], { index, form, sentence }: Word): boolean {
  const isBody = (word: Word): boolean => {
    const head = word.form.replace(/^[وف]?(لل|بال|ال|ل)?/, '')
    return word.sentence === sentence && head !== 'جمعيه' && DELIBERATING_HEADS.has(head)
  }
  if (/ت(ه|ها)$/.test(form)) return words.slice(Math.max(0, index - MAX_BODY), index).some(isBody)
  const before = words.slice(Math.max(0, index - MAX_SAT), index)
  if (before.some((word) => isBody(word) && lightVerb(words[word.index - 1]?.form ?? '')?.row.past === 'عقد')) return true
  const behind = words.slice(index + 1, index + MAX_BODY)
  const other = behind.findIndex((word) => isMeetingNoun(word.form))
  return (other < 0 ? behind : behind.slice(0, other)).some(isBody)
}
const MAX_BODY = 6
/** «عقد مجلس شورى حركة النهضة دورة»: words that the name of a body has. */
const MAX_SAT = 7
/** «اتصالات هاتفية»: where they are calls, and no ministry's. */
const MAX_ADJECTIVE = 3
/** «ليست قضية زيارة»: how far before a journey stands what says that there is none. */
const MAX_NOT = 2

/** «رحلة مقررة لوزير الخارجية إلى باكو», «جولة أوروبية», «جولته الأفريقية»: a journey, where «رحلة جوية», «رحّلتهم» and «جولة من المحادثات» are none. */
function isJourney(words: readonly Word[], { index, form, sentence }: Word): boolean {
  const behind = words.slice(index + 1, index + MAX_GOAL).filter((word) => word.sentence === sentence)
  if (/رحلتهم$/.test(form)) return false
  if (/جول(ه|ت)/.test(form)) return OF_REGION.test(behind[0]?.form ?? '')
  return behind.some((word) => word.form === 'الي') && !/^(جويه|داخليه|بحريه|تجاريه|العوده)$/.test(behind[0]?.form ?? '')
}
const MAX_GOAL = 10
const OF_REGION = /^(ال)?(اوروبي|افريقي|اسيوي|عربي|خليجي|مغاربي|اقليمي|خارجي|دولي|دبلوماسي|شرق)ه?$/

/** What must stand beside nouns that name no encounter by themselves. */
export const NEEDS: Readonly<Record<string, (words: readonly Word[], word: Word) => boolean>> = {
  'noun.awraq': isOfCredentials,
  'noun.inaqad': sitsBehind,
  'noun.walima': (words, { index }) =>
    words[index + 1]?.form === 'عمل' ||
    (/^(مادبه|ماءده)$/.test(words[index - 1]?.form ?? '') && /^[وف]?جمعت?$/.test(words[index - 2]?.form ?? '')),
  'noun.dawra': isOfSittingBody,
  'noun.hiwar': (words, { index }) => /^(ال|ب|ل)?(جوله|جولات|جلسه|جلسات)$/.test(words[index - 1]?.form ?? ''),
  'noun.istiqbal': (words, { form, index }) => form.includes('استقبال') || /^(مقدمه|راس|بين|ضمن|طليعه)$/.test(words[index - 1]?.form ?? ''),
  'noun.tabahuth': isForTalks,
  'noun.ziyara': (words, { index }) => !words.slice(Math.max(0, index - MAX_NOT), index).some(({ form }) => /^[وف]?ليست?$/.test(form)),
  'noun.kalima': isAddress,
  'noun.rihla': isJourney,
  'noun.ittisal': (words, word) =>
    !isContact(words, word) && (!word.form.includes('اتصالات') || isByPhone(words, word.index, MAX_ADJECTIVE)),
}
