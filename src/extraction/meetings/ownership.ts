import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { meetingVerb, travelVerb } from './encounter-words.ts'
import { duringAt } from './find-speaker.ts'
import type { Trigger } from './find-triggers.ts'
import { opensTimeClause, type Scene, sentenceOf } from './scene.ts'

export type Item = { readonly first: number; readonly last: number }

/** What follows a word of encounter is likelier its own than what stands before it. */
export const distance = (trigger: { readonly word: number }, { first, last }: Item): number =>
  first > trigger.word ? first - trigger.word : (trigger.word - last) * 3

/** Whether a date or place is this trigger's: same sentence, and no other trigger is nearer. */
export function belongs(scene: Scene, trigger: Trigger, item: Item): boolean {
  const sentence = sentenceOf(scene, trigger.word)
  if (sentenceOf(scene, item.first) !== sentence) return false
  const from = duringAt(scene, trigger)
  const rivals = [
    ...scene.triggers,
    ...(from !== null && item.first < from
      ? []
      : scene.sayings.filter(({ word }) => word < item.first && !isQuotedApart(scene, word, item))),
  ].filter(({ word }) => sentenceOf(scene, word) === sentence && Math.abs(word - trigger.word) > 1)
  const isNone = (one: { readonly word: number }): boolean =>
    isParted(scene, one, item) || isOfOtherTime(scene, one, item) || isBeforeMargin(scene, one, item)
  if (isNone(trigger)) return false
  const own = distance(trigger, item)
  return rivals.every((rival) => {
    const theirs = distance(rival, item)
    return isNone(rival) || theirs > own || (theirs === own && trigger.word < item.first && rival.word > item.last)
  })
}

/** «وأضاف: "يوم الأربعاء كان هناك لقاء"»: what stands behind the colon is no day on which it was said. */
const isQuotedApart = ({ words }: Scene, saying: number, { first }: Item): boolean =>
  words.slice(saying + 1, first + 1).some(({ gap }) => gap.includes(':'))

/** «التقى X، الأربعاء، على هامش القمة»: what stands before is not of that at whose margin it was. */
const isBeforeMargin = ({ words }: Scene, { word }: { readonly word: number }, { last }: Item): boolean =>
  [word - 1, word - 2].some((i) => words[i]?.form === 'هامش' && last < i)

/** «سيقابل X، بعد أن كان أجرى في مسقط نقاشا»: what a clause of time says is of what it tells. */
const isOfOtherTime = ({ words }: Scene, { word }: { readonly word: number }, { first }: Item): boolean =>
  words.slice(word + 1, first).some(({ index }) => opensTimeClause(words, index))

/** «زار بغداد في تموز الماضي، والتقى هناك …»: behind a comma, «و» or «حيث» another clause begins, and what was said before it belongs to the trigger there. */
function isParted(scene: Scene, { word }: { readonly word: number }, { first, last }: Item): boolean {
  const hasComma = (from: number, to: number): boolean => scene.words.slice(from + 1, to + 1).some(({ gap }) => /[،,؛]/.test(gap))
  if (word > last && scene.words.slice(last + 1, word).some(({ form }) => PURPOSE.test(form)) && isTold(scene, first, word)) return true
  if (word > last && /^(حيث|اين)$/.test(scene.words[word - 1]?.form ?? '') && isTold(scene, first, word)) return true
  const isJoined = scene.triggers.some((other) => other.word === word && other.type === 'verb' && other.form.prefix.startsWith('و'))
  if (word <= last || !(hasComma(last, word) || isJoined)) return false
  return scene.triggers.some(
    (other) => other.word < first && sentenceOf(scene, other.word) === sentenceOf(scene, word) && !hasComma(other.word, first),
  )
}

/** «اجتمع مع الزعيم، السبت، لمناقشة قمة مرتقبة»: what an encounter before was for is not when and where that was. */
const PURPOSE = /^(لبحث|لمناقشه|للتحضير|للاعداد|للتباحث|للتشاور|تحضيرا|استعدادا|تمهيدا)$/
const isTold = ({ words, triggers }: Scene, first: number, word: number): boolean =>
  triggers.some((other) => other.word < first && words[other.word]!.sentence === words[word]!.sentence)

/** What one does or goes for where one travels to happens there, when one arrives. */
const isOnArrival = ({ words }: Scene, journey: Trigger, trigger: Trigger): boolean =>
  isPurpose(words, journey, trigger) || isAndMet(words, journey, trigger) || isSaidThere(words, journey, trigger)

/** «يتوجه X غدا إلى باريس للقاء Y»: what one goes for is when one goes. */
const isPurpose = (words: Scene['words'], journey: Trigger, trigger: Trigger): boolean =>
  trigger.type === 'noun' && /^[وف]?ل/.test(trigger.prefix) && travelVerb(words[journey.word]!.form)?.tense !== 'past'

/** «وصل إلى باريس أمس والتقى X»: whoever arrived and met did both that day. */
const isAndMet = (words: Scene['words'], { word: verb }: Trigger, { word }: Trigger): boolean => {
  const met = meetingVerb(words[word]!.form)
  return met?.tense === 'past' && met.prefix === 'و' && ARRIVED.test(words[verb]!.form) && word - verb <= MAX_WORDS_TO_MEETING
}
const MAX_WORDS_TO_MEETING = 14

/** «يصل إلى بيروت بعد غد، حيث يلتقي …», «والتقى فور وصوله …», «في زيارة استهلها بلقاء …»: words say that it was there. */
const isSaidThere = (words: Scene['words'], journey: Trigger, { word }: Trigger): boolean =>
  words.slice(journey.word + 1, word).some(({ form }) => /^(حيث|اين|و?(استهل|بدا|افتتح|اختتم)(ت?ها))$/.test(form)) ||
  (words[word + 1]?.form === 'فور' && /^وصول(ه|ها|هم|هما)$/.test(words[word + 2]?.form ?? ''))

/** «زار الرياض أواخر الشهر الماضي والتقى هناك السفير»: the journeys told before in the sentence, which the encounter was part of, the last first. */
export function journeysBefore(scene: Scene, trigger: Trigger): Trigger[] {
  const journeys = scene.triggers.filter(
    (other) =>
      other.word < trigger.word &&
      sentenceOf(scene, other.word) === sentenceOf(scene, trigger.word) &&
      (other.type === 'travel' ? isOnArrival(scene, other, trigger) : other.kind === 'visit'),
  )
  return journeys.reverse()
}

/** «وصلت الخميس إلى باكستان في أول زيارة لها», «يتوجه إلى روما في زيارة»: the verb of travel that a visit behind «في» is told by, in the same sentence. */
export function journeyOf(scene: Scene, trigger: Trigger): Extract<Trigger, { type: 'travel' }> | null {
  if (trigger.type !== 'noun' || trigger.kind !== 'visit' || trigger.possessive !== '') return null
  const isBehindIn = [1, 2].some((back) => scene.words[trigger.word - back]?.form === 'في')
  const sentence = sentenceOf(scene, trigger.word)
  const journey = scene.triggers.findLast((other) => other.word < trigger.word && sentenceOf(scene, other.word) === sentence)
  return isBehindIn && journey?.type === 'travel' ? journey : null
}

const ARRIVED = /^[وف]?(وصل|حل)(ت|ا|تا|وا)?$/
/** The arrival, told as over, that a visit is told by. */
export function arrivalBefore(scene: Scene, trigger: Trigger): Trigger | null {
  const journey = journeyOf(scene, trigger)
  return journey && ARRIVED.test(scene.words[journey.word]!.form) ? journey : null
}

/** «بحث مع الرئيس …، وذلك خلال زيارته للقاهرة، الثلاثاء», «اجتماع مع الرئيس الذي زار موسكو الأسبوع الماضي»: the visit told behind it in the sentence, during which the encounter was. */
export const journeyAround = (scene: Scene, trigger: Trigger): Trigger | null =>
  scene.triggers.find(
    (other) =>
      other.type !== 'travel' &&
      other.kind === 'visit' &&
      other.word > trigger.word &&
      sentenceOf(scene, other.word) === sentenceOf(scene, trigger.word) &&
      (other.type === 'noun'
        ? DURING.test(scene.words[other.word - 1]?.form ?? '')
        : RELATIVE_PRONOUNS.has(scene.words[other.word - 1]?.form ?? '')),
  ) ?? null
const DURING = /^[وف]?(خلال|اثناء|ضمن|مستهل|ختام|اطار)$/
