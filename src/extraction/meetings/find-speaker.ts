import type { Trigger } from './find-triggers.ts'
import { party } from './party.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'

/** What an encounter is told at the course or the end of; folded, without «و» and «ب». */
const DURING = new Set(['خلال', 'اثناء', 'ختام', 'مستهل', 'افتتاح', 'امام', 'هامش'])
/** What may stand before these. */
const LEADING = new Set(['في', 'علي'])

/** The first word of «في ختام», «خلال», «أمام» right before a noun of encounter; null where none stands there. */
export function duringAt({ words }: Pick<Scene, 'words'>, { word }: { readonly word: number }): number | null {
  const before = words[word - 1]
  if (!before || before.sentence !== words[word]!.sentence) return null
  if (before.form === 'في') return before.index
  if (!DURING.has(before.form.replace(/^[وفب](?=...)/, ''))) return null
  return LEADING.has(words[word - 2]?.form ?? '') ? word - 2 : word - 1
}

/**
 * «قال الرئيس، السبت، في ختام قمة مجموعة السبع», «من الرئيس X خلال القمة العربية»: whoever is told of right before the words that say at what was there. Nobody where the sentence tells of an
 * encounter before it.
 */
export function speakerAt(scene: Scene, trigger: Trigger): Party[] {
  const from = duringAt(scene, trigger)
  const sentence = sentenceOf(scene, trigger.word)
  if (from === null || scene.triggers.some(({ word }) => word < trigger.word && sentenceOf(scene, word) === sentence)) return []
  const phrase = scene.phrases.findLast(({ last }) => last < from)
  if (!phrase || phrase.actor === null || phrase.kind !== 'person' || sentenceOf(scene, phrase.first) !== sentence) return []
  const isBeside = scene.words
    .slice(phrase.last + 1, from)
    .every(({ index }) => scene.dates.some(({ first, last }) => first <= index && index <= last))
  return isBeside && SPOKEN.has(phrase.link) ? [party(phrase)] : []
}
const SPOKEN: ReadonlySet<string> = new Set(['bare', 'from', 'by'])
