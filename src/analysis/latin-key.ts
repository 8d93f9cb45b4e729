import { ARABIC_SOUNDS, LATIN_SOUNDS, LATIN_VOWELS, SOFT_C } from '../lexicon/latin-sounds.ts'

const SOUND_OF = new Map(LATIN_SOUNDS)
const LATIN_PIECE = new RegExp(`${LATIN_SOUNDS.map(([spelling]) => spelling).join('|')}|[aeiouyw]`, 'g')
const LEAST_ARTICLED = 5
/** What a long vowel of Arabic can stand for in Latin letters, by the Arabic letters of LATIN_VOWELS. Alif stands for any: «Trump» is «ترامب». */
const SOUNDS_LIKE: Readonly<Record<string, RegExp>> = { ا: /[ايو]/, ي: /[ايو]/, و: /و/ }

export const isLatin = (form: string): boolean => /^[a-z\u00df-\u024f]+$/.test(form)

/** A name as sounds: consonants in Latin letters, and what stands before, between and after them in vowels, written as ا, و, ي. */
type Sounds = { readonly consonants: string; readonly vowels: readonly string[] }

/**
 * Consonant key of a folded word in either script: «haftar», «hifter» and «حفتر» have «hftr». Doubled sounds are one; an h inside a word is left out, since
 * «Johnson» is «جونسون»; of an Arabic word the article too. Words of one key may be spellings of one name: see `isLatinSpelling`.
 */
export const latinKey = (form: string): string => soundsOf(form).consonants

/**
 * Whether a Latin word can spell an Arabic one: the same consonants; where Arabic writes a long vowel the Latin word has one that can sound so, and where
 * the one begins with a vowel the other does («Assad» and «أسد», not «شاهد»; «Macron» and «ماكرون», not «موغيريني»).
 */
export function isLatinSpelling(latin: string, arabic: string): boolean {
  const [a, b] = [soundsOf(latin), soundsOf(arabic)]
  if (a.consonants === '' || a.consonants !== b.consonants) return false
  return b.vowels.every((gap, i) => {
    const spoken = a.vowels[i]!
    if (gap === '') return i > 0 || spoken === ''
    return spoken !== '' && (i === 0 || [...gap].some((vowel) => SOUNDS_LIKE[vowel]?.test(spoken)))
  })
}

/** Folds a row of sounds to consonants and gaps; a sound that follows itself without a vowel is one. */
function fromRow(row: string): Sounds {
  let consonants = ''
  const vowels = ['']
  let previous = ''
  for (const sound of row) {
    if (/[ايو]/.test(sound)) vowels[vowels.length - 1] += sound
    else if (sound !== previous && (sound !== 'h' || consonants === '')) {
      consonants += sound
      vowels.push('')
    }
    previous = sound
  }
  return { consonants, vowels }
}

const soundsOf = (form: string): Sounds => fromRow(/^\p{Script=Arabic}/u.test(form) ? arabicRow(form) : latinRow(form))

/** Ain and hamza are no consonants abroad; at the beginning they carry a vowel. */
function arabicRow(form: string): string {
  const bare = form.length >= LEAST_ARTICLED && form.startsWith('ال') ? form.slice(2) : form
  return [...bare.replace(/^[عء]/, 'ا')].map((letter) => ARABIC_SOUNDS[letter] ?? (/[ايو]/.test(letter) ? letter : '')).join('')
}

function latinRow(form: string): string {
  const plain = form.normalize('NFKD').replace(/\p{M}/gu, '').replace(SOFT_C, 's')
  return (plain.match(LATIN_PIECE) ?? []).map((piece) => SOUND_OF.get(piece) ?? LATIN_VOWELS[piece] ?? '').join('')
}
