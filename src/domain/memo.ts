/** A function of one string that remembers its last results, at most so many: texts repeat their words, and articles their titles. */
export function memo<Result>(of: (text: string) => Result, limit: number): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = of(text)
    if (known.size >= limit) known.clear()
    known.set(text, made)
    return made
  }
}
