import { analyze } from '../analysis/analyzer.ts'
import type { QueryClause } from './parse-query.ts'

export type Tier = 'text' | 'form' | 'stem' | 'key'

/** The highest tier on which a text holds a word of the query: as typed, folded, stemmed, or in another spelling of the name. */
export function matchedTier(text: string, clauses: readonly QueryClause[]): Tier {
  const tokens = analyze(text)
  const words = clauses.flat()
  for (const tier of ['text', 'form', 'stem'] as const) {
    const held = new Set(tokens.map((token) => token[tier]))
    if (words.some((word) => held.has(word[tier]))) return tier
  }
  return 'key'
}
