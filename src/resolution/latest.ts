import type { Ruling } from '../domain/decision.ts'

/** The ruling that holds: a person's before an imported one, then the later one; undefined where there is none. */
export const latest = (rulings: readonly Ruling[]): Ruling | undefined =>
  [...rulings].sort((a, b) => Number(b.origin === 'human') - Number(a.origin === 'human') || b.number - a.number)[0]
