import type { ReportedPlace } from '../../domain/report.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { PLACE_NOUNS, VENUES } from '../../lexicon/place-cues.ts'
import { countryOfCapital } from '../actors/country-of.ts'
import type { PlaceMention } from '../places/find-places.ts'
import { isSpeechVerb } from '../speech.ts'
import { capitalAt, hostedAt, seatOf } from './find-seat.ts'
import type { Trigger } from './find-triggers.ts'
import { hangsOnClause } from './hangs-on-clause.ts'
import { isOfRelative, isSince } from './of-relative.ts'
import { belongs, distance } from './ownership.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'

/**
 * Where an encounter was: a place behind «في» or «ب» near its trigger, the goal of a visit, the town of an arrival told in the same
 * sentence; else the town of the dateline for receptions, at venues, and where a side is at home there and the text opens with it (`isHome`). «بالعاصمة» alone is the
 * capital of `state`, the only one that sides are of.
 */
export function findPlace(
  scene: Scene,
  trigger: Trigger,
  dateline: PlaceMention | null,
  { isHome, state }: { readonly isHome: boolean; readonly state: string | null } = { isHome: false, state: null },
): ReportedPlace | null {
  if (trigger.type !== 'travel' && trigger.kind === 'call') return null
  const isVisit = trigger.type === 'travel' || trigger.kind === 'visit'
  const free = scene.places.filter(
    (place) =>
      place.isSure &&
      !isVenue(scene, place) &&
      !isOfCapital(scene, place) &&
      !scene.phrases.some(
        ({ first, last, actor, kind }) =>
          actor !== null &&
          first <= place.first &&
          place.last <= last &&
          !(isVisit && kind === 'organization' && place.link === 'in' && place.last === last && first > trigger.word),
      ),
  )
  const own = free.filter(
    (place) =>
      belongs(scene, trigger, place) &&
      !isOfRelative(scene, trigger, place) &&
      !isSince(scene, trigger, place) &&
      !isOfSpeech(scene, trigger, place) &&
      isLocation(scene, place, isVisit, trigger) &&
      (isGoal(place, isVisit, trigger) || (isVisit && isSetOutFor(scene, place)) || hangsOnClause(scene, trigger, place)),
  )
  const behind = own.filter(({ first }) => first > trigger.word)
  const ahead = own.filter(({ last }) => trigger.type !== 'noun' || trigger.word - last <= MAX_AHEAD)
  const nearest = (behind.length > 0 ? behind : ahead).reduce<PlaceMention | null>(
    (best, place) => (best === null || distance(trigger, place) < distance(trigger, best) ? place : best),
    null,
  )
  const antecedent =
    trigger.type === 'verb' && ((trigger.kind === 'visit' && trigger.form.hasObject) || scene.words[trigger.word + 1]?.form === 'فيها')
      ? goneTo(scene, trigger)
      : undefined
  if (antecedent) return placeOf(antecedent)
  if (nearest) return placeOf(preferTown(own, preferTown(free, nearest, 2), 8))
  const hosting = hostedAt(scene, trigger)
  if (hosting) return placeOf(hosting)
  const seat = seatOf(scene, trigger) ?? capitalAt(scene, trigger, state)
  if (seat) return seat
  if (trigger.type !== 'travel' && trigger.kind === 'conference') return null
  const there = thereOf(scene, trigger, free)
  if (there) return placeOf(there)
  const arrival = scene.triggers
    .filter(
      (other) =>
        (other.type === 'travel' || other.kind === 'visit') &&
        other !== trigger &&
        !isAfter(scene, trigger, other) &&
        (other.word < trigger.word || IS_THERE.test(scene.words[other.word - 1]?.form ?? '')) &&
        sentenceOf(scene, other.word) === sentenceOf(scene, trigger.word),
    )
    .flatMap((other) => goalOf(scene, other, free) ?? [])
    .at(-1)
  const where = free.findLast((place) => isWhere(scene, trigger, place)) ?? arrival
  if (where) return placeOf(where)
  return dateline && (isHome || isReception(trigger) || hasVenue(scene, trigger)) ? { ...placeOf(dateline), scope: 'article' } : null
}

/** «توجه إلى باريس بعد لقائه X»: what one came from was not where one went to. */
const isAfter = ({ words }: Scene, { word }: Trigger, journey: Trigger): boolean =>
  journey.type === 'travel' &&
  journey.rule !== 'travel.ghadara' &&
  journey.word < word &&
  /^(بعد|عقب|اثر)$/.test(words[word - 1]?.form ?? '')

/** «خلال زيارة إلى الرباط … الوضع في ليبيا»: of the places that a journey has, that which stands nearest to it; who leaves somewhere is where he goes. */
const goalOf = (scene: Scene, journey: Trigger, places: readonly PlaceMention[]): PlaceMention | undefined =>
  places
    .filter(
      (place) =>
        belongs(scene, journey, place) &&
        isLocation(scene, place, true, journey) &&
        (place.link === 'to' || (place.first > journey.word && journey.rule !== 'travel.ghadara')),
    )
    .sort((a, b) => distance(journey, a) - distance(journey, b))[0]

/** «أكد خلال مؤتمر صحفي أجراه في موسكو أن X سيلتقي Y»: where somebody said so. */
const isOfSpeech = ({ words }: Scene, trigger: Trigger, { last }: PlaceMention): boolean =>
  trigger.word > last &&
  trigger.type === 'verb' &&
  words.slice(last + 1, trigger.word).some(({ form }) => /^[وب]?ان(ه|ها|هما|هم)?$/.test(form)) &&
  words.slice(0, last).some(({ form, sentence }) => sentence === words[trigger.word]!.sentence && isSpeechVerb(form))

/** «التقى نظيره خلال زيارته إلى X», «استقبل الوزير الذي وصل إلى X»: a journey told behind is where one met; one that somebody is invited to, or sets out on later, is not. */
const IS_THERE = /^[وف]?(خلال|اثناء|في|ضمن|اطار|مستهل|ختام|لدي|عند|عقب|فور|بعد|الذي|التي|الذين|بمناسبه|هامش)$/

/** How far before a noun of encounter its place may stand. */
const MAX_AHEAD = 14

/** «زيارة الوفد إلى سوريا ولقائه كبار المسؤولين هناك»: the place that the sentence says before. */
function thereOf({ words }: Scene, trigger: Trigger, places: readonly PlaceMention[]): PlaceMention | undefined {
  const { sentence } = words[trigger.word]!
  const isSaid = words.slice(trigger.word + 1, trigger.word + MAX_THERE).some((word) => word.sentence === sentence && word.form === 'هناك')
  return isSaid ? places.findLast(({ first, last }) => last < trigger.word && words[first]!.sentence === sentence) : undefined
}
const MAX_THERE = 8

/** «من بكين التي يزورها», «والقاهرة التي قابل فيها X», «السعودية أول بلد يزوره X»: the place that the pronoun of the verb means. */
function goneTo({ words, places }: Scene, { word }: Trigger): PlaceMention | undefined {
  if (RELATIVE_PRONOUNS.has(words[word - 1]?.form ?? '')) return places.find(({ last }) => last === word - 2)
  const ordinal = DESTINATION.test(words[word - 1]?.form ?? '') ? word - 2 : word - 3
  if (!DESTINATION.test(words[ordinal + 1]?.form ?? '') || !/^(اول|ثاني|ثالث|اخر)$/.test(words[ordinal]?.form ?? '')) return undefined
  return places.findLast(
    ({ last, first }) => last < ordinal && ordinal - last <= MAX_OF_WHICH && words[first]!.sentence === words[word]!.sentence,
  )
}
const DESTINATION = /^(بلد|دوله|محطه|مدينه|عاصمه|وجهه)$/
const MAX_OF_WHICH = 4

/** «تونس، حيث اجتمع المبعوث …», «إلى أنقرة غدا للقاء الوزير»: the place before, with nothing but a time between, says where, whatever brought one there. */
function isWhere({ words, dates }: Scene, trigger: Trigger, { last, link }: PlaceMention): boolean {
  const next = words[last + 1]
  if (!next || next.sentence !== words[trigger.word]!.sentence || trigger.word <= last) return false
  if (link === 'other') return false
  if (next.form === 'حيث' || next.form === 'اين') return trigger.word - last <= MAX_WHERE
  if (link !== 'to' || trigger.type !== 'noun' || !trigger.prefix.startsWith('ل')) return false
  return words.slice(last + 1, trigger.word).every(({ index }) => dates.some((date) => date.first <= index && index <= date.last))
}
const MAX_WHERE = 5

const placeOf = ({ name, country, isCountry, start, end }: PlaceMention): ReportedPlace => ({
  name,
  country,
  isCountry,
  span: { start, end },
  scope: 'sentence',
})

/** «العاصمة الأردنية عمّان», «في باريس بفرنسا»: the town says more than the country. */
function preferTown(places: readonly PlaceMention[], place: PlaceMention, within: number): PlaceMention {
  if (!place.isCountry) return place
  return places.find((town) => !town.isCountry && town.country === place.country && Math.abs(town.first - place.last) <= within) ?? place
}

function isLocation(scene: Scene, place: PlaceMention, isVisit: boolean, trigger: Trigger): boolean {
  if (place.link === 'in' || place.link === 'by') return true
  const before = scene.words[place.first - 1]?.form ?? ''
  const bare = before.replace(/^[وبلف](?=...)/, '')
  if (
    PLACE_NOUNS.has(bare) ||
    (/^ال.*[يه]ه?$/.test(before) && PLACE_NOUNS.has((scene.words[place.first - 2]?.form ?? '').replace(/^[بل]/, '')))
  )
    return true
  if (place.link === 'to' && isReception(trigger) && isArrival(scene, place.first)) return true
  if (!isVisit) return place.first === trigger.word + 1
  if (place.link === 'to' && place.last < trigger.word && trigger.word - place.last <= MAX_GOAL) return true
  return place.first > trigger.word && (place.link === 'to' || place.link === 'for' || place.link === 'bare')
}

/** «لدى وصوله إلى سنغافورة»: where one is received. */
const isArrival = ({ words }: Scene, first: number): boolean =>
  words.slice(Math.max(0, first - 3), first).some(({ form }) => /^[وف]?وصول(ه|ها|هم|هما)?$/.test(form))

/** «زيارة رسمية تستمر ثلاثة أيام للمملكة المتحدة»: where one goes, however far behind. */
const isGoal = ({ first, link }: PlaceMention, isVisit: boolean, { word, rule }: Trigger): boolean =>
  (isVisit || RECEIVING.has(rule)) && first > word && (link === 'to' || link === 'for')

/** «غادر الخرطوم متوجها إلى موسكو في زيارة». */
const isSetOutFor = ({ words }: Scene, { first, link }: PlaceMention): boolean =>
  link === 'to' && /^(متوجه|متجه|قاصد)(ا|ه|ين)$/.test(words[first - 2]?.form ?? '')

/** «إلى كوريا الشمالية في زيارة». */
const MAX_GOAL = 3

function hasVenue(scene: Scene, trigger: Trigger): boolean {
  return sentenceAround(scene, trigger.word).some(
    (word) =>
      word.sentence === sentenceOf(scene, trigger.word) &&
      Math.abs(word.index - trigger.word) < 40 &&
      VENUES.has(word.form.replace(/^ب/, '').replace(/^ال/, '')) &&
      (word.form.startsWith('ب') || /^[وف]?في$/.test(scene.words[word.index - 1]?.form ?? '')),
  )
}

/** One receives at one's seat: without a town of its own that is where the article was written. */
const isReception = (trigger: Trigger): boolean => RECEIVING.has(trigger.rule)
export const RECEIVING = new Set(['verb.istaqbala', 'noun.istiqbal'])

/** «جوبا عاصمة جنوب السودان»: the country of a town that has been named. */
const isOfCapital = ({ words, places }: Scene, { first, isCountry }: PlaceMention): boolean =>
  isCountry && /^عاصمه/.test(words[first - 1]?.form ?? '') && places.some(({ last, isCountry: whole }) => last === first - 2 && !whole)

/** A palace that the index does not know is a venue, no town. */
const isVenue = ({ words }: Scene, { first, country }: PlaceMention): boolean =>
  country === null && VENUES.has(words[first]!.form.replace(/^(ال|ب|بال)/, ''))

/** The town that a text opens with: «القاهرة - », «الرياض 05 محرم». */
export function findDateline({ words, places }: Pick<Scene, 'words' | 'places'>): PlaceMention | null {
  const opening = places.find(
    ({ first, name, isCountry, link }) => first <= 1 && (!isCountry || countryOfCapital(name) !== null) && link !== 'and',
  )
  if (!opening || !words[opening.last + 1]) return null
  const gap = words[opening.last + 1]!.gap
  return /[-–—ـ:/(]/.test(gap) || /^\d/.test(words[opening.last + 1]!.form) ? opening : null
}
