import type { MeetingKind } from '../../domain/report.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { NOT_A_MEETING, NOT_A_MEETING_BEFORE } from '../../lexicon/meeting-nouns.ts'
import { MEALS, MEETING_VERBS, type MeetingVerb } from '../../lexicon/meeting-verbs.ts'
import { DELEGATION_HEADS, MEDIA_HEADS } from '../../lexicon/organisation-heads.ts'
import { countryNamed, countryOfCapital } from '../actors/country-of.ts'
import { titleHead } from '../actors/title-head.ts'
import { isSpeechVerb } from '../speech.ts'
import { byLexeme, type Word } from '../word.ts'
import { isMeetingNoun, meetingNoun, meetingVerb, type NounForm, travelVerb } from './encounter-words.ts'
import { isByPhone, MAX_PHONE, NEEDS, sitsBehind } from './trigger-needs.ts'
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
