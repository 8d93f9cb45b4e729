import { BROKEN_PLURALS } from '../lexicon/broken-plurals.ts'
import { isKnownStem, isKnownWord } from './frequency.ts'

type Template = { readonly pattern: RegExp; readonly radicals: readonly string[]; readonly other: string; readonly isCommonShape: boolean }

/** A radical may come twice («حقوق»): the second time it must be the same letter. */
function compile(template: string, other: string, isCommonShape: boolean): Template {
  const radicals: string[] = []
  const pattern = template.replace(/[1-4]/g, (digit) => {
    if (radicals.includes(digit)) return `\\${radicals.indexOf(digit) + 1}`
    radicals.push(digit)
    return '(\\p{Script=Arabic})'
  })
  return { pattern: new RegExp(`^${pattern}$`, 'u'), radicals, other, isCommonShape }
}

const TEMPLATES = BROKEN_PLURALS.flatMap(({ plural, singular, isCommonShape }) => [
  compile(plural, singular, isCommonShape),
  compile(singular, plural, isCommonShape),
])

/**
 * Stems that may be the broken plurals of a stem, or the singulars that it may be the plural of. One of the two must be a word that the vocabulary knows;
 * whether the other is one, only an index can say. Symmetric.
 */
export function pluralRelatives(stem: string): string[] {
  const found = new Set<string>()
  const isSure = isKnownStem(stem)
  for (const { pattern, radicals, other, isCommonShape } of TEMPLATES) {
    const match = pattern.exec(stem)
    if (!match) continue
    const candidate = other.replace(/[1-4]/g, (digit) => match[radicals.indexOf(digit) + 1]!)
    const isRelated = isCommonShape ? isKnownWord(stem) && isKnownWord(candidate) : isSure || isKnownStem(candidate)
    if (candidate !== stem && isRelated) found.add(candidate)
  }
  return [...found]
}
