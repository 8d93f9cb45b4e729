import type { Link } from '../../domain/decision.ts'
import type { Grouped, LocalReport, ResolvedReport } from '../../domain/resolution.ts'
import { resolvedReport } from '../../domain/resolution.ts'
import type { Connection } from './connect.ts'
import { prepare, prepareValue } from './prepare.ts'

type LocalRow = Omit<Grouped, 'roles' | 'names' | 'company' | 'index' | 'rulings' | 'known' | 'links'> & {
  number: number
  roles: string
  names: string
  company: string
  rulings: string
  known: string
  links: string
}

/** What decisions say of an anchor and others, as a JSON array of rows; see the view `links`. Nothing is looked up where no decision names an anchor. */
const linksOf = (db: Connection, anchor: string): string =>
  prepareValue<[], number>(db, 'SELECT 1 FROM decision_anchors LIMIT 1').get() === undefined
    ? "'[]'"
    : `(SELECT json_group_array(json_array(k.other, k.is_apart, k.number)) FROM links k WHERE k.anchor = ${anchor})`
const readLinks = (links: string): Link[] =>
  (JSON.parse(links) as [string, number, number][]).map(([other, isApart, number]) => ({ other, isApart: isApart === 1, number }))

const localIn = (
  db: Connection,
): string => `SELECT l.anchor, a.id AS article, a.published, l.number, l.name, l.kind, l.country, l.country_basis AS countryBasis, l.roles, l.names, l.company, l.person, l.actor, l.rulings, l.known, ${linksOf(db, 'l.anchor')} AS links
  FROM local_actors l JOIN articles a ON a.rowid = l.article`

/** Local actors whose `column` is one of the values, by anchor. */
export function localsBy(db: Connection, column: 'block' | 'surname' | 'person', values: readonly string[]): Grouped[] {
  return prepare<[string], LocalRow>(db, `${localIn(db)} WHERE l.${column} IN (SELECT value FROM json_each(?)) ORDER BY l.anchor`)
    .all(JSON.stringify(values))
    .map(localOf)
}

/** The local actors of one article, in their order. */
export const localsOfArticle = (db: Connection, id: string): Grouped[] =>
  prepare<[string], LocalRow>(db, `${localIn(db)} WHERE a.id = ? ORDER BY l.number`)
    .all(id)
    .map(localOf)

const localOf = (row: LocalRow): Grouped => ({
  anchor: row.anchor,
  article: row.article,
  published: row.published,
  index: row.number,
  name: row.name,
  kind: row.kind,
  country: row.country,
  countryBasis: row.countryBasis,
  person: row.person,
  actor: row.actor,
  roles: listOf(row.roles),
  names: listOf(row.names),
  company: listOf(row.company),
  rulings: listOf(row.rulings),
  known: row.known === 'null' ? null : JSON.parse(row.known),
  links: row.links === '[]' ? [] : readLinks(row.links),
})

/** A JSON array; most are empty. */
const listOf = <One>(json: string): readonly One[] => (json === '[]' ? [] : JSON.parse(json))

type ReportRow = {
  anchor: string
  article: string
  source: string | null
  url: string | null
  published: string | null
  report: string
  contexts: string
  actors: string
  links: string
}

/** Reports by their anchors, with the actors of their articles, in the order of the anchors. */
export function reportsBy(db: Connection, anchors: readonly string[]): ResolvedReport[] {
  if (anchors.length === 0) return []
  return prepare<[string], ReportRow>(
    db,
    `SELECT r.anchor, a.id AS article, a.source, a.url, a.published, r.report, r.contexts,
       (SELECT json_group_array(json_array(l.number, l.actor)) FROM local_actors l WHERE l.article = r.article AND l.actor IS NOT NULL) AS actors,
       ${linksOf(db, 'r.anchor')} AS links
     FROM reports r JOIN articles a ON a.rowid = r.article WHERE r.anchor IN (SELECT value FROM json_each(?)) ORDER BY r.anchor`,
  )
    .all(JSON.stringify(anchors))
    .map(({ anchor, article, source, url, published, report, contexts, actors, links }) => {
      const told = {
        rulings: [],
        ...JSON.parse(report),
        anchor,
        article,
        source,
        url,
        published,
        contexts: JSON.parse(contexts),
      } as LocalReport
      return resolvedReport(told, new Map(JSON.parse(actors)), links === '[]' ? [] : readLinks(links))
    })
}
