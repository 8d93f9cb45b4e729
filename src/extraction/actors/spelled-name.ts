import type { Phrase } from '../phrase.ts'
import type { Word } from '../word.ts'

/**
 * The name of a phrase as it stands alone; empty where it has none. «للجنة العسكرية»: «ل» before a body's name takes the first letter of its article with it;
 * «وفدا من …» is «وفد من …», «وفدا عسكريا» is «وفد عسكري».
 */
export function spelledName(body: string, words: readonly Word[], phrase: Phrase): string {
  if (!phrase.name) return ''
  const name = parted(body, words, phrase, phrase.name.start, phrase.name.end)
  if (phrase.kind === 'person') return name
  const before = body.slice(Math.max(0, phrase.name.start - 2), phrase.name.start)
  if (before === 'لل' || (before.endsWith('ل') && IS_ARTICLED.test(name))) return `ال${name}`
  return /^(وفود|وفد)[ًا]+\s/u.test(name) ? name.replace(/(?<=^(?:وفود|وفد)|ي)[ًا]+(?=\s|$)/gu, '') : name
}

/** A head that begins with «ل» and its adjective. */
const IS_ARTICLED = /^لجنة ال(?!داخلية|خارجية|مالية)\p{L}+ية(?!\p{L})/u

/** The name with a space where the analyser parts what the text glues: «الأممالمتحدة». */
function parted(body: string, words: readonly Word[], { first, last }: Phrase, from: number, to: number): string {
  const seams = words.slice(first, last + 1).flatMap(({ start, gap }) => (gap === '' && start > from && start < to ? [start] : []))
  return [from, ...seams].map((start, i) => body.slice(start, seams[i] ?? to)).join(' ')
}
