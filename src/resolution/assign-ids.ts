import { createHash } from 'node:crypto'

/**
 * The id of a group of anchors: the one that its anchors were given before, the oldest of them where a merge brings several together; a new one, made
 * from the first anchor, where none has any. Each id is given once: where a group was split, the part with the older anchor keeps it.
 */
export function assignIds(groups: readonly (readonly string[])[], prefix: string, ledger: ReadonlyMap<string, string>): string[] {
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
    const id = known ?? newId(prefix, oldestOf(groups[i]!), taken)
    taken.add(id)
    ids[i] = id
  }
  return ids
}

function newId(prefix: string, anchor: string, taken: ReadonlySet<string>): string {
  for (let salt = 0; ; salt++) {
    const id = `${prefix}_${createHash('sha256')
      .update(salt === 0 ? anchor : `${anchor}#${salt}`)
      .digest('hex')
      .slice(0, 12)}`
    if (!taken.has(id)) return id
  }
}
