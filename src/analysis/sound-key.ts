import { SOUND_ALIKE_LETTERS, WEAK_LETTERS } from '../lexicon/letters.ts'

const ALIKE = new RegExp(`[${Object.keys(SOUND_ALIKE_LETTERS).join('')}]`, 'g')
const CACHE_LIMIT = 100_000
const cache = new Map<string, string>()
const LEAST_CONSONANTS = 3
const SHORT_LETTERS = 4
const G_LETTERS = new Set(['غ', 'ج', 'ق', 'ك', 'گ'])

/**
 * Transliteration key of a stem: consonants of one sound are one letter, long vowels are left out where three consonants remain.
 * «سيرجي» and «سيرغي», «معيتيق» and «امعيتيق» share it. Shorter words keep their vowels: «فائز» is «فايز», never «فوز».
 */
export function soundKey(stem: string): string {
  const known = cache.get(stem)
  if (known !== undefined) return known
  const key = keyOf(stem)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(stem, key)
  return key
}

/** A word with one letter for each sound: «جونغ» is «جونج». */
export const soundsOf = (word: string): string => word.replace(ALIKE, (letter) => SOUND_ALIKE_LETTERS[letter] ?? letter)

function keyOf(stem: string): string {
  const sounds = soundsOf(stem).replace(/(\p{Script=Arabic})\1+/gu, '$1')
  const consonants = [...sounds]
    .filter((letter) => !WEAK_LETTERS.has(letter))
    .join('')
    .replace(/(.)\1+/gu, '$1')
  if (consonants.length >= LEAST_CONSONANTS) return consonants
  return sounds.replace(/ء$/, '').replace(/ء/g, 'ي').replace(/يي/g, 'ي')
}

/**
 * Whether two stems of one key are spellings of one name: where they differ in long vowels, one must be the fuller spelling throughout.
 * «بوتين» and «بوتن» are, «سراج» and «سيرج» are not.
 */
export function isSpellingOf(a: string, b: string): boolean {
  if (a === b) return true
  if (soundKey(a) !== soundKey(b) || !soundsAlike(a, b)) return false
  const gapsA = vowelGaps(a)
  const gapsB = vowelGaps(b)
  if (gapsA.length !== gapsB.length) return false
  const fuller = { a: false, b: false }
  for (const [i, gapA] of gapsA.entries()) {
    const gapB = gapsB[i] ?? ''
    if (gapA === gapB || (gapA !== '' && gapB !== '' && (gapA.includes('ء') || gapB.includes('ء')))) continue
    if (gapA !== '' && gapB !== '') return false
    if (gapA === '') fuller.b = true
    else fuller.a = true
  }
  return !(fuller.a && fuller.b)
}

/** In words of four letters and less only the sound of g has many letters: «طائر» is no spelling of «ثائر». */
function soundsAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) > SHORT_LETTERS) return true
  const [x, y] = [a, b].map((word) => [...word].filter((letter) => !WEAK_LETTERS.has(letter))) as [string[], string[]]
  return x.length === y.length && x.every((letter, i) => letter === y[i] || (G_LETTERS.has(letter) && G_LETTERS.has(y[i]!)))
}

/** What stands before, between and after the consonants. */
function vowelGaps(word: string): string[] {
  const gaps = ['']
  let previous = ''
  for (const letter of soundsOf(word)) {
    if (WEAK_LETTERS.has(letter)) gaps[gaps.length - 1] += letter
    else if (letter !== previous || gaps.at(-1) !== '') gaps.push('')
    previous = letter
  }
  return gaps
}
