import { fold } from '../../analysis/fold.ts'
import { frequencyOf } from '../../analysis/frequency.ts'
import { nameWords } from '../../analysis/name.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Phrase } from '../phrase.ts'
import { institutionAt } from './institution.ts'
import type { Standing } from './standing.ts'

/**
 * Below it a name is the tagger's guess: measured on texts it was not trained on, it costs more precision than it gives recall. A body with the head of one
 * needs less, one that begins with a common noun («الأداء الانتخابي») more.
 */
const LEAST_PROBABILITY = {
  titled: 0.28,
  titledWord: 0.64,
  person: 0.58,
  single: 0.72,
  lone: 0.95,
  headed: 0.5,
  body: 0.55,
  common: 0.85,
} as const

/** The lowest of all: what the tagger holds less likely is not looked at. */
export const LEAST_OF_ALL = LEAST_PROBABILITY.titled

/** The least probability at which a phrase with this name is taken for a mention; `standing` counts for a single word. */
export function leastProbability({ kind, titles }: Phrase, name: string, standing: Standing): number {
  const words = nameWords(name)
  if (kind === 'person' && titles.length > 0)
    return words.length === 1 && standing !== 'meets' ? LEAST_PROBABILITY.titledWord : LEAST_PROBABILITY.titled
  if (kind === 'person' && (words.length > 1 || standing === 'meets')) return LEAST_PROBABILITY.person
  if (kind === 'person') return standing === 'alone' ? LEAST_PROBABILITY.lone : LEAST_PROBABILITY.single
  if (institutionAt(fold(name).split(/\s+/))) return 0
  const head = (words[0] ?? '').replace(/^ال/, '')
  if (ORGANISATION_HEADS[head] !== undefined) return LEAST_PROBABILITY.headed
  return frequencyOf(head) > 0 || frequencyOf(`ال${head}`) > 0 ? LEAST_PROBABILITY.common : LEAST_PROBABILITY.body
}
