import { CARDINALS } from '../../lexicon/number-words.ts'
import type { Trigger } from './find-triggers.ts'
import { type Scene, sentenceAround } from './scene.ts'

/** «تستمر ثلاثة أيام», «لمدة يومين», «تستغرق 3 أيام»: what says how long. Folded. */
const LASTS = /^[وس]?(تستمر|تستغرق|تدوم|تمتد|استمرت|استغرقت|دامت|لمده|مدتها)$/
const MAX_DISTANCE = 14

/** How many days a journey lasts by the words behind its trigger, in the same sentence; null where they do not say. */
export function durationOf(scene: Scene, trigger: Trigger): number | null {
  const behind = sentenceAround(scene, trigger.word).filter(({ index }) => index > trigger.word && index <= trigger.word + MAX_DISTANCE)
  for (const [i, { form }] of behind.entries()) if (LASTS.test(form)) return daysAt(behind.slice(i + 1).map((word) => word.form))
  return null
}

function daysAt([first = '', second = '']: readonly string[]): number | null {
  if (first === 'يومين') return 2
  if (first === 'يوما' || first === 'يوم') return 1
  if (!/^(ايام|يوما)$/.test(second)) return null
  const count = /^\d{1,2}$/.test(first) ? Number(first) : CARDINALS[first]
  return count ?? null
}
