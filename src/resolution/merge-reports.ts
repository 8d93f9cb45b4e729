import { createHash } from 'node:crypto'
import type { DecidedDate, DecidedPlace, Origin, Ruling, SettableField } from '../domain/decision.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Actor, EvidenceRecord, FieldBasis, Meeting, MeetingDate, MeetingParticipant } from '../domain/meeting.ts'
import { daysBetween, firstDay, lastDay, type PartialDate, precisionOf } from '../domain/partial-date.ts'
import { MEETING_STATUSES, type MeetingKind, type MeetingStatus } from '../domain/report.ts'
import type { LocalReport, ResolvedReport } from '../domain/resolution.ts'
import { Clusters } from './clusters.ts'
import { latest } from './latest.ts'

/** What is said on one day weighs in this order; a later day outweighs an earlier one. */
const STATUS_ORDER: readonly MeetingStatus[] = ['held', 'ongoing', 'cancelled', 'denied', 'planned', 'possible']
const PRECISION = { day: 0, month: 1, year: 2 } as const
const TITLE_NOUNS: Readonly<Record<MeetingKind, string>> = { meeting: 'لقاء', visit: 'زيارة', call: 'اتصال', conference: 'مؤتمر' }
const MAX_TITLE_NAMES = 3

/**
 * The meeting that a group of reports tells of, every field by what the reports say of it, in an order that is theirs and not of arrival. What somebody decided
 * of a report outweighs what the machine read in others, what was decided of the meeting outweighs both. `copyOf` names for an article the one whose text
 * it is.
 */
export function meetingOf(
  id: string,
  group: readonly ResolvedReport[],
  actors: ReadonlyMap<string, Actor>,
  copyOf: ReadonlyMap<string, string> = new Map(),
): Meeting {
  const resolved = [...group].sort((a, b) => byDay(a.report, b.report))
  const reports = resolved.map(({ report }) => report)
  const participants = participantsOf(resolved, actors)
  const kind = decided(reports, 'kind', (some) => mostSaid(some.map((report) => report.kind)))
  const status = decided(reports, 'status', statusOf)
  const date = decided(reports, 'date', dateOf, readDate)
  const place = decided(reports, 'place', placeOf, readPlace)
  const votes = votesOf(reports)
  const days = reports.flatMap(({ published }) => (published ? [published] : []))
  const rulings = reports.flatMap((report) => report.rulings)
  return {
    id,
    title: titleOf(kind.value, participants, place.value?.name ?? null),
    kind: kind.value,
    status: status.value,
    status_votes: votes,
    status_history: reports.map(({ published, status: said, anchor, article }) => ({ published, status: said, report: anchor, article })),
    disputed: (votes.held ?? 0) > 0 && (votes.denied ?? 0) + (votes.cancelled ?? 0) > 0,
    participants,
    participants_complete: participants.length > 1 && kind.value !== 'conference',
    date: date.value,
    place: place.value,
    evidence: resolved.flatMap((one) => evidenceOf(one, actors)),
    counts: countsOf(reports, copyOf),
    first_reported: days[0] ?? null,
    last_reported: days.at(-1) ?? null,
    confidence: Math.round((1 - reports.reduce((doubt, { confidence }) => doubt * (1 - confidence), 1)) * 100) / 100,
    origin: originOf(rulings),
    reviewed: rulings.length > 0 || group.some(({ links }) => links.length > 0),
    provenance: { kind: kind.basis, status: status.basis, date: date.basis, place: place.basis, participants: participantsBasis(reports) },
  }
}

const originOf = (rulings: readonly Ruling[]): Origin =>
  rulings.some(({ origin }) => origin === 'human') ? 'human' : rulings.some(({ origin }) => origin === 'import') ? 'import' : 'machine'

/** Articles that are one text, and those of one outlet, are one source. */
function countsOf(reports: readonly LocalReport[], copyOf: ReadonlyMap<string, string>): Meeting['counts'] {
  const articles = [...new Map(reports.map((report) => [report.article, report])).values()]
  const clusters = new Clusters(articles.length)
  for (const alike of [
    ...groupBy(
      [...articles.keys()].filter((i) => articles[i]!.source !== null),
      (i) => articles[i]!.source,
    ).values(),
    ...groupBy([...articles.keys()], (i) => copyOf.get(articles[i]!.article) ?? articles[i]!.article).values(),
  ])
    for (const i of alike.slice(1)) clusters.join(alike[0]!, i)
  const sources = new Set(articles.flatMap(({ source }) => (source === null ? [] : [source])))
  return { reports: reports.length, articles: articles.length, sources: sources.size, independent_sources: clusters.groups().length }
}

type Decided<Value> = { readonly value: Value; readonly basis: FieldBasis }

/** A field by the last decision on it, else by the reports that somebody has judged in it, else by all. */
function decided<Value>(
  reports: readonly LocalReport[],
  field: SettableField,
  read: (reports: readonly LocalReport[]) => Value,
  ofDecision: (value: never, reports: readonly LocalReport[]) => Value = (value) => value,
): Decided<Value> {
  const isOn = (scope: Ruling['scope']) => (ruling: Ruling) =>
    ruling.scope === scope && (ruling.field === field || (scope === 'report' && ruling.field === 'confirmed'))
  const last = latest(reports.flatMap(({ rulings }) => rulings.filter(isOn('meeting'))))
  const judged = reports.filter(({ rulings }) => rulings.some(isOn('report')))
  const ruling = last ?? latest(judged.flatMap(({ rulings }) => rulings.filter(isOn('report'))))
  if (!ruling) return { value: read(reports), basis: basisOf(saying(reports, field)) }
  const untouched = reports.flatMap((report) => asRead(report, field, isOn('report')))
  const machine = untouched.length === 0 ? null : read(untouched)
  const basis = { ...basisOf(last ? reports : judged), decision: ruling.decision, origin: ruling.origin, machine }
  return { value: last ? ofDecision(last.value as never, reports) : read(judged), basis }
}

/** A report with a field as the extractor read it; none where somebody told it whom the extractor had not read. */
function asRead(report: LocalReport, field: SettableField, isOn: (ruling: Ruling) => boolean): LocalReport[] {
  const [first] = report.rulings.filter(isOn)
  if (!first) return [report]
  if (first.field !== 'confirmed') return [{ ...report, [field]: first.machine }]
  return first.machine === null ? [] : [{ ...report, [field]: (first.machine as Record<string, unknown>)[field] }]
}

/** Who takes part is what reports say, and where somebody has confirmed or told one, what he said. */
function participantsBasis(reports: readonly LocalReport[]): FieldBasis {
  const ruling = latest(reports.flatMap(({ rulings }) => rulings.filter(({ field }) => field === 'confirmed')))
  return ruling ? { ...basisOf(reports), decision: ruling.decision, origin: ruling.origin } : basisOf(reports)
}

/** Reports that say anything of a field. */
const saying = (reports: readonly LocalReport[], field: SettableField): readonly LocalReport[] =>
  field === 'date' ? reports.filter(({ date }) => date) : field === 'place' ? reports.filter(({ place }) => place) : reports

const basisOf = (reports: readonly LocalReport[]): FieldBasis => ({
  reports: reports.map(({ anchor }) => anchor),
  decision: null,
  origin: 'machine',
  machine: null,
})

const readDate = (date: DecidedDate): MeetingDate | null =>
  date && { from: date.from, to: date.to, precision: precisionOf(date.from), basis: 'decided', text: '', anchor: null }
const readPlace = (place: DecidedPlace): Meeting['place'] =>
  place && { id: placeId(place.name, place.country), name: place.name, kind: place.is_country ? 'country' : 'town', country: place.country }

/** By day of publication, those without one first; on one day what is surer comes later, as it happened. */
function byDay(a: LocalReport, b: LocalReport): number {
  const [x, y] = [a.published ?? '', b.published ?? '']
  if (x !== y) return x < y ? -1 : 1
  return STATUS_ORDER.indexOf(b.status) - STATUS_ORDER.indexOf(a.status) || (a.anchor < b.anchor ? -1 : 1)
}

function participantsOf(reports: readonly ResolvedReport[], actors: ReadonlyMap<string, Actor>): MeetingParticipant[] {
  const said = reports.flatMap(({ report, actorOf }) => report.participants.map((one) => ({ ...one, id: actorOf.get(one.actor)! })))
  return [...groupBy(said, ({ id }) => id)].map(([id, all]): MeetingParticipant => {
    const { name, kind, country } = actors.get(id)!
    return { actor: { id, name, kind, country }, part: mostSaid(all.map(({ part }) => part)), as: [...new Set(all.map(({ as }) => as))] }
  })
}

const mostSaid = <T>(values: readonly T[]): T => [...groupBy(values, (value) => value)].sort(([, a], [, b]) => b.length - a.length)[0]![0]

/** The last day that says anything decides; on it the surest statement. Reports without a day of publication come first. */
function statusOf(reports: readonly LocalReport[]): MeetingStatus {
  const last = reports.at(-1)!.published
  const ofDay = reports.filter(({ published }) => published === last).map(({ status }) => status)
  const latest = STATUS_ORDER.find((status) => ofDay.includes(status))!
  const wasHeld = reports.some(({ status }) => status === 'held')
  return wasHeld && (latest === 'planned' || latest === 'possible') ? 'held' : latest
}

function votesOf(reports: readonly LocalReport[]): Partial<Record<MeetingStatus, number>> {
  const votes: Partial<Record<MeetingStatus, number>> = {}
  for (const status of MEETING_STATUSES) {
    const count = reports.filter((report) => report.status === status).length
    if (count > 0) votes[status] = count
  }
  return votes
}

/** The most precise date, of those the fewest days, the one said most often among those, the first said where they are even. */
function dateOf(reports: readonly LocalReport[]): MeetingDate | null {
  const dates = reports.flatMap(({ date }) =>
    date?.from && date.precision ? [{ ...date, from: date.from, to: date.to ?? date.from, precision: date.precision }] : [],
  )
  if (dates.length === 0) return null
  const finest = Math.min(...dates.map(({ precision }) => PRECISION[precision]))
  const finer = dates.filter(({ precision }) => PRECISION[precision] === finest)
  const days = ({ from, to }: { readonly from: PartialDate; readonly to: PartialDate }): number => daysBetween(firstDay(from), lastDay(to))
  const least = Math.min(...finer.map(days))
  const candidates = finer.filter((date) => days(date) === least)
  const from = mostSaid(candidates.map((date) => `${date.from}/${date.to}`))
  const { to, precision, basis, text, anchor, ...chosen } = candidates.find((date) => `${date.from}/${date.to}` === from)!
  return { from: chosen.from, to, precision, basis, text, anchor }
}

/** A town says more than its country. */
function placeOf(reports: readonly LocalReport[]): Meeting['place'] {
  const places = reports.flatMap(({ place }) => (place ? [place] : []))
  const towns = places.filter(({ isCountry }) => !isCountry)
  const candidates = towns.length > 0 ? towns : places
  if (candidates.length === 0) return null
  const name = mostSaid(candidates.map((place) => place.name))
  const { country, isCountry } = candidates.find((place) => place.name === name)!
  return { id: placeId(name, country), name, kind: isCountry ? 'country' : 'town', country }
}

/** A town of one name in another country is another place. */
const placeId = (name: string, country: string | null): string =>
  `plc_${createHash('sha256')
    .update(JSON.stringify([name, country]))
    .digest('hex')
    .slice(0, 12)}`

function evidenceOf({ report, actorOf }: ResolvedReport, actors: ReadonlyMap<string, Actor>): EvidenceRecord[] {
  const speaker = report.attributedTo === null ? undefined : actors.get(actorOf.get(report.attributedTo) ?? '')
  return report.evidence.map((quote, i) => ({
    report: report.anchor,
    article: report.article,
    source: report.source,
    url: report.url,
    published: report.published,
    quote: {
      exact: quote.exact,
      prefix: report.contexts[i]?.prefix ?? '',
      suffix: report.contexts[i]?.suffix ?? '',
      start: quote.start,
      end: quote.end,
    },
    status: report.status,
    attributed_to: speaker ? { id: speaker.id, name: speaker.name } : null,
    rules: report.rules,
  }))
}

function titleOf(kind: MeetingKind, participants: readonly MeetingParticipant[], place: string | null): string {
  const names = participants.slice(0, MAX_TITLE_NAMES).map(({ actor }) => actor.name)
  const more = participants.length > MAX_TITLE_NAMES ? ' وآخرين' : ''
  return `${TITLE_NOUNS[kind]} ${names.join(' و')}${more}${place ? ` ${kind === 'visit' ? 'إلى' : 'في'} ${place}` : ''}`
}
