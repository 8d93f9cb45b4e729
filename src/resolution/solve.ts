import { groupBy } from '../domain/group-by.ts'
import type { Actor } from '../domain/meeting.ts'
import type { Grouped, ResolutionStep, ResolutionTask, ResolvedReport } from '../domain/resolution.ts'
import { actorFrom } from './actor-from.ts'
import { companyOf, keysOf } from './actor-keys.ts'
import { meetingOf } from './merge-reports.ts'
import { type BlockGroups, groupBlock, groupSingles, joinGroups } from './resolve-actors.ts'
import { canBeOne, isJoined, leastShared, resolveMeetings } from './resolve-meetings.ts'

/** Reports of one encounter, or of what may be one, beyond which none is looked for: a bound on the work of one step. */
const MAX_COMPONENT = 1_000

/** What a step asks the store while it works. */
export type Context = {
  /** Reports that share so many actors and may be of one time, and those that decisions join with it, but for those that are known. */
  beside(report: ResolvedReport, sharing: number, known: ReadonlySet<string>): Promise<readonly ResolvedReport[]>
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
      const groups = components.flatMap((component) => resolveMeetings(component))
      const anchors = groups.map((group) => group.map(({ report }) => report.anchor))
      const ids = await context.ids('mtg', anchors)
      const actors = await context.actors([...new Set(groups.flat().flatMap(({ actorOf }) => [...actorOf.values()]))])
      const copies = await context.copies(groups.map((group) => [...new Set(group.map(({ report }) => report.article))]))
      const byId = new Map(actors.map((actor) => [actor.id, actor]))
      return {
        kind: 'meetings',
        meetings: groups.map((group, i) => ({ meeting: meetingOf(ids[i]!, group, byId, copies[i]), anchors: anchors[i]! })),
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

/** The seeds with every report that can be one with them, and with those in turn: which meetings they make up does not depend on any other report. */
async function componentsOf(seeds: readonly ResolvedReport[], { beside }: Pick<Context, 'beside'>): Promise<ResolvedReport[][]> {
  const seen = new Set<string>()
  const components: ResolvedReport[][] = []
  for (const seed of seeds) {
    if (seen.has(seed.report.anchor)) continue
    const component = [seed]
    seen.add(seed.report.anchor)
    for (let at = 0; at < component.length && component.length < MAX_COMPONENT; at++) {
      const one = component[at]!
      for (const other of await beside(one, leastShared(one), seen)) {
        if (seen.has(other.report.anchor) || !(canBeOne(one, other) || isJoined(one, other))) continue
        seen.add(other.report.anchor)
        component.push(other)
      }
    }
    components.push(component)
  }
  return components
}
