import { fold } from '../../analysis/fold.ts'
import { DELIBERATING_HEADS, MEETING_HEADS } from '../../lexicon/organisation-heads.ts'
import { isInternational } from '../actors/country-of.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import type { Trigger } from './find-triggers.ts'
import { party } from './party.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'
import type { VerbForm } from './verb-forms.ts'

/**
 * «قرر مكتب المجلس، في اجتماعه اليوم», «افتتحت الحركة مؤتمرها», «في بيان أصدره المكتب على إثر اجتماع عقده», «اجتماع مكتبه التنفيذي»: the body whose session a noun with a pronoun of its gender tells of. Nobody
 * where a person is nearer, whose encounter it may be.
 */
export function sittingBody(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>, light: LightUse | null): Party[] {
  const isHeld =
    (light?.word === trigger.word + 1 && light.form.hasObject) ||
    /^(مكتب|مجلس|لجنت|هيءت)(ه|ها)$/.test(scene.words[trigger.word + 1]?.form ?? '')
  if (trigger.possessive !== 'ه' && trigger.possessive !== 'ها' && trigger.possessive !== 'هم' && !isHeld) return []
  const sentence = sentenceOf(scene, trigger.word)
  const before = scene.phrases.findLast(
    (phrase) => phrase.last < trigger.word && sentenceOf(scene, phrase.first) === sentence && phrase.link !== 'in' && phrase.link !== 'for',
  )
  if (!before || before.actor === null || before.kind === 'person') return []
  const isOfMany =
    before.rule === 'group.plural' && (trigger.possessive === 'هم' || (trigger.possessive === 'ها' && headOf(scene, before) === 'مجموعه'))
  if (isOfMany) return [party(before)]
  if (trigger.possessive === 'هم') return []
  if (trigger.possessive !== '' && isFeminine(scene, before) !== (trigger.possessive === 'ها')) return []
  return sits(scene, before) ? [party(before)] : []
}

/** «كان مجلس الأمن عقد جلسة», «أن اللجنة الأولمبية ستعقد اجتماعا»: the body that a verb of its gender stands right behind, but for «قد», «كان» and a time. */
export function bodyBefore(scene: Scene, verb: number, { isFeminine: isShe, number }: Pick<VerbForm, 'isFeminine' | 'number'>): Party[] {
  const { words, phrases, dates } = scene
  const body = phrases.findLast(({ last, actor, kind }) => last < verb && actor !== null && kind !== 'person')
  if (!body || sentenceOf(scene, body.first) !== sentenceOf(scene, verb) || (body.link !== 'bare' && body.link !== 'and')) return []
  const isTime = (i: number): boolean => dates.some(({ first, last }) => first <= i && i <= last)
  const between = words.slice(body.last + 1, verb)
  const isNear = between.every(({ form, gap, index }) => !/[،,؛:]/.test(gap) && (isTime(index) || /^(قد|كان|كانت)$/.test(form)))
  return isNear && number === 'singular' && isFeminine(scene, body) === isShe && sits(scene, body) ? [party(body)] : []
}

const headOf = ({ body }: Scene, { name, start, end }: ResolvedPhrase): string =>
  fold(body.slice(name?.start ?? start, name?.end ?? end))
    .split(/\s+/)[0]!
    .replace(/^ال/, '')

/** «لجنة», «دول مجلس التعاون». */
const isFeminine = (scene: Scene, phrase: ResolvedPhrase): boolean =>
  /(ه|ات|دول)$/.test(headOf(scene, phrase)) || scene.words[phrase.first - 1]?.form === 'دول'

const sits = (scene: Scene, phrase: ResolvedPhrase): boolean =>
  isInternational(scene.body.slice(phrase.start, phrase.end)) ||
  DELIBERATING_HEADS.has(headOf(scene, phrase)) ||
  MEETING_HEADS.has(headOf(scene, phrase))
