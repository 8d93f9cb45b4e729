import { subjectBefore } from './find-subject.ts'
import { lightVerb, type Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { knownBetween, parties } from './party.ts'
import { clauseEnd, clauseStart, type Scene, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

const MAX_LIGHT_DISTANCE = 22

/** The clause of a noun goes on behind «الذي جمع», «التي عقدها»: the relative clause tells who met. */
export function nounClauseEnd(scene: Scene, trigger: Trigger): number {
  const near = scene.words.slice(trigger.word + 1, trigger.word + 7)
  const relative = near.find(({ form, index }) => /^ال(ذي|تي|لذين)$/.test(form) && lightVerb(scene.words[index + 1]?.form ?? '') !== null)
  return clauseEnd(
    scene,
    trigger,
    relative && near.slice(0, near.indexOf(relative)).every(({ index }) => scene.words[index]!.sentence === sentenceOf(scene, trigger.word))
      ? relative.index + 1
      : undefined,
  )
}

export function lightVerbBefore(scene: Scene, trigger: Trigger): LightUse | null {
  const start = Math.max(clauseStart(scene, trigger), trigger.word - MAX_LIGHT_DISTANCE)
  for (let i = trigger.word - 1; i >= start; i--) {
    const use = scene.named.has(i) || isMasdar(scene, i) ? null : lightVerb(scene.words[i]!.form)
    if (use) return { word: i, form: use }
  }
  return null
}

const MASDARS = new Set(['عقد', 'جمع'])
const BEFORE_VERB = /^[وف]?(قد|كما|حيث|ان|الذي|التي|ثم|كان|لقد|فيما|بينما|امس|اليوم)$/

/** «على عقد منتدى», «لدعم عقد مؤتمر»: behind a noun or preposition these letters are the noun of the action, and tell no past. */
function isMasdar({ words, named }: Scene, i: number): boolean {
  const [word, before] = [words[i]!, words[i - 1]]
  if (!MASDARS.has(word.form) || before?.sentence !== word.sentence || named.has(i - 1)) return false
  return !BEFORE_VERB.test(before.form) && !/[،,؛:]/.test(word.gap)
}

export function lightVerbAfter(scene: Scene, trigger: Trigger, end: number): LightUse | null {
  for (let i = trigger.word + 1; i <= Math.min(end, trigger.word + MAX_LIGHT_DISTANCE); i++) {
    const use = scene.named.has(i) ? null : lightVerb(scene.words[i]!.form)
    if (use) return { word: i, form: use }
  }
  return null
}

/** The subject of «أجرى … محادثات»: between verb and noun, else before the verb, else nobody of this sentence. */
export function lightSubject(scene: Scene, trigger: Trigger, light: LightUse | null): Party[] {
  if (light && light.word < trigger.word) {
    const between = groupPhrases(knownBetween(scene, light.word + 1, trigger.word - 1)).find(({ link }) => link === 'bare')
    if (between) return parties(between)
    return subjectBefore(scene, { ...trigger, word: light.word } as Trigger).map((one) => one)
  }
  return light && !light.form.hasObject ? [] : subjectBefore(scene, trigger).slice(-1)
}
