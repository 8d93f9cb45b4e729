import { groupBy } from '../../domain/group-by.ts'
import type { Filter, Interval, MeetingField, Network, Pair, Timeline } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { MEETINGS, withDays } from './meeting-listing.ts'
import { prepare } from './prepare.ts'
import { type Params, sourceOf } from './source.ts'

const LENGTHS: Readonly<Record<Interval, number>> = { year: 4, month: 7, day: 10 }

/** Meetings that two actors both took part in, counted, with the articles of the store in the time that they span. */
export function pairOf(db: Connection, a: string, b: string): Pair {
  const rows = prepare<[string, string], { id: string; kind: string; status: string; from: string | null; to: string | null }>(
    db,
    `SELECT t.id, t.kind, t.status, t.data ->> '$.date.from' AS "from", t.data ->> '$.date.to' AS "to" FROM meeting_participants p
     JOIN meeting_participants q ON q.meeting = p.meeting JOIN meetings t ON t.id = p.meeting WHERE p.actor = ? AND q.actor = ? ORDER BY coalesce(t.first_day, ''), t.id`,
  ).all(a, b)
  const dated = rows.flatMap(({ id, from, to }) => (from === null ? [] : [{ meeting: id, date: { from, to: to ?? from } }]))
  const [first, last] = [dated[0] ?? null, dated.at(-1) ?? null]
  const count = (field: 'kind' | 'status'): Record<string, number> =>
    Object.fromEntries([...groupBy(rows, (row) => row[field])].map(([value, some]) => [value, some.length]))
  const span = first && last && { from: first.date.from, to: last.date.to }
  return {
    total: rows.length,
    undated: rows.length - dated.length,
    first,
    last,
    by_status: count('status'),
    by_kind: count('kind'),
    coverage: span && coverage(db, span),
  }
}

/** How much of a period the store's articles cover: a month or year counts whole. */
function coverage(db: Connection, { from, to }: { readonly from: string; readonly to: string }): NonNullable<Pair['coverage']> {
  const { articles, sources } = prepare<[string, string], { articles: number; sources: number }>(
    db,
    "SELECT count(*) AS articles, count(DISTINCT source) AS sources FROM articles WHERE coalesce(published, '') >= ? AND coalesce(published, '') <= ?",
  ).get(from, `${to}~`)!
  return { from, to, articles, sources }
}

/** Who takes part in meetings with an actor, those of most meetings first. */
export function networkOf(db: Connection, actor: string, filters: readonly Filter<MeetingField>[], limit: number): Network {
  const { where, params } = sourceOf(db, MEETINGS, { filters: withDays(filters) }, null)
  const shared = `FROM meeting_participants p JOIN meetings t ON t.id = p.meeting JOIN meeting_participants q ON q.meeting = p.meeting AND q.actor <> p.actor
    ${where === '' ? 'WHERE' : `${where} AND`} p.actor = $actor`
  const values: Params = { ...params, actor }
  const rows = prepare<Params, { data: string; meetings: number; first: string | null; last: string | null }>(
    db,
    `SELECT a.data, n.meetings, n.first, n.last FROM (SELECT q.actor, count(*) AS meetings, min(t.date_from) AS first, max(t.date_from) AS last ${shared} GROUP BY q.actor) n
     JOIN actors a ON a.id = n.actor ORDER BY n.meetings DESC, a.id LIMIT $limit`,
  ).all({ ...values, limit: BigInt(limit) })
  const { total } = prepare<Params, { total: number }>(db, `SELECT count(DISTINCT q.actor) AS total ${shared}`).get(values)!
  return {
    total,
    neighbours: rows.map(({ data, meetings, first, last }) => {
      const { id, name, kind, country } = JSON.parse(data)
      return { actor: { id, name, kind, country }, meetings, first, last }
    }),
  }
}

/** Meetings by the period that they were in, and articles by the period of their publication: what was reported, and how much there was to report it. */
export function timelineOf(db: Connection, filters: readonly Filter<MeetingField>[], interval: Interval): Timeline {
  const length = LENGTHS[interval]
  const { where, params } = sourceOf(db, MEETINGS, { filters: withDays(filters) }, null)
  const period = (date: string): string => `CASE WHEN length(${date}) >= ${length} THEN substr(${date}, 1, ${length}) END`
  type Count = { period: string | null; count: number }
  const meetings = prepare<Params, Count>(
    db,
    `SELECT ${period('t.date_from')} AS period, count(*) AS count FROM meetings t ${where} GROUP BY 1`,
  ).all(params)
  const only = (field: MeetingField): readonly string[] | null =>
    withDays(filters).find((filter) => filter.field === field && !filter.negated)?.values ?? null
  const sources = only('source')
  const articles = prepare<Params, Count>(
    db,
    `SELECT ${period('a.published')} AS period, count(*) AS count FROM articles a WHERE ($sources IS NULL OR a.source IN (SELECT value FROM json_each($sources)))
     AND ($from IS NULL OR a.published >= $from) AND ($to IS NULL OR a.published <= $to) GROUP BY 1`,
  ).all({ sources: sources && JSON.stringify(sources), from: only('date_from')?.[0] ?? null, to: only('date_to')?.[0] ?? null })
  const buckets = new Map<string, { period: string; meetings: number; articles: number }>()
  const add = (counts: readonly Count[], what: 'meetings' | 'articles'): void => {
    for (const { period: at, count } of counts) {
      if (at === null) continue
      const bucket = buckets.get(at) ?? { period: at, meetings: 0, articles: 0 }
      buckets.set(at, { ...bucket, [what]: count })
    }
  }
  add(meetings, 'meetings')
  add(articles, 'articles')
  const without = (counts: readonly Count[]): number => counts.find((one) => one.period === null)?.count ?? 0
  return {
    interval,
    buckets: [...buckets.values()].sort((a, b) => (a.period < b.period ? -1 : 1)),
    undated: { meetings: without(meetings), articles: without(articles) },
  }
}
