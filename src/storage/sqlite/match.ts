import type { ExpandedLeaf, ExpandedNode } from '../../domain/query.ts'

/** Where the stems of an index stand: all of them, and those of the title where it has one. */
export type Columns = { readonly all: string; readonly title: string | null }

/** A full-text expression of the engine, and whether it finds more than the query asks for, so that rows have to be looked at. */
export type Match = { readonly expression: string; readonly isLoose: boolean }

const phrase = (stems: readonly string[]): string => `"${stems.join(' ')}"`

/**
 * Writes a query in the engine's language, from analysed stems alone: nothing that a user typed reaches it. As-spelled words are looked for by their
 * stem, and left out of what must not be there; such an expression is loose.
 */
export function compileMatch(node: ExpandedNode, columns: Columns): Match {
  let isLoose = false
  const leaf = ({ slots, within, field }: ExpandedLeaf): string => {
    if (slots.some(({ text }) => text !== null)) isLoose = true
    const where = field === 'title' && columns.title ? columns.title : columns.all
    const [only] = slots
    if (slots.length === 1) return `${where} : (${only!.stems.map((stem) => phrase([stem])).join(' OR ')})`
    const stems = slots.map(({ stems: [stem] }) => stem!)
    return within === null
      ? `${where} : ${phrase(stems)}`
      : `${where} : NEAR(${stems.map((stem) => phrase([stem])).join(' ')}, ${Math.max(0, within - 1)})`
  }
  const compile = (one: ExpandedNode): string => {
    if (one.kind === 'leaf') return leaf(one)
    if (one.kind === 'any') return `(${one.of.map(compile).join(' OR ')})`
    const positive = one.of.map(compile).join(' AND ')
    const firm = one.except.filter((part) => !hasSpelled(part))
    if (firm.length < one.except.length) isLoose = true
    return firm.length > 0 ? `((${positive}) NOT (${firm.map(compile).join(' OR ')}))` : `(${positive})`
  }
  return { expression: compile(node), isLoose }
}

function hasSpelled(node: ExpandedNode): boolean {
  if (node.kind === 'leaf') return node.slots.some(({ text }) => text !== null)
  return node.of.some(hasSpelled) || (node.kind === 'all' && node.except.some(hasSpelled))
}
