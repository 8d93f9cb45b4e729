import type { ActorKind } from '../../domain/actor.ts'
import type { FoundActor, FoundParticipant, FoundReport } from '../../domain/extraction.ts'
import { groupBy } from '../../domain/group-by.ts'
import { daysBetween, rangesOverlap } from '../../domain/partial-date.ts'
import { type MeetingStatus, type ReportedDate, type ReportedPlace, tookPlace } from '../../domain/report.ts'
import type { DraftReport } from './draft-report.ts'

/** Frames that tell of an encounter by one side: a body that meets, a session that somebody leads. */
const ONE_SIDED = new Set(['frame.body', 'frame.attended', 'frame.alone'])

/** What an article says of one encounter in several places weighs in this order. */
const STATUS_RANK: readonly MeetingStatus[] = ['possible', 'planned', 'ongoing', 'held', 'denied', 'cancelled']

/** Brings the mentions of one encounter within an article together: same sides, and nothing said of it that cannot both be true. */
export function foldReports(told: readonly DraftReport[], actors: readonly FoundActor[]): FoundReport[] {
  const drafts = withStandIns(told, actors)
  const folded: DraftReport[] = []
  for (const draft of [...drafts].sort((a, b) => Number(b.isAsserted) - Number(a.isAsserted) || weight(b) - weight(a))) {
    const from = Math.max(0, folded.length - MAX_FOLDED)
    const at = folded.findIndex((known, i) => i >= from && isSameEncounter(known, draft))
    if (at < 0) folded.push(draft)
    else folded[at] = join(folded[at]!, draft)
  }
  return folded
    .filter(
      ({ participants, kind, rules }) =>
        kind === 'conference' || kind === 'visit' || participants.length > 1 || rules.some((rule) => ONE_SIDED.has(rule)),
    )
    .sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
    .map(({ isAsserted: _, isDefinite: __, recalled, ...report }) => ({
      ...report,
      date: report.date?.from ? report.date : (recalled?.date ?? report.date),
      place: report.place?.scope === 'sentence' ? report.place : (recalled?.place ?? report.place),
    }))
}

/** «القمة الأميركية الروسية» is the encounter of those who are told to have met for these states, where it is one. */
function withStandIns(drafts: readonly DraftReport[], actors: readonly FoundActor[]): DraftReport[] {
  const isOf = ({ participants }: DraftReport, kind: ActorKind): boolean => participants.every(({ actor }) => actors[actor]!.kind === kind)
  const statesOf = ({ participants }: DraftReport): string =>
    participants
      .map(({ actor }) => actors[actor]!.country ?? '?')
      .sort()
      .join(' ')
  const people = groupBy(
    drafts.filter((draft) => draft.kind === 'meeting' && isOf(draft, 'person')),
    statesOf,
  )
  return drafts.map((draft) => {
    if (draft.participants.length < 2 || draft.kind !== 'meeting' || !isOf(draft, 'government')) return draft
    const told = (people.get(statesOf(draft)) ?? []).filter(({ status }) => tookPlace(status) === tookPlace(draft.status))
    const only = told.find((other) => fits(other.date, draft.date) && samePlace(other.place, draft.place))
    if (!only || told.slice(0, MAX_TOLD).some((other) => !sameActors(other, only))) return draft
    return { ...draft, participants: only.participants.map((one) => ({ ...one, scope: 'article' as const })), isAsserted: false }
  })
}
/** Encounters of one article that a mention is compared with: more than any article of the news tells. */
const MAX_FOLDED = 300
/** Mentions of an encounter that are looked at. */
const MAX_TOLD = 50

const sameActors = (a: DraftReport, b: DraftReport): boolean =>
  a.participants.length === b.participants.length &&
  a.participants.every(({ actor }) => b.participants.some((other) => other.actor === actor))

const weight = ({ participants, date, place }: DraftReport): number => participants.length + (date?.from ? 2 : 0) + (place ? 1 : 0)

function isSameEncounter(a: DraftReport, b: DraftReport): boolean {
  if ((a.kind === 'visit') !== (b.kind === 'visit') || (a.kind === 'call') !== (b.kind === 'call')) return false
  const isConference = isSameConference(a, b)
  if (!isConference && !a.participants.some(({ actor }) => b.participants.some((other) => other.actor === actor))) return false
  const [small, large] = [a, b].map((draft) => new Set(sidesOf(draft))).sort((x, y) => x.size - y.size) as [Set<number>, Set<number>]
  const shared = [...small].filter((actor) => large.has(actor)).length
  if (isConference) return fits(a.date, b.date) && samePlace(a.place, b.place)
  if (shared < small.size || shared === 0) return false
  if (small.size === 1 && a.kind !== 'visit' && !isSameSession(a, b) && !isOfAlone(a, b) && !isOfAlone(b, a)) return false
  if (isWithAttendant(a, b) || isWithAttendant(b, a) || isBeside(a, b) || isBeside(b, a)) return false
  if (a.kind === 'visit' && (a.status !== b.status || a.place?.name !== b.place?.name)) return false
  if ((a.status === 'denied') !== (b.status === 'denied') && (shared < large.size || isOfOtherDay(a, b) || isOfOtherDay(b, a))) return false
  const [on, or] = [dateOf(a), dateOf(b)]
  if (!fits(on, or) || !samePlace(a.place, b.place)) return false
  const isOpen = (status: MeetingStatus): boolean => status === 'planned' || status === 'possible'
  const dated = [on, or].filter((date) => date?.from).length
  if (a.kind === 'visit' && dated === 1) return false
  if (isOpen(a.status) !== isOpen(b.status) && dated < 2 && !isHeadline(a, b) && !isHeadline(b, a) && !isPurpose(a, b) && !isPurpose(b, a))
    return [a, b].some(({ isAsserted, date }) => !isAsserted && !date?.from)
  return true
}

/** «نفى أن يكون قد اتصل به … وكانا قد تحادثا في 9 أيلول»: what is denied of no day is not what was on one. */
const isOfOtherDay = (denied: DraftReport, held: DraftReport): boolean =>
  denied.status === 'denied' && !denied.date?.from && held.status === 'held' && held.isAsserted && !!held.date?.from

/** Who took part, but for mediators beside two others: another mention may leave them out. */
function sidesOf({ participants }: DraftReport): number[] {
  const sides = participants.filter(({ part }) => part !== 'mediator')
  return (sides.length > 1 ? sides : participants).map(({ actor }) => actor)
}

/** «فيدان يلتقي حسين في أنقرة», and then «التقى فيدان أمس حسين»: headlines tell in the present what was on the day or the day before. */
function isHeadline(told: DraftReport, held: DraftReport): boolean {
  const isFirst = told.evidence[0]!.start < held.evidence[0]!.start
  if (told.status !== 'planned' || !told.rules.includes('status.present') || told.date?.from || held.status !== 'held') return false
  return isFirst && sameActors(told, held) && isOfLastDay(held)
}

/** On the day of publication or the day before. */
const isOfLastDay = ({ date }: DraftReport): boolean =>
  !!date?.anchor && !!date.from && date.from.length === date.anchor.length && Math.abs(daysBetween(date.anchor, date.from)) <= 1

/** «وصل X إلى الرياض للقاء Y … والتقى X Y»: what one set out for, or is told in the present of no day, is what came of it. */
const isPurpose = (told: DraftReport, held: DraftReport): boolean =>
  told.status === 'planned' &&
  held.status === 'held' &&
  !held.rules.includes('status.noun') &&
  sameActors(told, held) &&
  (!held.date?.from || isOfLastDay(held)) &&
  (told.rules.includes('status.purpose') || (told.rules.includes('status.present') && !told.date?.from))

/** «استقبل الرئيس الوزيرة … بحضور وزير الخارجية», «وكانت الوزيرة قد أجرت محادثات مع وزير الخارجية»: whoever only attended the one met somebody apart in the other. */
const isWithAttendant = (small: DraftReport, large: DraftReport): boolean =>
  small.isAsserted &&
  !small.isDefinite &&
  !large.isDefinite &&
  small.participants.length < large.participants.length &&
  small.participants.every(({ scope }) => scope === 'sentence') &&
  small.participants.some(({ actor }) => large.participants.some((one) => one.actor === actor && one.scope !== 'sentence'))

/** «وعلى هامش القمة عقد X اجتماعا ثنائيا مع Y»: two of those who came to a conference, or to a summit of more, met apart. */
const isBeside = (meeting: DraftReport, conference: DraftReport): boolean =>
  (conference.kind === 'conference' ||
    (conference.rules.includes('noun.qimma') && conference.participants.length > meeting.participants.length + 1)) &&
  meeting.kind === 'meeting' &&
  meeting.isAsserted &&
  !meeting.isDefinite &&
  meeting.participants.length < conference.participants.length

/** «عقد مجلس الأمن اجتماعا», «وبدأ اجتماع المجلس»: one body sits once a day. */
const isSameSession = (a: DraftReport, b: DraftReport): boolean =>
  a.kind === b.kind && [a, b].every(({ participants, rules }) => participants.length === 1 && rules.includes('frame.body'))

/** «أجرى المبعوث مباحثات», and then «التقى المبعوث الوزير»: talks of one side are what is told of it with another. */
const isOfAlone = (alone: DraftReport, { status, participants }: DraftReport): boolean =>
  alone.rules.includes('frame.alone') && alone.status === status && participants.length > 1

/** «المؤتمر» is the conference that was told before, whoever else is said to come. */
const isSameConference = (a: DraftReport, b: DraftReport): boolean =>
  a.kind === 'conference' && a.kind === b.kind && a.rules[0] === b.rules[0] && (a.isDefinite || b.isDefinite)

/** When it was, by its own words or by a later mention. */
const dateOf = ({ date, recalled }: DraftReport): ReportedDate | null => (date?.from ? date : (recalled?.date ?? date))

const fits = (a: ReportedDate | null, b: ReportedDate | null): boolean =>
  !a?.from || !b?.from || rangesOverlap({ from: a.from, to: a.to ?? a.from }, { from: b.from, to: b.to ?? b.from })

const samePlace = (a: ReportedPlace | null, b: ReportedPlace | null): boolean =>
  !a || !b || a.name === b.name || (a.country === null) !== (b.country === null) || (a.country !== null && a.country === b.country)

/** The date of the first mention, but a day that another tells of its month or week, or a date that only another tells. */
function whichDate({ date: known }: DraftReport, { date: other }: DraftReport): ReportedDate | null {
  const isFiner =
    known?.from &&
    other?.from &&
    (known.from === known.to
      ? other.from.length > known.from.length && other.from.startsWith(known.from)
      : other.from === other.to && other.precision === 'day' && fits(known, other))
  if (known?.from && !isFiner) return known
  return other?.from ? { ...other, scope: 'article' } : (known ?? other)
}

function join(known: DraftReport, other: DraftReport): DraftReport {
  const isSaid = ({ actor }: FoundParticipant) => other.participants.find((one) => one.actor === actor && one.scope === 'sentence')
  const participants = known.participants.map((one) => isSaid(one) ?? one)
  for (const one of other.participants)
    if (!participants.some(({ actor }: FoundParticipant) => actor === one.actor)) participants.push({ ...one, scope: 'article' })
  const status = other.isAsserted && STATUS_RANK.indexOf(other.status) > STATUS_RANK.indexOf(known.status) ? other.status : known.status
  return {
    ...known,
    participants,
    status,
    date: whichDate(known, other),
    place: known.place ?? (other.place && { ...other.place, scope: 'article' }),
    evidence: [...known.evidence, ...other.evidence].filter((quote, i, all) => all.findIndex(({ exact }) => exact === quote.exact) === i),
    attributedTo: known.attributedTo ?? other.attributedTo,
    rules: [...new Set([...known.rules, ...other.rules])],
    confidence: Math.max(known.confidence, other.confidence),
    isAsserted: known.isAsserted || other.isAsserted,
    recalled: { date: known.recalled?.date ?? other.recalled?.date ?? null, place: known.recalled?.place ?? other.recalled?.place ?? null },
  }
}
