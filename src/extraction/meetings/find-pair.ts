import { countryOfNisba } from '../actors/country-of.ts'
import { isPairReference } from '../actors/pair-reference.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { isSpace } from '../word.ts'
import type { Trigger } from './find-triggers.ts'
import { party } from './party.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

/** «لقاء القمة المرتقب بينهما»: the two named last before it in its sentence. */
export const twoBetween = (scene: Scene, trigger: Trigger, end: number): Party[] =>
  scene.words.slice(trigger.word + 1, Math.min(end, trigger.word + NEAR_PRONOUN) + 1).some(({ form }) => form === 'بينهما')
    ? twoNamed(scene, trigger)
    : []

/** The two people, groups or states named last before a trigger in its sentence, «في ختام محادثاتهما»; nobody where there are fewer. */
export function twoNamed(scene: Scene, trigger: Trigger): Party[] {
  const named = new Map<number, ResolvedPhrase>()
  for (const phrase of scene.phrases) {
    const isSide = phrase.last < trigger.word && phrase.actor !== null && phrase.kind !== 'organization' && phrase.link !== 'in'
    if (!isSide || isGreeted(scene, phrase) || sentenceOf(scene, phrase.first) !== sentenceOf(scene, trigger.word)) continue
    named.delete(phrase.actor!)
    named.set(phrase.actor!, phrase)
  }
  return named.size > 1 ? [...named.values()].slice(-2).map((phrase) => party(phrase)) : []
}
const NEAR_PRONOUN = 4
/** «تحيات الملك», «رسالة من الأمير». */
const isGreeted = ({ words }: Scene, { first }: ResolvedPhrase): boolean =>
  GREETINGS.test(words[words[first - 1]?.form === 'من' ? first - 2 : first - 1]?.form ?? '')

/** «نقل السفير تحيات الملك إلى الرئيس خلال لقائهما»: whose greetings somebody brings is not there. */
const GREETINGS = /^[وب]?(تحيات|تحيه|تهاني|تعازي|رساله|برقيه|دعوه|شكر|سلام)$/

/** «أبلغ الوزير الرئيس، خلال اجتماع»: two people right before a noun of encounter whose end or course the clause is told at. */
export function twoBefore(scene: Scene, trigger: Trigger): Party[] {
  const two = scene.phrases
    .filter(
      ({ first, last, kind, actor, link }) =>
        last < trigger.word &&
        kind === 'person' &&
        actor !== null &&
        (link === 'bare' || link === 'for' || link === 'with') &&
        sentenceOf(scene, first) === sentenceOf(scene, trigger.word),
    )
    .slice(-2)
  const [subject, object] = two
  if (!subject || !object || subject.actor === object.actor) return []
  const near = trigger.type !== 'travel' && trigger.kind === 'call' ? NEAR_CALL : NEAR
  return trigger.word - object.last <= near && trigger.word - subject.last <= FAR ? two.map((phrase) => party(phrase)) : []
}
const NEAR = 2
/** «أبلغ A B بالقرار في مكالمة». */
const NEAR_CALL = 5
const FAR = 12

/** «الرئيسين» in «بين الرئيسين الأمريكي دونالد ترامب والروسي فلاديمير بوتين» is the title of those who follow, and refers to nobody before. */
const isTitleOf = (scene: Scene, word: number): boolean =>
  scene.named.has(word + 1) || scene.phrases.some(({ first, actor }) => actor !== null && first > word && first <= word + 2)

/** «وزراء خارجية البلدين»: a part of the name of a group. */
const isWithin = (scene: Scene, word: number): boolean =>
  scene.phrases.some(({ kind, first, last }) => kind === 'group' && first < word && word <= last)

/** The two of the encounter told last: «خلال لقاء جمعهما». */
export const lastPair = (scene: Scene, trigger: Trigger): Party[] => partiesOf(scene, trigger, scene.lastPair)

const partiesOf = (scene: Scene, trigger: Trigger, actors: readonly number[]): Party[] =>
  actors.flatMap((actor) => {
    const phrase = scene.phrases.findLast((one) => one.actor === actor && one.last < trigger.word)
    return phrase ? [party(phrase, 'participant', 'paragraph')] : []
  })

/** «وذكر المتحدث أنهم عقدوا اجتماعا ثانيا», «استقبلت X الأمير Y وأجريا محادثات»: those of the encounter told last, or the two named before, by the number of the verb. */
export function theyAgain(scene: Scene, trigger: Trigger, light: LightUse | null): Party[] {
  if (!light || light.word > trigger.word || light.form.number === 'singular') return []
  const before = scene.words[light.word - 1]?.form ?? ''
  const isPronoun = /^[وبل]?ان(هم|هما)$/.test(before) || (light.form.number === 'dual' && /^[وف]/.test(light.form.prefix))
  if (!isPronoun) return []
  const at = { ...trigger, word: light.word } as Trigger
  if (light.form.number === 'dual') {
    const two = twoNamed(scene, at)
    return two.length === 2 ? two : lastPair(scene, at)
  }
  return partiesOf(scene, at, scene.lastMet)
}

/** Nothing but words stand between, no sign. */
const isBefore = ({ words }: Scene, from: number, to: number): boolean => words.slice(from + 1, to + 1).every(({ gap }) => isSpace(gap))

/** «بين المسؤولين»: two, where two are told of together, and any officials else. */
const MAY_BE_MANY = /(مسءول|دبلوماسي)ين$/

/** «مصافحة الرئيس A للزعيم B في أول لقاء بين زعيمي البلدين»: the only two people whom the sentence names before it, each with his office. */
function twoPeople(scene: Scene, trigger: Trigger): Party[] {
  const named = scene.phrases.filter(
    ({ last, actor, kind, first }) =>
      last < trigger.word && actor !== null && kind === 'person' && sentenceOf(scene, first) === sentenceOf(scene, trigger.word),
  )
  const areTwo = named.length === 2 && named[0]!.actor !== named[1]!.actor && named.every(({ titles }) => titles.length > 0)
  return areTwo ? named.map((phrase) => party(phrase)) : []
}

/** «أجرى الزعيمان الروسي والإسرائيلي محادثات»: of whoever acts for each of the two states the one named last; nobody where one of them is not named. */
function twoOfStates(scene: Scene, trigger: Trigger, end: number): Party[] {
  const { words, phrases, actors } = scene
  const dual = words
    .slice(Math.max(0, trigger.word - MAX_DUAL), end + 1)
    .find(
      ({ form, sentence, index }) =>
        sentence === sentenceOf(scene, trigger.word) &&
        isPairReference(form.replace(/^لل/, 'ال')) &&
        words[index + 2]?.form.startsWith('وال') === true,
    )
  const states = dual ? [words[dual.index + 1]!.form, words[dual.index + 2]!.form.slice(1)].map((form) => countryOfNisba(form)) : []
  const two = states.flatMap((state) => {
    const of = phrases.filter(({ kind, actor }) => kind === 'person' && actor !== null && actors[actor]!.country === state)
    const known = of.findLast(({ last }) => last < trigger.word) ?? of[0]
    return known && state !== null ? [known] : []
  })
  return two.length === 2 && two[0]!.actor !== two[1]!.actor ? two.map((phrase) => party(phrase, 'participant', 'paragraph')) : []
}
const MAX_DUAL = 5

/** «يجمع الرجلين», «بين الجانبين»: the two of the encounter told last, else the two people named last before it. */
export function pairReference(scene: Scene, trigger: Trigger, end: number): Party[] {
  const ofStates = twoOfStates(scene, trigger, end)
  if (ofStates.length === 2) return ofStates
  const reference = scene.words
    .slice(Math.max(0, trigger.word - 4), end + 1)
    .filter(({ index }) => index > trigger.word || isBefore(scene, index, trigger.word))
    .find(
      ({ form, sentence, index }) =>
        index !== trigger.word &&
        sentence === sentenceOf(scene, trigger.word) &&
        isPairReference(form.replace(/^لل/, 'ال')) &&
        !/^(مختلف|كبار|بعض|جميع|كل|من)$/.test(scene.words[index - 1]?.form ?? '') &&
        !isWithin(scene, index) &&
        !isTitleOf(scene, index),
    )
  if (!reference) return []
  const isOpen = /^(ال|لل)(جانب|طرف)/.test(reference.form)
  const here = twoPeople(scene, trigger)
  if (here.length === 2) return here
  const last = lastPair(scene, trigger)
  if (last.length === 2) return last
  const seen = new Map<number, ResolvedPhrase>()
  for (const phrase of scene.phrases
    .filter(({ last, kind, actor }) => last < trigger.word && (kind === 'person' || (isOpen && kind !== 'organization')) && actor !== null)
    .reverse()) {
    if (!seen.has(phrase.actor!)) seen.set(phrase.actor!, phrase)
    if (seen.size === 2) break
  }
  if (MAY_BE_MANY.test(reference.form) && [...seen.values()][0]?.link !== 'and') return []
  return [...seen.values()].reverse().map((phrase) => party(phrase, 'participant', 'paragraph'))
}
