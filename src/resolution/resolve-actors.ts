import { callsBy, isSameName, isSamePatronymic, nameKey, nameWords } from '../analysis/name.ts'
import { stem } from '../analysis/stem.ts'
import { groupBy } from '../domain/group-by.ts'
import type { LocalActor } from '../domain/resolution.ts'
import { ORGANISATION_HEADS } from '../lexicon/organisation-heads.ts'
import { Clusters } from './clusters.ts'

/** `country` is here only what the article says of him: what stands around says too little to part or join two. */
type Named = LocalActor & { readonly words: readonly string[] }

/** A block larger than this is compared only within its first part, so that work stays bounded; see docs/resolution.md. */
const MAX_BLOCK = 400

/**
 * Which local actors of many articles are one actor. Full names are compared within blocks of one first name; surnames alone join a fuller name only
 * where there is one such person and another actor, or the country, speaks for it. The outcome does not depend on the order of articles.
 */
export function resolveActors(locals: readonly LocalActor[]): LocalActor[][] {
  const actors = [...locals]
    .sort((a, b) => (a.anchor < b.anchor ? -1 : 1))
    .map((actor): Named => ({ ...actor, country: actor.countryBasis === 'said' ? actor.country : null, words: nameWords(actor.name) }))
  const clusters = new Clusters(actors.length)
  const company = companyOf(actors)
  joinFullNames(actors, clusters, company)
  joinSurnames(actors, clusters, company)
  joinBodies(actors, clusters)
  return clusters.groups().map((group) => group.map((i) => actors[i]!))
}

const isPerson = ({ kind }: Named): boolean => kind === 'person'

/** Keys of the last names of all people named beside an actor in its article: who keeps whose company. */
function companyOf(actors: readonly Named[]): (i: number) => ReadonlySet<string> {
  const byArticle = groupBy(actors, ({ article }) => article)
  const keys = new Map(
    [...byArticle].map(([article, members]) => [
      article,
      members.filter(isPerson).map(({ anchor, words }) => ({ anchor, key: nameKey(words.at(-1) ?? '') })),
    ]),
  )
  return (i) =>
    new Set(
      keys
        .get(actors[i]!.article)!
        .filter(({ anchor }) => anchor !== actors[i]!.anchor)
        .map(({ key }) => key),
    )
}

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b
const shareAny = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key))

function joinFullNames(actors: readonly Named[], clusters: Clusters, company: (i: number) => ReadonlySet<string>): void {
  const full = [...actors.keys()].filter((i) => isPerson(actors[i]!) && actors[i]!.words.length > 1)
  for (const block of groupBy(full, (i) => nameKey(actors[i]!.words[0]!)).values()) {
    for (const [k, i] of block.slice(0, MAX_BLOCK).entries()) {
      for (const j of block.slice(k + 1, MAX_BLOCK)) {
        const [a, b] = [actors[i]!, actors[j]!]
        if (a.article === b.article || !agree(a.country, b.country)) continue
        if (!isSameName(a.words, b.words) && !isSamePatronymic(a.name, b.name)) continue
        const isExact = a.words.length === b.words.length && isSameName(a.words, b.words)
        const isVouched = (a.country !== null && a.country === b.country) || shareAny(company(i), company(j))
        if (isExact || isVouched) clusters.join(i, j)
      }
    }
  }
}

function joinSurnames(actors: readonly Named[], clusters: Clusters, company: (i: number) => ReadonlySet<string>): void {
  const full = [...actors.keys()].filter((i) => isPerson(actors[i]!) && actors[i]!.words.length > 1)
  const bySurname = groupBy(full, (i) => nameKey(actors[i]!.words.at(-1)!))
  const byRoot = groupBy(full, (i) => clusters.find(i))
  const roots = new Map(full.map((i) => [i, clusters.find(i)]))
  for (const [i, actor] of actors.entries()) {
    if (!isPerson(actor) || actor.words.length !== 1) continue
    const known = (bySurname.get(nameKey(actor.words[0]!)) ?? []).filter(
      (j) => callsBy(actor.words, actors[j]!.words) === 2 && agree(actor.country, actors[j]!.country),
    )
    const persons = new Set(known.map((j) => roots.get(j)!))
    const [only] = persons
    if (persons.size !== 1 || only === undefined) continue
    const vouched = byRoot
      .get(only)!
      .some((j) => shareAny(company(i), company(j)) || (actor.country !== null && actor.country === actors[j]!.country))
    if (vouched) clusters.join(i, known[0]!)
  }
}

/** Bodies are one where their names are, word for word; «وزارة الدفاع» without a country is whichever its article means, and stays apart. */
function joinBodies(actors: readonly Named[], clusters: Clusters): void {
  const bodies = [...actors.keys()].filter((i) => !isPerson(actors[i]!) && actors[i]!.kind !== 'group' && isTelling(actors[i]!))
  for (const same of groupBy(bodies, (i) => actors[i]!.words.map((word) => stem(word)).join(' ')).values()) {
    for (const i of same.slice(1)) if (agree(actors[same[0]!]!.country, actors[i]!.country)) clusters.join(same[0]!, i)
  }
}

const isTelling = ({ country, words }: Named): boolean =>
  country !== null || (words.length > 1 && ORGANISATION_HEADS[words[0]!] === undefined) || /^(امم|مجلس امن)/.test(words.join(' '))
