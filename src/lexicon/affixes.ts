/** Suffixes of the light stemmer in the order in which they are tried, each once, where three letters remain (after light10, Larkey et al. 2007). */
export const SUFFIXES = ['هما', 'كما', 'تان', 'تين', 'ها', 'هم', 'هن', 'كم', 'كن', 'نا', 'ان', 'ات', 'ون', 'ين', 'يه', 'ته', 'ه', 'ي', 'ا'] as const
