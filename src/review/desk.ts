import { createHash } from 'node:crypto'
import { quoteAt } from '../correction/place-quote.ts'
import type { Decision, DecisionAnchor, DecisionValue, JudgedDecision } from '../domain/decision.ts'
import { AppError } from '../domain/errors.ts'
import type { Extract } from '../ingest/article.ts'
import { rereadArticles } from '../ingest/reread.ts'
import type { Storage } from '../storage/port.ts'
import { actorAnchor, reportAnchor, snapshotOf, spanAnchor } from './anchors.ts'
import type { NewDecision } from './decision-schema.ts'

/** Where judgements are made. What they change is told once `settle` of the intake has run. */
export type Desk = {
  /** Makes a decision and reads the articles that it is about anew; throws `invalid-body` where something that it names is not there. */
  decide(given: NewDecision, author: string | null): Promise<JudgedDecision>
  /** Takes a decision back; null where there is none. */
  withdraw(id: string): Promise<JudgedDecision | null>
  /** Takes in decisions of another store; true for each that is new here. */
  take(decisions: readonly Decision[]): Promise<readonly boolean[]>
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
      await storage.decisions.add([decision])
      await reread([decision])
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
      await reread(decisions.filter((_, i) => added[i]))
      return added
    },
    get: (id) => storage.decisions.get(id),
  }
}

const BATCH = 20

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
      return { anchors: refuseSame(anchors), value: null }
    }
    case 'actor.name':
    case 'actor.kind':
    case 'actor.country':
    case 'actor.role':
      return { anchors: [await actorAnchor(storage, given.actor, '/actor')], value: { value: given.value } }
    case 'mention.link': {
      const anchors = [await spanAnchor(storage, given.mention, '/mention'), await actorAnchor(storage, given.actor, '/actor')]
      return { anchors: refuseSame(anchors), value: null }
    }
    case 'mention.unlink':
      return { anchors: [await spanAnchor(storage, given.mention, '/mention')], value: null }
    case 'report.confirm': {
      const { anchor, place, body } = await reportAnchor(storage, given.report, '/report')
      return { anchors: [anchor], value: { report: snapshotOf(place, body) } }
    }
    case 'report.reject':
      return { anchors: [(await reportAnchor(storage, given.report, '/report')).anchor], value: null }
    case 'report.set':
      return { anchors: [(await reportAnchor(storage, given.report, '/report')).anchor], value: { field: given.field, value: given.value } }
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
      const anchor = await spanAnchor(storage, given.evidence, '/evidence')
      const found = await storage.articles.get(anchor.article)
      const body = found && 'item' in found ? found.item.body : ''
      const { participants, ...told } = given.meeting
      for (const [i, { start, end }] of participants.entries()) {
        if (start < end && end <= body.length) continue
        const pointer = `/meeting/participants/${i}`
        const detail = `is no stretch of ${anchor.article}, whose body has ${body.length} letters`
        throw new AppError('invalid-body', `«${pointer.slice(1)}»: ${detail}`, [{ pointer, code: 'out-of-range', detail }])
      }
      const named = participants.map(({ start, end, kind, part }) => ({
        quote: quoteAt(body, { start, end }),
        name: body.slice(start, end),
        kind,
        part,
      }))
      return {
        anchors: [{ ...anchor, about: named.map(({ name }) => name) }],
        value: { report: { ...told, participants: named } },
      }
    }
  }
}

/** Nothing is the same as itself, or another than itself, by a decision. */
function refuseSame(anchors: DecisionAnchor[]): DecisionAnchor[] {
  const [a, b] = anchors.map(({ article, quote, about }) => JSON.stringify([article, quote.start, quote.end, about]))
  if (a !== b) return anchors
  const detail = 'both are the same'
  throw new AppError('invalid-body', detail, [{ pointer: '', code: 'same-thing', detail }])
}
