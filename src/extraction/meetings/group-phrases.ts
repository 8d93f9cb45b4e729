import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import type { Link } from '../phrase.ts'

/** Coordinated phrases under one link: «مع A وB» is one group. */
export type PhraseGroup = { readonly link: Link; readonly phrases: readonly ResolvedPhrase[] }

const MAX_LIST_GAP = 9
/** «مع A ومع B»: how far behind the one the other may stand. */
const MAX_AGAIN = 4

/** Joins what «و» joins, and what «ومع» goes on with; titles that nobody bears hold a list together and are then left out. A phrase behind «و» far from the one before it, or with none before it, begins a bare group. */
export function groupPhrases(phrases: readonly ResolvedPhrase[]): PhraseGroup[] {
  const groups: { link: Link; phrases: ResolvedPhrase[] }[] = []
  for (const phrase of phrases) {
    const before = groups.at(-1)
    const last = before?.phrases.at(-1)
    const isNear = last !== undefined && phrase.first - last.last <= MAX_LIST_GAP
    if (phrase.link === 'and' && before && isNear) before.phrases.push(phrase)
    else if (
      (phrase.link === 'between' || phrase.link === 'with') &&
      before?.link === phrase.link &&
      phrase.first - last!.last <= MAX_AGAIN
    )
      before.phrases.push(phrase)
    else groups.push({ link: phrase.link === 'and' ? 'bare' : phrase.link, phrases: [phrase] })
  }
  return groups
    .map(({ link, phrases: all }) => ({ link, phrases: all.filter(({ actor }) => actor !== null) }))
    .filter(({ phrases: all }) => all.length > 0)
}
