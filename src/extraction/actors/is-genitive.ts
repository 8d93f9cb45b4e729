import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { isMeetingNoun, isMeetingVerb } from '../meetings/encounter-words.ts'
import { lightVerbAt } from '../meetings/light-verb.ts'
import { isSpace, type Word } from '../word.ts'
import { isSubjectVerb } from './acting-verb.ts'

/** «في مؤشر على دعم الكرملين»: behind a noun without article that is no verb a body is the noun's, and does nothing itself. */
export function isGenitive(words: readonly Word[], { index, gap, sentence }: Word): boolean {
  const before = words[index - 1]
  if (before?.sentence !== sentence || !isSpace(gap)) return false
  if (before.form.startsWith('ال') || STOP_WORDS.has(before.form)) return false
  return (
    !isMeetingNoun(before.form) &&
    !isMeetingVerb(before.form) &&
    lightVerbAt(words, index - 1) === null &&
    !isSubjectVerb(words, index - 1, sentence)
  )
}
