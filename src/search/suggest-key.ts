import { analyze } from '../analysis/analyzer.ts'
import { isLatin, latinKey } from '../analysis/latin-key.ts'

const LEAST_ARTICLED = 4

/** What a text begins with, for finding names while they are typed: folded words without the article, in one line. */
export function suggestKey(text: string): string {
  return analyze(text)
    .map(({ form }) => (form.length >= LEAST_ARTICLED && form.startsWith('ال') ? form.slice(2) : form))
    .join(' ')
}

/** The keys under which a name is found: from each of its words on, and its words by their Latin consonants. */
export function keysOfName(name: string): string[] {
  const words = suggestKey(name).split(' ').filter(Boolean)
  return [...new Set([...words.map((_, i) => words.slice(i).join(' ')), ...words.map(latinKey).filter((key) => key.length > 1)])]
}

/** The beginnings to look for when this much of a name is typed. */
export function typedKeys(typed: string): string[] {
  const key = suggestKey(typed)
  const consonants = isLatin(key) ? latinKey(key) : ''
  return [key, ...(consonants.length > 1 && consonants !== key ? [consonants] : [])].filter((one) => one !== '')
}
