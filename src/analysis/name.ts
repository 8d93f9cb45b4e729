import { distance } from 'fastest-levenshtein'
import { memo } from '../domain/memo.ts'
import { NAMES_OF_ROOTS } from '../lexicon/arabic-names.ts'
import { ADAPTED_GIVEN_NAMES } from '../lexicon/given-names.ts'
import { fold } from './fold.ts'
import { readable } from './segment.ts'
import { isSpellingOf, soundKey, soundsOf } from './sound-key.ts'

function wordsOf(name: string): readonly string[] {
  const joined = fold(readable(name))
    .replace(/(?<=^|\s)اال(?=\p{L}{3})/gu, 'ال')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/(?<=^|\s)(عبد|ابو|ابي|ابا) (?=\p{L})/gu, '$1')
    .replace(/(?<=^|\s)ال (?=\p{L})/gu, '')
  return joined
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'بن' && word !== 'ابن')
    .map((word) => (word.length > 4 && word.startsWith('ال') ? word.slice(2) : word).replace(/^عبدال/, 'عبد'))
}

/** Words of a name for comparing: folded, the article cut, «عبد الله» and «عبدالله» one word, «بن» left out, the article typed twice («االجهيناوي») once. */
export const nameWords = memo(wordsOf, 20_000)

const ADAPTED = new Map(
  ADAPTED_GIVEN_NAMES.flatMap(([arabic, ...adapted]) =>
    [arabic, ...adapted].map((name) => [nameWords(name).join(''), nameWords(arabic).join('')]),
  ),
)
const ARABIC_NAMES = new Set(NAMES_OF_ROOTS.flatMap((names) => names.split(' ')))
/** «حسن» and «حسين»: two names, though they sound alike but for a vowel. */
const areTwoNames = (a: string, b: string): boolean => a !== b && ARABIC_NAMES.has(a) && ARABIC_NAMES.has(b)

/** «عبدولاي» and «عبد الله» are one given name in two languages. */
const isAdapted = (a: string, b: string): boolean => ADAPTED.has(a) && ADAPTED.get(a) === ADAPTED.get(b)
const isSameWord = (a: string, b: string): boolean => a === b || (isSpellingOf(a, b) && !areTwoNames(a, b)) || isAdapted(a, b)

/** One key for the spellings of a given name and its forms in other languages. */
export const givenNameKey = (word: string): string => soundKey(ADAPTED.get(word) ?? word)

/** One key for the spellings of one word of a name. */
export const nameKey = (word: string): string => soundKey(word)

/** «جورج بوش الأب», «دونالد ترامب الابن»: what tells a father from his son of one name; empty for who needs none. */
const generationOf = (words: readonly string[]): string => /^(?:ال)?(اب|ابن)$/.exec(words.at(-1) ?? '')?.[1] ?? ''

/**
 * Whether two names can be one person's: equal word for word in some spelling, or the shorter is the longer without middle or last names and both
 * begin and end, or begin and go on, alike, however what follows the first is spaced («شي جين بينغ», «شي جينبينغ»). One word alone never is.
 */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2 || generationOf(short) !== generationOf(long) || !isSameWord(short[0]!, long[0]!)) return false
  if (isSameWord(short.slice(1).join(''), long.slice(1).join(''))) return true
  let from = 1
  for (const word of short.slice(1)) {
    const at = long.findIndex((other, i) => i >= from && isSameWord(word, other))
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/** Letters from which on one that differs leaves a word what it is. */
const LONG_WORD = 5

/**
 * Whether two names may be one in two transliterations: word for word the same, but that at most every second sounds alike in other vowels («جوزيف»,
 * «جوزاف») or differs in a letter («فايون», «فاجون»). So may two names of two people: something else must vouch.
 */
export function isNearName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false
  const seams = [...a.keys()].filter((i) => !isSameWord(a[i]!, b[i]!))
  return seams.length > 0 && seams.length <= a.length / 2 && seams.every((i) => isNearWord(a[i]!, b[i]!, a.length))
}

/** `words`: how many the name has; the more stand around, the less a word must have in common. */
function isNearWord(x: string, y: string, words: number): boolean {
  if (areTwoNames(x, y)) return false
  const enough = words > 2 ? LONG_WORD - 2 : LONG_WORD
  return (
    nameKey(x) === nameKey(y) ||
    (words > 2 && isSameSyllable(x, y)) ||
    (Math.min(x.length, y.length) >= enough && distance(soundsOf(x), soundsOf(y)) === 1)
  )
}

/** «جاي», «جيه», «جي»: one syllable of a Korean or Chinese name in other vowels. */
function isSameSyllable(a: string, b: string): boolean {
  const [x, y] = [a, b].map((word) => word.replace(/[اويه]/g, ''))
  return x!.length === 1 && x === y && Math.max(a.length, b.length) <= 3
}

/** «فيصل بن فرحان بن عبدالله», «فيصل بن فرحان آل سعود»: given name and father's name alike, and what follows left aside. */
export function isSamePatronymic(a: string, b: string): boolean {
  const [x, y] = [patronymicOf(a), patronymicOf(b)]
  return x !== null && y !== null && [0, 1].every((i) => x[i] !== undefined && y[i] !== undefined && isSameWord(x[i]!, y[i]!))
}
/** The words of a name with «بن» as its second; null for any other. */
const patronymicOf = memo((name) => (/^\S+ (بن|ابن) /.test(fold(readable(name))) ? nameWords(name) : null), 20_000)

/** How well one or two words («حفتر», «ولد الغزواني») call a person of this full name: 2 by the last name, 1 by another part, 0 not. */
export function callsBy(call: readonly string[], full: readonly string[]): 0 | 1 | 2 {
  if (call.length === 0 || call.length >= full.length) return 0
  if (call.length === 2 && call[0] === 'ولد' && full.includes('ولد') && isSameWord(call[1]!, full.at(-1)!)) return 2
  const tail = full.slice(-call.length)
  if (call.every((word, i) => isSameWord(word, tail[i]!))) return 2
  if (call.length === 1 && full.slice(1).some((word, i) => full[i]! + word === call[0])) return 1
  for (let at = 0; at + call.length < full.length; at++) if (call.every((word, i) => isSameWord(word, full[at + i]!))) return 1
  return 0
}
