import { groupBy } from '../domain/group-by.ts'
import type { Actor } from '../domain/meeting.ts'
import type { Beside, Grouped, ResolutionStep, ResolutionTask, ResolvedReport } from '../domain/resolution.ts'
import { actorFrom } from './actor-from.ts'
import { companyOf, keysOf } from './actor-keys.ts'
import { meetingOf } from './merge-reports.ts'
import { type BlockGroups, groupBlock, groupSingles, joinGroups } from './resolve-actors.ts'
import { canBeOne, isJoined, leastShared, resolveMeetings } from './resolve-meetings.ts'

/** Reports of one encounter, or of what may be one, beyond which none is looked for: a bound on the work of one step. */
const MAX_COMPONENT = 1_000

/** What a step asks the store while it works. */
export type Context = {
  /** Reports that share actors with given ones and may be of their time, and those that decisions name beside them; those that are known only as pairs. */
  beside(anchors: readonly string[], known: { has(anchor: string): boolean }): Promise<Beside>
  /** For each group of anchors the id that it has a right to: that of the oldest of its anchors, else a new one. */
  ids(prefix: 'act' | 'mtg', groups: readonly (readonly string[])[]): Promise<readonly string[]>
  actors(ids: readonly string[]): Promise<readonly Actor[]>
  /** Within each group of articles, for those whose text is that of another one of the group, which one that is. */
  copies(groups: readonly (readonly string[])[]): Promise<readonly ReadonlyMap<string, string>[]>
}

/** What one step of resolution finds. Pure over the task and what the store answers. */
export async function solve(task: ResolutionTask, context: Context): Promise<ResolutionStep> {
  switch (task.kind) {
    case 'rekey':
      return {
        kind: 'rekey',
        locals: task.articles.flatMap((locals) =>
          locals.map((local, i) => ({ anchor: local.anchor, company: companyOf(locals, i), ...keysOf(local) })),
        ),
      }
    case 'groups':
      return { kind: 'groups', ...together([...groupBy(task.locals, (local) => keysOf(local).block).values()].map(groupBlock)) }
    case 'singles':
      return { kind: 'singles', ...together(singlesOf(task.singles, task.people)) }
    case 'actors': {
      const groups = joinGroups(task.locals)
      const anchors = groups.map((members) => members.map(({ anchor }) => anchor))
      const ids = await context.ids('act', anchors)
      return { kind: 'actors', actors: groups.map((members, i) => ({ actor: actorFrom(ids[i]!, members), anchors: anchors[i]! })) }
    }
    case 'meetings': {
      const components = await componentsOf(task.seeds, context)
      const groups = components.flatMap(({ reports }) => resolveMeetings(reports))
      const anchors = groups.map((group) => group.map(({ report }) => report.anchor))
      const ids = await context.ids('mtg', anchors)
      const actors = await context.actors([...new Set(groups.flat().flatMap(({ actorOf }) => [...actorOf.values()]))])
      const copies = await context.copies(groups.map((group) => [...new Set(group.map(({ report }) => report.article))]))
      const byId = new Map(actors.map((actor) => [actor.id, actor]))
      return {
        kind: 'meetings',
        meetings: groups.map((group, i) => ({ meeting: meetingOf(ids[i]!, group, byId, copies[i]), anchors: anchors[i]! })),
        settled: components.flatMap(({ reports, isWhole }) => (isWhole ? reports.map(({ report }) => report.anchor) : [])),
      }
    }
  }
}

/** Block by block, each with the full names of whoever has it for a last name. */
function singlesOf(singles: readonly Grouped[], people: readonly Grouped[]): BlockGroups[] {
  const fulls = people.filter((local) => keysOf(local).surname !== null)
  const byPerson = groupBy(fulls, ({ person }) => person!)
  const bySurname = groupBy(fulls, (local) => keysOf(local).surname ?? '')
  return [...groupBy(singles, (local) => keysOf(local).block)].map(([block, called]) => {
    const namesakes = new Set((bySurname.get(block.slice('one '.length)) ?? []).map(({ person }) => person!))
    return groupSingles(
      called,
      [...namesakes].flatMap((person) => byPerson.get(person)!),
    )
  })
}

const together = (blocks: readonly BlockGroups[]): BlockGroups => ({
  persons: new Map(blocks.flatMap(({ persons }) => [...persons])),
  candidates: blocks.flatMap(({ candidates }) => candidates),
})

type Component = { readonly reports: readonly ResolvedReport[]; readonly isWhole: boolean }

/** The seeds with every report that can be one with them, and with those in turn: which meetings they make up does not depend on any other report. */
async function componentsOf(seeds: readonly ResolvedReport[], { beside }: Pick<Context, 'beside'>): Promise<Component[]> {
  const known = new Map(seeds.map((seed) => [seed.report.anchor, seed]))
  const componentOf = new Map(seeds.map(({ report }) => [report.anchor, new Set([report.anchor])]))
  const cut = new Set<string>()
  for (let frontier = [...known.keys()]; frontier.length > 0; ) {
    const { pairs, reports } = await beside(frontier, known)
    const found = new Map(reports.map((report) => [report.report.anchor, report]))
    frontier = []
    for (const { one, other, shared } of pairs) {
      const [a, b] = [known.get(one)!, known.get(other) ?? found.get(other)]
      if (!b || !(isJoined(a, b) || (shared >= leastShared(a) && canBeOne(a, b)))) continue
      const component = componentOf.get(one)!
      if (!known.has(other)) {
        if (component.size >= MAX_COMPONENT) {
          cut.add(one)
          continue
        }
        known.set(other, b)
        componentOf.set(other, new Set([other]))
        frontier.push(other)
      }
      merge(componentOf, component, componentOf.get(other)!)
    }
  }
  return [...new Set(componentOf.values())].map((anchors) => ({
    reports: [...anchors].map((anchor) => known.get(anchor)!),
    isWhole: ![...anchors].some((anchor) => cut.has(anchor)),
  }))
}

/** Makes one component of two, the smaller one going into the larger. */
function merge(componentOf: Map<string, Set<string>>, a: Set<string>, b: Set<string>): void {
  if (a === b) return
  const [large, small] = a.size >= b.size ? [a, b] : [b, a]
  for (const anchor of small) {
    large.add(anchor)
    componentOf.set(anchor, large)
  }
}
