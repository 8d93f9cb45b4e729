/** One letter for another, term by term; the order of the rows does not matter. */

/** Letters that are spellings of one another in Arabic text. Hamza on any seat becomes «ء»: «مسؤول» and «مسئول» are one word. */
export const FOLDED_LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ء',
  ؤ: 'ء',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ڪ: 'ك',
}

/** Consonants that outlets write for one and the same foreign sound: «سيرجي» and «سيرغي», «قذافي» and «كذافي». */
export const SOUND_ALIKE_LETTERS: Readonly<Record<string, string>> = {
  غ: 'ج',
  گ: 'ج',
  چ: 'س',
  ش: 'س',
  ث: 'ت',
  ط: 'ت',
  ذ: 'د',
  ظ: 'ض',
  ص: 'س',
  ق: 'ك',
  ڤ: 'ف',
  پ: 'ب',
}

/** Letters that spell long vowels, and the hamza: what transliterations disagree on most. */
export const WEAK_LETTERS = new Set(['ا', 'و', 'ي', 'ء'])
