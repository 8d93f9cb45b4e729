import { inheritedSubject, subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { lightVerb, lightVerbAt } from './light-verb.ts'
import { knownBetween, parties } from './party.ts'
import { clauseEnd, clauseStart, type Scene, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

const MAX_LIGHT_DISTANCE = 22

const MAX_RELATIVE = 14

/** The clause of a noun goes on behind «الذي جمع», «التي عقدها», «الذي كان مقررا»: the relative clause tells who met. */
export function nounClauseEnd(scene: Scene, trigger: Trigger): number {
  const near = scene.words.slice(trigger.word + 1, trigger.word + MAX_RELATIVE)
  const pronoun = /(ه|ات)$/.test(scene.words[trigger.word]!.form) ? /^ال(تي|لتين)$/ : /^ال(ذي|لذين)$/
  const relative = near.find(({ form, index }) => pronoun.test(form) && isOfNoun(scene.words[index + 1]?.form ?? ''))
  return clauseEnd(
    scene,
    trigger,
    relative && near.slice(0, near.indexOf(relative)).every(({ index }) => scene.words[index]!.sentence === sentenceOf(scene, trigger.word))
      ? relative.index + 1
      : undefined,
  )
}

const isOfNoun = (form: string): boolean => lightVerb(form) !== null || /^كانت?$/.test(form)

export function lightVerbBefore(scene: Scene, trigger: Trigger): LightUse | null {
  const start = Math.max(clauseStart(scene, trigger), trigger.word - MAX_LIGHT_DISTANCE)
  for (let i = trigger.word - 1; i >= start; i--) {
    const isInRelative = i < trigger.word - 1 && /^ال(ذي|تي|ذين)$/.test(scene.words[i - 1]?.form ?? '')
    const use = scene.named.has(i) || isInRelative ? null : lightVerbAt(scene.words, i)
    if (use) return { word: i, form: use }
  }
  return null
}

export function lightVerbAfter(scene: Scene, trigger: Trigger, end: number): LightUse | null {
  for (let i = trigger.word + 1; i <= Math.min(end, trigger.word + MAX_LIGHT_DISTANCE); i++) {
    const use = scene.named.has(i) ? null : lightVerb(scene.words[i]!.form)
    if (use) return { word: i, form: use }
  }
  return null
}

/** The subject of «أجرى … محادثات»: between verb and noun, else before the verb, else nobody of this sentence; nobody for «بدأ وفد من المعارضة زيارة». */
export function lightSubject(scene: Scene, trigger: Trigger, light: LightUse | null): Party[] {
  if (light && light.word < trigger.word) {
    const between = groupPhrases(knownBetween(scene, light.word + 1, trigger.word - 1)).find(({ link }) => link === 'bare')
    if (between) return parties(between)
    if (/^(وفد|وفود)$/.test(scene.words[light.word + 1]?.form ?? '')) return []
    return inheritedSubject(scene, light.word, light.form) ?? subjectBefore(scene, { ...trigger, word: light.word } as Trigger)
  }
  return light && !light.form.hasObject ? [] : subjectBefore(scene, trigger).slice(-1)
}
