import type { QueryNode } from '../domain/query.ts'

/** A tree in the query language, words folded: reading it again gives the same tree. */
export function printQuery(node: QueryNode, isInner = false): string {
  const field = 'field' in node && node.field ? 'title:' : ''
  switch (node.kind) {
    case 'word':
      return field + node.term.form
    case 'spelled':
      return `${field}=${node.term.text}`
    case 'prefix':
      return `${field}${node.form}*`
    case 'phrase':
      return `${field}"${node.terms.map(({ form }) => form).join(' ')}"${node.within === null ? '' : `~${node.within}`}`
    case 'all': {
      const inner = [...node.of.map((part) => printQuery(part, true)), ...node.except.map((part) => `-${printQuery(part, true)}`)].join(' ')
      return isInner ? `(${inner})` : inner
    }
    case 'any': {
      const inner = node.of.map((part) => (part.kind === 'all' ? printQuery(part) : printQuery(part, true))).join(' | ')
      return isInner ? `(${inner})` : inner
    }
  }
}
