import type { Trigger } from './find-triggers.ts'
import type { Scene } from './scene.ts'
import type { Sides } from './sides.ts'
import { sidesOfNoun } from './sides-of-noun.ts'
import { sidesOfVerb } from './sides-of-verb.ts'

/** Who takes part in the encounter that a trigger tells of; null where the words tell of none. */
export function findSides(scene: Scene, trigger: Exclude<Trigger, { type: 'travel' }>): Sides | null {
  return trigger.type === 'verb' ? sidesOfVerb(scene, trigger) : sidesOfNoun(scene, trigger)
}
