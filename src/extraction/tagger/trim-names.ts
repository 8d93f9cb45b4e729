import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { BELONGINGS } from '../../lexicon/belongings.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { MEALS } from '../../lexicon/meeting-verbs.ts'
import { NAMED_THINGS } from '../../lexicon/organisation-heads.ts'
import { PLACE_NOUNS, VENUES } from '../../lexicon/place-cues.ts'
import { countryNamed, countryOfCapital, countryOfNisba } from '../actors/country-of.ts'
import { isNameToo, titleHead } from '../actors/title-head.ts'
import { isTimeWord, tellsWhen } from '../dates/time-words.ts'
import { isMeetingNoun, isVisitVerb, travelVerb } from '../meetings/encounter-words.ts'
import type { Word } from '../word.ts'
import { isVerb, type RefineContext } from './reach.ts'

/** First and last word of a name, ends included; null where nothing is left of it. */
export type Range = { readonly first: number; readonly last: number }

/** What of a tagged name is the name: verbs, places, offices, particles and words with the marks of a verb or an adverb are not. */
export function trimName({ first: from, last: to }: Range, { words, cityWords, gazetteer }: RefineContext): Range | null {
  const that = words.slice(from, to).findLast(({ text }) => /^(فإن|بأن|لأن)$/.test(text))
  let [first, last] = [that ? that.index + 1 : from, to]
  if (words[first]!.form === 'دو' && /^(ال)?جنرال$/.test(words[first - 1]?.form ?? '')) first = Math.min(first + 2, last)
  while (
    first < last &&
    (isVerb(words[first]!.form) ||
      isAdverbial(words[first]!, gazetteer) ||
      (/^[يت]\p{L}{3,}ان$/u.test(words[first]!.form) && !gazetteer.nameParts.has(words[first]!.form)) ||
      LEADING.test(words[first]!.form) ||
      DEEDS.test(words[first]!.form) ||
      (BELONGINGS.has(words[first]!.form) && !GIVEN.has(words[first]!.form)))
  )
    first += 1
  if (first < last && (isOfCountry(words[first]!) || isOfThing(words[first]!, gazetteer))) first += 1
  const goes = isGoing(words, first)
  const seam = words
    .slice(first + 1, last + 1)
    .find(
      (word) =>
        endsName(word, gazetteer) ||
        isBlessing(words, word) ||
        (word.index - first >= 2 && isGuest(words, word)) ||
        (goes && isKindOfPlace(word.form) && (word.index - first >= 2 || !gazetteer.nameParts.has(word.form))),
    )
  if (seam) last = seam.index - 1
  if (last > first && isAtCapital(words, last)) last -= 1
  while (last > first && (isAtPlace(words[last]!, cityWords) || isOffice(words[last]!.form))) last -= 1
  const isTown = goes && cityWords.has(words[last]!.form) && (last - first >= 2 || !gazetteer.nameParts.has(words[last]!.form))
  const isPlace = isTown || (countryNamed(words[last]!.text) ?? countryOfCapital(words[last]!.text)) !== null
  if (isPlace && last - first >= (goes ? 1 : 2)) last -= 1
  if (last - first >= 2 && /^ال.*(ين|ون)$/.test(words[last]!.form) && countryOfNisba(words[last]!.form)) last -= 1
  return isNone(words, { first, last }) ? null : { first, last }
}

/** «"راي يونغ هو"»: what stands whole between quotes is a name with all its words. */
export const isQuoted = (words: readonly Word[], first: number, last: number): boolean =>
  /["«“]$/.test(words[first]!.gap) && /^["»”]/.test(words[last + 1]?.gap ?? '')

/** Of what may be somebody's those that people are called by. */
const GIVEN = new Set(['نظام', 'حكم', 'عهد', 'بيان', 'مساعد'])

/** «رافق تيلرسون», «ماكرون أيد»: verbs that stand beside names and that nobody is called by. */
const DEEDS = /^(رافق|هاجم|خاطب|انتقد|اتهم|ايد|عارض|رحبا|وصفا|اتفقا|تصافحا|شكرا|جدد)ت?$/

/** «كان حفتر», «المدعو عبد السلام». */
const LEADING = /^(كان|كانت|كانا|كانتا|كانوا|المدعو|المدعوه)$/

/** What a name does not go on behind: «كيم لكي», «ماتيس على», «هشام كُرّم» with the vowels of a passive, «مبتهجاً», «بوتين بالناجحة», «كيم لتونس», «مون يتصافحان». */
export const endsName = (word: Word, gazetteer: RefineContext['gazetteer']): boolean =>
  PARTICLES.test(word.form) ||
  /^(على|إلى|عن)$/.test(word.text) ||
  isJoinedNoun(word) ||
  isOwned(word, gazetteer) ||
  IN_ORDER_TO.test(word.form) ||
  /^[وف]?ست[تن]\p{L}{3,}$/u.test(word.form) ||
  (/^[يت]ت\p{L}{3,}(ان|ون)$/u.test(word.form) && !gazetteer.nameParts.has(word.form)) ||
  isInflected(word, gazetteer) ||
  isAdverbial(word, gazetteer) ||
  isOfThing(word, gazetteer) ||
  travelVerb(word.form) !== null ||
  isCarried(word.form) ||
  DEEDS.test(word.form) ||
  isOfCountry(word)

/** «تلقى الوزير X اتصالين», «عقد المجلس الأعلى اجتماعا»: an encounter in the accusative or the dual is what the verb carries, and no part of a name. */
export const isCarried = (form: string): boolean => /(ا|ين)$/.test(form) && isMeetingNoun(form)

/** «برعاية المبعوث X وحضوره»: a common noun with a pronoun behind «و». */
const isJoinedNoun = ({ form }: Word): boolean =>
  /^و\p{L}{3,}(ه|ها|هم)$/u.test(form) && frequencyOf(form.slice(1).replace(/(ه|ها|هم)$/, '')) > 0

/** «دونالد ترمب جنازته», «دي كردونا لإبلاغه»: a common noun with a pronoun, or what is done to somebody. */
const isOwned = ({ form }: Word, { nameParts }: RefineContext['gazetteer']): boolean => {
  const [, stem = '', ending = ''] = /^(\p{L}{3,}?)(ته|تها|تهم|ها|هم)$/u.exec(form) ?? []
  if (stem === '' || nameParts.has(form)) return false
  return ending.startsWith('ت') ? isKnownWord(`${stem}ه`) : /^ل/.test(stem) && isKnownWord(stem.slice(1))
}
/** «لإبلاغه»: «ل» with the noun of an action of the fourth form or a longer one, and its object. */
const IN_ORDER_TO = /^ل(ا\p{L}{2,3}ا\p{L}|ا(?:ست|ن|ج|ف)\p{L}{2,4}ا\p{L})(ه|ها|هم)$/u

/** «عصام الشابي ضيف برنامج», but «ضيف الله». */
const isGuest = (words: readonly Word[], { form, index }: Word): boolean => form === 'ضيف' && words[index + 1]?.form !== 'الله'

/** «الشيخ زايد طيب الله ثراه». */
const isBlessing = (words: readonly Word[], { form, index }: Word): boolean =>
  /^(طيب|رحمه|حفظه|حفظها|اطال|نصره|رعاه|رعاها|ايده|اعزه)$/.test(form) && words[index + 1]?.form === 'الله'

const PARTICLES =
  /^ال(معتقل|موقوف|مختطف|محتجز|راحل|سابق|حالي|مقبل|متهم|زاءر|مقرر|مبرمج|مرتقب|منتظر|مزمع|منتخب|مكلف|معزول|مستقيل)$|^(كي|لكي|سوف|حسب|رفقه|لان|لكن|لكان|الذي|التي|الذين|حيث|عندما|بينما|كما|لماذا)$/

/** «كُرّم», «نُوقش», «مبتهجاً»: a passive by its first vowel, an accusative by its nunation. */
const isInflected = ({ surface, form }: Word, { nameParts }: RefineContext['gazetteer']): boolean =>
  /\u064B/.test(surface) ||
  (/^.\u064F/.test(surface) && (/\u0651/.test(surface) || (form.length > 3 && !nameParts.has(form)))) ||
  (form.length > 4 && form.endsWith('ا') && !nameParts.has(form) && isKnownWord(form.slice(0, -1)))

/** «كوري شمالي», «صبيحة اليوم», «مساعديه», «نُوقش», «سألاه», «التي أسدى»: what is no name as a whole. */
function isNone(words: readonly Word[], { first, last }: Range): boolean {
  const { form, surface } = words[first]!
  if (last === first + 1) return countryOfNisba(`${form} ${words[last]!.form}`) !== null
  if (last > first) return false
  const owned = /^(.+)(?:ه|ها|هم|هما)$/.exec(form)?.[1]
  return (
    isVerb(form) ||
    MEALS.has(form) ||
    (tellsWhen(form) && isTimeWord(words[first + 1]?.form ?? '')) ||
    RELATIVE_PRONOUNS.has((words[first - 1]?.form ?? '').replace(/^[وف](?=ال)/, '')) ||
    /^\p{L}{3}اها?$/u.test(form) ||
    (form.startsWith('ال') && countryOfNisba(form) !== null) ||
    /^.\u064F.\p{M}*\p{L}{2}/u.test(surface) ||
    (owned !== undefined && titleHead(owned)?.plural === true)
  )
}

/** «لمالي سيسي مريم», «كيم لتونس»: a country behind a glued «ل» is the title's, or where one goes. */
const isOfCountry = ({ text }: Word): boolean =>
  text.startsWith('ل') && (countryNamed(text.slice(1)) ?? countryOfCapital(text.slice(1))) !== null && countryNamed(text) === null

/** «لحملة ساركوزي»: a common word behind a glued «ل» that is somebody's. */
const isOfThing = ({ form }: Word, { nameParts }: RefineContext['gazetteer']): boolean =>
  /^ل\p{L}{3,}ه$/u.test(form) && !nameParts.has(form) && !nameParts.has(form.slice(1)) && frequencyOf(form.slice(1)) > 0

/** «الرئيس بوتين بالناجحة», «كيم بإعدام عمه»: a common word behind a glued «ب» or «ك» is no part of a name. */
export const isAdverbial = ({ form }: Word, { nameParts }: RefineContext['gazetteer']): boolean => {
  if (nameParts.has(form)) return false
  const articled = /^(?:بال|كال)(\p{L}{4,})$/u.exec(form)?.[1]
  if (articled) return isKnownWord(articled) || /(ه|ات|يه)$/.test(articled)
  return form.startsWith('ب') && form.length > 4 && (frequencyOf(form.slice(1)) > 0 || PARTICIPLES.test(form))
}
/** «المقداد بمفتشين»: a participle in the plural. */
const PARTICIPLES = /^بم\p{L}{3,}ين$/u

/** «زار نواف سلام دار الفتوى», «مخيم الزعتري». */
const isKindOfPlace = (form: string): boolean => PLACE_NOUNS.has(form) || VENUES.has(form) || NAMED_THINGS.has(form) || SIGHTS.has(form)
/** What else one visits, folded. */
const SIGHTS = new Set(
  'مستوطنه مستشفي مدرسه كنيسه مسجد جامع كاتدراءيه متحف معرض مصنع قاعده مزرعه ساحه سجن مقبره حقل جبهه سد ورشه معسكر ثكنه مخيم'.split(' '),
)

/** «تزور أنغيلا ميركل واشنطن»: behind a verb of visiting a name may stand beside the place. */
export const isGoing = (words: readonly Word[], first: number): boolean =>
  words.slice(Math.max(0, first - MAX_VISIT), first).some(({ form, sentence }) => sentence === words[first]!.sentence && isVisitVerb(form))
const MAX_VISIT = 6

/** «عمر البشير بالخرطوم»: a known place behind a glued «ب» says where, and is no part of a name or title. */
export const isAtPlace = ({ text, form }: Word, cityWords: ReadonlySet<string>): boolean =>
  form.startsWith('ب') && isPlace({ text: text.slice(1), form: form.slice(1) }, cityWords)

/** «معتز موسى بأديس أبابا»: the same of a capital of two words. */
const isAtCapital = (words: readonly Word[], at: number): boolean =>
  words[at]!.text.startsWith('ب') && countryOfCapital(`${words[at]!.text.slice(1)} ${words[at + 1]?.text ?? ''}`) !== null

/** «تونس», «موسكو», «إسطنبول». */
export const isPlace = ({ text, form }: Pick<Word, 'text' | 'form'>, cityWords: ReadonlySet<string>): boolean =>
  countryNamed(text) !== null || countryOfCapital(text) !== null || cityWords.has(form)

/** «السفير» behind a name begins another phrase; «الشيخ» and «القاضي» may end the name. */
const isOffice = (form: string): boolean => {
  const head = titleHead(form)
  return head !== null && head.kind === 'office' && head.definite && head.prefix === '' && !isNameToo(form)
}
