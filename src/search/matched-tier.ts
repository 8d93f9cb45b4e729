import { analyze } from '../analysis/analyzer.ts'
import { type QueryNode, termsOf, wantedLeaves } from '../domain/query.ts'

/** On which tier a word of the query was found: as typed, folded, by its stem, or in another spelling, number or name. */
export const TIERS = ['text', 'form', 'stem', 'related'] as const
export type Tier = (typeof TIERS)[number]

/** The highest tier on which a text holds a word of the query. */
export function matchedTier(text: string, node: QueryNode): Tier {
  const tokens = analyze(text)
  const words = wantedLeaves(node).flatMap(termsOf)
  for (const tier of ['text', 'form', 'stem'] as const) {
    const held = new Set(tokens.map((token) => token[tier]))
    if (words.some((word) => held.has(word[tier]))) return tier
  }
  return 'related'
}
