import { titleHead } from '../actors/title-head.ts'
import { subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { HOLDING, lightVerb } from './light-verb.ts'
import type { Scene } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

const GATHERS = /^(جمع|ضم)$/

/** «جمع لقاء X بY», «جمعت مأدبة إفطار X وY», «لقاء جمع X وY», «اجتماعا سيعقد … يجمع أطراف الأزمة»: those who stand together behind the verb that carries a noun, or that gathers them. */
export function gatheredBy(
  scene: Scene,
  trigger: Trigger,
  { groups, light, end }: { readonly groups: readonly PhraseGroup[]; readonly light: LightUse | null; readonly end: number },
): PhraseGroup | undefined {
  const head = /^(مادبه|ماءده|جلسه)$/.test(scene.words[trigger.word - 1]?.form ?? '') ? 2 : 1
  if (light && light.word === trigger.word - head && GATHERS.test(lightVerb(scene.words[light.word]!.form)?.row.past ?? '')) {
    const [first, second] = groups.filter(({ link }) => link === 'bare' || link === 'by')
    const both = [...(first?.phrases ?? []), ...(second?.link === 'by' ? second.phrases : [])]
    if (first?.link === 'bare' && both.length > 1) return { link: 'bare', phrases: both }
  }
  const gatherer = gathererOf(scene, trigger, end)
  const isRightBehind = ({ phrases: [first, second] }: PhraseGroup): boolean =>
    standsBehind(scene, gatherer!, first!.first) && (first!.rule === 'group.plural' || second !== undefined)
  const gathered = gatherer !== null && gatherer !== light?.word ? groups.find(isRightBehind) : undefined
  if (gathered) return gathered
  if (light === null || light.word < trigger.word) return undefined
  return groups.find(
    (group) =>
      !(group.link === 'from' && lightVerb(scene.words[light.word]!.form)?.row.past === 'قدم') &&
      group.phrases[0]!.first > light.word &&
      (group.phrases.length > 1 || (gatherer !== null && isRightBehind(group))),
  )
}

/** «جمعت الرئيسين الروسي X والصيني Y»: right behind the verb, but for an office in the dual that the tagger passed over. */
function standsBehind({ words }: Scene, verb: number, first: number): boolean {
  const between = words.slice(verb + 1, first)
  return between.length <= MAX_OFFICE && between.every(({ form }, i) => (i === 0 ? titleHead(form)?.plural === true : /^ال/.test(form)))
}
const MAX_OFFICE = 3

/** The verb behind a noun that gathers who meets. */
const gathererOf = ({ words }: Scene, { word }: Trigger, end: number): number | null =>
  words.slice(word + 1, end + 1).find(({ form }) => GATHERS.test(lightVerb(form)?.row.past ?? '') && !lightVerb(form)!.hasObject)?.index ??
  null

/** «الجلسة التي جمعت وفدا بالوزير», «المباحثات التي عقدها X مع Y»: who stands behind the verb that gathers, or that carries the noun. */
export function carriedBehind(
  scene: Scene,
  trigger: Trigger,
  { groups, light, end }: { readonly groups: readonly PhraseGroup[]; readonly light: LightUse | null; readonly end: number },
): PhraseGroup | undefined {
  const isHeld = light !== null && (!light.form.hasObject || HOLDING.has(lightVerb(scene.words[light.word]!.form)?.row.past ?? ''))
  const verb = light && light.word > trigger.word ? (isHeld ? light.word : null) : gathererOf(scene, trigger, end)
  const [met = 0] = groups.flatMap(({ link, phrases }) => (link === 'with' || link === 'by' ? [phrases[0]!.first] : []))
  return verb === null || (verb > met && verb !== light?.word)
    ? undefined
    : groups.find(
        ({ link, phrases }) =>
          link === 'bare' &&
          phrases[0]!.first > verb &&
          scene.words.slice(verb, phrases[0]!.first).every(({ form }) => !/^[وب]?ان$/.test(form)),
      )
}

/** «القمة التي تجمع إلى جانبه X وY»: whom the pronoun means is there too. */
export const besideWhom = (scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>, { phrases: [first] }: PhraseGroup): Party[] => {
  const beside = scene.words
    .slice(trigger.word + 1, first!.first)
    .find(({ form, index }) => /^جانب(ه|ها)$/.test(form) && scene.words[index - 1]?.form === 'الي')
  return beside ? subjectBefore(scene, trigger, beside.form.endsWith('ها') ? 'f' : 'm').slice(-1) : []
}
