import { BROKEN_PLURALS } from '../lexicon/broken-plurals.ts'
import { frequencyOf } from './frequency.ts'

type Template = { readonly pattern: RegExp; readonly radicals: readonly string[]; readonly other: string }

/** A radical may come twice («حقوق»): the second time it must be the same letter. */
function compile(template: string, other: string): Template {
  const radicals: string[] = []
  const pattern = template.replace(/[1-4]/g, (digit) => {
    if (radicals.includes(digit)) return `\\${radicals.indexOf(digit) + 1}`
    radicals.push(digit)
    return '(\\p{Script=Arabic})'
  })
  return { pattern: new RegExp(`^${pattern}$`, 'u'), radicals, other }
}

const TEMPLATES = BROKEN_PLURALS.flatMap(({ plural, singular }) => [compile(plural, singular), compile(singular, plural)])

/** A plural is known as it stands, a singular also by its feminine form, which the stem has lost. */
const isKnown = (stem: string): boolean => [stem, `ال${stem}`, `${stem}ه`, `ال${stem}ه`].some((form) => frequencyOf(form) > 0)

/**
 * Stems that may be the broken plurals of a stem, or the singulars that it may be the plural of. One of the two must be a word that the vocabulary knows;
 * whether the other is one, only an index can say. Symmetric.
 */
export function pluralRelatives(stem: string): string[] {
  const found = new Set<string>()
  const isSure = isKnown(stem)
  for (const { pattern, radicals, other } of TEMPLATES) {
    const match = pattern.exec(stem)
    if (!match) continue
    const candidate = other.replace(/[1-4]/g, (digit) => match[radicals.indexOf(digit) + 1]!)
    if (candidate !== stem && (isSure || isKnown(candidate))) found.add(candidate)
  }
  return [...found]
}
