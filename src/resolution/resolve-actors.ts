import { callsBy, isSameName, isSamePatronymic, nameKey, nameWords } from '../analysis/name.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Grouped, LocalActor } from '../domain/resolution.ts'
import { keysOf } from './actor-keys.ts'
import { Clusters } from './clusters.ts'

/** `country` is here only what the article says of him: what stands around says too little to part or join two. */
type Named = LocalActor & { readonly words: readonly string[] }
const named = (actor: LocalActor): Named => ({
  ...actor,
  country: actor.countryBasis === 'said' ? actor.country : null,
  words: nameWords(actor.name),
})

/** Different spellings of one block that are compared with one another, so that work stays bounded; see docs/resolution.md. */
const MAX_SPELLINGS = 2_000

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b
const byAnchor = (a: LocalActor, b: LocalActor): number => (a.anchor < b.anchor ? -1 : 1)

/** Which local actors of many articles are one actor; the outcome does not depend on the order of articles. Block by block it is what the steps below give. */
export function resolveActors(locals: readonly LocalActor[]): LocalActor[][] {
  const persons = new Map<string, string>()
  const blocks = groupBy(locals, (local) => keysOf(local).block)
  for (const [block, members] of blocks) {
    if (block === '') for (const { anchor } of members) persons.set(anchor, anchor)
    else if (!block.startsWith('one ')) for (const [anchor, person] of groupBlock(members)) persons.set(anchor, person)
  }
  const grouped = locals.flatMap((local): Grouped[] => {
    const person = persons.get(local.anchor)
    return person === undefined ? [] : [{ ...local, person }]
  })
  const bySurname = groupBy(grouped, (local) => keysOf(local).surname ?? '')
  const byPerson = groupBy(grouped, ({ person }) => person!)
  for (const [block, singles] of blocks) {
    if (!block.startsWith('one ')) continue
    const people = new Set((bySurname.get(block.slice('one '.length)) ?? []).map(({ person }) => person!))
    const fulls = [...people].flatMap((person) => byPerson.get(person)!)
    for (const [anchor, person] of groupSingles(singles, fulls)) persons.set(anchor, person)
  }
  return [...groupBy([...locals].sort(byAnchor), ({ anchor }) => persons.get(anchor)!).values()]
}

/** The groups of one block: anchor → least anchor of those who are one. Pure, and independent of order. */
export function groupBlock(locals: readonly LocalActor[]): Map<string, string> {
  const actors = [...locals].sort(byAnchor).map(named)
  const clusters = new Clusters(actors.length)
  if (actors[0]?.kind === 'person') joinFullNames(actors, clusters)
  else for (const alike of sameCountry([...actors.keys()], actors)) for (const i of alike.slice(1)) clusters.join(alike[0]!, i)
  return new Map(actors.map(({ anchor }, i) => [anchor, actors[clusters.find(i)]!.anchor]))
}

/** A name in one spelling and country, with all who bear it. */
type Form = { readonly first: number; readonly actor: Named; readonly articles: ReadonlySet<string>; readonly company: ReadonlySet<string> }

/**
 * One spelling with no two countries is one person. Two spellings are when they agree word for word, or, where one is longer, when the country or another
 * person named beside both vouches; never both in one article.
 */
function joinFullNames(actors: readonly Named[], clusters: Clusters): void {
  const forms: Form[] = []
  for (const alike of groupBy([...actors.keys()], (i) => actors[i]!.words.join(' ')).values()) {
    for (const same of sameCountry(alike, actors)) {
      for (const i of same.slice(1)) clusters.join(same[0]!, i)
      forms.push({
        first: same[0]!,
        actor: { ...actors[same[0]!]!, country: same.map((i) => actors[i]!.country).find((country) => country !== null) ?? null },
        articles: new Set(same.map((i) => actors[i]!.article)),
        company: new Set(same.flatMap((i) => actors[i]!.company)),
      })
    }
  }
  const compared = forms.sort((a, b) => b.articles.size - a.articles.size || a.first - b.first).slice(0, MAX_SPELLINGS)
  for (const [k, a] of compared.entries()) for (const b of compared.slice(k + 1)) if (isOne(a, b)) clusters.join(a.first, b.first)
}

function isOne(a: Form, b: Form): boolean {
  const [x, y] = [a.actor, b.actor]
  if (!agree(x.country, y.country)) return false
  if (!isSameName(x.words, y.words) && !isSamePatronymic(x.name, y.name)) return false
  if ([...a.articles].every((article) => b.articles.has(article)) || [...b.articles].every((article) => a.articles.has(article)))
    return false
  if (x.words.length === y.words.length && isSameName(x.words, y.words)) return true
  return (x.country !== null && x.country === y.country) || [...a.company].some((key) => b.company.has(key))
}

/** Members that no country parts: those without one go with the only one that there is, else with themselves. */
function sameCountry(members: readonly number[], actors: readonly Named[]): number[][] {
  const byCountry = groupBy(members, (i) => actors[i]!.country ?? '')
  const unsaid = byCountry.get('') ?? []
  const said = [...byCountry].filter(([country]) => country !== '').map(([, some]) => some)
  if (said.length === 1) return [[...said[0]!, ...unsaid].sort((a, b) => a - b)]
  return unsaid.length > 0 ? [...said, unsaid] : said
}

/**
 * Whom people called by one word are: the only person of that last name, if the country, or another person named beside both, vouches; else nobody but
 * themselves. `fulls` are all of that last name, with whoever is one with them.
 */
export function groupSingles(singles: readonly LocalActor[], fulls: readonly Grouped[]): Map<string, string> {
  const people = [...groupBy(fulls, ({ person }) => person!)].map(([person, members]) => ({
    person,
    members: members.map(named),
    company: new Set(members.flatMap(({ company }) => company)),
  }))
  return new Map(
    singles.map((local): [string, string] => {
      const single = named(local)
      const called = people.filter(({ members }) =>
        members.some(
          ({ words, country }) =>
            words.length > 1 &&
            nameKey(words.at(-1)!) === nameKey(single.words[0]!) &&
            callsBy(single.words, words) === 2 &&
            agree(single.country, country),
        ),
      )
      const [only] = called
      if (called.length !== 1 || !only) return [single.anchor, single.anchor]
      const isVouched =
        single.company.some((key) => only.company.has(key)) ||
        (single.country !== null && only.members.some(({ country }) => country === single.country))
      return [single.anchor, isVouched ? only.person : single.anchor]
    }),
  )
}
