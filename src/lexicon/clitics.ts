/** Prefixed particles, as they stand before a folded word. */

/** Conjunctions, then prepositions and the future: cut only where the rest is the more frequent word. */
export const CONJUNCTIONS = ['و', 'ف'] as const
export const PREPOSITIONS = ['ب', 'ل', 'ك', 'ف', 'س'] as const

/** The article with what may stand before it, longest first: cut where three letters remain. */
export const ARTICLES = ['وبال', 'وكال', 'فبال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'ال', 'لل'] as const

/** All that may stand before a bare stem in one word, for finding a word that the vocabulary does not know. */
export const PROCLITICS = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'س', 'وس'] as const
