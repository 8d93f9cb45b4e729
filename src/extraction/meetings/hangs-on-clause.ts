import { fold } from '../../analysis/fold.ts'
import { PLACE_NOUNS, SEATS, VENUES } from '../../lexicon/place-cues.ts'
import { countryOfNisba } from '../actors/country-of.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import type { PlaceMention } from '../places/find-places.ts'
import { isMeetingNoun } from './encounter-words.ts'
import type { Trigger } from './find-triggers.ts'
import { lightVerb } from './light-verb.ts'
import type { Item } from './ownership.ts'
import type { Scene } from './scene.ts'

/** «في موسكو» says where they met behind the trigger, a participant, a date or a comma; behind another noun it says where that is («الوضع في ليبيا»). */
export function hangsOnClause(scene: Scene, trigger: Trigger, place: PlaceMention): boolean {
  let at = place.first
  if (/^ال.*[يه]ه?$/.test(scene.words[at - 1]?.form ?? '') && PLACE_NOUNS.has((scene.words[at - 2]?.form ?? '').replace(/^[بل]/, '')))
    at -= 2
  while (at > 0 && (PLACE_NOUNS.has(scene.words[at - 1]!.form.replace(/^[بل]/, '')) || countryOfNisba(scene.words[at - 1]!.form) !== null))
    at -= 1
  const glued =
    at !== place.first ? /^[بل]/.test(scene.words[at]!.form) : /^[بل]/.test(scene.body.slice(scene.words[at]!.start, place.start))
  const head = glued || trigger.word === at - 1 ? at : at - 1
  const before = head - 1
  if (before < 0 || scene.words[before]!.sentence !== scene.words[place.first]!.sentence || /[،,("«]/.test(scene.words[head]!.gap))
    return true
  if (
    !(trigger.type === 'verb' && trigger.row.discusses && before > trigger.word) &&
    Math.abs(before - trigger.word) <= 2 &&
    before >= trigger.word - 1 &&
    !TOPIC.test(scene.words[trigger.word + 1]?.form ?? '')
  )
    return true
  if (trigger.type !== 'travel' && trigger.kind !== 'visit' && isBehindNoun(scene, trigger, before)) return true
  const covers = ({ first, last }: Item): boolean => first <= before && before <= last
  return (
    scene.phrases.some((phrase) => phrase.actor !== null && covers(phrase) && !isPosting(scene, phrase)) ||
    scene.dates.some(covers) ||
    scene.places.some(covers) ||
    ADVERBS.has(scene.words[before]!.form) ||
    SEATS.has(scene.words[before]!.form.replace(/^[بو]/, '')) ||
    [before, before - 1, before - 2].some((i) => VENUES.has(scene.words[i]?.form.replace(/^(ب|ال)/, '') ?? '')) ||
    /..يا$/.test(scene.words[before]!.form) ||
    [before, head].some((i) => lightVerb(scene.words[i]!.form) !== null) ||
    (trigger.type === 'noun' && trigger.word < before && /^كانت?$/.test(scene.words[before]!.form))
  )
}

/** «محادثات تناولت الإصلاحات في السعودية»: what they were about. */
const TOPIC = /^(تناول|ركز|شمل|تمحور|خصص|تطرق|بحث)(ت)?$|^(حول|بشان|بخصوص)$/

/** «رئيس بعثة الأمم المتحدة للدعم في ليبيا», «السفير في القاهرة»: a title of whoever is posted somewhere goes on with where. */
const isPosting = ({ body }: Scene, { titles, end, kind, link }: ResolvedPhrase): boolean => {
  const last = titles.at(-1)
  if (kind === 'organization' && link === 'of') return true
  return last !== undefined && last.end === end && POSTED.test(fold(body.slice(last.start, last.end)))
}
const POSTED = /(^|\s)(ال)?(بعثه|سفير|سفيره|ممثل|ممثله|مبعوث|مبعوثه|منسق|منسقه|قنصل|قاءم)(\s|$)/

/** «في قمة تاريخية في سنغافورة», «القمة المرتقبة المقررة في سنغافورة»: behind a noun of encounter and its adjectives. */
function isBehindNoun({ words, triggers, sidesOf }: Scene, trigger: Trigger, from: number): boolean {
  for (let at = from; at >= 0 && from - at <= MAX_ADJECTIVES; at--) {
    const { form, sentence } = words[at]!
    if (sentence !== words[from]!.sentence) return false
    const other = triggers.find((one) => one.word === at && one !== trigger)
    if (isMeetingNoun(form)) return !other || sidesOf(other) === null
    if (!/(ه|ي|ين)$|^(ال)?\d*$/.test(form)) return false
  }
  return false
}
const MAX_ADJECTIVES = 3

const ADVERBS = new Set([
  'هاتفيا',
  'هناك',
  'خلالها',
  'خلاله',
  'لاحقا',
  'سرا',
  'اخيرا',
  'موخرا',
  'مءخرا',
  'معه',
  'معها',
  'به',
  'بها',
  'الماضي',
  'المقبل',
  'صباحا',
  'مساء',
  'ظهرا',
  'لوجه',
  'مره',
  'مرتين',
  'اولي',
  'اعمال',
  'اعماله',
  'كذلك',
  'ايضا',
])
