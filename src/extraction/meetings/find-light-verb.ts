import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import type { Word } from '../word.ts'
import { meetingNoun } from './encounter-words.ts'
import { inheritedSubject, subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { lightVerb, lightVerbAt } from './light-verb.ts'
import { knownBetween, parties, party } from './party.ts'
import { clauseEnd, clauseStart, type Scene, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

const MAX_LIGHT_DISTANCE = 22

const MAX_RELATIVE = 14

/** The clause of a noun goes on behind «الذي جمع», «التي عقدها», «الذي كان مقررا»: the relative clause tells who met. */
export function nounClauseEnd(scene: Scene, trigger: Trigger): number {
  const near = scene.words.slice(trigger.word + 1, trigger.word + MAX_RELATIVE)
  const { form } = scene.words[trigger.word]!
  const bare = trigger.type === 'noun' && trigger.possessive !== '' ? form.slice(0, -trigger.possessive.length) : form
  const pronoun = /(ه|ت|ات)$/.test(bare) ? /^ال(تي|لتين)$/ : /^ال(ذي|لذين)$/
  const relative =
    near.find(({ form, index }) => pronoun.test(form) && isOfNoun(scene.words, index + 1)) ??
    near.slice(0, 1).find(({ form, index }) => /^كانت?$/.test(form) && PLANNED.test(scene.words[index + 1]?.form ?? ''))
  return clauseEnd(
    scene,
    trigger,
    relative && near.slice(0, near.indexOf(relative)).every(({ index }) => scene.words[index]!.sentence === sentenceOf(scene, trigger.word))
      ? relative.index + 1
      : undefined,
  )
}

const isOfNoun = (words: readonly Word[], at: number): boolean =>
  lightVerb(words[at]?.form ?? '') !== null ||
  /^كانت?$/.test(words[at]?.form ?? '') ||
  (words[at]?.form === 'من' && /^ال(مقرر|منتظر|مزمع|متوقع|مرتقب|مفترض)$/.test(words[at + 1]?.form ?? ''))

/** «اجتماعا كان مقررا مع X»: a clause that goes on with a noun without the article. */
const PLANNED = /^(مقررا?|مقرره|مزمعا?|مرتقبا?|من|يفترض|منتظرا?)$/

/** «بدأ أعماله في مايو بعد زيارة X»: what an encounter was before or after does not carry it. */
const isTimeOfOther = ({ words }: Scene, { type, word }: Trigger): boolean =>
  type === 'noun' && /^[وف]?(بعد|عقب|اثر|قبل|قبيل|منذ|بعيد)$/.test(words[word - 1]?.form ?? '')

export function lightVerbBefore(scene: Scene, trigger: Trigger): LightUse | null {
  if (isTimeOfOther(scene, trigger)) return null
  const start = Math.max(clauseStart(scene, trigger), trigger.word - MAX_LIGHT_DISTANCE)
  for (let i = trigger.word - 1; i >= start; i--) {
    const isInRelative = i < trigger.word - 1 && RELATIVE_PRONOUNS.has(scene.words[i - 1]?.form ?? '')
    const use = scene.named.has(i) || isInRelative ? null : lightVerbAt(scene.words, i)
    if (use?.row.preposition && !scene.words.slice(i + 1, trigger.word).some(({ form }) => form === use.row.preposition)) continue
    if (use && (carriesAnother(scene, i, trigger.word) || isAbsence(scene, trigger, i, use.row.past))) return null
    if (use) return { word: i, form: use }
  }
  return null
}

/** «لم يشارك الوزير في اجتماع X مع Y»: who stays away from what others have denies nothing, and is not there. */
const isAbsence = ({ words, phrases }: Scene, { word }: Trigger, verb: number, past: string): boolean =>
  /^(شارك|حضر)$/.test(past) &&
  /^[وف]?(لم|لن|لا)$/.test(words[verb - 1]?.form ?? '') &&
  phrases.some(({ first, actor, kind }) => first === word + 1 && actor !== null && kind === 'person')

/** «يعقد الحزب ندوة صحفية لإعلان نهاية المؤتمر»: what the verb carries is the noun before, which is no encounter; «انطلقت الدورة الثامنة من المؤتمر» carries both. */
const carriesAnother = ({ words, triggers }: Scene, verb: number, noun: number): boolean =>
  words.slice(verb + 1, noun - 1).some(({ form, index }) => {
    const between = /^و/.test(form) ? null : meetingNoun(form)
    return between !== null && !ROUNDS.has(between.rule) && triggers.every(({ word }) => word !== index)
  })

/** «الدورة الثامنة من», «جولة من». */
const ROUNDS = new Set(['noun.dawra', 'noun.rihla'])

export function lightVerbAfter(scene: Scene, trigger: Trigger, end: number): LightUse | null {
  for (let i = trigger.word + 1; i <= Math.min(end, trigger.word + MAX_LIGHT_DISTANCE); i++) {
    const use = scene.named.has(i) ? null : lightVerb(scene.words[i]!.form)
    if (use && use.row.preposition === undefined) return { word: i, form: use }
  }
  return null
}

/** The subject of «أجرى … محادثات»: between verb and noun, else before the verb, else nobody of this sentence; nobody for «بدأ وفد من المعارضة زيارة». The pronoun of «قمة تجمعه بالرئيس» is who did what was told before. */
export function lightSubject(scene: Scene, trigger: Trigger, light: LightUse | null): Party[] {
  if (light && light.word < trigger.word) {
    const between = groupPhrases(knownBetween(scene, light.word + 1, trigger.word - 1)).find(({ link }) => link === 'bare')
    if (between) return parties(between)
    if (/^(اي|ايه)$/.test(scene.words[light.word + 1]?.form ?? '')) return rightBefore(scene, light.word)
    if (/^(وفد|وفود)$/.test(scene.words[light.word + 1]?.form ?? '')) return []
    const antecedent = light.form.hasObject ? null : antecedentOf(scene, light.word)
    if (antecedent) return [antecedent]
    return inheritedSubject(scene, light.word, light.form) ?? subjectBefore(scene, { ...trigger, word: light.word } as Trigger)
  }
  if (light && (!light.form.hasObject || isOfUnknown(scene, light.word + 1))) return []
  const verb = light && scene.triggers.findLast(({ type, word }) => type === 'verb' && word < trigger.word)
  const doers = verb && sentenceOf(scene, verb.word) === sentenceOf(scene, trigger.word) ? scene.sidesOf(verb)?.own : undefined
  const gender = light && /جمع(ت)?ه$/.test(scene.words[light.word]!.form) ? 'm' : null
  return doers?.length === 1 ? [...doers] : subjectBefore(scene, trigger, gender).slice(-1)
}

/** «نفى أن يكون الوزير X قد أجرى أي اتصال», «نفى X أن يكون قد أجرى أي اتصال»: the person right before the verb, or before the clause that it is in; nobody where none stands there. */
function rightBefore({ words, phrases }: Scene, verb: number): Party[] {
  let last = words[verb - 1]?.form === 'قد' ? verb - 2 : verb - 1
  if (/^[يت]كون$/.test(words[last]?.form ?? '') && words[last - 1]?.form === 'ان') last -= 2
  const phrase = phrases.find((one) => one.last === last && one.kind === 'person' && one.actor !== null)
  return phrase && words[last]!.sentence === words[verb]!.sentence ? [party(phrase)] : []
}

/** «الوزير X، الذي يقوم بزيارة»: the person right before a relative that a verb without an object opens. */
function antecedentOf({ words, phrases }: Scene, verb: number): Party | null {
  if (!/^الذي$|^التي$/.test(words[verb - 1]?.form ?? '')) return null
  const phrase = phrases.find(({ last, actor, kind }) => last === verb - 2 && actor !== null && kind === 'person')
  return phrase ? party(phrase) : null
}

/** «الاجتماعات التي يعقدها مختلف المسؤولين»: a subject that is nobody in particular. */
const isOfUnknown = ({ words, named }: Scene, at: number): boolean =>
  !named.has(at) && (UNKNOWN.has(words[at]?.form ?? '') || /^ال.{2,}(ين|ون|ات)$/.test(words[at]?.form ?? ''))
const UNKNOWN = new Set(['مختلف', 'عدد', 'بعض', 'كبار', 'جميع', 'كل', 'خبراء', 'مسءولون', 'وفد'])
