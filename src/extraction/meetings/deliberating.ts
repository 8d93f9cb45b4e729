import { fold } from '../../analysis/fold.ts'
import { DELIBERATING_HEADS, MEETING_HEADS } from '../../lexicon/organisation-heads.ts'
import { isInternational } from '../actors/country-of.ts'
import type { PhraseGroup } from './group-phrases.ts'
import type { Scene } from './scene.ts'

const NEAR = 2

/** «يجتمع مجلس الأمن», «اجتماع المجلس التنفيذي», «قمة مجموعة السبع», «اجتماع منظمة حظر الأسلحة الكيميائية»: one body that sits together, right behind the word of encounter. */
export function isDeliberating({ body }: Scene, { phrases }: PhraseGroup, trigger: number): boolean {
  const [phrase] = phrases
  if (!phrase || phrases.length > 1 || phrase.kind === 'person' || phrase.first - trigger > NEAR) return false
  if (phrase.rule === 'group.plural') return true
  const name = (phrase.canonical ?? body.slice(phrase.start, phrase.end)).replaceAll('_', ' ')
  if (phrase.kind === 'organization' && isInternational(name)) return true
  const head = fold(name).split(/\s+/)[0]!
  const isOwn =
    phrase.link === 'bare' &&
    phrase.first === trigger + 1 &&
    MEETING_HEADS.has(phrase.rule === 'body.short' ? head.replace(/^ال/, '') : head)
  return isOwn || DELIBERATING_HEADS.has(head.replace(/^ال/, ''))
}
