/**
 * Classes of consonants that Latin and Arabic spellings of one name share; vowels and what stands for them have none. Digraphs come first. Classes are wide
 * on purpose: outlets write «Gaddafi», «Qadhafi» and «Kadafi», and Arabic writes غ, ج, ق or ك for one foreign g.
 */
export const LATIN_SOUNDS: readonly (readonly [spelling: string, sound: string])[] = [
  ['tch', 's'], ['sch', 's'], ['sh', 's'], ['ch', 's'], ['kh', 'k'], ['gh', 'k'], ['th', 't'], ['dh', 'd'], ['ph', 'f'], ['ck', 'k'], ['qu', 'k'],
  ['x', 'ks'], ['ç', 's'], ['b', 'b'], ['p', 'b'], ['c', 'k'], ['k', 'k'], ['q', 'k'], ['g', 'k'], ['j', 'k'], ['d', 'd'], ['t', 't'], ['f', 'f'],
  ['v', 'f'], ['h', 'h'], ['l', 'l'], ['m', 'm'], ['n', 'n'], ['r', 'r'], ['s', 's'], ['z', 's'],
] // biome-ignore format: one table

export const ARABIC_SOUNDS: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ط: 't', ث: 't', ج: 'k', چ: 's', ح: 'h', ه: 'h', خ: 'k', د: 'd', ض: 'd', ذ: 'd', ر: 'r', ز: 's', ظ: 's', ژ: 's', س: 's', ص: 's',
  ش: 's', غ: 'k', ق: 'k', ك: 'k', گ: 'k', ف: 'f', ڤ: 'f', ل: 'l', م: 'm', ن: 'n',
} // biome-ignore format: one table

/** Before e, i and y a Latin c is an s: «Cissé», «Macedonia». */
export const SOFT_C = /c(?=[eiy])/g

/** Vowels by the letter that Arabic writes for them where it writes any. */
export const LATIN_VOWELS: Readonly<Record<string, string>> = { a: 'ا', e: 'ي', i: 'ي', y: 'ي', o: 'و', u: 'و', w: 'و' }
