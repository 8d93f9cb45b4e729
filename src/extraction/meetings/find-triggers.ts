import type { MeetingKind } from '../../domain/report.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { NOT_A_MEETING, NOT_A_MEETING_BEFORE } from '../../lexicon/meeting-nouns.ts'
import { MEALS, MEETING_VERBS, type MeetingVerb } from '../../lexicon/meeting-verbs.ts'
import { DELEGATION_HEADS, DELIBERATING_HEADS, MEDIA_HEADS } from '../../lexicon/organisation-heads.ts'
import { countryNamed, countryOfCapital } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import { tellsWhen } from '../dates/time-words.ts'
import { isSpeechVerb } from '../speech.ts'
import { byLexeme, type Word } from '../word.ts'
import { isMeetingNoun, meetingNoun, meetingVerb, type NounForm, travelVerb } from './encounter-words.ts'
import { lightVerb } from './light-verb.ts'
import type { VerbForm } from './verb-forms.ts'

/** A word that asserts or names an encounter. `word` is its index; `rule` the id of the lexicon row. */
export type Trigger =
  | {
      readonly type: 'verb'
      readonly word: number
      readonly rule: string
      readonly kind: MeetingKind
      readonly row: MeetingVerb
      readonly form: VerbForm
    }
  | ({
      readonly type: 'noun'
      readonly word: number
      readonly prefix: string
      readonly definite: boolean
    } & NounForm)
  /** Arrivals and departures: they own their dates and places, and are no encounter. */
  | { readonly type: 'travel'; readonly word: number; readonly rule: string }

const nounOf = byLexeme(meetingNoun)
const verbOf = byLexeme(meetingVerb)
const travelOf = byLexeme(travelVerb)

function nounTrigger(word: Word): Extract<Trigger, { type: 'noun' }> | null {
  const noun = nounOf(word)
  return noun && { type: 'noun', word: word.index, ...noun, definite: /ل$/.test(noun.prefix) && !/^[وف]?ل$/.test(noun.prefix) }
}

/** Verbs of saying, «قال», «وأعلنت»; they own the dates beside them. */
export const findSayings = (words: readonly Word[]): { readonly word: number }[] =>
  words.filter(({ form }) => isSpeechVerb(form)).map(({ index }) => ({ word: index }))

/** «المؤتمر الذي تستضيفه المدينة», «في قمة ثلاثية استضافتها المدينة», «استضافت تركيا القمة»: the verb hosts an encounter that is named, and is none of its own. */
const isHostOf = (words: readonly Word[], word: Word, triggers: readonly Trigger[], { row, hasObject }: MeetingVerbForm): boolean => {
  if (row.id !== 'istadafa') return false
  if (hostsNoun(words, word)) return true
  const before = triggers.at(-1)
  if (before?.type !== 'noun' || words[before.word]!.sentence !== word.sentence) return false
  return word.index - before.word <= (RELATIVE_PRONOUNS.has(words[word.index - 1]?.form ?? '') ? 8 : hasObject ? MAX_NOUN_HOSTED : 0)
}
/** «قمة ثلاثية استضافتها»: a noun without the article, and its adjectives, before the verb that hosts it. */
const MAX_NOUN_HOSTED = 3
type MeetingVerbForm = NonNullable<ReturnType<typeof meetingVerb>>

/** «تستضيف الدوحة بين 20 و22 أيار اجتماعا», «يستضيف الرئيس X جولة من المحادثات»: what is hosted is an encounter, and not somebody on one. */
function hostsNoun(words: readonly Word[], { index, sentence }: Word): boolean {
  const behind = words.slice(index + 1, index + MAX_HOSTED).filter((word) => word.sentence === sentence)
  const noun = behind.findIndex(({ form }) => isMeetingNoun(form))
  if (noun < 0) return false
  const head =
    /^(جوله|جلسه|سلسله)$/.test(behind[noun - 2]?.form ?? '') || behind[noun - 1]?.form === 'من'
      ? behind.findIndex(({ form }) => /^(جوله|جلسه|سلسله)$/.test(form))
      : noun
  return (
    behind.slice(0, noun).every(({ form }) => titleHead(form) === null) ||
    (head > 0 && !AT.test(behind[head - 1]!.form) && /^(?!ال|ب|ل)/.test(behind[head]!.form))
  )
}
const MAX_HOSTED = 14
/** What one is hosted at or for. */
const AT = /^(في|خلال|علي|الي|بعد|قبل|عقب|ضمن|اطار|هامش|عن|لعقد|لاجراء)$/

/** «تحدث … هاتفيا», «عبر الهاتف», «اتصالا هاتفيا»: whether a word of the telephone stands within so many words behind a word, in its sentence. */
export const isByPhone = (words: readonly Word[], index: number, within: number): boolean =>
  words
    .slice(index + 1, index + within)
    .some(({ sentence, form }) => sentence === words[index]!.sentence && /^((ال)?هاتفي(ا|ه|ين)?|[بال]+هاتف)$/.test(form))
/** How far behind a verb «هاتفيا» may stand. */
export const MAX_PHONE = 16

/** «عرض الرئيس مع النائب الأوضاع», «جلس إلى رئيس الحكومة»: «مع» and a title or a delegation behind the subject, with no other encounter between. */
const isWith = (words: readonly Word[], { index, sentence }: Word, { id }: MeetingVerb): boolean => {
  const behind = words.slice(index + 1, index + MAX_WITH).filter((word) => word.sentence === sentence)
  const at = behind.findIndex(({ form }) => form === 'مع' || (id === 'jalasa' && form === 'الي'))
  const next = behind[at + 1]?.form ?? ''
  const isOffice = titleHead(next) !== null || DELEGATION_HEADS.has(next)
  return at >= 0 && isOffice && behind.slice(0, at).every(({ form, gap }) => !isMeetingNoun(form) && !/[:؛]/.test(gap))
}
const MAX_WITH = 18
/** «تحدث مع الوزير», and not «هاتفيا»: face to face. */
const kindOf = (words: readonly Word[], { index }: Word, { byPhone, kind }: MeetingVerb): MeetingKind =>
  byPhone && !isByPhone(words, index, MAX_PHONE) ? 'meeting' : kind
const MAX_SUBJECT = 9

/** «تناول الرئيس طعام العشاء مع X»: a meal behind the verb, its subject between. */
const isMeal = (words: readonly Word[], { index, sentence }: Word): boolean =>
  words.slice(index + 1, index + MAX_SUBJECT).some((word) => word.sentence === sentence && MEALS.has(word.form.replace(/^ال/, '')))

/** «وتم خلال اللقاء بحث …», «بعد بحث»: where these letters may be the noun of the action they are, behind a preposition or «تم». */
const isActionNoun = (words: readonly Word[], { index, form }: Word, { row }: { row: MeetingVerb }): boolean =>
  row.past === form && row.object === 'with' && BEFORE_ACTION_NOUN.has((words[index - 1]?.form ?? '').replace(/^[وف](?=..)/, ''))
const BEFORE_ACTION_NOUN = new Set(
  'تم يتم جري يجري اللقاء الاتصال الاجتماع الاستقبال الي علي من في عن بعد قبل خلالها خلاله شمل تضمن'.split(' '),
)

/** «للتباحث مع X»: where it tells what a journey is for, whom with; elsewhere they consult in general. */
const isForTalks = (words: readonly Word[], { index, form }: Word): boolean => form.startsWith('لل') && words[index + 1]?.form === 'مع'

/** «تنعقد صباح اليوم، اللجنة المركزية»: right behind the verb, but for a time, stands a body that sits, and no encounter. */
function sitsBehind(words: readonly Word[], { index, sentence }: Word): boolean {
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
const NEEDS: Readonly<Record<string, (words: readonly Word[], word: Word) => boolean>> = {
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

/** «سيتوجه إلى روما تلبية لدعوة», «لحضور القمة»: a journey that is told for what is done there. */
const hasPurpose = (words: readonly Word[], { index, sentence }: Word): boolean =>
  words.slice(index + 1, index + 12).some((word) => word.sentence === sentence && PURPOSES.has(word.form))
const PURPOSES = new Set(['تلبيه', 'لحضور', 'للمشاركه'])

/** «حل في سوتشي ضيفا على الرئيس»: a journey to somebody. */
const isGuest = (words: readonly Word[], { index, sentence }: Word): boolean =>
  words
    .slice(index + 1, index + 14)
    .some((word) => word.sentence === sentence && /^ضي(فا|فه|وفا)$/.test(word.form) && words[word.index + 1]?.form === 'علي')
const JOURNEY = MEETING_VERBS.find(({ id }) => id === 'zara')!

/** «مؤتمر صحفي», «الندوة الصحفية», «جلسة المحكمة». */
const isOfMedia = (next: string): boolean => NOT_A_MEETING.has(next) || NOT_A_MEETING.has(next.replace(/^ال/, ''))

/** «لقاء مع قناة …», «لقاء خاص مع التلفزيون الرسمي»: with a medium one talks for it. */
const isInterview = (words: readonly Word[], { index, sentence }: Word): boolean => {
  const at = words.slice(index + 1, index + 3).find((word) => word.sentence === sentence && word.form === 'مع')
  const medium = at && words[at.index + 1]
  return medium?.sentence === sentence && MEDIA_HEADS.has(medium!.form.replace(/^ال/, ''))
}

/** «زار X موسكو أمس في زيارة هي الثالثة»: the noun tells the journey of the verb over. */
const isOfVisit = (words: readonly Word[], { index, sentence }: Word, kind: MeetingKind, triggers: readonly Trigger[]): boolean => {
  const before = triggers.at(-1)
  const isBehindIn = [1, 2].some((back) => words[index - back]?.form === 'في')
  return (
    kind === 'visit' && isBehindIn && before?.type === 'verb' && before.row.object === 'place' && words[before.word]!.sentence === sentence
  )
}

/** «التقت وجهات نظر الرئيسين», «تلتقي مواقفهما»: views meet, and nobody. */
const VIEWS = /^(وجهات|مواقف|اراء|مصالح|افكار|فكر|رءيا|رءي)(ه|هما|هم)?$/

/** «حل الأزمة», «إلى حل»: a solution, where «حل الوزير بالرباط», «حلت بتونس» arrives: right behind the verb stands an office, or behind one that is no noun the place. */
function isSolving(words: readonly Word[], { index, form }: Word): boolean {
  const { form: next, text } = words[index + 1] ?? { form: '', text: '' }
  if (!/^[وفس]*[يت]?حلت?$/.test(form)) return false
  return (
    titleHead(next) === null && !(next.startsWith('ب') && (/ت$|س[يت]حل$/.test(form) || (/[يت]حل$/.test(form) && isState(text.slice(1)))))
  )
}

const isState = (text: string): boolean => (countryNamed(text) ?? countryOfCapital(text)) !== null

/** Words of encounter outside of names and titles, in order. «مؤتمر صحفي» is none, nor «بحث» without a counterpart (see find-participants.ts). */
export function findTriggers(words: readonly Word[], isNamed: (word: number) => boolean): Trigger[] {
  const triggers: Trigger[] = []
  for (const word of words) {
    if (isNamed(word.index)) continue
    const verb = verbOf(word)
    const named = nounTrigger(word)
    const noun = named && (NEEDS[named.rule]?.(words, word) ?? true) ? named : null
    const travel = isSolving(words, word) && !isGuest(words, word) ? null : travelOf(word)
    if (
      noun &&
      !isOfMedia(words[word.index + 1]?.form ?? '') &&
      !isInterview(words, word) &&
      !NOT_A_MEETING_BEFORE.has(words[word.index - 1]?.form ?? '') &&
      !isOfVisit(words, word, noun.kind, triggers)
    )
      triggers.push(noun)
    else if (
      verb &&
      !noun &&
      (!verb.row.byPhone || isByPhone(words, word.index, MAX_PHONE) || isWith(words, word, verb.row)) &&
      (!verb.row.onlyWith || isWith(words, word, verb.row)) &&
      (!verb.row.onlyMeal || isMeal(words, word)) &&
      !VIEWS.test(words[word.index + 1]?.form ?? '') &&
      !isHostOf(words, word, triggers, verb) &&
      !isActionNoun(words, word, verb) &&
      (verb.row.object !== 'none' || sitsBehind(words, word) || isNamed(word.index - 1))
    )
      triggers.push({
        type: 'verb',
        word: word.index,
        rule: `verb.${verb.row.id}`,
        kind: kindOf(words, word, verb.row),
        row: verb.row,
        form: verb,
      })
    else if (travel && ((travel.tense !== 'past' && hasPurpose(words, word)) || isGuest(words, word)))
      triggers.push({ type: 'verb', word: word.index, rule: `verb.${travel.row.id}`, kind: 'visit', row: JOURNEY, form: travel })
    else if (travel) triggers.push({ type: 'travel', word: word.index, rule: `travel.${travel.row.id}` })
  }
  return triggers
}
