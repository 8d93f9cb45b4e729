import type { AnchoredDecision, Decision, DecisionAnchor, DecisionState, JudgedDecision } from '../../domain/decision.ts'
import type { Place } from '../../domain/outlet.ts'
import type { Storage } from '../port.ts'
import type { DecisionFacet, DecisionField, DecisionQuery } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { stampOf } from './decision-anchors.ts'
import { GROW } from './generation.ts'
import { listRows } from './list.ts'
import { prepare, prepareValue } from './prepare.ts'
import { localsOfArticle, reportsBy } from './resolution-rows.ts'
import { isIn, type Listing, UNSEARCHED } from './source.ts'

/** What the two sides of a decision belong to now. */
const side = (number: 0 | 1, of: string): string => `(SELECT ${of} AND s.decision = t.number AND s.side = ${number})`
const actorOf = 'l.actor FROM decision_anchors s JOIN local_actors l ON l.anchor = s.target WHERE true'
const meetingOf = 'r.meeting FROM decision_anchors s JOIN reports r ON r.anchor = s.target WHERE true'
/** A decision on the same field of the same thing that comes later, or is a person's where this one is imported. */
const OVERRULED = `EXISTS (SELECT 1 FROM decisions n WHERE n.kind = t.kind AND n.number <> t.number AND n.withdrawn_at IS NULL
  AND ((n.origin = t.origin AND n.number > t.number) OR (n.origin = 'human' AND t.origin = 'import'))
  AND (t.kind IN ('actor.name', 'actor.kind', 'actor.country') AND ${side(0, actorOf)} = ${side(0, actorOf).replaceAll('t.number', 'n.number')}
    OR t.kind = 'report.set' AND n.value ->> 'field' = t.value ->> 'field' AND ${side(0, 's.target FROM decision_anchors s WHERE true')} = ${side(0, 's.target FROM decision_anchors s WHERE true').replaceAll('t.number', 'n.number')}
    OR t.kind = 'meeting.set' AND n.value ->> 'field' = t.value ->> 'field' AND ${side(0, meetingOf)} = ${side(0, meetingOf).replaceAll('t.number', 'n.number')}))`
const STATE = `CASE WHEN t.withdrawn_at IS NOT NULL THEN 'withdrawn'
  WHEN EXISTS (SELECT 1 FROM decision_anchors a WHERE a.decision = t.number AND a.is_bound = 0) THEN 'orphaned'
  WHEN EXISTS (SELECT 1 FROM decision_anchors a WHERE a.decision = t.number AND a.is_bound = 2) OR ${OVERRULED} THEN 'contradicted'
  WHEN t.kind IN ('actor.same', 'mention.link') AND ${side(0, actorOf)} <> ${side(1, actorOf)} THEN 'contradicted'
  WHEN t.kind = 'actor.different' AND ${side(0, actorOf)} = ${side(1, actorOf)} THEN 'contradicted'
  WHEN t.kind = 'meeting.same' AND ${side(0, meetingOf)} <> ${side(1, meetingOf)} THEN 'contradicted'
  WHEN t.kind = 'meeting.different' AND ${side(0, meetingOf)} = ${side(1, meetingOf)} THEN 'contradicted'
  ELSE 'applied' END`

const LISTING: Listing<DecisionField, 'created' | 'id', DecisionFacet> = {
  ...UNSEARCHED,
  table: 'decisions',
  filters: {
    kind: isIn('t.kind'),
    state: isIn(STATE),
    origin: isIn('t.origin'),
    article: `EXISTS (SELECT 1 FROM decision_anchors a WHERE a.decision = t.number AND ${isIn('a.article')})`,
  },
  sorts: { created: 't.number', id: 't.id' },
  facets: {
    kind: 'SELECT t.kind AS value, t.kind AS label FROM m JOIN decisions t ON t.rowid = m.rowid',
    state: `SELECT ${STATE} AS value, ${STATE} AS label FROM m JOIN decisions t ON t.rowid = m.rowid`,
    origin: 'SELECT t.origin AS value, t.origin AS label FROM m JOIN decisions t ON t.rowid = m.rowid',
  },
}

type Row = Omit<Decision, 'anchors' | 'value'> & { number: number; value: string; state: DecisionState }
type AnchorRow = { article: string; quote: string; about: string; problem: string | null }

const anchorOf = ({ article, quote, about }: Omit<AnchorRow, 'problem'>): DecisionAnchor => ({
  article,
  quote: JSON.parse(quote),
  about: JSON.parse(about),
})

/** The decisions of a store: appended and withdrawn, never changed. */
export function decisionStore(db: Connection): Storage['decisions'] {
  const byNumber = prepare<[number], Row>(
    db,
    `SELECT t.number, t.id, t.kind, t.value, t.note, t.author, t.origin, t.created_at, t.withdrawn_at, ${STATE} AS state FROM decisions t WHERE t.number = ?`,
  )
  const anchorsOf = prepare<[number], AnchorRow>(
    db,
    'SELECT article, quote, about, problem FROM decision_anchors WHERE decision = ? ORDER BY side',
  )
  const numberOf = prepareValue<[string], number>(db, 'SELECT number FROM decisions WHERE id = ?')
  const judged = (number: number): JudgedDecision => {
    const { number: _, value, state, ...row } = byNumber.get(number)!
    const anchors = anchorsOf.all(number)
    const problem = anchors.find((anchor) => anchor.problem !== null)?.problem ?? null
    return {
      ...row,
      value: JSON.parse(value),
      anchors: anchors.map(anchorOf),
      state,
      problem:
        state === 'orphaned' ? (problem ?? 'the article is not in the store') : state === 'contradicted' ? (problem ?? CONTRADICTED) : null,
    }
  }
  const insert = prepare<unknown[]>(
    db,
    'INSERT OR IGNORE INTO decisions (id, kind, value, note, author, origin, created_at, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertAnchor = prepare<unknown[]>(db, 'INSERT INTO decision_anchors (decision, side, article, quote, about) VALUES (?, ?, ?, ?, ?)')
  const add = db.transaction((decisions: readonly Decision[]) =>
    decisions.map(({ id, kind, anchors, value, note, author, origin, created_at, withdrawn_at }) => {
      const { changes, lastInsertRowid } = insert.run(id, kind, JSON.stringify(value), note, author, origin, created_at, withdrawn_at)
      if (changes === 0) return false
      for (const [i, { article, quote, about }] of anchors.entries())
        insertAnchor.run(BigInt(lastInsertRowid), BigInt(i), article, JSON.stringify(quote), JSON.stringify(about))
      prepare<unknown[]>(db, GROW).run()
      return true
    }),
  )
  const onArticle = prepare<
    [string],
    AnchorRow & { number: number; side: number; id: string; kind: string; value: string; origin: string }
  >(
    db,
    `SELECT d.number, a.side, d.id, d.kind, d.value, d.origin, a.article, a.quote, a.about FROM decision_anchors a JOIN decisions d ON d.number = a.decision
     WHERE a.article = ? AND d.withdrawn_at IS NULL ORDER BY d.number, a.side`,
  )
  const judgedArticles = prepareValue<[string], string>(
    db,
    'SELECT DISTINCT article FROM decision_anchors WHERE article IN (SELECT value FROM json_each(?))',
  )
  return {
    add: async (decisions) => add.immediate(decisions),
    get: async (id) => {
      const number = numberOf.get(id)
      return number === undefined ? null : judged(number)
    },
    list: async (query: DecisionQuery) => {
      const { rows, text: _, ...page } = listRows(db, LISTING, query)
      return { ...page, items: rows.map(({ rowid }) => judged(rowid)), notes: [] }
    },
    placeOfActor: async (id) =>
      prepare<[string], { article: string; name: string; start: number; end: number }>(
        db,
        `SELECT a.id AS article, l.name, m.start, m."end" FROM local_actors l JOIN mentions m ON m.article = l.article AND m.number = l.number JOIN articles a ON a.rowid = l.article
         WHERE l.actor = ? ORDER BY l.rulings LIKE '%"linked"%', m.rule = 'person.title-only', m."end" - m.start DESC, a.id, m.start LIMIT 1`,
      ).get(id) ?? null,
    placesNamed: async (name) =>
      prepareValue<[string], string>(db, "SELECT data FROM places WHERE data ->> 'name' = ? ORDER BY meetings DESC, id")
        .all(name)
        .map((data): Place => JSON.parse(data)),
    placeOfReport: async (anchor) => {
      const [found] = reportsBy(db, [anchor])
      if (!found) return null
      const named = new Map(localsOfArticle(db, found.report.article).map((local) => [local.index, local]))
      return { report: found.report, participants: found.report.participants.map(({ actor }) => named.get(actor)!) }
    },
    withdraw: async (id, at) => {
      prepare<unknown[]>(db, 'UPDATE decisions SET withdrawn_at = coalesce(withdrawn_at, ?) WHERE id = ?').run(at, id)
      prepare<unknown[]>(db, GROW).run()
    },
    onArticles: async (ids) =>
      new Map(
        judgedArticles.all(JSON.stringify(ids)).map((article) => [
          article,
          {
            stamp: stampOf(db, article),
            decisions: onArticle.all(article).map(({ number, side: of, id, kind, value, origin, ...anchor }) => ({
              number,
              side: of,
              id,
              kind,
              value: JSON.parse(value),
              origin,
              anchor: anchorOf(anchor),
            })) as AnchoredDecision[],
          },
        ]),
      ),
  }
}

const CONTRADICTED = 'another decision says otherwise, and that one holds'
