import { fold } from '../../analysis/fold.ts'
import { readable } from '../../analysis/segment.ts'
import { memo } from '../../domain/memo.ts'
import { INSTITUTIONS, type Institution } from '../../lexicon/institutions.ts'

const BY_FIRST = new Map<string, { readonly words: readonly string[]; readonly institution: Institution }[]>()
for (const institution of INSTITUTIONS) {
  for (const name of institution.names) {
    const words = fold(readable(name)).split(' ')
    BY_FIRST.set(
      words[0]!,
      [...(BY_FIRST.get(words[0]!) ?? []), { words, institution }].sort((a, b) => b.words.length - a.words.length),
    )
  }
}

/** The institution that folded words name from the first of them on, the longest name first; `prefix` is what is glued before it. */
export function institutionAt(
  forms: readonly string[],
): { readonly institution: Institution; readonly length: number; readonly prefix: string } | null {
  const first = forms[0] ?? ''
  const readings: readonly [string, string][] = [
    ['', first],
    ...(/^[وفبكل]ال/.test(first) ? [[first[0]!, first.slice(1)] as [string, string]] : []),
    ...(/^[وف]?لل/.test(first) ? [[/^[وف]?لل/.exec(first)![0], `ال${first.replace(/^[وف]?لل/, '')}`] as [string, string]] : []),
    ...(/^[وفبل]/.test(first) ? [[first[0]!, first.slice(1)] as [string, string]] : []),
  ]
  for (const [prefix, bare] of readings) {
    const found = BY_FIRST.get(bare)?.find(({ words }) => words.every((word, i) => i === 0 || forms[i] === word))
    if (found) return { institution: found.institution, length: found.words.length, prefix }
  }
  return null
}

/** The first name of the institution that a whole name is one of; null for any other: «مجموعة الدول الصناعية السبع» is «مجموعة السبع». */
export const institutionNamed = memo((name: string): string | null => {
  const words = fold(readable(name)).split(/\s+/)
  const known = institutionAt(words)
  return known?.prefix === '' && known.length === words.length ? known.institution.names[0]! : null
}, 20_000)
