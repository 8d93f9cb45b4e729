import { nameWords } from '../../analysis/name.ts'
import type { FoundActor, FoundMention } from '../../domain/extraction.ts'
import { countryOfRoles, type Draft } from './bearer-of.ts'
import { countryIn } from './country-of.ts'

/** «عبدالله», «عبدالمجيد» → «عبد الله», «عبد المجيد», as names are listed; mentions keep how it is written. */
const spaced = (name: string): string =>
  name
    .replace(/[_#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(^|\s)عبد(ال\p{L}{2,})/gu, '$1عبد $2')

/** Mentions in text order; of those that overlap the one that was found first. */
function apart(mentions: readonly FoundMention[]): FoundMention[] {
  const kept: { mention: FoundMention; found: number; end: number }[] = []
  for (const { mention, found } of mentions
    .map((mention, found) => ({ mention, found }))
    .sort((a, b) => a.mention.start - b.mention.start)) {
    const before = kept.at(-1)
    if (!before || mention.start >= before.end) kept.push({ mention, found, end: mention.end })
    else kept[kept.length - 1] = { ...(found < before.found ? { mention, found } : before), end: Math.max(before.end, mention.end) }
  }
  return kept.map(({ mention }) => mention)
}

/** «دونالد ترا مب», whom the text calls «ترامب» elsewhere: two words that it writes as one are one. */
function unbroken(name: string, called: ReadonlySet<string>): string {
  const parts = name.split(' ')
  const seam = parts.findIndex((part, i) => i > 0 && called.has(parts[i - 1]! + part))
  return seam < 0 ? name : [...parts.slice(0, seam - 1), parts[seam - 1]! + parts[seam]!, ...parts.slice(seam + 1)].join(' ')
}

/** An actor as an article gives him, once it was read. */
export function actorOf({ kind, spellings, canonical, roles, mentions }: Draft): FoundActor {
  const length = (name: string): number => nameWords(name).length
  const isArabic = (text: string): number => Number(/\p{Script=Arabic}/u.test(text))
  const called = new Set(kind === 'person' ? mentions.map(({ surface }) => surface).filter((surface) => !/\s/.test(surface)) : [])
  const name = [...spellings]
    .map(([spelling, count]) => [unbroken(spelling, called), count] as const)
    .sort(([a, m], [b, n]) => isArabic(b) - isArabic(a) || length(b) - length(a) || n - m)[0]![0]
    .replace(/\s+/g, ' ')
    .trim()
  const country = kind === 'person' ? countryOfRoles(roles) : countryIn(canonical ?? name)
  return {
    name: canonical ?? spaced(name),
    kind,
    country,
    countryBasis: country === null ? null : 'said',
    roles,
    mentions: apart(mentions),
  }
}
