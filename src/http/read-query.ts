import type { NameCount } from '../domain/meeting.ts'
import type { QueryNode } from '../domain/query.ts'
import { plainWords, widenNames } from '../search/name-actors.ts'
import { type ParsedQuery, parseQuery } from '../search/parse-query.ts'
import type { Storage } from '../storage/port.ts'

/** A query as it was typed, as it is looked for, and the actors whom it names. */
export type ReadQuery = {
  readonly parsed: ParsedQuery
  /** What is looked for: the query, with the other names of whom it names. Null where no word is left. */
  readonly node: QueryNode | null
  readonly actors: readonly { readonly id: string; readonly name: string; readonly names: readonly string[] }[]
}

/** Reads `q`: parse → who is named → his other spellings as alternatives. */
export async function readQuery(storage: Pick<Storage, 'actors'>, q: string): Promise<ReadQuery> {
  const parsed = parseQuery(q)
  if (parsed.node === null) return { parsed, node: null, actors: [] }
  const named = await storage.actors.named(plainWords(parsed.node))
  const stretches = named.map(({ from, to, actor }) => ({ from, to, names: byCount(actor.names) }))
  return {
    parsed,
    node: widenNames(parsed.node, stretches),
    actors: named.map(({ actor: { id, name, names } }) => ({ id, name, names: byCount(names) })),
  }
}

/** The query of a list's parameters, read; null where there is none. */
export const readOf = async (storage: Pick<Storage, 'actors'>, q: unknown): Promise<ReadQuery | null> =>
  typeof q === 'string' ? readQuery(storage, q) : null

const byCount = (names: readonly NameCount[]): string[] => [...names].sort((a, b) => b.count - a.count).map(({ name }) => name)
