import { isPairReference } from '../actors/pair-reference.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { isFeminineRole } from '../actors/title-head.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Trigger } from './find-triggers.ts'
import { leads, party } from './party.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'
import type { VerbForm } from './verb-forms.ts'

/** Whom the pronoun of «استضافته» means: the person named last before it, in whatever part. */
export function objectBefore(scene: Scene, trigger: Trigger): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const phrase = scene.phrases
    .filter(
      (one) =>
        one.last < trigger.word &&
        one.actor !== null &&
        one.kind === 'person' &&
        sentenceOf(scene, one.first) === sentence &&
        (!scene.words[trigger.word]!.form.endsWith('ها') || isFeminine(scene, one)),
    )
    .at(-1)
  return phrase ? [party(phrase)] : subjectBefore(scene, trigger).slice(-1)
}

/** «وعن زيارته إلى واشنطن أوضح X», «وخلال لقائه الوزير أكد X»: where the sentence names nobody before it, the pronoun means who speaks behind it. */
export function speakerBehind(scene: Scene, trigger: Trigger): Party[] {
  const own = sentenceAround(scene, trigger.word)
  if (
    scene.phrases.some(
      ({ last, first, actor, kind }) =>
        actor !== null && (kind === 'person' || kind === 'group') && last < trigger.word && first >= own[0]!.index,
    )
  )
    return []
  const verb = own.find(({ index, form }) => index > trigger.word && isSpeechVerb(form))
  const phrase = verb && scene.phrases.find(({ first, kind, actor }) => first === verb.index + 1 && kind === 'person' && actor !== null)
  return phrase ? [party(phrase)] : []
}

/** «لقاء القمة المرتقب بينهما»: the two named last before it in its sentence. */
export const twoBetween = (scene: Scene, trigger: Trigger, end: number): Party[] =>
  scene.words.slice(trigger.word + 1, Math.min(end, trigger.word + NEAR_PRONOUN) + 1).some(({ form }) => form === 'بينهما')
    ? twoNamed(scene, trigger)
    : []

/** The two people, groups or states named last before a trigger in its sentence, «في ختام محادثاتهما»; nobody where there are fewer. */
export function twoNamed(scene: Scene, trigger: Trigger): Party[] {
  const named = new Map<number, ResolvedPhrase>()
  for (const phrase of scene.phrases) {
    const isSide = phrase.last < trigger.word && phrase.actor !== null && phrase.kind !== 'organization'
    if (!isSide || sentenceOf(scene, phrase.first) !== sentenceOf(scene, trigger.word)) continue
    named.delete(phrase.actor!)
    named.set(phrase.actor!, phrase)
  }
  return named.size > 1 ? [...named.values()].slice(-2).map((phrase) => party(phrase)) : []
}
const NEAR_PRONOUN = 4

/** The nearest named subject before a trigger, with whoever is joined to it; else the subject of the sentence before, unless an office that nobody named holds is told. */
export function subjectBefore(scene: Scene, trigger: Trigger, gender: 'm' | 'f' | null = null): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const fits = (phrase: ResolvedPhrase): boolean =>
    phrase.actor !== null &&
    (gender === null ||
      (gender === 'm' && phrase.rule === 'group.delegation') ||
      (phrase.kind === 'person' && (isFeminine(scene, phrase) ? 'f' : 'm') === gender))
  const inSentence = scene.phrases.filter(
    (phrase) => phrase.last < trigger.word && sentenceOf(scene, phrase.first) === sentence && fits(phrase),
  )
  const subjects = inSentence.filter(({ link, first }) => (link === 'bare' || link === 'and') && !isBracketed(scene, first))
  const nearest = (subjects.length > 0 ? subjects : inSentence).at(-1)
  const head = nearest && scene.phrases[scene.phrases.indexOf(nearest) + 1]
  if (nearest && head && head.actor !== null && head.last < trigger.word && leads(nearest, head)) return [party(head)]
  if (nearest) return listOf(scene, nearest).map((phrase) => party(phrase))
  const isSomebodyElse = scene.phrases.some(
    ({ actor, rule, link, last, first }) =>
      actor === null &&
      rule === 'person.title-only' &&
      link === 'bare' &&
      last < trigger.word &&
      sentenceOf(scene, first) === sentence &&
      !isSource(scene, first, last),
  )
  if (isSomebodyElse) return []
  for (let back = sentence - 1; back >= Math.max(0, sentence - 2); back--) {
    const phrase = scene.phrases.find(
      (candidate) => sentenceOf(scene, candidate.first) === back && fits(candidate) && candidate.kind === 'person',
    )
    if (phrase) return [party(phrase, 'participant', 'paragraph')]
  }
  return []
}

/** «قائد القوة المؤقتة (يونيفيل)»: what brackets open with only explains. */
const isBracketed = ({ words }: Scene, first: number): boolean => /\($/.test(words[first]!.gap)

/** «أفاد مسؤول حكومي بأن الرحلة …»: an office without article that only tells. */
const isSource = ({ words }: Scene, first: number, last: number): boolean =>
  isSpeechVerb(words[first - 1]?.form ?? '') && !words[first]!.form.startsWith('ال') && /^[بل]?ان$/.test(words[last + 1]?.form ?? '')

/** «أعلن الوزير، الاثنين، أنه سيلتقي», «مشيرا إلى أنه استقبل»: the pronoun of «أن» is whoever the sentence has speak. */
function speakerMeant(scene: Scene, verb: number): ResolvedPhrase | null {
  const sentence = sentenceOf(scene, verb)
  const that = [verb - 1, verb - 2].find(
    (i) => /^[وبل]?ان(ه|ها)$/.test(scene.words[i]?.form ?? '') && scene.words[i]!.sentence === sentence,
  )
  if (that === undefined) return null
  const gender = scene.words[that]!.form.endsWith('ها') ? 'f' : 'm'
  const say = sentenceAround(scene, verb).find(({ index, form }) => index < that && isSpeechVerb(form))
  const speaker =
    say && scene.phrases.find(({ first, link, kind }) => first > say.index && first < that && link === 'bare' && kind === 'person')
  return speaker && speaker.actor !== null && (isFeminine(scene, speaker) ? 'f' : 'm') === gender ? speaker : null
}

const GOES_ON = new Set(['كما', 'ثم', 'ان', 'كان', 'قد'])

/** «… استقبل الوزير، ثم التقى السفير», «كما أجرى محادثات»: behind «كما», «ثم», «قبل أن», «و» the subject is that of the verb before, not its object. */
export function inheritedSubject(scene: Scene, verb: number, { prefix }: Pick<VerbForm, 'prefix'>): Party[] | null {
  const speaker = speakerMeant(scene, verb)
  if (speaker) return [party(speaker)]
  const within = ofJourney(scene, verb)
  if (within) return within
  const previous = scene.triggers.findLast(({ word, type }) => word < verb && type === 'verb')
  if (!previous || sentenceOf(scene, previous.word) !== sentenceOf(scene, verb)) return null
  const goesOn = GOES_ON.has(scene.words[verb - 1]!.form) || /^[وفل]/.test(prefix)
  const own = goesOn ? scene.sidesOf(previous)?.own : undefined
  return own && own.length > 0 ? [...own] : null
}

/** «زيارة رسمية …، يلتقي خلالها نظيره», «جولته التي التقى خلالها»: whoever travels, not whoever was told of it. */
function ofJourney(scene: Scene, verb: number): Party[] | null {
  const isThere = /^(حيث|اين)$/.test(scene.words[verb - 1]?.form ?? '')
  if (!isThere && !/^(خلالها|خلاله|اثناءها|فيها)$/.test(scene.words[verb + 1]?.form ?? '')) return null
  const sentence = sentenceOf(scene, verb)
  const journey = scene.triggers.findLast(
    (one) => one.word < verb && one.type !== 'travel' && one.kind === 'visit' && sentenceOf(scene, one.word) === sentence,
  )
  const own = journey && scene.sidesOf(journey)?.own
  if (own && own.length > 0) return [...own]
  const owned = sentenceAround(scene, verb).find(({ index, form }) => index < verb && index >= verb - NEAR_JOURNEY && JOURNEY.test(form))
  const that = owned && sentenceAround(scene, verb).find(({ index, form }) => index < owned.index && /^[وبل]?ان$/.test(form))
  const traveller = scene.phrases.find(
    ({ first, kind, link, actor }) =>
      owned !== undefined &&
      sentenceOf(scene, first) === sentence &&
      first > (that?.index ?? -1) &&
      first < owned.index &&
      kind === 'person' &&
      link === 'bare' &&
      actor !== null,
  )
  return traveller ? [party(traveller)] : null
}
const JOURNEY = /^[وفبل]?(جولت|زيارت|رحلت)(ه|ها)$/
const NEAR_JOURNEY = 4

/** A phrase with the ones that «و» ties it to: «حفتر والسراج». */
function listOf(scene: Scene, phrase: ResolvedPhrase): ResolvedPhrase[] {
  const list = [phrase]
  let at = scene.phrases.indexOf(phrase)
  while (scene.phrases[at]?.link === 'and') {
    const before = scene.phrases[at - 1]
    if (!before || before.actor === null || scene.phrases[at]!.first - before.last > 2) break
    list.unshift(before)
    at -= 1
  }
  return list
}

const isFeminine = (scene: Scene, { actor }: ResolvedPhrase): boolean => actor !== null && scene.actors[actor]!.roles.some(isFeminineRole)

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
  return trigger.word - object.last <= NEAR && trigger.word - subject.last <= FAR ? two.map((phrase) => party(phrase)) : []
}
const NEAR = 2
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

/** «يجمع الرجلين», «بين الجانبين»: the two of the encounter told last, else the two people named last before it. */
export function pairReference(scene: Scene, trigger: Trigger, end: number): Party[] {
  const reference = scene.words
    .slice(Math.max(0, trigger.word - 4), end + 1)
    .find(
      ({ form, sentence, index }) =>
        index !== trigger.word &&
        sentence === sentenceOf(scene, trigger.word) &&
        isPairReference(form.replace(/^لل/, 'ال')) &&
        !isWithin(scene, index) &&
        !isTitleOf(scene, index),
    )
  if (!reference) return []
  const isOpen = /^(ال|لل)(جانب|طرف)/.test(reference.form)
  const last = lastPair(scene, trigger)
  if (last.length === 2) return last
  const seen = new Map<number, ResolvedPhrase>()
  for (const phrase of scene.phrases
    .filter(({ last, kind, actor }) => last < trigger.word && (kind === 'person' || (isOpen && kind !== 'organization')) && actor !== null)
    .reverse()) {
    if (!seen.has(phrase.actor!)) seen.set(phrase.actor!, phrase)
    if (seen.size === 2) break
  }
  return [...seen.values()].reverse().map((phrase) => party(phrase, 'participant', 'paragraph'))
}
