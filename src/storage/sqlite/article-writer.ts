import type { ArticleRecord, SaveOutcome, Storage } from '../port.ts'
import { type Connection, translate } from './connect.ts'
import { bind, markLinked, stampOf, unbind } from './decision-anchors.ts'
import { mark, markBlock, unmark } from './dirty.ts'
import { GROW } from './generation.ts'
import { indexWriter } from './index-writer.ts'
import { prepare, prepareValue } from './prepare.ts'
import { anchoredFacts, carryIds } from './same-anchors.ts'

const COLUMNS = [
  'id', 'source', 'external_id', 'url', 'title', 'title_basis', 'body', 'published', 'published_precision', 'published_basis', 'published_note',
  'ingested_at', 'content_hash', 'revision', 'lang', 'dir', 'boilerplate',
] as const // biome-ignore format: one list

type Saved = { readonly result: 'created' | 'updated'; readonly counts: ReadonlyMap<number, number> }

/** Saves and deletes articles with all that was found in them, each in a unit of work that also marks what resolution has to look at. */
export function articleWriter(db: Connection, path: string): Pick<Storage['articles'], 'save' | 'remove'> {
  const idToRow = prepare<[string], { rowid: number; revision: number }>(db, 'SELECT rowid, revision FROM articles WHERE id = ?')
  const insert = prepare<unknown[]>(
    db,
    `INSERT INTO articles (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})`,
  )
  const update = prepare<unknown[]>(
    db,
    `UPDATE articles SET ${COLUMNS.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
  )
  const index = indexWriter(db)
  const clear = [
    prepare<unknown[]>(db, 'DELETE FROM local_actors WHERE article = ?'),
    prepare<unknown[]>(db, 'DELETE FROM reports WHERE article = ?'),
    prepare<unknown[]>(db, 'DELETE FROM raw_bodies WHERE article = ?'),
    prepare<unknown[]>(db, 'DELETE FROM article_bands WHERE article = ?'),
  ]
  const removeRow = prepare<unknown[]>(db, 'DELETE FROM articles WHERE rowid = ?')
  const insertActor = prepare<unknown[]>(
    db,
    'INSERT INTO local_actors (article, number, anchor, name, kind, country, country_basis, roles, names, block, surname, company, person, rulings, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertMention = prepare<unknown[]>(
    db,
    'INSERT INTO mentions (article, number, start, "end", surface, rule) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertReport = prepare<unknown[]>(db, 'INSERT INTO reports (anchor, article, place, report, contexts) VALUES (?, ?, ?, ?, ?)')

  const insertRaw = prepare<unknown[]>(db, 'INSERT INTO raw_bodies (article, body) VALUES (?, ?)')
  const localsOf = prepare<[bigint], { block: string; surname: string | null; person: string | null; actor: string | null }>(
    db,
    'SELECT block, surname, person, actor FROM local_actors WHERE article = ?',
  )
  const reportsOf = prepare<[bigint], { anchor: string; meeting: string | null }>(
    db,
    'SELECT anchor, meeting FROM reports WHERE article = ?',
  )
  const clearReport = prepare<unknown[]>(db, 'DELETE FROM report_actors WHERE report = ?')
  const sourceOfRow = prepareValue<[bigint], string | null>(db, 'SELECT source FROM articles WHERE rowid = ?')
  const insertBand = prepare<unknown[]>(db, 'INSERT OR IGNORE INTO article_bands (band, article) VALUES (?, ?)')
  const tombstone = {
    write: prepare<unknown[]>(db, 'INSERT OR REPLACE INTO tombstones (id, deleted_at) VALUES (?, ?)'),
    clear: prepare<unknown[]>(db, 'DELETE FROM tombstones WHERE id = ?'),
  }

  /** Takes away what was found in an article, and marks whatever that was a part of. */
  function forget(rowid: bigint, id: string): void {
    markLinked(db, id)
    for (const { block, surname, person, actor } of localsOf.all(rowid)) {
      if (block !== '') markBlock(db, block)
      if (surname) mark(db, 'one', `one ${surname}`)
      mark(db, 'group', person)
      mark(db, 'actor', actor)
    }
    for (const { anchor, meeting } of reportsOf.all(rowid)) {
      mark(db, 'meeting', meeting)
      clearReport.run(anchor)
    }
    mark(db, 'source', sourceOfRow.get(rowid))
    for (const statement of clear) statement.run(rowid)
  }

  function saveOne({ article, raw: handedIn, bands, extraction, terms, locals, bindings }: ArticleRecord): Saved {
    const values = {
      ...article,
      published: article.published?.value ?? null,
      published_precision: article.published?.precision ?? null,
      published_basis: article.published?.basis ?? null,
      published_note: article.published?.note ?? null,
      boilerplate: JSON.stringify(article.boilerplate),
    }
    const known = idToRow.get(article.id)
    const before = known ? anchoredFacts(db, BigInt(known.rowid)) : []
    if (known) forget(BigInt(known.rowid), article.id)
    if (known) update.run(values)
    const rowid = BigInt(known ? known.rowid : insert.run(values).lastInsertRowid)
    tombstone.clear.run(article.id)
    if (handedIn !== null) insertRaw.run(rowid, handedIn)
    for (const band of bands) insertBand.run(BigInt(band), rowid)
    const counts = index.write(rowid, article.revision, terms)
    for (const local of locals.actors) {
      const { anchor, index: number, name, kind, country, countryBasis, roles, names, block, surname, company, rulings, known } = local
      insertActor.run(
        rowid, BigInt(number), anchor, name, kind, country, countryBasis, JSON.stringify(roles), JSON.stringify(names), block, surname, JSON.stringify(company),
        block === '' ? anchor : null, JSON.stringify(rulings),
        JSON.stringify(known),
      ) // biome-ignore format: one row
      if (block === '') mark(db, 'group', anchor)
      else markBlock(db, block)
      for (const { start, end, surface, rule } of extraction.actors[number]!.mentions)
        insertMention.run(rowid, BigInt(number), BigInt(start), BigInt(end), surface, rule)
    }
    for (const { anchor, contexts, article: _article, source: _source, url: _url, published: _published, ...report } of locals.reports) {
      insertReport.run(anchor, rowid, report.place?.name ?? null, JSON.stringify(report), JSON.stringify(contexts))
    }
    if (locals.reports.length > 0) mark(db, 'reports', article.id)
    if (before.length > 0) carryIds(db, before, anchoredFacts(db, rowid))
    bind(db, bindings)
    if (bindings.length > 0) markLinked(db, article.id)
    mark(db, 'source', article.source)
    unmark(db, 'reread', [article.id])
    return { result: known ? 'updated' : 'created', counts }
  }
  const saveNested = db.transaction(saveOne)
  const grow = prepare<unknown[]>(db, GROW)
  const saveAll = db.transaction((records: readonly ArticleRecord[]): SaveOutcome[] => {
    if (records.length > 0) grow.run()
    const counts: Saved['counts'][] = []
    const outcomes = records.map((record): SaveOutcome => {
      if ((idToRow.get(record.article.id)?.revision ?? 0) !== record.basedOn || stampOf(db, record.article.id) !== record.decisionsStamp)
        return { result: 'stale' }
      try {
        const saved = saveNested(record)
        counts.push(saved.counts)
        return { result: saved.result }
      } catch (error) {
        index.forget()
        const told = translate(error, path)
        if (told !== error && !isOfArticle(error)) throw told
        return { result: 'failed', reason: (error as Error).message }
      }
    })
    index.count(counts)
    return outcomes
  })

  const remove = db.transaction((id: string, at: string): boolean => {
    const known = idToRow.get(id)
    if (!known) return false
    const rowid = BigInt(known.rowid)
    forget(rowid, id)
    unbind(db, id, 'the article was deleted')
    unmark(db, 'reread', [id])
    index.count([index.remove(rowid)])
    removeRow.run(rowid)
    tombstone.write.run(id, at)
    grow.run()
    return true
  })

  /** What an index learnt within a unit of work that is taken back is forgotten. */
  const whole = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      index.forget()
      throw error
    }
  }
  return {
    save: async (records) => whole(() => saveAll.immediate(records)),
    remove: async (id, at) => whole(() => remove.immediate(id, at)),
  }
}

/** A constraint that one article breaks is that article's fault; a full disk is not. */
const isOfArticle = (error: unknown): boolean => /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)/.test((error as { code?: string }).code ?? '')
