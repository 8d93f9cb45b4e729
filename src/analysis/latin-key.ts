import { ARABIC_SOUNDS, LATIN_SOUNDS, LATIN_VOWELS, SOFT_C } from '../lexicon/latin-sounds.ts'

const LEAST_CONSONANTS = 3
const SOUND_OF = new Map(LATIN_SOUNDS)
const LATIN_PIECE = new RegExp(`${LATIN_SOUNDS.map(([spelling]) => spelling).join('|')}|[aeiouyw]`, 'g')

export const isLatin = (form: string): boolean => /^[a-z\u00df-\u024f]+$/.test(form)

/**
 * Consonant key of a folded word in either script: «haftar», «hifter» and «حفتر» have «hftr». Doubled sounds are one; vowels are left out; an h inside a
 * word too, since «Johnson» is «جونسون». Null where fewer than three consonants are left and the word is too short to tell: see `isLatinSpelling`.
 */
export function latinKey(form: string): string | null {
  const key = squeeze(soundsOf(form).replace(/[ايو]/g, ''))
  return key.length >= LEAST_CONSONANTS ? key : null
}

/** Key of a short name, «bush», «kim», «سيسي»: its consonants, at least one. */
export const shortKey = (form: string): string => squeeze(soundsOf(form).replace(/[ايو]/g, ''))

/**
 * Whether a Latin word can be the spelling of an Arabic one of the same key: of two words with few consonants the long vowels that Arabic writes must be
 * there in the Latin one, in their order («Kim» and «كيم»; «Bush» and «بوش»; not «Bush» and «باص»).
 */
export function isLatinSpelling(latin: string, arabic: string): boolean {
  const key = latinKey(latin)
  if (key !== latinKey(arabic)) return false
  if (key !== null) return true
  const [long, short] = [squeeze(soundsOf(latin)), squeeze(soundsOf(arabic))]
  if (shortKey(latin) !== shortKey(arabic) || shortKey(latin) === '') return false
  let at = 0
  for (const sound of short) {
    const next = long.indexOf(sound, at)
    if (next < 0 || /[^ايو]/.test(long.slice(at, next))) return false
    at = next + 1
  }
  return !/[^ايو]/.test(long.slice(at))
}

const squeeze = (sounds: string): string => sounds.replace(/(.)\1+/gu, '$1')

function soundsOf(form: string): string {
  const sounds = /^\p{Script=Arabic}/u.test(form) ? arabicSounds(form) : latinSounds(form)
  return sounds.replace(/(?<=.)h/g, '')
}

const arabicSounds = (form: string): string =>
  [...form].map((letter) => ARABIC_SOUNDS[letter] ?? (/[ايو]/.test(letter) ? letter : '')).join('')

function latinSounds(form: string): string {
  const plain = form.normalize('NFKD').replace(/\p{M}/gu, '').replace(SOFT_C, 's')
  return (plain.match(LATIN_PIECE) ?? []).map((piece) => SOUND_OF.get(piece) ?? LATIN_VOWELS[piece] ?? '').join('')
}
