/** Union–find over the indexes of a list. */
export class Clusters {
  readonly #parent: number[]
  readonly #apart: readonly (readonly [number, number])[]

  /** Indexes of a pair of `apart` never come into one cluster. */
  constructor(size: number, apart: readonly (readonly [number, number])[] = []) {
    this.#parent = Array.from({ length: size }, (_, i) => i)
    this.#apart = apart
  }

  find(i: number): number {
    let root = i
    while (this.#parent[root] !== root) root = this.#parent[root]!
    this.#parent[i] = root
    return root
  }

  /** The smaller index becomes the root, so that the outcome does not depend on the order of calls where nothing is kept apart. */
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)]
    if (this.#apart.some(([p, q]) => (this.find(p) === x && this.find(q) === y) || (this.find(p) === y && this.find(q) === x))) return
    this.#parent[Math.max(x, y)] = Math.min(x, y)
  }

  groups(): number[][] {
    const groups = new Map<number, number[]>()
    for (const i of this.#parent.keys()) {
      const root = this.find(i)
      groups.set(root, [...(groups.get(root) ?? []), i])
    }
    return [...groups.values()]
  }
}
