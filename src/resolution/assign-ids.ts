import { newId } from '../domain/ids.ts'

/**
 * The id of a group of anchors: the one that its anchors were given before, the oldest of them where a merge brings several together; a new one, made
 * from the first anchor, where none has any. Each id is given once: where a group was split, the part with the older anchor keeps it.
 */
export function assignIds(groups: readonly (readonly string[])[], prefix: 'act' | 'mtg', ledger: ReadonlyMap<string, string>): string[] {
  const order = new Map([...ledger.keys()].map((anchor, i) => [anchor, i]))
  const age = (anchor: string): number => order.get(anchor) ?? Number.POSITIVE_INFINITY
  const ids: string[] = Array.from({ length: groups.length }, () => '')
  const taken = new Set<string>()
  const oldestOf = (group: readonly string[]): string => group.reduce((a, b) => (age(b) < age(a) || (age(a) === age(b) && b < a) ? b : a))
  const byAge = [...groups.keys()].sort((a, b) => {
    const [x, y] = [oldestOf(groups[a]!), oldestOf(groups[b]!)]
    return age(x) === age(y) ? (x < y ? -1 : 1) : age(x) - age(y)
  })
  for (const i of byAge) {
    const known = [...groups[i]!]
      .sort((a, b) => age(a) - age(b))
      .map((anchor) => ledger.get(anchor))
      .find((id) => id !== undefined && !taken.has(id))
    const id = known ?? newId(prefix, oldestOf(groups[i]!), (id) => taken.has(id))
    taken.add(id)
    ids[i] = id
  }
  return ids
}
