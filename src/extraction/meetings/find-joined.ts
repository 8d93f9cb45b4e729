import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { lightSubject } from './find-light-verb.ts'
import type { Trigger } from './find-triggers.ts'
import { groupPhrases } from './group-phrases.ts'
import { lightVerb } from './light-verb.ts'
import { knownBetween, parties } from './party.ts'
import { clauseEnd, type Scene, sentenceOf } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

const JOINING = new Set(['شارك', 'حضر'])
const ALSO = new Set(['ايضا', 'كذلك'])

/**
 * Who joins an encounter that was told before: «شارك X في الجلسة», «وشارك في اللقاء X», «شاركت في جلسة الاثنين», and in the same sentence «في اجتماع ضم أيضا X». Nobody where the words tell of an
 * encounter of its own.
 */
export function joinsTold(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>, light: LightUse | null): Party[] {
  const { words, dates } = scene
  const [next, second] = [words[trigger.word + 1], words[trigger.word + 2]]
  if (/^[يت]?ضم(ت)?$/.test(next?.form ?? '') && ALSO.has(second?.form ?? '')) {
    const behind = groupPhrases(knownBetween(scene, trigger.word + 3, clauseEnd(scene, trigger, trigger.word + 3)))
    return parties(behind.find(({ link }) => link === 'bare'))
  }
  const isTold = trigger.definite || dates.some(({ first }) => first === trigger.word + 1)
  if (light?.form.number === 'plural') return []
  if (!isTold || trigger.kind !== 'meeting' || !light || light.word > trigger.word || words[trigger.word - 1]!.form !== 'في') return []
  if (!JOINING.has(lightVerb(words[light.word]!.form)?.row.past ?? '')) return []
  const own = groupPhrases(knownBetween(scene, trigger.word + 1, clauseEnd(scene, trigger)))
  if (light.word === trigger.word - 2 && trigger.definite && own[0]?.link === 'bare' && own[0].phrases[0]!.first === trigger.word + 1)
    return parties(own[0])
  if (own.some(({ link }) => link !== 'bare')) return []
  return lightSubject(scene, trigger, light).filter(({ scope }) => scope === 'sentence')
}

const ATTENDING = new Set(['حضر', 'شارك', 'ضم'])

/** «حضر اللقاء X وY», «وضم اللقاء X»: who follows attended what was told before. */
export const isAttended = (scene: Scene, { word, definite, possessive }: Extract<Trigger, { type: 'noun' }>): boolean =>
  definite && possessive === '' && (isAttendedBehind(scene, word) || isAttendedBefore(scene, word))

/** «اللقاء، الذي حضره X وY». */
const isAttendedBehind = ({ words }: Scene, word: number): boolean =>
  RELATIVE_PRONOUNS.has(words[word + 1]?.form ?? '') && /^[يت]?حضرت?(ه|ها)$/.test(words[word + 2]?.form ?? '')

const isAttendedBefore = (scene: Scene, word: number): boolean =>
  sentenceOf(scene, word) === scene.words[word - 1]?.sentence && ATTENDING.has(lightVerb(scene.words[word - 1]!.form)?.row.past ?? '')
