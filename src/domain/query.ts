import type { Term } from './token.ts'

/** Where a part of a query must stand; null is anywhere. */
export type QueryField = 'title' | null

/**
 * What a query asks of a text, as a small tree. `word` is found in any inflection and spelling, `spelled` only as it is written (marks aside),
 * `prefix` stands for the words that begin so, `phrase` for words in their order, or within `within` words of one another. `all` holds where every
 * part of `of` does and none of `except`.
 */
export type QueryNode =
  | { readonly kind: 'word'; readonly term: Term; readonly field: QueryField }
  | { readonly kind: 'spelled'; readonly term: Term; readonly field: QueryField }
  | { readonly kind: 'prefix'; readonly form: string; readonly field: QueryField }
  | { readonly kind: 'phrase'; readonly terms: readonly Term[]; readonly within: number | null; readonly field: QueryField }
  | { readonly kind: 'all'; readonly of: readonly QueryNode[]; readonly except: readonly QueryNode[] }
  | { readonly kind: 'any'; readonly of: readonly QueryNode[] }

/** A part of a query that holds words itself. */
export type QueryLeaf = Exclude<QueryNode, { kind: 'all' | 'any' }>

/** The leaves that a text should hold, in the order of the query; what it must not hold is left out. */
export function wantedLeaves(node: QueryNode): QueryLeaf[] {
  return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(wantedLeaves) : [node]
}

/** The words of a leaf; none for a prefix, which is no word yet. */
export function termsOf(leaf: QueryLeaf): readonly Term[] {
  if (leaf.kind === 'prefix') return []
  return leaf.kind === 'phrase' ? leaf.terms : [leaf.term]
}

/** The same query with any of its parts enough; what must not be there still must not. Only the outermost `all` gives way. */
export function relaxed(node: QueryNode): QueryNode {
  if (node.kind !== 'all' || node.of.length < 2) return node
  const any: QueryNode = { kind: 'any', of: node.of }
  return node.except.length > 0 ? { kind: 'all', of: [any], except: node.except } : any
}

/** What one word of a query may be in a store: any of its stems, or, where `text` is set, only that text as it reads. `term` is null for a prefix. */
export type Slot = { readonly term: Term | null; readonly stems: readonly string[]; readonly text: string | null }

/** A leaf with what its words stand for in a store: one slot a word, in their order where there are several. */
export type ExpandedLeaf = {
  readonly kind: 'leaf'
  readonly slots: readonly Slot[]
  readonly within: number | null
  readonly field: QueryField
}

/** A query tree whose leaves say which stems of a store they stand for. */
export type ExpandedNode =
  | ExpandedLeaf
  | { readonly kind: 'all'; readonly of: readonly ExpandedNode[]; readonly except: readonly ExpandedNode[] }
  | { readonly kind: 'any'; readonly of: readonly ExpandedNode[] }

/** The leaves that a text should hold, in the order of the query. */
export function expandedLeaves(node: ExpandedNode): ExpandedLeaf[] {
  return node.kind === 'leaf' ? [node] : node.of.flatMap(expandedLeaves)
}

/** All leaves, those of what must not be there too. */
export function allLeaves(node: ExpandedNode): ExpandedLeaf[] {
  if (node.kind === 'leaf') return [node]
  return [...node.of, ...(node.kind === 'all' ? node.except : [])].flatMap(allLeaves)
}
