import type { ExpandedLeaf, ExpandedNode } from '../domain/query.ts'

/** What an index is asked, so that its work is bounded: it may find more than the query asks for, or, where the query is relaxed, less. */
export type MatchPlan = {
  readonly node: ExpandedNode
  /** Whether rows that the index finds have to be held against the whole query. */
  readonly isLoose: boolean
  /** Words that only ranking will see. */
  readonly left: readonly string[]
}

/** Rows that a relaxed query may look at, over all of its words; its rarest word is always looked for. */
const ROW_BUDGET = 3_000
/** A word of so few rows answers alone in the index; the rows are then held against the other words. */
const FEW_ROWS = 100
/** A relaxed query looks for other spellings and plurals only of a word that is rarer than this. */
const RARE = 200

/** `rowsWith` says in how many rows any of some stems stands, at most. */
type RowsWith = (stems: readonly string[]) => number

/** For a relaxed query: the rarest words, as many as the budget allows; the others count when what was found is ranked. */
export function planAny(node: ExpandedNode, rowsWith: RowsWith): MatchPlan {
  if (node.kind === 'all') {
    const [only] = node.of
    if (node.of.length !== 1 || !only) return { node, isLoose: false, left: [] }
    const inner = planAny(only, rowsWith)
    return { ...inner, node: { ...node, of: [inner.node] } }
  }
  if (node.kind === 'leaf') return { node, isLoose: false, left: [] }
  const parts = node.of
    .map((part, place) => ({ place, part: part.kind === 'leaf' ? narrowed(part, rowsWith) : part }))
    .map((one) => ({ ...one, rows: rowsOf(one.part, rowsWith) }))
    .sort((a, b) => a.rows - b.rows || a.place - b.place)
  let spent = 0
  const kept = parts.filter(({ rows }) => {
    const isKept = spent === 0 || spent + rows <= ROW_BUDGET
    if (isKept) spent += rows
    return isKept
  })
  const left = parts
    .filter((one) => !kept.includes(one))
    .flatMap(({ part }) => (part.kind === 'leaf' ? part.slots.flatMap(({ term }) => term?.text ?? []) : []))
  return { node: { kind: 'any', of: kept.sort((a, b) => a.place - b.place).map(({ part }) => part) }, isLoose: false, left }
}

/**
 * For a query whose words must all be there: the index is asked for the rarest of them, as many as the budget allows, two at least unless one is rare
 * enough alone; what it finds is then held against the others, whose long lists need not be read.
 */
export function planAll(node: ExpandedNode, rowsWith: RowsWith): MatchPlan {
  if (node.kind !== 'all' || node.of.length < 2) return { node, isLoose: false, left: [] }
  const parts = node.of.map((part) => ({ part, rows: rowsOf(part, rowsWith) })).sort((a, b) => a.rows - b.rows)
  let spent = 0
  const kept = parts.filter(({ rows }, i) => {
    const isKept = i === 0 || (parts[0]!.rows > FEW_ROWS && (i === 1 || spent + rows <= ROW_BUDGET))
    if (isKept) spent += rows
    return isKept
  })
  if (kept.length === parts.length) return { node, isLoose: false, left: [] }
  return { node: { kind: 'all', of: kept.map(({ part }) => part), except: node.except }, isLoose: true, left: [] }
}

function narrowed(leaf: ExpandedLeaf, rowsWith: RowsWith): ExpandedLeaf {
  const [slot] = leaf.slots
  if (leaf.slots.length !== 1 || !slot || slot.term === null || rowsWith(slot.stems.slice(0, 1)) <= RARE) return leaf
  return { ...leaf, slots: [{ ...slot, stems: slot.stems.slice(0, 1) }] }
}

/** How many rows a part can find at most. */
export function rowsOf(node: ExpandedNode, rowsWith: RowsWith): number {
  if (node.kind === 'leaf') return Math.min(...node.slots.map(({ stems }) => rowsWith(stems)))
  const rows = node.of.map((part) => rowsOf(part, rowsWith))
  return node.kind === 'all' ? Math.min(...rows) : rows.reduce((sum, n) => sum + n, 0)
}
