import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { quoteAt } from '../correction/place-quote.ts'
import type { DecidedPlace, Decision, DecisionAnchor, DecisionValue, FieldValue, JudgedDecision } from '../domain/decision.ts'
import { AppError } from '../domain/errors.ts'
import { overlaps } from '../domain/span.ts'
import type { Extract } from '../ingest/article.ts'
import { rereadArticles } from '../ingest/reread.ts'
import type { Storage } from '../storage/port.ts'
import {
  actorAnchor,
  checkSpan,
  MAX_EVIDENCE,
  MAX_NAME,
  mentionAnchor,
  refuseCut,
  refuseOneActor,
  reportAnchor,
  snapshotOf,
  spanAnchor,
} from './anchors.ts'
import type { NewDecision } from './decision-schema.ts'

/** Where judgements are made. What they change is told once `settle` of the intake has run. */
export type Desk = {
  /** Makes a decision and reads the articles that it is about anew; throws `invalid-body` where something that it names is not there. */
  decide(given: NewDecision, author: string | null): Promise<JudgedDecision>
  /** Takes a decision back; null where there is none. */
  withdraw(id: string): Promise<JudgedDecision | null>
  /** Takes in decisions of another store: what each was to this one. `other` has the id of another decision here, and was not taken. */
  take(decisions: readonly Decision[]): Promise<readonly ('created' | 'unchanged' | 'withdrawn' | 'other')[]>
  /** A decision and what has become of it. */
  get(id: string): Promise<JudgedDecision | null>
}

/** `clock` gives the time as ISO. */
export function deskOf(storage: Storage, extract: Extract, clock: () => string): Desk {
  const reread = async (decisions: readonly Pick<Decision, 'anchors'>[]): Promise<void> => {
    const articles = [...new Set(decisions.flatMap(({ anchors }) => anchors.map(({ article }) => article)))]
    for (let i = 0; i < articles.length; i += BATCH) await rereadArticles(storage, extract, articles.slice(i, i + BATCH))
  }
  return {
    decide: async (given, author) => {
      const { anchors, value } = await judged(storage, given)
      const content = { kind: given.kind, anchors, value, note: given.note ?? null, author, created_at: clock() }
      const id = await freeId(storage, JSON.stringify(content))
      const decision: Decision = { id, ...content, origin: 'human', withdrawn_at: null }
      const standing = await sameDecision(storage, decision)
      if (standing) return standing
      await storage.decisions.add([decision])
      try {
        await reread([decision])
      } catch (error) {
        await storage.decisions.withdraw(id, clock())
        throw error
      }
      return (await storage.decisions.get(id))!
    },
    withdraw: async (id) => {
      const known = await storage.decisions.get(id)
      if (!known) return null
      await storage.decisions.withdraw(id, clock())
      await reread([known])
      return storage.decisions.get(id)
    },
    take: async (decisions) => {
      const added = await storage.decisions.add(decisions.map((decision) => ({ ...decision, origin: 'import' })))
      const results: ('created' | 'unchanged' | 'withdrawn' | 'other')[] = []
      for (const [i, decision] of decisions.entries()) {
        const known = added[i] ? null : await storage.decisions.get(decision.id)
        const isOther = known !== null && !saysTheSame(known, decision)
        const isTakenBack = known !== null && decision.withdrawn_at !== null && known.withdrawn_at === null
        if (!isOther && isTakenBack) await storage.decisions.withdraw(decision.id, decision.withdrawn_at!)
        results.push(added[i] ? 'created' : isOther ? 'other' : isTakenBack ? 'withdrawn' : 'unchanged')
      }
      await reread(decisions.filter((_, i) => results[i] === 'created' || results[i] === 'withdrawn'))
      return results
    },
    get: (id) => storage.decisions.get(id),
  }
}

const BATCH = 20

const saysTheSame = (a: Decision, b: Decision): boolean => isDeepStrictEqual([a.kind, a.anchors, a.value], [b.kind, b.anchors, b.value])

/** A decision that stands and says the same of the same: made twice, it is one. */
async function sameDecision({ decisions }: Pick<Storage, 'decisions'>, made: Decision): Promise<JudgedDecision | null> {
  const { article } = made.anchors[0]!
  for (const { id } of (await decisions.onArticles([article])).get(article)?.decisions ?? []) {
    const other = await decisions.get(id)
    if (other && saysTheSame(other, made)) return other
  }
  return null
}

/** The id of a decision is made of what it says; one that was withdrawn and is made anew gets another. */
async function freeId({ decisions }: Pick<Storage, 'decisions'>, content: string): Promise<string> {
  for (let salt = 0; ; salt++) {
    const id = `dec_${createHash('sha256')
      .update(salt === 0 ? content : `${content}#${salt}`)
      .digest('hex')
      .slice(0, 12)}`
    const known = await decisions.get(id)
    if (known === null || known.withdrawn_at === null) return id
  }
}

/** A decision on quotes, made of one on ids and spans. */
async function judged(storage: Storage, given: NewDecision): Promise<{ anchors: DecisionAnchor[]; value: DecisionValue }> {
  switch (given.kind) {
    case 'actor.same':
    case 'actor.different': {
      const anchors = [await actorAnchor(storage, given.actor, '/actor'), await actorAnchor(storage, given.other, '/other')]
      if (given.kind === 'actor.different') await refuseOneActor(storage, anchors)
      return { anchors: refuseSame(anchors), value: null }
    }
    case 'actor.name':
    case 'actor.kind':
    case 'actor.country':
    case 'actor.role':
      return { anchors: [await actorAnchor(storage, given.actor, '/actor')], value: { value: given.value } }
    case 'mention.link': {
      await refuseCut(storage, given.mention, '/mention')
      const anchors = [await spanAnchor(storage, given.mention, '/mention'), await actorAnchor(storage, given.actor, '/actor')]
      return { anchors: refuseSame(anchors), value: null }
    }
    case 'mention.unlink':
      return { anchors: [await mentionAnchor(storage, given.mention, '/mention')], value: null }
    case 'report.confirm': {
      const { anchor, place, body } = await reportAnchor(storage, given.report, '/report')
      return { anchors: [anchor], value: { report: snapshotOf(place, body) } }
    }
    case 'report.reject':
      return { anchors: [(await reportAnchor(storage, given.report, '/report')).anchor], value: null }
    case 'report.set':
      return {
        anchors: [(await reportAnchor(storage, given.report, '/report')).anchor],
        value: { field: given.field, value: await placed(storage, given.value) },
      }
    case 'meeting.set':
      return {
        anchors: [(await reportAnchor(storage, given.meeting, '/meeting')).anchor],
        value: { field: given.field, value: given.value },
      }
    case 'meeting.same':
    case 'meeting.different': {
      const anchors = [
        (await reportAnchor(storage, given.meeting, '/meeting')).anchor,
        (await reportAnchor(storage, given.other, '/other')).anchor,
      ]
      return { anchors: refuseSame(anchors), value: null }
    }
    case 'meeting.create': {
      const anchor = await spanAnchor(storage, given.evidence, '/evidence', MAX_EVIDENCE)
      const found = await storage.articles.get(anchor.article)
      const body = found && 'item' in found ? found.item.body : ''
      const { participants, ...told } = given.meeting
      for (const [i, span] of participants.entries()) {
        const pointer = `/meeting/participants/${i}`
        checkSpan(body, span, pointer, MAX_NAME)
        await refuseCut(storage, { article: anchor.article, ...span }, pointer)
        if (participants.slice(0, i).some((other) => overlaps(other, span))) {
          const detail = 'names who is named before; name each participant once'
          throw new AppError('invalid-body', `«${pointer.slice(1)}»: ${detail}`, [{ pointer, code: 'repeated', detail }])
        }
      }
      const named = participants.map(({ start, end, kind, part }) => ({
        quote: quoteAt(body, { start, end }),
        name: body.slice(start, end),
        kind,
        part,
      }))
      return {
        anchors: [{ ...anchor, about: named.map(({ name }) => name) }],
        value: { report: { ...told, place: (await placed(storage, told.place)) as DecidedPlace, participants: named } },
      }
    }
  }
}

/** A place of which only the name is given is the one of that name that meetings are known at, where there is one; anything else is as it was given. */
async function placed({ decisions }: Pick<Storage, 'decisions'>, value: FieldValue): Promise<FieldValue> {
  if (typeof value !== 'object' || value === null || !('name' in value) || value.country !== null || value.is_country) return value
  const [only, ...others] = await decisions.placesNamed(value.name)
  return only && others.length === 0 ? { name: only.name, country: only.country, is_country: only.kind === 'country' } : value
}

/** Nothing is the same as itself, or another than itself, by a decision. */
function refuseSame(anchors: DecisionAnchor[]): DecisionAnchor[] {
  const [a, b] = anchors.map(({ article, quote, about }) => JSON.stringify([article, quote.start, quote.end, about]))
  if (a !== b) return anchors
  const detail =
    'both are one now: name each by a mention {article, start, end}, of meetings each by a report; or withdraw the decision that joined them'
  throw new AppError('invalid-body', detail, [{ pointer: '', code: 'same-thing', detail }])
}
