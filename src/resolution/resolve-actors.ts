import { callsBy, isNearName, isSameName, isSamePatronymic, nameKey, nameWords } from '../analysis/name.ts'
import { stem } from '../analysis/stem.ts'
import { groupBy } from '../domain/group-by.ts'
import { memo } from '../domain/memo.ts'
import type { Grouped, LocalActor, MergeCandidate } from '../domain/resolution.ts'
import { keysOf } from './actor-keys.ts'
import { Clusters } from './clusters.ts'

/** `country` is here only what the article says of him: what stands around says too little to part or join two. */
type Named = Grouped & { readonly words: readonly string[] }
const named = (actor: Grouped): Named => ({
  ...actor,
  country: actor.countryBasis === 'said' ? actor.country : null,
  words: nameWords(actor.name),
})

/** Different spellings of one block that are compared with one another, so that work stays bounded; see docs/resolution.md. */
const MAX_SPELLINGS = 2_000

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b
const byAnchor = (a: LocalActor, b: LocalActor): number => (a.anchor < b.anchor ? -1 : 1)

/** Which local actors of many articles are one actor; the outcome does not depend on the order of articles. Block by block it is what the steps below give. */
export function resolveActors(locals: readonly Grouped[]): Grouped[][] {
  const persons = new Map<string, string>()
  const blocks = groupBy(locals, (local) => keysOf(local).block)
  for (const [block, members] of blocks) {
    if (block === '') for (const { anchor } of members) persons.set(anchor, anchor)
    else if (!block.startsWith('one ')) for (const [anchor, person] of groupBlock(members).persons) persons.set(anchor, person)
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
    for (const [anchor, person] of groupSingles(singles, fulls).persons) persons.set(anchor, person)
  }
  return joinGroups(locals.map((local) => ({ ...local, person: persons.get(local.anchor)! })))
}

/**
 * The groups that the machine found, joined where decisions say so: in the order of the decisions, but never two that another decision keeps apart. Members
 * in the order of their anchors.
 */
export function joinGroups(locals: readonly Grouped[]): Grouped[][] {
  const groups = [...groupBy([...locals].sort(byAnchor), ({ person }) => person!).values()]
  const groupOf = new Map(groups.flatMap((members, i) => members.map(({ anchor }) => [anchor, i] as const)))
  const links = groups
    .flatMap((members, i) => members.flatMap((local) => local.links.map((link) => ({ ...link, from: i, to: groupOf.get(link.other) }))))
    .filter((link): link is typeof link & { to: number } => link.to !== undefined && link.to !== link.from)
    .sort((a, b) => a.number - b.number)
  const clusters = new Clusters(
    groups.length,
    links.filter(({ isApart }) => isApart).map(({ from, to }) => [from, to] as const),
  )
  for (const { from, to, isApart } of links) if (!isApart) clusters.join(from, to)
  return clusters.groups().map((joined) => joined.flatMap((i) => groups[i]!).sort(byAnchor))
}

/** Groups of one block, by anchor the least anchor of those who are one, and pairs that may be one and that nothing vouches for. */
export type BlockGroups = { readonly persons: ReadonlyMap<string, string>; readonly candidates: readonly MergeCandidate[] }

/** The groups of one block. Pure, and independent of order. Whom decisions keep apart is not joined. */
export function groupBlock(locals: readonly Grouped[]): BlockGroups {
  const actors = [...locals].sort(byAnchor).map(named)
  const clusters = new Clusters(actors.length, apartIn(actors))
  const near: [Form, Form][] = []
  if (actors[0]?.kind === 'person') near.push(...joinFullNames(actors, clusters))
  else for (const alike of sameCountry([...actors.keys()], actors)) for (const i of alike.slice(1)) clusters.join(alike[0]!, i)
  return {
    persons: new Map(actors.map(({ anchor }, i) => [anchor, actors[clusters.find(i)]!.anchor])),
    candidates: near
      .filter(([a, b]) => clusters.find(a.first) !== clusters.find(b.first))
      .slice(0, MAX_CANDIDATES)
      .map(([a, b]) => candidateOf(a, b)),
  }
}

const apartIn = (actors: readonly Named[]): [number, number][] => {
  const index = new Map(actors.map(({ anchor }, i) => [anchor, i]))
  return actors.flatMap(({ links }, i) =>
    links.flatMap(({ other, isApart }): [number, number][] => (isApart && index.has(other) ? [[i, index.get(other)!]] : [])),
  )
}

/** Candidates of one block that are told; people of one name are judged a few at a time. */
const MAX_CANDIDATES = 50

function candidateOf(a: Form, b: Form): MergeCandidate {
  const [x, y] = [a.actor, b.actor]
  return {
    block: keysOf(x).block,
    a: x.anchor,
    b: y.anchor,
    features: {
      names: [x.name, y.name],
      said_countries: [x.country, y.country],
      is_patronymic: isSamePatronymic(x.name, y.name),
      shared_company: [...a.company].filter((key) => b.company.has(key)).length,
    },
  }
}

/** A name in one spelling and country, with all who bear it. */
type Form = {
  readonly first: number
  readonly actor: Named
  readonly articles: ReadonlySet<string>
  readonly company: ReadonlySet<string>
  /** Stems of the words of all roles. */
  readonly roles: ReadonlySet<string>
}

/**
 * One spelling with no two countries is one person. Two spellings are when they agree word for word, or, where one is longer, when the country or another
 * person named beside both vouches; never both in one article. Returns pairs of one name that are left apart.
 */
function joinFullNames(actors: readonly Named[], clusters: Clusters): [Form, Form][] {
  const forms: Form[] = []
  for (const alike of groupBy([...actors.keys()], (i) => actors[i]!.words.join(' ')).values()) {
    for (const same of sameCountry(alike, actors)) {
      for (const i of same.slice(1)) clusters.join(same[0]!, i)
      forms.push({
        first: same[0]!,
        actor: { ...actors[same[0]!]!, country: same.map((i) => actors[i]!.country).find((country) => country !== null) ?? null },
        articles: new Set(same.map((i) => actors[i]!.article)),
        company: new Set(same.flatMap((i) => actors[i]!.company)),
        roles: new Set(same.flatMap((i) => actors[i]!.roles.flatMap(roleStems))),
      })
    }
  }
  const compared = forms.sort((a, b) => b.articles.size - a.articles.size || a.first - b.first).slice(0, MAX_SPELLINGS)
  const near: [Form, Form][] = []
  const joined = new Map(compared.map((form): [Form, Form[]] => [form, [form]]))
  for (const [k, a] of compared.entries()) {
    for (let i = k + 1; i < compared.length; i++) {
      const b = compared[i]!
      const isAlike = isNamedAlike(a.actor, b.actor)
      if (!isAlike && !isNearName(a.actor.words, b.actor.words)) continue
      const [some, others] = [joined.get(a)!, joined.get(b)!]
      if (!(isAlike ? isOne(a, b) : isOneNearly(a, b)) || !areCompatible(some, others)) near.push([a, b])
      else if (some !== others) {
        clusters.join(a.first, b.first)
        some.push(...others)
        for (const form of others) joined.set(form, some)
      }
    }
  }
  return near
}

/**
 * None without a country brings together two whom a country parts, and no short name two whom a longer one does: «أحمد بن سالم الحربي» and «أحمد بن علي الحربي» stay two, whoever «أحمد
 * الحربي» is.
 */
const areCompatible = (some: readonly Form[], others: readonly Form[]): boolean =>
  some === others || some.every(({ actor: x }) => others.every(({ actor: y }) => agree(x.country, y.country) && !areTwoLongNames(x, y)))

/** Names of three words and more, of one first and last name, that go on differently between. */
const areTwoLongNames = (x: Named, y: Named): boolean =>
  Math.min(x.words.length, y.words.length) > 2 && !isNamedAlike(x, y) && isSameName(ends(x), ends(y)) && !isNearName(x.words, y.words)
const ends = ({ words }: Named): string[] => [words[0]!, words.at(-1)!]

const isNamedAlike = (x: Named, y: Named): boolean => isSameName(x.words, y.words) || isSamePatronymic(x.name, y.name)

/** Words that two share of their roles, from which on the roles vouch: «قائد الجيش» is two. */
const VOUCHING_ROLE = 2
const roleStems = memo((role: string) => nameWords(role).map((word) => stem(word)), 20_000)
const shareRoles = (a: Form, b: Form): boolean => [...a.roles].filter((one) => b.roles.has(one)).length >= VOUCHING_ROLE

/** People named beside both, from which on they vouch for two who are named nearly alike. */
const VOUCHING_COMPANY = 2
const shareCompany = (a: Form, b: Form): boolean => [...a.company].filter((key) => b.company.has(key)).length >= VOUCHING_COMPANY

/** Whether two who are named nearly alike are one: never in one article, and only in one state, and in one office or with the same people. */
const isOneNearly = (a: Form, b: Form): boolean =>
  agree(a.actor.country, b.actor.country) &&
  (shareRoles(a, b) || shareCompany(a, b)) &&
  ![...a.articles].some((article) => b.articles.has(article))

/** Those of one spelling are parted by their countries already; who has none is neither. */
const isSameSpelling = (x: Named, y: Named): boolean => x.words.join(' ') === y.words.join(' ')

/** Whether two who are named alike are one. */
function isOne(a: Form, b: Form): boolean {
  const [x, y] = [a.actor, b.actor]
  if (!agree(x.country, y.country) || isSameSpelling(x, y)) return false
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
export function groupSingles(singles: readonly Grouped[], fulls: readonly Grouped[]): BlockGroups {
  const people = [...groupBy(fulls, ({ person }) => person!)].map(([person, members]) => ({
    person,
    members: members.map(named),
    company: new Set(members.flatMap(({ company }) => company)),
  }))
  const candidates: MergeCandidate[] = []
  const persons = new Map(
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
      const isApart = only?.members.some(({ anchor }) => local.links.some((link) => link.isApart && link.other === anchor)) === true
      if (called.length !== 1 || !only || isApart) return [single.anchor, single.anchor]
      const shared = single.company.filter((key) => only.company.has(key)).length
      const isVouched = shared > 0 || (single.country !== null && only.members.some(({ country }) => country === single.country))
      if (isVouched) return [single.anchor, only.person]
      const full = only.members[0]!
      if (candidates.length < MAX_CANDIDATES) {
        candidates.push({
          block: keysOf(local).block,
          a: full.anchor,
          b: single.anchor,
          features: {
            names: [full.name, single.name],
            said_countries: [full.country, single.country],
            is_patronymic: false,
            shared_company: 0,
          },
        })
      }
      return [single.anchor, single.anchor]
    }),
  )
  return { persons, candidates }
}
