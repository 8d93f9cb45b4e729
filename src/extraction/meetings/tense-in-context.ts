import { ONGOING_CUES } from '../../lexicon/modality.ts'
import { isSpace } from '../word.ts'
import { durationOf } from './find-duration.ts'
import { lightVerbBefore } from './find-light-verb.ts'
import type { Trigger } from './find-triggers.ts'
import { type Scene, sentenceOf } from './scene.ts'

/** «كان يشارك في اجتماع»; «استقبل الوزير، قبل أن يلتقي السفير»: behind «كان» a present is past, and behind «قبل أن» and «بعد أن» it goes with the past before it. */
export const isBeforePast = (scene: Scene, trigger: Trigger, verb: number): boolean => {
  const [second, before] = [scene.words[verb - 2]?.form ?? '', scene.words[verb - 1]?.form ?? '']
  if (/^[وف]?كان(ت|ا|وا)?$/.test(before) && !/^[وف]?س/.test(scene.words[verb]!.form) && second !== 'اذا') return true
  return (
    before === 'ان' &&
    /^(قبل|بعد)$/.test(scene.words[verb - 2]?.form ?? '') &&
    scene.triggers.some(
      (other) => other.word < verb && tenseOf(scene, other) === 'past' && sentenceOf(scene, other.word) === sentenceOf(scene, trigger.word),
    )
  )
}

const tenseOf = (scene: Scene, trigger: Trigger) =>
  trigger.type === 'verb' ? trigger.form.tense : trigger.type === 'noun' ? lightVerbBefore(scene, trigger)?.form.tense : null

/** «…، ليجري بعدها اتصالا»: what came of what was told. */
export const isThereupon = ({ words }: Scene, verb: number, prefix: string): boolean =>
  prefix === 'ل' && /[،,]/.test(words[verb]!.gap) && /^(بعدها|بعده|بعد|عقبها|اثرها|لاحقا)$/.test(words[verb + 1]?.form ?? '')

/** «يلتقي الوزير الثلاثاء نظيره في مستهل زيارة»: what frames an encounter to come is to come. */
export const isWithPlanned = (scene: Scene, trigger: Trigger): boolean =>
  scene.triggers
    .filter(
      (other) => other.type === 'verb' && other.word < trigger.word && sentenceOf(scene, other.word) === sentenceOf(scene, trigger.word),
    )
    .some((other, _, all) => other === all.at(-1) && other.type === 'verb' && other.form.tense !== 'past')

export function isOngoing(scene: Scene, trigger: Trigger): boolean {
  const isJourney = trigger.type === 'noun' && trigger.kind === 'visit'
  return scene.words
    .slice(Math.max(0, trigger.word - 4), trigger.word + 9)
    .some(
      (word) =>
        word.sentence === sentenceOf(scene, trigger.word) &&
        ONGOING_CUES.has(word.form) &&
        !scene.named.has(word.index) &&
        !isOfAnother(scene, trigger, word.index) &&
        !(
          !isJourney &&
          LASTING.test(word.form) &&
          scene.words.slice(Math.max(0, word.index - 4), word.index).some(({ form }) => /زيار/.test(form))
        ) &&
        !/^(حتي|الي|لحد)$/.test(scene.words[word.index - 1]?.form ?? ''),
    )
}

/** «كان الملك أول زعيم عربي يلتقي الرئيس», «السعودية أول بلد يزوره ترامب»: the present behind «أول …» tells what was, and behind «سيكون أول …» what is to be; null where no such thing stands before it. */
export function ofOrdinal({ words }: Scene, verb: number): 'held' | 'planned' | null {
  const { sentence } = words[verb]!
  const near = words.slice(Math.max(0, verb - MAX_ORDINAL), verb).filter((word) => word.sentence === sentence)
  const at = near.findLastIndex(({ form }) => ORDINAL.test(form))
  const isNoun = near.slice(at + 1).every(({ form, gap }) => isSpace(gap) && !/^(من|في|علي|الي|ان)$/.test(form))
  if (at < 0 || at === near.length - 1 || !isNoun) return null
  return words
    .slice(Math.max(0, near[at]!.index - MAX_TO_BE), near[at]!.index)
    .some((word) => word.sentence === sentence && TO_BE.test(word.form))
    ? 'planned'
    : 'held'
}
const ORDINAL = /^[وفبك]?(اول|اولي|اخر|ثاني|ثالث|رابع|خامس)$/
const MAX_ORDINAL = 4
const TO_BE = /^[وفل]?س?[يت](كون|صبح|عد)$|^[وف]?لن$/
const MAX_TO_BE = 14

/** «يقوم حاليا بزيارة للمدينة، وقد التقى X»: what goes on is told of the encounter between. */
const isOfAnother = ({ triggers }: Scene, { type, word }: Trigger, cue: number): boolean =>
  type === 'verb' && triggers.some((other) => cue < other.word && other.word < word)

/** «يبدأ الأحد زيارة تستمر يومين»: how long is no sign that it goes on. */
export const isLasting = (scene: Scene, trigger: Exclude<Trigger, { type: 'travel' }>): boolean =>
  trigger.kind === 'visit' && durationOf(scene, trigger) !== null

/** «الذي يزور ألمانيا الخميس»: a day of the week, not «اليوم», right behind a verb in the present is one to come. */
export const hasWeekday = ({ dates, words }: Scene, { word }: Trigger): boolean =>
  dates.some(
    ({ value, first }) =>
      value.kind === 'weekday' && first > word && first - word <= MAX_DAY && words[first]!.sentence === words[word]!.sentence,
  )
const MAX_DAY = 4

/** «زيارة تستمر ثلاثة أيام» says how long. */
const LASTING = /^(تستمر|مستمره)$/
