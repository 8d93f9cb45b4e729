import { quoteAt } from '../correction/place-quote.ts'
import type { DecidedReport, DecisionAnchor } from '../domain/decision.ts'
import { AppError } from '../domain/errors.ts'
import { overlaps } from '../domain/span.ts'
import type { Storage } from '../storage/port.ts'
import type { ReportPlace } from '../storage/port-queries.ts'
import type { MentionRef } from './decision-schema.ts'

type Store = Pick<Storage, 'articles' | 'actors' | 'meetings' | 'decisions'>

const missing = (pointer: string, detail: string): AppError =>
  new AppError('invalid-body', `«${pointer.slice(1)}»: ${detail}`, [{ pointer, code: 'not-found', detail }])

async function bodyOf({ articles }: Store, id: string, pointer: string): Promise<string> {
  const found = await articles.get(id)
  if (!found || !('item' in found)) throw missing(pointer, `there is no article ${id}`)
  return found.item.body
}

/** Letters of a name, and of a sentence, at most. */
export const [MAX_NAME, MAX_EVIDENCE] = [300, 5_000]

/** A stretch of an article as an anchor; throws `invalid-body` where there is none, or where it is no text that a decision can be kept on. */
export async function spanAnchor(store: Store, span: MentionRef, pointer: string, maxLength: number = MAX_NAME): Promise<DecisionAnchor> {
  const body = await bodyOf(store, span.article, `${pointer}/article`)
  checkSpan(body, span, pointer, maxLength)
  return { article: span.article, quote: quoteAt(body, span), about: [] }
}

/** Throws `invalid-body` where a stretch of a body is out of it, too long, blank or half a letter. */
export function checkSpan(body: string, { start, end }: { start: number; end: number }, pointer: string, maxLength: number): void {
  const text = body.slice(start, end)
  if (start >= end || end > body.length)
    throw missing(`${pointer}/end`, `is not behind «start» and within the body, which has ${body.length} letters`)
  if (end - start > maxLength) throw missing(pointer, `has ${end - start} letters; at most ${maxLength} are taken: give the words alone`)
  if (!/[\p{L}\p{N}]/u.test(text) || !text.isWellFormed()) throw missing(pointer, `covers «${text.toWellFormed()}», which is no word`)
}

/** Throws `invalid-body` where a stretch cuts a mention: a judgement is on words that stand whole. */
export async function refuseCut({ articles }: Store, { article, start, end }: MentionRef, pointer: string): Promise<void> {
  for (const { mentions } of await articles.actors(article)) {
    const cut = mentions.find((one) => overlaps(one, { start, end }) && (one.start < start || one.end > end))
    if (cut) throw missing(pointer, `cuts the mention «${cut.surface}», which is {"start": ${cut.start}, "end": ${cut.end}}; take it whole`)
  }
}

/** Throws `invalid-body` where two mentions of one article are of one actor within it: they are parted by linking one of them to somebody else. */
export async function refuseOneActor({ articles }: Store, [a, b]: readonly DecisionAnchor[]): Promise<void> {
  if (!a || !b || a.article !== b.article) return
  const isOne = (await articles.actors(a.article)).some(({ mentions }) =>
    [a, b].every(({ quote }) => mentions.some((mention) => overlaps(mention, quote))),
  )
  if (isOne) throw missing('/other', 'names the same actor within the article; say whom one of the mentions names with mention.link')
}

/** A mention that names somebody; throws `invalid-body` where nobody is named. */
export async function mentionAnchor(store: Store, span: MentionRef, pointer: string): Promise<DecisionAnchor> {
  const anchor = await spanAnchor(store, span, pointer)
  await refuseCut(store, span, pointer)
  const named = (await store.articles.actors(span.article)).some(({ mentions }) => mentions.some((mention) => overlaps(mention, span)))
  if (!named) throw missing(pointer, `«${anchor.quote.exact}» names nobody there; link it to an actor with mention.link`)
  return anchor
}

/** An actor by id, or by a mention. */
export async function actorAnchor(store: Store, actor: string | MentionRef, pointer: string): Promise<DecisionAnchor> {
  if (typeof actor !== 'string') return mentionAnchor(store, actor, pointer)
  const found = await store.actors.get(actor)
  const place = found && !('isGone' in found) ? await store.decisions.placeOfActor('movedTo' in found ? found.movedTo : actor) : null
  if (!place) throw missing(pointer, `there is no actor ${actor}`)
  const body = await bodyOf(store, place.article, pointer)
  return { article: place.article, quote: quoteAt(body, place), about: [place.name] }
}

/** A report, or the first of a meeting, with what it says. */
export async function reportAnchor(
  store: Store,
  id: string,
  pointer: string,
): Promise<{ anchor: DecisionAnchor; place: ReportPlace; body: string }> {
  const place = await store.decisions.placeOfReport(await reportOf(store, id, pointer))
  if (!place) throw missing(pointer, `there is no report ${id}`)
  const body = await bodyOf(store, place.report.article, pointer)
  const about = place.participants.map(({ name }) => name)
  return { anchor: { article: place.report.article, quote: quoteAt(body, place.report.evidence[0]!), about }, place, body }
}

async function reportOf({ meetings }: Store, id: string, pointer: string): Promise<string> {
  if (!id.startsWith('mtg_')) return id
  const found = await meetings.get(id)
  const meeting = found && 'movedTo' in found ? await meetings.get(found.movedTo) : found
  if (!meeting || !('item' in meeting)) throw missing(pointer, `there is no meeting ${id}`)
  return meeting.item.evidence[0]!.report
}

/** What a report says now, as it is kept when somebody confirms it. */
export const snapshotOf = ({ report, participants }: ReportPlace, body: string): DecidedReport => ({
  kind: report.kind,
  status: report.status,
  date: report.date?.from ? { from: report.date.from, to: report.date.to ?? report.date.from } : null,
  place: report.place && { name: report.place.name, country: report.place.country, is_country: report.place.isCountry },
  participants: report.participants.map(({ span, part }, i) => ({
    quote: quoteAt(body, span),
    part,
    name: participants[i]!.name,
    kind: participants[i]!.kind,
  })),
})
