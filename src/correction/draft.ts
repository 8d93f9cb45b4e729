import type { DecidedReport, Ruling } from '../domain/decision.ts'
import type { Extraction, FoundActor, FoundParticipant, FoundReport } from '../domain/extraction.ts'
import { overlaps, type Span } from '../domain/span.ts'

/** An extraction that decisions are being applied to: participants name their actor itself, so that actors can come and go. */
export type DraftActor = { -readonly [Key in keyof FoundActor]: FoundActor[Key] } & { rulings: Ruling[] }
export type DraftReport = Omit<{ -readonly [Key in keyof FoundReport]: FoundReport[Key] }, 'participants' | 'attributedTo'> & {
  participants: (Omit<FoundParticipant, 'actor'> & { readonly actor: DraftActor })[]
  attributedTo: DraftActor | null
  rulings: Ruling[]
}
export type Draft = { readonly body: string; actors: DraftActor[]; reports: DraftReport[] }

export function draftOf(body: string, { actors, reports }: Extraction): Draft {
  const drafts = actors.map((actor): DraftActor => ({ ...actor, rulings: [] }))
  return {
    body,
    actors: drafts,
    reports: reports.map((report) => ({
      ...report,
      participants: report.participants.map((one) => ({ ...one, actor: drafts[one.actor]! })),
      attributedTo: report.attributedTo === null ? null : drafts[report.attributedTo]!,
      rulings: [],
    })),
  }
}

/** What is left: nobody without a mention. */
export function extractionOf({ actors, reports }: Draft): Extraction {
  const number = new Map(actors.map((actor, i) => [actor, i]))
  return {
    actors: actors.map(({ rulings: _, ...actor }) => actor),
    reports: reports.map(({ rulings: _, ...report }) => ({
      ...report,
      participants: report.participants.map((one) => ({ ...one, actor: number.get(one.actor)! })),
      attributedTo: report.attributedTo === null ? null : (number.get(report.attributedTo) ?? null),
    })),
  }
}

/** The actor of the mention that a span is, or else touches. */
export function actorAt({ actors }: Draft, span: Span): DraftActor | null {
  const isExact = (mention: Span): boolean => mention.start === span.start && mention.end === span.end
  return (
    actors.find(({ mentions }) => mentions.some(isExact)) ??
    actors.find(({ mentions }) => mentions.some((mention) => overlaps(mention, span))) ??
    null
  )
}

/** Of the reports whose evidence touches a span the one that most of the names take part in, the nearest of several. */
export function reportAt({ reports }: Draft, span: Span, about: readonly string[]): DraftReport | null {
  const shared = ({ participants }: DraftReport): number => participants.filter(({ actor }) => about.includes(actor.name)).length
  const distance = ({ evidence }: DraftReport): number => Math.abs(evidence[0]!.start - span.start)
  const [best] = reports
    .filter(({ evidence }) => evidence.some((quote) => overlaps(quote, span)))
    .sort((a, b) => shared(b) - shared(a) || distance(a) - distance(b))
  return best ?? null
}

/**
 * Makes a mention one of an actor of its own, who is compared with nobody: only what he is linked with says who he is. Where nothing was named there, he is
 * somebody new; where somebody is named by nothing else, it is he.
 */
export function detach(draft: Draft, span: Span, kind: DraftActor['kind'] = 'person'): DraftActor {
  const surface = draft.body.slice(span.start, span.end)
  const holder = actorAt(draft, span)
  const moved = holder?.mentions.filter((mention) => overlaps(mention, span)) ?? []
  if (holder && moved.length === holder.mentions.length) return holder
  const alone: DraftActor = {
    name: surface.replace(/\s+/g, ' ').trim(),
    kind: holder?.kind ?? kind,
    country: null,
    countryBasis: null,
    roles: [],
    mentions: moved.length > 0 ? moved : [{ ...span, surface, rule: 'decision' }],
    rulings: [],
  }
  if (holder) holder.mentions = holder.mentions.filter((mention) => !moved.includes(mention))
  for (const report of draft.reports)
    report.participants = report.participants.map((one) => (overlaps(one.span, span) ? { ...one, actor: alone } : one))
  draft.actors.push(alone)
  return alone
}

/** Takes a mention away, with whoever took part in an encounter by it; false where nothing is named there. */
export function forgetMention(draft: Draft, span: Span): boolean {
  const holder = actorAt(draft, span)
  if (!holder) return false
  holder.mentions = holder.mentions.filter((mention) => !overlaps(mention, span))
  for (const report of draft.reports) {
    report.participants = report.participants.filter(
      ({ actor, span: named }) => actor !== holder || (holder.mentions.length > 0 && !overlaps(named, span)),
    )
    if (report.attributedTo === holder && holder.mentions.length === 0) report.attributedTo = null
  }
  draft.reports = draft.reports.filter(({ participants }) => participants.length > 0)
  if (holder.mentions.length === 0) draft.actors = draft.actors.filter((actor) => actor !== holder)
  return true
}

/** What a person said of the fields of a report. */
export const dateOf = (date: DecidedReport['date'], span: Span): DraftReport['date'] =>
  date && {
    ...date,
    precision: date.from.length === 4 ? 'year' : date.from.length === 7 ? 'month' : 'day',
    basis: 'decided',
    text: '',
    span,
    anchor: null,
    scope: 'article',
  }
export const placeOf = (place: DecidedReport['place'], span: Span): DraftReport['place'] =>
  place && { name: place.name, country: place.country, isCountry: place.is_country, span, scope: 'article' }
