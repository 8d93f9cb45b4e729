import type { Actor } from '../../domain/meeting.ts'
import type { Storage } from '../port.ts'
import type { ReviewItem } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { prepare, prepareValue } from './prepare.ts'

/** Below it a report is worth a look. */
const DOUBTFUL = 0.8

/** The queue as rows, made when it is asked for: what decisions have settled is not in it. `impact` counts the articles that a judgement would touch. */
const QUEUE = `
  SELECT 'merge-candidate' AS kind, 'rev_' || c.a || '+' || c.b AS id, min(x.articles, y.articles) + 0.0 AS impact, c.a AS a, c.b AS b, NULL AS meeting, NULL AS report, c.features AS features
    FROM merge_candidates c JOIN local_actors l ON l.anchor = c.a JOIN local_actors m ON m.anchor = c.b JOIN actors x ON x.id = l.actor JOIN actors y ON y.id = m.actor
    WHERE x.id <> y.id AND NOT EXISTS (SELECT 1 FROM links k JOIN local_actors o ON o.anchor = k.other JOIN local_actors w ON w.anchor = k.anchor WHERE k.is_apart AND w.actor = x.id AND o.actor = y.id) GROUP BY min(x.id, y.id), max(x.id, y.id)
  UNION ALL
  SELECT 'doubtful-report', 'rev_' || r.anchor, round(1 - (r.report ->> 'confidence'), 2), NULL, NULL, r.meeting, r.anchor, json_object('confidence', r.report ->> 'confidence')
    FROM reports r WHERE r.report ->> 'confidence' < ${DOUBTFUL} AND coalesce(json_array_length(r.report, '$.rulings'), 0) = 0
  UNION ALL
  SELECT 'disputed-meeting', 'rev_' || t.id, t.data ->> '$.counts.articles' + 0.0, NULL, NULL, t.id, NULL, json_object('status_votes', json(t.data -> 'status_votes'))
    FROM meetings t WHERE t.disputed = 1 AND NOT (t.data ->> 'reviewed')`

type Row = {
  kind: ReviewItem['kind']
  id: string
  impact: number
  a: string | null
  b: string | null
  meeting: string | null
  report: string | null
  features: string
}

/** The queue of what is worth judging, what touches most first. */
export function reviewStore(db: Connection): Storage['review'] {
  const page = prepare<Record<string, string | number | bigint | null>, Row>(
    db,
    `SELECT * FROM (${QUEUE}) q WHERE ($kinds IS NULL OR q.kind IN (SELECT value FROM json_each($kinds)))
     AND ($others IS NULL OR q.kind NOT IN (SELECT value FROM json_each($others)))
     AND ($impact IS NULL OR q.impact < $impact OR (q.impact = $impact AND q.id > $id)) ORDER BY q.impact DESC, q.id LIMIT $limit`,
  )
  const counts = prepare<Record<string, string | null>, { kind: string; count: number }>(
    db,
    `SELECT q.kind, count(*) AS count FROM (${QUEUE}) q WHERE ($kinds IS NULL OR q.kind IN (SELECT value FROM json_each($kinds))) AND ($others IS NULL OR q.kind NOT IN (SELECT value FROM json_each($others))) GROUP BY q.kind ORDER BY 2 DESC, 1`,
  )
  const actorAt = prepareValue<[string], string>(db, 'SELECT a.data FROM local_actors l JOIN actors a ON a.id = l.actor WHERE l.anchor = ?')
  const quoteOf = prepareValue<[string], string>(db, "SELECT report ->> '$.evidence[0].exact' FROM reports WHERE anchor = ?")
  const itemOf = ({ a, b, report, features, ...row }: Row): ReviewItem => ({
    ...row,
    report,
    quote: report === null ? null : (quoteOf.get(report) ?? null),
    actors: [a, b].flatMap((anchor) => {
      const data = anchor === null ? undefined : actorAt.get(anchor)
      if (data === undefined) return []
      const { id, name, kind, country } = JSON.parse(data) as Actor
      return [{ id, name, kind, country }]
    }),
    features: JSON.parse(features),
  })
  return {
    list: async ({ filters, limit, after, facets, count }) => {
      const asked = (negated: boolean): string | null => {
        const filter = filters.find((one) => one.negated === negated)
        return filter ? JSON.stringify(filter.values) : null
      }
      const [kinds, others] = [asked(false), asked(true)]
      const rows = page.all({ kinds, others, impact: after?.value ?? null, id: after?.id ?? null, limit: BigInt(limit + 1) })
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const byKind = counts.all({ kinds, others })
      return {
        items: shown.map(itemOf),
        next: rows.length > limit && last ? { value: last.impact, id: last.id } : null,
        total: count === 'none' ? null : { value: byKind.reduce((sum, one) => sum + one.count, 0), relation: 'eq' },
        facets:
          facets.length === 0
            ? {}
            : {
                kind: { buckets: byKind.map((one) => ({ value: one.kind, label: one.kind, count: one.count })), other: 0, relation: 'eq' },
              },
        histogram: null,
        notes: [],
      }
    },
  }
}
