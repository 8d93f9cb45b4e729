/** Union–find over the indexes of a list. */
export class Clusters {
  readonly #parent: number[]

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i)
  }

  find(i: number): number {
    let root = i
    while (this.#parent[root] !== root) root = this.#parent[root]!
    this.#parent[i] = root
    return root
  }

  /** The smaller index becomes the root, so that the outcome does not depend on the order of calls. */
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)]
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
