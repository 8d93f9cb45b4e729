import { VOCABULARY } from '../lexicon/vocabulary.ts'

const CLASS_OF = new Map(VOCABULARY.flatMap(([size, words]) => words.split(' ').map((word) => [word, size] as const)))

/** Frequency class of a folded word in Arabic news, round(2·log2(count)); 0 for a word that the vocabulary does not hold. */
export const frequencyOf = (form: string): number => CLASS_OF.get(form) ?? 0

/** Whether a folded word, bare or with the article, stands in the vocabulary. */
export const isKnownWord = (form: string): boolean => frequencyOf(form) > 0 || frequencyOf(`ال${form}`) > 0

const ENDINGS = ['', 'ه', 'ي', 'يه', 'ات']

/** Whether a stem is that of a word of the vocabulary: bare, or with an ending that the stem has lost. */
export const isKnownStem = (stem: string): boolean => ENDINGS.some((ending) => isKnownWord(stem + ending))
