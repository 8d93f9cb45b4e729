import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { isFeminineRole } from '../actors/title-head.ts'
import { isSpeechVerb } from '../speech.ts'
import { isMeetingNoun } from './encounter-words.ts'
import type { Trigger } from './find-triggers.ts'
import { lastSpeaker, quotedBefore } from './last-speaker.ts'
import { asidesBetween, isBracketed, leads, party } from './party.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'
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

/** «وفي ختام لقائهما، أعلن A وB»: the two who speak behind what the sentence opens with; nobody where it opens with anything else. */
export function twoBehind(scene: Scene, trigger: Trigger): Party[] {
  const [first] = speakerBehind(scene, trigger)
  const second = first && scene.phrases[scene.phrases.indexOf(first.phrase) + 1]
  const isPair = second?.link === 'and' && second.kind === 'person' && second.actor !== null && second.first - first!.phrase.last <= 2
  return isPair ? [first!, party(second)] : []
}

/** «لقائي مع الرئيس»: whoever is quoted. */
function quoted(scene: Scene, word: number): Party[] {
  const speaker = quotedBefore(scene, word)
  if (!speaker) return []
  return [party(speaker, 'participant', sentenceOf(scene, speaker.first) === sentenceOf(scene, word) ? 'sentence' : 'paragraph')]
}

/** The nearest named subject before a trigger, with whoever is joined to it; else the subject of the sentence before, unless an office that nobody named holds is told. */
export function subjectBefore(scene: Scene, trigger: Trigger, gender: 'm' | 'f' | null = null): Party[] {
  if (trigger.type === 'noun' && trigger.possessive === 'ي') return quoted(scene, trigger.word)
  const carried = carriedSubject(scene, trigger)
  if (carried.length > 0) return carried
  const sentence = sentenceOf(scene, trigger.word)
  const fits = (phrase: ResolvedPhrase): boolean =>
    phrase.actor !== null &&
    (gender === null ||
      (gender === 'm' && phrase.rule === 'group.delegation') ||
      (gender === 'f' && phrase.kind === 'group' && scene.words[phrase.first]!.form.endsWith('ه')) ||
      (phrase.kind === 'person' && (isFeminine(scene, phrase) ? 'f' : 'm') === gender))
  const inSentence = scene.phrases.filter(
    (phrase) => phrase.last < trigger.word && sentenceOf(scene, phrase.first) === sentence && fits(phrase),
  )
  const subjects = inSentence.filter(
    ({ link, first }) => (link === 'bare' || link === 'and') && !isBracketed(scene, first) && !isOfNoun(scene, first),
  )
  const aside = asidesBetween(scene, sentenceAround(scene, trigger.word)[0]!.index, trigger.word - 1)
  const led = inSentence.findLast(({ link, first }) => link === 'led' && aside.has(first))
  if (led && /^[وف]?(ال)?وفد/.test(scene.words[led.first - 3]?.form ?? '')) return [party(led)]
  const nearest = (subjects.length > 0 ? subjects : inSentence.filter(({ link }) => link !== 'in')).at(-1)
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

/** «كان يشارك في اجتماع التحالف»: a body right behind a noun of encounter in a phrase of its own is of that noun. */
const isOfNoun = ({ words, phrases }: Scene, first: number): boolean =>
  isMeetingNoun(words[first - 1]?.form ?? '') &&
  /^(في|ب|خلال|بعد|عقب|علي|هامش)$/.test(words[first - 2]?.form ?? '') &&
  phrases.some(
    ({ first: at, kind, last, actor }) =>
      at < first && actor !== null && kind === 'person' && words[last]!.sentence === words[first]!.sentence,
  )

/** «أفاد مسؤول حكومي بأن الرحلة …»: an office without article that only tells. */
const isSource = ({ words }: Scene, first: number, last: number): boolean =>
  isSpeechVerb(words[first - 1]?.form ?? '') && !words[first]!.form.startsWith('ال') && /^[بل]?ان$/.test(words[last + 1]?.form ?? '')

/** «أعلن الوزير، الاثنين، أنه سيلتقي», «نقلت الوكالة عن الوزير قوله إنه سيلتقي», «مشيرا إلى أنه استقبل»: the pronoun of «أن» is whoever the sentence has speak. */
function speakerMeant(scene: Scene, verb: number): ResolvedPhrase | null {
  const sentence = sentenceOf(scene, verb)
  const that = [verb - 1, verb - 2].find(
    (i) => /^[وبل]?ان(ه|ها)$/.test(scene.words[i]?.form ?? '') && scene.words[i]!.sentence === sentence,
  )
  if (that === undefined) return null
  const gender = scene.words[that]!.form.endsWith('ها') ? 'f' : 'm'
  const saying = sentenceAround(scene, verb).findLast(({ index, form }) => index < that && /^(قوله|قولها)$/.test(form))
  const quotedThere =
    saying && scene.phrases.findLast(({ last, kind, actor }) => last < saying.index && kind === 'person' && actor !== null)
  if (quotedThere && sentenceOf(scene, quotedThere.first) === sentence) return quotedThere
  const say = sentenceAround(scene, verb).find(({ index, form }) => index < that && isSpeechVerb(form))
  if (say && say.index < that - 1 && /^[وب]?ان/.test(scene.words[say.index + 1]!.form)) return speakerBefore(scene, say.index, gender)
  const speaker =
    say && scene.phrases.find(({ first, link, kind }) => first > say.index && first < that && link === 'bare' && kind === 'person')
  return speaker && speaker.actor !== null && (isFeminine(scene, speaker) ? 'f' : 'm') === gender ? speaker : null
}

/** «وأضاف أن …، وأنه يجري»: who goes on speaking was told of before. */
function speakerBefore(scene: Scene, say: number, gender: 'm' | 'f'): ResolvedPhrase | null {
  const speaker = lastSpeaker(scene, say)
  return speaker && (isFeminine(scene, speaker) ? 'f' : 'm') === gender ? speaker : null
}

const GOES_ON = new Set(['كما', 'ثم', 'ان', 'كان', 'قد'])

/** «… استقبل الوزير، ثم التقى السفير», «كما أجرى محادثات»: behind «كما», «ثم», «قبل أن», «حيث», «و» the subject is that of the verb before, not its object. */
export function inheritedSubject(scene: Scene, verb: number, { prefix }: Pick<VerbForm, 'prefix'>): Party[] | null {
  const speaker = speakerMeant(scene, verb)
  if (speaker) return [party(speaker)]
  const own = ownSubject(scene, verb)
  if (own) return own
  const within = ofJourney(scene, verb)
  if (within) return within
  const isWhere = isBehindWhere(scene, verb)
  const isNext = /^(ثم|وبعدها|وبعده|بعدها)$/.test(scene.words[verb - 1]?.form ?? '')
  const previous = scene.triggers.findLast(({ word, type }) => word < verb && (type === 'verb' || ((isWhere || isNext) && type === 'noun')))
  if (!previous || sentenceOf(scene, previous.word) !== sentenceOf(scene, verb)) return null
  const goesOn =
    isWhere ||
    isNext ||
    GOES_ON.has(scene.words[verb - 1]!.form) ||
    /^[وفل]/.test(prefix) ||
    isFronted(scene, previous.word, verb) ||
    isThere(scene, verb)
  const doers = goesOn ? scene.sidesOf(previous)?.own : undefined
  return doers && doers.length > 0 ? [...doers] : null
}

/** «حفتر الذي كان قد زار موسكو», «وكان ماكرون قد استقبل»: the person right before the relative, or between «كان» and «قد», of a pluperfect. */
function ownSubject({ words, phrases }: Scene, verb: number): Party[] | null {
  if (words[verb - 1]?.form !== 'قد') return null
  const was = /^[وف]?كانت?$/.test(words[verb - 2]?.form ?? '')
  const last = was && RELATIVE_PRONOUNS.has(words[verb - 3]?.form ?? '') ? verb - 4 : verb - 2
  const phrase = phrases.find((one) => one.last === last && one.kind === 'person' && one.actor !== null)
  const isBetween = phrase && /^[وف]?كانت?$/.test(words[phrase.first - 1]?.form ?? '')
  return phrase && (isBetween || last === verb - 4) ? [party(phrase)] : null
}

/** «إلى بيروت حيث التقى C». */
const isBehindWhere = ({ words }: Scene, verb: number): boolean => /^(حيث|اين)$/.test(words[verb - 1]?.form ?? '')

/** «والقاهرة التي قابل فيها C». */
const isThere = ({ words }: Scene, verb: number): boolean =>
  RELATIVE_PRONOUNS.has(words[verb - 1]!.form) && /^(خلالها|خلاله|فيها|فيه|هناك)$/.test(words[verb + 1]?.form ?? '')

/** «قبل أن يلتقي A B، اجتمع مع C»: a clause of time before the comma. */
const isFronted = ({ words }: Scene, before: number, verb: number): boolean =>
  words[before - 1]?.form === 'ان' && /^و?(قبل|بعد)$/.test(words[before - 2]?.form ?? '') && /[،,]/.test(words[verb]!.gap)

/** «التقى A B، على أن يتوجه لاحقا للقاء C», «ثم عرّج على المدينة للقاء C»: behind «ثم» and «على أن» the subject is that of the verb before, for what one sets out to do as well. */
function carriedSubject(scene: Scene, trigger: Trigger): Party[] {
  if (trigger.type !== 'noun' || trigger.kind !== 'meeting') return []
  const own = sentenceAround(scene, trigger.word)
  const marker = own.findLast(
    ({ index, form }) => index < trigger.word && (form === 'ثم' || (form === 'ان' && scene.words[index - 1]?.form === 'علي')),
  )
  if (!/^[وف]?ل$/.test(trigger.prefix) && marker?.form !== 'ان') return []
  const previous = marker && scene.triggers.findLast(({ word, type }) => word < marker.index && type === 'verb')
  if (!previous || sentenceOf(scene, previous.word) !== sentenceOf(scene, trigger.word)) return []
  const isNamed = scene.phrases.some(
    ({ first, last, link, kind }) => first > marker.index && last < trigger.word && link === 'bare' && kind === 'person',
  )
  const sides = isNamed ? null : scene.sidesOf(previous)
  return [...((sides?.rule === 'frame.passive' ? sides.others : sides?.own) ?? [])]
}

/** «زيارة رسمية …، يلتقي خلالها نظيره», «جولته التي التقى خلالها»: whoever travels, not whoever was told of it. */
function ofJourney(scene: Scene, verb: number): Party[] | null {
  if (!isBehindWhere(scene, verb) && !/^(خلالها|خلاله|اثناءها|فيها)$/.test(scene.words[verb + 1]?.form ?? '')) return null
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

export const isFeminine = (scene: Scene, { actor }: ResolvedPhrase): boolean =>
  actor !== null && scene.actors[actor]!.roles.some(isFeminineRole)
