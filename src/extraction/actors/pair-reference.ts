import { fold } from '../../analysis/fold.ts'
import { PAIR_NOUNS } from '../../lexicon/clauses.ts'
import { TITLES } from '../../lexicon/titles.ts'

const FORMS = new Set(
  [...PAIR_NOUNS, ...TITLES.filter(({ kind }) => kind === 'office').map(({ head }) => fold(head))].flatMap((noun) => [
    `ال${noun}ان`,
    `ال${noun}ين`,
  ]),
)

/** «الجانبان», «الرجلين», «الوزيران»: a dual with the article, folded, of sides or of an office. */
export const isPairReference = (form: string): boolean => FORMS.has(form)
