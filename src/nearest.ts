import { distance } from 'fastest-levenshtein'

/** The candidate that a misspelt name is nearest to; null where none is near. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, Math.ceil(best.candidate.length / 3)) ? best.candidate : null
}
