import { ONGOING_CUES } from '../../lexicon/modality.ts'
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
        !(
          !isJourney &&
          LASTING.test(word.form) &&
          scene.words.slice(Math.max(0, word.index - 4), word.index).some(({ form }) => /زيار/.test(form))
        ) &&
        !/^(حتي|الي|لحد)$/.test(scene.words[word.index - 1]?.form ?? ''),
    )
}

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
