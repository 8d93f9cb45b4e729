import { isPairReference } from '../actors/pair-reference.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { titleHead } from '../actors/title-head.ts'
import type { Trigger } from './find-triggers.ts'
import { party } from './party.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'

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

/** The nearest named subject before a trigger, with whoever is joined to it; else the subject of the sentence before. */
export function subjectBefore(scene: Scene, trigger: Trigger, gender: 'm' | 'f' | null = null): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const fits = (phrase: ResolvedPhrase): boolean =>
    phrase.actor !== null && (gender === null || (phrase.kind === 'person' && (isFeminine(scene, phrase) ? 'f' : 'm') === gender))
  const inSentence = scene.phrases.filter(
    (phrase) => phrase.last < trigger.word && sentenceOf(scene, phrase.first) === sentence && fits(phrase),
  )
  const subjects = inSentence.filter(({ link }) => link === 'bare' || link === 'and')
  const nearest = (subjects.length > 0 ? subjects : inSentence).at(-1)
  if (nearest) return listOf(scene, nearest).map((phrase) => party(phrase))
  for (let back = sentence - 1; back >= Math.max(0, sentence - 2); back--) {
    const phrase = scene.phrases.find(
      (candidate) => sentenceOf(scene, candidate.first) === back && fits(candidate) && candidate.kind === 'person',
    )
    if (phrase) return [party(phrase, 'participant', 'paragraph')]
  }
  return []
}

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

const isFeminine = (scene: Scene, { actor }: ResolvedPhrase): boolean =>
  actor !== null &&
  scene.actors[actor]!.roles.some(
    (role) =>
      /ة$/.test(role.split(' ')[0] ?? '') &&
      titleHead(role.split(' ')[0]!.replace('ة', 'ه')) !== null &&
      !/^(سعادة|فخامة|جلالة|سماحة|فضيلة|دولة)$/.test(role.split(' ')[0]!),
  )

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

/** «يجمع الرجلين», «بين الجانبين»: the two of the encounter told last, else the two people named last before it. */
export function pairReference(scene: Scene, trigger: Trigger, end: number): Party[] {
  const reference = scene.words
    .slice(Math.max(0, trigger.word - 4), end + 1)
    .find(
      ({ form, sentence, index }) =>
        index !== trigger.word &&
        sentence === sentenceOf(scene, trigger.word) &&
        isPairReference(form.replace(/^لل/, 'ال')) &&
        !isTitleOf(scene, index),
    )
  if (!reference) return []
  const isOpen = /^(ال|لل)(جانب|طرف)/.test(reference.form)
  const last = scene.lastPair.flatMap(
    (actor) => scene.phrases.findLast((phrase) => phrase.actor === actor && phrase.last < trigger.word) ?? [],
  )
  if (last.length === 2) return last.map((phrase) => party(phrase, 'participant', 'paragraph'))
  const seen = new Map<number, ResolvedPhrase>()
  for (const phrase of scene.phrases
    .filter(({ last, kind, actor }) => last < trigger.word && (kind === 'person' || (isOpen && kind !== 'organization')) && actor !== null)
    .reverse()) {
    if (!seen.has(phrase.actor!)) seen.set(phrase.actor!, phrase)
    if (seen.size === 2) break
  }
  return [...seen.values()].reverse().map((phrase) => party(phrase, 'participant', 'paragraph'))
}
