import type { FoundActor } from '../../domain/extraction.ts'
import { CLAUSE_OPENERS, DUAL_RELATIVES, RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { isLed } from '../actors/link-of.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { titleHead } from '../actors/title-head.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import type { PlaceMention } from '../places/find-places.ts'
import { isSpace, type Word } from '../word.ts'
import { isMeetingNoun } from './encounter-words.ts'
import type { Trigger } from './find-triggers.ts'
import { lightVerb } from './light-verb.ts'
import type { Sides } from './sides.ts'

/** Somebody who heads a delegation: his phrase, and the actor that the delegation is where one names it beside him. */
export type Head = { readonly phrase: ResolvedPhrase; readonly of: number | null }

/** All that was found in one article, for the frames to put together. */
export type Scene = {
  readonly body: string
  readonly words: readonly Word[]
  /** The words of each sentence, by its number. */
  readonly sentences: ReadonlyMap<number, readonly Word[]>
  /** Indexes of words that belong to a phrase. */
  readonly named: ReadonlySet<number>
  readonly actors: readonly FoundActor[]
  readonly phrases: readonly ResolvedPhrase[]
  readonly dates: readonly DateExpression[]
  readonly places: readonly PlaceMention[]
  readonly triggers: readonly Trigger[]
  /** Who is said to head a delegation. */
  readonly heads: readonly Head[]
  /** The actors of the last encounter of two that was told before: whom «الجانبان» means. */
  readonly lastPair: readonly number[]
  /** The actors of the last encounter of several: whom «أنهم عقدوا» means. */
  readonly lastMet: readonly number[]
  /** Who takes part by a trigger, found once. */
  readonly sidesOf: (trigger: Trigger) => Sides | null
  /** Verbs of saying: a date right behind one is the day it was said. */
  readonly sayings: readonly { readonly word: number }[]
}

const MAX_CLAUSE_WORDS = 70

const WINDOW_SENTENCES = 20
const WINDOW_WORDS = 800

/** The scene as far back as anything refers, so that work on one trigger does not grow with the article. */
export function around(scene: Scene, { word }: { readonly word: number }): Scene {
  const { sentence } = scene.words[word]!
  const from = Math.max(scene.sentences.get(Math.max(0, sentence - WINDOW_SENTENCES))?.[0]?.index ?? 0, word - WINDOW_WORDS)
  const to = scene.sentences.get(sentence)!.at(-1)!.index
  return {
    ...scene,
    phrases: within(scene.phrases, from, to, ({ first }) => first),
    dates: within(scene.dates, from, to, ({ first }) => first),
    places: within(scene.places, from, to, ({ first }) => first),
    triggers: within(scene.triggers, from, to, (trigger) => trigger.word),
    sayings: within(scene.sayings, from, to, (saying) => saying.word),
  }
}

/** The part of a list in text order that begins in a range of words, ends included. */
function within<Item>(items: readonly Item[], from: number, to: number, at: (item: Item) => number): Item[] {
  const lowest = (bound: number): number => {
    let [low, high] = [0, items.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(items[middle]!) < bound) low = middle + 1
      else high = middle
    }
    return low
  }
  return items.slice(lowest(from), lowest(to + 1))
}

/** The words of the sentence that a word stands in. */
export const sentenceAround = (scene: Scene, word: number): readonly Word[] => scene.sentences.get(scene.words[word]!.sentence) ?? []

export const sentenceOf = ({ words }: Scene, word: number): number => words[word]!.sentence

/** Phrases that begin in a range of words, ends included. */
export const phrasesBetween = ({ phrases }: Scene, first: number, last: number): ResolvedPhrase[] =>
  phrases.filter((phrase) => phrase.first >= first && phrase.first <= last)

/** «قبل أن», «بعد أن», «بعدما». */
export const opensTimeClause = (words: readonly Word[], i: number): boolean =>
  /^(بعدما|قبلما)$/.test(words[i]!.form) || (/^(قبل|بعد)$/.test(words[i]!.form) && words[i + 1]?.form === 'ان')

/** «غير أن», «قبل أن», «على أن», «وأن» open a clause; «محادثات غير مباشرة» goes on, and so does «الوفد الذي يقوده X». */
const opensClause = (words: readonly Word[], i: number): boolean => {
  const { form, text, gap } = words[i]!
  const next = words[i + 1]?.form ?? ''
  if (opensTimeClause(words, i) || (form === 'علي' && next === 'ان')) return true
  if (/^وان(ه|ها|هم|هما)?$/.test(form)) return /^و[أإ]/.test(text) || /[،,]/.test(gap)
  if (RELATIVE_PRONOUNS.has(form) && isLed(next)) return false
  return CLAUSE_OPENERS.has(form) && (!/^(غير|الا)$/.test(form) || /^ان/.test(next))
}

const MAX_ASIDE = 14

/** «الوفد، الذي يترأسه X»: what a relative tells of somebody, where «الجلسة، التي عقدها X» is of an encounter. */
const isOfSomebody = (verb: string): boolean => lightVerb(verb) === null || isLed(verb)

/** «التقى X، وفق بيان للوزارة، نظيره Y»: what says who told it. */
const SOURCE = /^(وفق|وفقا|حسب|بحسب|حسبما|طبقا|نقلا)$/

/** «التقى نتنياهو، الذي يزور واشنطن، الرئيس …»: the last word of a relative clause, or of the source, between commas that opens at a word; null where none does. */
export function asideEnd(scene: Scene, open: number): number | null {
  const { words } = scene
  const word = words[open]!
  if (MARGIN.test(word.form)) return marginEnd(scene, open)
  const isApart = word.form === 'في' && isMeetingNoun(words[open + 1]?.form ?? '') && /^منفصله?$/.test(words[open + 2]?.form ?? '')
  if (isApart && /[،,]/.test(word.gap)) return open + 2
  const isAside = RELATIVE_PRONOUNS.has(word.form) ? isOfSomebody(words[open + 1]?.form ?? '') : SOURCE.test(word.form)
  if (!isAside || !/[،,]/.test(word.gap)) return null
  for (let i = open + 2; i <= open + MAX_ASIDE && words[i]?.sentence === word.sentence; i++) if (/[،,]/.test(words[i]!.gap)) return i - 1
  return null
}

/** «التقى السيسي، على هامش القمة، نظيره», «استقبل الوزير قبيل انعقاد الاجتماع نظيره»: the last word of what tells at which other encounter one met. */
function marginEnd({ words, triggers, phrases }: Scene, open: number): number | null {
  const word = words[open]!
  const noun = triggers.find((other) => other.word > open && other.word - open <= MAX_MARGIN)
  if (noun?.type !== 'noun' || noun.kind === 'visit' || words[noun.word]!.sentence !== word.sentence) return null
  const isBetween = words[noun.word + 1]?.form === 'بين' || (word.form !== 'هامش' && words[noun.word + 1]?.form === 'مع')
  if (isBetween || noun.possessive !== '') return null
  const body = phrases.find(({ first, kind }) => first === noun.word + 1 && kind !== 'person')
  let end = body?.last ?? noun.word
  while (/^ال.*[يه]ه?$/.test(words[end + 1]?.form ?? '') && isSpace(words[end + 1]!.gap) && titleHead(words[end + 1]!.form) === null)
    end += 1
  return words[end + 1]?.sentence === word.sentence ? end : null
}
const MARGIN = /^(هامش|قبيل|عقب|بعد|اثر)$/
const MAX_MARGIN = 3

/** The last word that still belongs to the clause of a trigger: before the sentence ends, another clause opens or another encounter is told. */
export function clauseEnd(scene: Scene, trigger: Trigger, from = trigger.word + 1): number {
  const { words, triggers } = scene
  let end = trigger.word
  for (let i = from; i < words.length && i - trigger.word < MAX_CLAUSE_WORDS; i++) {
    const word = words[i]!
    if (word.sentence !== words[trigger.word]!.sentence) break
    const aside = asideEnd(scene, i)
    if (aside !== null) {
      i = aside
      continue
    }
    if (opensClause(words, i) && !scene.named.has(i) && words[i - 1]?.form !== 'مع') break
    const other = triggers.find((candidate) => candidate.word === i)
    if (other && other.type !== 'noun') break
    if (other && other.type === 'noun' && other.kind !== 'visit' && i > trigger.word + 1) break
    end = i
  }
  return end
}

/**
 * The first word of the clause that a trigger stands in, looking back no further than the trigger before it or the start of the sentence; «جلسة» in «جلسة
 * مباحثات» is none before it.
 */
export function clauseStart({ words, triggers }: Scene, trigger: Trigger): number {
  const isHead = (other: Trigger): boolean =>
    trigger.type === 'noun' && other.type === 'noun' && other.word === trigger.word - 1 && other.possessive === ''
  const previous = triggers
    .filter((other) => other.word < trigger.word && !isHead(other) && !isAside(words, other.word, trigger.word))
    .at(-1)
  for (let i = trigger.word - 1; i >= 0; i--) {
    if (words[i]!.sentence !== words[trigger.word]!.sentence || i === previous?.word) return i + 1
  }
  return 0
}

/** «يعقد A وB اللذان التقيا في يونيو، قمة ثانية»: a relative clause that a comma closes before the trigger. */
const isAside = (words: readonly Word[], verb: number, word: number): boolean =>
  DUAL_RELATIVES.has(words[verb - 1]?.form ?? '') && words.slice(verb + 1, word + 1).some(({ gap }) => /[،,]/.test(gap))
