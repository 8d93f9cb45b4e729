import { lightSubject } from './find-light-verb.ts'
import { MAX_OWNER } from './find-owner.ts'
import { isFeminine, speakerBehind, subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { lightVerb } from './light-verb.ts'
import { knownBetween, parties } from './party.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

type Noun = Extract<Trigger, { type: 'noun' }>

/** «القمة التي من المقرر أن تنعقد … مع الرئيس X»: whoever is told of holds what is only said to be held. */
export function holdersOf(scene: Scene, trigger: Noun, light: LightUse | null): Party[] {
  const told = lightSubject(scene, trigger, light)
  return told.length === 0 && trigger.definite && light !== null && light.word > trigger.word
    ? subjectBefore(scene, trigger).slice(-1)
    : told
}

/** «وخلال اجتماع مع X، أشار Y إلى …»: what a sentence opens with is of whoever it has speak; null where nobody does, or somebody is named before. */
export function subjectBehind(scene: Scene, trigger: Noun, light: LightUse | null, met: PhraseGroup): Party[] | null {
  const before = scene.words[trigger.word - 1]
  if (light || trigger.definite || before?.sentence !== scene.words[trigger.word]!.sentence || !OPENING.test(before.form)) return null
  const speaker = speakerBehind(scene, trigger)
  return speaker.length > 0 && met.phrases.every(({ actor }) => actor !== speaker[0]!.phrase.actor) ? speaker : null
}
const OPENING = /^[وف]?(في|خلال|اثناء|عقب|بعد|اثر|ختام|مستهل|هامش)$/

/** «يستضيف الرئيس X جولة محادثات بين Y وZ»: who hosts an encounter is there. */
export function hostsOf(scene: Scene, trigger: Trigger, light: LightUse | null): Party[] {
  if (!light || light.word > trigger.word || lightVerb(scene.words[light.word]!.form)?.row.past !== 'استضاف') return []
  return lightSubject(scene, trigger, light)
    .filter(({ phrase, scope }) => phrase.kind === 'person' && scope === 'sentence')
    .map((one): Party => ({ ...one, part: 'mediator' }))
}

/** «بحضور X وY، انطلقت أعمال المؤتمر»: who the sentence opens with is at the first encounter that it tells, where a comma parts them. */
export function openingAttendants(scene: Scene, trigger: Trigger): Party[] {
  const [opening] = sentenceAround(scene, trigger.word)
  const isFirst = scene.triggers.every(({ word }) => word >= trigger.word || sentenceOf(scene, word) !== sentenceOf(scene, trigger.word))
  if (!isFirst || !/^[وف]?ب(حضور|مشاركه|رءاسه|رعايه|اشراف)$/.test(opening!.form)) return []
  const [came] = groupPhrases(knownBetween(scene, opening!.index + 1, trigger.word - 1))
  const last = came?.phrases.at(-1)?.last
  return last !== undefined && /[،,]/.test(scene.words[last + 1]?.gap ?? '') ? parties(came) : []
}

/** Of light verbs those that one side does as well: «أجرى المبعوث مباحثات في صنعاء», «أنهى الرئيس المرحلة الأولى من المشاورات». */
const TALKS = new Set(['عقد', 'اجري', 'واصل', 'استانف', 'اختتم', 'انهي'])
/** «ترأس الوزير اجتماعا», «أشرف الوالي على جلسة عمل»: who leads a session is told alone. */
const LEADING = new Set(['تراس', 'تراءس', 'راس', 'اشرف'])
const SESSIONS = new Set(['noun.ijtimaa', 'noun.jalsa'])
const TALKING = new Set(['noun.muhadathat', 'noun.mubahathat', 'noun.mushawarat', 'noun.mufawadat'])
const MAX_PHASE = 4
/** «مع عدد من المسؤولين»: nobody in particular. */
const SOME = new Set(['عدد', 'بعض', 'كبار', 'مختلف', 'ثله', 'مسءولين', 'مسءولي'])

/** Talks, or encounters in the plural, that one side in the sentence holds and of which nobody else is told. */
export function isHeldAlone(
  scene: Scene,
  { word, rule, definite, possessive }: Noun,
  {
    groups,
    light,
    holders,
  }: { readonly groups: readonly PhraseGroup[]; readonly light: LightUse | null; readonly holders: readonly Party[] },
): boolean {
  const [holder, ...others] = holders
  const verb = light && light.word < word ? (lightVerb(scene.words[light.word]!.form)?.row.past ?? '') : ''
  const isLed = LEADING.has(verb) && SESSIONS.has(rule) && !definite
  if (!light || light.form.hasObject || !(isLed || TALKS.has(verb))) return false
  if (!holder || others.length > 0 || holder.scope !== 'sentence' || !agrees(scene, light, holder)) return false
  const behind = scene.words.slice(word + 1, word + MAX_OWNER)
  const isOfPhase = scene.words.slice(word - MAX_PHASE, word).some(({ form }) => /^(ال)?(مرحله|جوله|جزء|شق)$/.test(form))
  return (
    possessive === '' &&
    behind.every(({ form, index }) => form !== 'مع' || SOME.has(scene.words[index + 1]?.form ?? '')) &&
    groups.every(({ link, phrases }) => link !== 'bare' || phrases[0]!.first - word > MAX_OWNER) &&
    (isLed || TALKING.has(rule) || /(ات|ين)ا?$/.test(scene.words[word]!.form)) &&
    (!definite || isOfPhase)
  )
}

/** «عقدت» is no man's, unless he stands right behind it and is none. */
const agrees = (scene: Scene, { form, word }: LightUse, { phrase }: Party): boolean =>
  phrase.first === word + 1 || phrase.kind !== 'person' || form.number !== 'singular' || isFeminine(scene, phrase) === form.isFeminine

/** «لقاء جمعه أمس بالمستقيلين», «اجتماع له مع السفير»: who met somebody that the text only describes. */
export function metSomebody(scene: Scene, trigger: Noun, light: LightUse | null): Party[] {
  const [next, second] = [scene.words[trigger.word + 1]?.form ?? '', scene.words[trigger.word + 2]?.form ?? '']
  if (/^(له|لها)$/.test(next) && second === 'مع') return subjectBefore(scene, trigger, next === 'له' ? 'm' : 'f').slice(-1)
  if (!light || light.word < trigger.word || !/^[وف]?جمعت?(ه|ها)$/.test(scene.words[light.word]!.form)) return []
  const behind = scene.words
    .slice(light.word + 1, light.word + MAX_SOMEBODY)
    .filter(({ sentence }) => sentence === scene.words[light.word]!.sentence)
  return behind.some(({ form }) => form === 'مع' || /^بال\p{L}{3,}(ين|ات)$/u.test(form))
    ? lightSubject(scene, trigger, light).slice(-1)
    : []
}
const MAX_SOMEBODY = 5
