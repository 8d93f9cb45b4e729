import type { Article } from '../domain/article.ts'
import type { Ruling } from '../domain/decision.ts'
import type { Extraction } from '../domain/extraction.ts'
import { groupBy } from '../domain/group-by.ts'
import type { ActorKeys, LocalActor, LocalReport } from '../domain/resolution.ts'
import { companyOf, isLinked, keysOf } from './actor-keys.ts'

const CONTEXT_LENGTH = 32

/** Name of a local actor that lasts as long as its first mention stands where it does; one that a decision has linked is another than who was there before. */
export const actorAnchor = (article: string, start: number, isLinkedOne: boolean): string => `${article}:${isLinkedOne ? 'm' : 'a'}${start}`
/** Name of a report that lasts as long as its evidence stands where it does; `index` parts those that share it. */
export const reportAnchor = (article: string, start: number, index: number): string => `${article}:r${start}.${index}`

const NO_RULINGS = { actorRulings: [], reportRulings: [] }

/** What one article gives to resolution, with what decisions say of it. */
export function localsOf(
  { id, published, source, url, body }: Pick<Article, 'id' | 'published' | 'source' | 'url' | 'body'>,
  { actors, reports }: Extraction,
  rulings: { readonly actorRulings: readonly (readonly Ruling[])[]; readonly reportRulings: readonly (readonly Ruling[])[] } = NO_RULINGS,
): { actors: (LocalActor & ActorKeys)[]; reports: LocalReport[] } {
  const day = published?.value ?? null
  const starts = new Map<number, number>()
  return {
    actors: actors.map(({ name, kind, country, countryBasis, roles, mentions, known = null }, index) => ({
      anchor: actorAnchor(
        id,
        mentions[0]!.start,
        isLinked({ name, kind, country, countryBasis, rulings: rulings.actorRulings[index] ?? [] }),
      ),
      article: id,
      published: day,
      index,
      name,
      kind,
      country,
      countryBasis,
      roles,
      known,
      rulings: rulings.actorRulings[index] ?? [],
      company: companyOf(actors, index),
      ...keysOf({ name, kind, country, countryBasis, rulings: rulings.actorRulings[index] ?? [] }),
      names: [
        ...groupBy(
          mentions.filter(({ rule }) => rule !== 'person.title-only'),
          ({ surface }) => surface,
        ),
      ].map(([surface, all]) => ({ name: surface, count: all.length })),
    })),
    reports: reports.map((report, i): LocalReport => {
      const start = report.evidence[0]!.start
      const index = starts.get(start) ?? 0
      starts.set(start, index + 1)
      const contexts = report.evidence.map((quote) => ({
        prefix: body.slice(Math.max(0, quote.start - CONTEXT_LENGTH), quote.start),
        suffix: body.slice(quote.end, quote.end + CONTEXT_LENGTH),
      }))
      return {
        ...report,
        anchor: reportAnchor(id, start, index),
        article: id,
        source,
        url,
        published: day,
        contexts,
        rulings: rulings.reportRulings[i] ?? [],
      }
    }),
  }
}
