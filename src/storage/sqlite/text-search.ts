import { allLeaves, type ExpandedNode, relaxed, type Slot } from '../../domain/query.ts'
import { expandQuery } from '../../search/expand-query.ts'
import { matches, type Occurrences } from '../../search/occurrences.ts'
import { planAll, planAny, rowsOf } from '../../search/plan-match.ts'
import type { TextQuery } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { type Columns, compileMatch } from './match.ts'
import { wordIndex } from './word-index.ts'

/** Above so many rows to look at, a query is guarded by a deadline. */
const MANY_ROWS = 50_000

/** A text query as one store understands it. */
export type TextSearch = {
  /** All that the query stands for, for ranking and highlights. */
  readonly node: ExpandedNode
  readonly expression: string
  /** Whether a row that the expression found answers the query; null where every one does. */
  readonly holds: ((stored: unknown) => boolean) | null
  /** Whether so many rows may be found that the query needs a deadline. */
  readonly isHeavy: boolean
  readonly notes: readonly string[]
}

/**
 * Reads a text query over the words of a store, and writes it for one of its indexes. `occurrences` makes a
 * reader of what is stored of a row's words.
 */
export function readTextQuery(
  db: Connection,
  { node, isRelaxed }: TextQuery,
  columns: Columns,
  occurrences: (slots: readonly Slot[]) => (stored: unknown) => Occurrences,
): TextSearch {
  const index = wordIndex(db)
  index.refresh()
  const { node: expanded, notes } = expandQuery(isRelaxed ? relaxed(node) : node, index)
  const rowsWith = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + index.articlesWith(index.ofStem(stem)), 0)
  const plan = (isRelaxed ? planAny : planAll)(expanded, rowsWith)
  const { expression, isLoose } = compileMatch(plan.node, columns)
  const asked = isRelaxed ? plan.node : expanded
  const textOf = isLoose || plan.isLoose ? occurrences(allLeaves(asked).flatMap(({ slots }) => slots)) : null
  const told = plan.left.length > 0 ? [`words that many texts hold were left to ranking: ${plan.left.join('، ')}`] : []
  return {
    node: expanded,
    expression,
    holds: textOf && ((stored) => matches(asked, textOf(stored))),
    isHeavy: rowsOf(plan.node, rowsWith) > MANY_ROWS,
    notes: [...notes, ...told],
  }
}
