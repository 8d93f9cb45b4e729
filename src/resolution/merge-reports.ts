import { createHash } from 'node:crypto'
import { groupBy } from '../domain/group-by.ts'
import type { Actor, EvidenceRecord, Meeting, MeetingDate, MeetingParticipant } from '../domain/meeting.ts'
import { MEETING_STATUSES, type MeetingKind, type MeetingStatus } from '../domain/report.ts'
import type { LocalReport, ResolvedReport } from '../domain/resolution.ts'

/** What is said on one day weighs in this order; a later day outweighs an earlier one. */
const STATUS_ORDER: readonly MeetingStatus[] = ['held', 'ongoing', 'cancelled', 'denied', 'planned', 'possible']
const PRECISION = { day: 0, month: 1, year: 2 } as const
const TITLE_NOUNS: Readonly<Record<MeetingKind, string>> = { meeting: 'لقاء', visit: 'زيارة', call: 'اتصال', conference: 'مؤتمر' }
const MAX_TITLE_NAMES = 3

/** The meeting that a group of reports tells of, every field by what the reports say of it, in an order that is theirs and not of arrival. */
export function meetingOf(id: string, group: readonly ResolvedReport[], actors: ReadonlyMap<string, Actor>): Meeting {
  const resolved = [...group].sort((a, b) => byDay(a.report, b.report))
  const reports = resolved.map(({ report }) => report)
  const participants = participantsOf(resolved, actors)
  const kind = mostSaid(reports.map((report) => report.kind))
  const place = placeOf(reports)
  const votes = votesOf(reports)
  const days = reports.flatMap(({ published }) => (published ? [published] : []))
  const sources = new Set(reports.flatMap(({ source }) => (source === null ? [] : [source])))
  const articles = new Set(reports.map(({ article }) => article))
  const unsourced = new Set(reports.filter(({ source }) => source === null).map(({ article }) => article)).size
  return {
    id,
    title: titleOf(kind, participants, place?.name ?? null),
    kind,
    status: statusOf(reports),
    status_votes: votes,
    status_history: reports.map(({ published, status, anchor, article }) => ({ published, status, report: anchor, article })),
    disputed: (votes.held ?? 0) > 0 && (votes.denied ?? 0) + (votes.cancelled ?? 0) > 0,
    participants,
    participants_complete: participants.length > 1 && kind !== 'conference',
    date: dateOf(reports),
    place,
    evidence: resolved.flatMap((one) => evidenceOf(one, actors)),
    counts: { reports: reports.length, articles: articles.size, sources: sources.size, independent_sources: sources.size + unsourced },
    first_reported: days[0] ?? null,
    last_reported: days.at(-1) ?? null,
    confidence: Math.round((1 - reports.reduce((doubt, { confidence }) => doubt * (1 - confidence), 1)) * 100) / 100,
  }
}

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

/** The most precise date, the one said most often among those, the first said where they are even. */
function dateOf(reports: readonly LocalReport[]): MeetingDate | null {
  const dates = reports.flatMap(({ date }) =>
    date?.from && date.precision ? [{ ...date, from: date.from, to: date.to ?? date.from, precision: date.precision }] : [],
  )
  if (dates.length === 0) return null
  const finest = Math.min(...dates.map(({ precision }) => PRECISION[precision]))
  const candidates = dates.filter(({ precision }) => PRECISION[precision] === finest)
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
