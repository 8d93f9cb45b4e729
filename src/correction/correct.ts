import type { AnchoredDecision, Binding, DecidedReport, DecisionKind, FieldValue, Ruling, SettableField } from '../domain/decision.ts'
import type { Extraction } from '../domain/extraction.ts'
import type { Span } from '../domain/span.ts'
import {
  actorAt,
  type Draft,
  type DraftActor,
  type DraftReport,
  dateOf,
  detach,
  draftOf,
  extractionOf,
  forgetMention,
  placeOf,
  reportAt,
} from './draft.ts'
import { placeQuote } from './place-quote.ts'

/** What an anchor was found to be: an actor or report, something that is gone as it should be, or nothing. */
type Found = { readonly actor: DraftActor } | { readonly report: DraftReport } | { readonly isGone: true } | { readonly problem: string }
type Rule = (draft: Draft, decision: AnchoredDecision, span: Span) => Found

export type Corrected = {
  readonly extraction: Extraction
  /** What decisions say of each actor and report, in their order. */
  readonly actorRulings: readonly (readonly Ruling[])[]
  readonly reportRulings: readonly (readonly Ruling[])[]
  /** Where each anchor was found; given how actors and reports are called by their index. */
  readonly bindings: (actor: (index: number) => string, report: (index: number) => string) => Binding[]
}

const NO_ACTOR: Found = { problem: 'nobody is named by this quote any more' }
const NO_REPORT: Found = { problem: 'no encounter is told by this quote any more' }

const onActor: Rule = (draft, decision, span) => {
  const actor = actorAt(draft, span)
  if (!actor) return NO_ACTOR
  const field = ACTOR_FIELDS[decision.kind]
  if (field) {
    const { value } = decision.value as { value: string | null }
    actor.rulings.push(rulingOf(decision, 'actor', field, value, field === 'role' ? null : actor[field]))
  }
  return { actor }
}

/** A mention with an actor of its own; of two links of one mention the later holds. */
const link: Rule = (draft, decision, span) => {
  const actor = detach(draft, span)
  actor.rulings = [...actor.rulings.filter(({ field }) => field !== 'linked'), rulingOf(decision, 'actor', 'linked', null, null)]
  return { actor }
}

const onReport =
  (change: (report: DraftReport, decision: AnchoredDecision, draft: Draft) => unknown): Rule =>
  (draft, decision, span) => {
    const report = reportAt(draft, span, decision.anchor.about)
    if (!report) return NO_REPORT
    change(report, decision, draft)
    return { report }
  }

/** A report as somebody confirmed or told it; where the extractor finds none, it is made of what was kept of it. */
const settled: Rule = (draft, decision, span) => {
  const { report: decided } = decision.value as { report: DecidedReport }
  const participants: DraftReport['participants'] = []
  for (const { quote, name, kind, part } of decided.participants) {
    const at = placeQuote(draft.body, quote)
    if ('found' in at) return { problem: `«${quote.exact}», who took part, ${lost(at.found)}` }
    const actor = actorAt(draft, at) ?? detach(draft, at, kind)
    if (actor.mentions.every(({ rule }) => rule === 'decision')) actor.name = name
    participants.push({ actor, part, as: quote.exact, span: at, scope: 'article' })
  }
  let report = decision.kind === 'meeting.create' ? null : reportAt(draft, span, decision.anchor.about)
  const machine = report && { kind: report.kind, status: report.status, date: report.date, place: report.place }
  if (!report) {
    const evidence = [{ ...span, exact: draft.body.slice(span.start, span.end) }]
    report = { ...FRESH, kind: decided.kind, status: decided.status, evidence, participants, rules: [], rulings: [] }
    draft.reports.push(report)
  }
  const same = (a: DraftReport['date'], b: DecidedReport['date']): boolean =>
    (a?.from ?? null) === (b?.from ?? null) && (a?.to ?? a?.from ?? null) === (b?.to ?? null)
  Object.assign(report, {
    kind: decided.kind,
    status: decided.status,
    date: same(report.date, decided.date) ? report.date : dateOf(decided.date, span),
    place: (report.place?.name ?? null) === (decided.place?.name ?? null) ? report.place : placeOf(decided.place, span),
    participants,
    confidence: 1,
    rules: [...report.rules, 'decision'],
  })
  report.rulings.push(rulingOf(decision, 'report', 'confirmed', true, machine))
  return { report }
}

const FRESH = { date: null, place: null, attributedTo: null, confidence: 1 } as const

function setField(report: DraftReport, decision: AnchoredDecision): void {
  const { field, value } = decision.value as { field: SettableField; value: FieldValue }
  const span = report.evidence[0]!
  report.rulings.push(rulingOf(decision, 'report', field, value, report[field]))
  if (field === 'date') report.date = dateOf(value as DecidedReport['date'], span)
  else if (field === 'place') report.place = placeOf(value as DecidedReport['place'], span)
  else Object.assign(report, { [field]: value })
}

const setMeeting = (report: DraftReport, decision: AnchoredDecision): void => {
  const { field, value } = decision.value as { field: SettableField; value: FieldValue }
  report.rulings.push(rulingOf(decision, 'meeting', field, value, null))
}

/** What each kind of decision does to an article. */
const RULES: Readonly<Record<DecisionKind, Rule>> = {
  'actor.same': onActor,
  'actor.different': onActor,
  'actor.name': onActor,
  'actor.kind': onActor,
  'actor.country': onActor,
  'actor.role': onActor,
  'mention.link': (draft, decision, span) => (decision.side === 0 ? link(draft, decision, span) : onActor(draft, decision, span)),
  'mention.unlink': (draft, _decision, span) => (forgetMention(draft, span) ? { isGone: true } : NO_ACTOR),
  'report.confirm': settled,
  'report.reject': (draft, { anchor }, span) => {
    const report = reportAt(draft, span, anchor.about)
    draft.reports = draft.reports.filter((other) => other !== report)
    return report ? { isGone: true } : NO_REPORT
  },
  'report.set': onReport(setField),
  'meeting.set': onReport(setMeeting),
  'meeting.same': onReport(() => {}),
  'meeting.different': onReport(() => {}),
  'meeting.create': settled,
}

const ACTOR_FIELDS: Readonly<Partial<Record<DecisionKind, 'name' | 'kind' | 'country' | 'role'>>> = {
  'actor.name': 'name',
  'actor.kind': 'kind',
  'actor.country': 'country',
  'actor.role': 'role',
}

/**
 * What the extractor found in an article, as decisions leave it: in the order of their numbers, each where its quote stands now. Pure; a decision whose quote
 * or whose subject is gone changes nothing and says why.
 */
export function correct(body: string, extraction: Extraction, decisions: readonly AnchoredDecision[]): Corrected {
  const draft = draftOf(body, extraction)
  const found = [...decisions]
    .sort((a, b) => a.number - b.number || a.side - b.side)
    .map((decision) => ({ decision, result: applied(draft, decision) }))
  const actors = new Map(draft.actors.map((actor, i) => [actor, i]))
  const reports = new Map(draft.reports.map((report, i) => [report, i]))
  return {
    extraction: extractionOf(draft),
    actorRulings: draft.actors.map(({ rulings }) => rulings),
    reportRulings: draft.reports.map(({ rulings }) => rulings),
    bindings: (actorName, reportName) =>
      found.map(({ decision: { number, side, kind }, result }): Binding => {
        if ('problem' in result) return { number, side, isBound: false, problem: result.problem, isOverruled: false }
        if ('isGone' in result) return { number, side, isBound: true, target: null }
        const index = 'actor' in result ? actors.get(result.actor) : reports.get(result.report)
        if (index === undefined) return { number, side, isBound: false, problem: OVERRULED, isOverruled: true }
        const isLink = 'actor' in result && kind === 'mention.link' && side === 0
        if (isLink && !result.actor.rulings.some((ruling) => ruling.field === 'linked' && ruling.number === number))
          return { number, side, isBound: false, problem: OVERRULED, isOverruled: true }
        return { number, side, isBound: true, target: 'actor' in result ? actorName(index) : reportName(index) }
      }),
  }
}

const OVERRULED = 'a later decision says otherwise'

/** Applies one decision; one that cannot be changes nothing more and says why, so that no decision stops an article. */
function applied(draft: Draft, decision: AnchoredDecision): Found {
  const span = placeQuote(draft.body, decision.anchor.quote)
  if ('found' in span) return { problem: `the quote ${lost(span.found)}` }
  try {
    return RULES[decision.kind](draft, decision, span)
  } catch (error) {
    return { problem: `it could not be applied: ${(error as Error).message}` }
  } finally {
    draft.actors = draft.actors.filter(({ mentions }) => mentions.length > 0)
  }
}

const lost = (found: number): string =>
  found === 0 ? 'does not stand in the article any more' : `stands ${found} times in the article, and which is meant cannot be told`

const rulingOf = (
  { id, number, origin }: AnchoredDecision,
  scope: Ruling['scope'],
  field: Ruling['field'],
  value: unknown,
  machine: unknown,
): Ruling => ({ decision: id, number, origin, scope, field, value, machine })
