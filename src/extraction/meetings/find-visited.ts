import { tellsWhen } from '../dates/time-words.ts'
import type { Word } from '../word.ts'
import type { Trigger } from './find-triggers.ts'
import { isVisitor } from './find-visitors.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { party } from './party.ts'
import type { Scene } from './scene.ts'
import type { Party } from './sides.ts'

/** «حل في سوتشي ضيفا على الرئيس X»: whose guest somebody is. */
export function guestOf({ words, phrases }: Scene, { word }: Trigger): Party | null {
  const guest = words
    .slice(word, word + MAX_GUEST)
    .find(
      ({ form, index, sentence }) => sentence === words[word]!.sentence && /^ضي(فا|فه|وفا)$/.test(form) && words[index + 1]?.form === 'علي',
    )
  const host = guest && phrases.find(({ first, actor, kind }) => first === guest.index + 2 && actor !== null && kind === 'person')
  return host ? party(host) : null
}
const MAX_GUEST = 14

/** «زار السفير A رئيس المجلس B»: who visits somebody meets him. */
export function isVisited({ words, dates }: Scene, [visitor, visited]: readonly PhraseGroup[]): boolean {
  if (!visitor || !visited || !isVisitor(visitor)) return false
  const [{ first, kind, titles }, last] = [visited.phrases[0]!, visitor.phrases.at(-1)!.last]
  const between = words.slice(last + 1, first + 1)
  const isTime = ({ index, form }: Word): boolean => tellsWhen(form) || dates.some((date) => date.first <= index && index <= date.last)
  const isNear =
    between.length > 1 && between.slice(0, -1).every(isTime)
      ? between.length <= MAX_TIME
      : between.length <= MAX_ADVERBS + 1 && between.every(({ gap }) => /^\s+$/.test(gap))
  return kind === 'person' && titles.length > 0 && isNear
}
/** «زار عون لاحقا الرئيس بري». */
const MAX_ADVERBS = 1
/** «زار جعجع، ليل أمس، الرئيس الحريري». */
const MAX_TIME = 5

/** «السفير A سيزور غدا الرئيس B»: the visitor right before the verb, and whom he visits, by his office, right behind it but for a time. */
export function isVisitedBehind(
  { words, dates }: Scene,
  { word, form }: Extract<Trigger, { type: 'verb' }>,
  before: readonly Party[],
  visited: PhraseGroup | undefined,
): boolean {
  const [visitor, host] = [before.at(-1)?.phrase, visited?.phrases[0]]
  if (!visitor || !host || form.hasObject || form.prefix.startsWith('و') || visitor.last !== word - 1 || visitor.kind !== 'person')
    return false
  const isTime = ({ index, form: told }: Word): boolean =>
    tellsWhen(told) || dates.some(({ first, last }) => first <= index && index <= last)
  return host.kind === 'person' && host.titles.length > 0 && words.slice(word + 1, host.first).every(isTime)
}
