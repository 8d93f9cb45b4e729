import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Article } from '../domain/article.ts'
import type { ArticleRecord, Storage } from '../storage/port.ts'
import { type Extract, type Judgements, readArticle } from './article.ts'

/** A stored article as it was handed in, read anew by the extractor and the decisions of now. Its content and revision stay as they are. Pure. */
export function recordOf(article: Article, raw: string | null, extract: Extract, judgements: Judgements | undefined): ArticleRecord {
  const { id, source, external_id, url, title, title_basis, body, published, ingested_at, revision, content_hash } = article
  const isGiven = published !== null && published.basis !== 'url'
  const input = {
    source,
    external_id,
    url,
    title: title_basis === 'given' ? title : null,
    body,
    raw,
    published: isGiven ? published.value : null,
    published_basis: isGiven ? published.basis : null,
    published_note: isGiven ? published.note : null,
  }
  const record = readArticle(input, extract, ingested_at, article, { id, judgements })
  return { ...record, article: { ...record.article, revision, content_hash } }
}

/** Reads articles of the store anew, where they are there, and saves what that gives; what somebody changes meanwhile is read again. */
export async function rereadArticles(
  { articles, decisions }: Pick<Storage, 'articles' | 'decisions'>,
  extract: Extract,
  ids: readonly string[],
): Promise<void> {
  for (let open = [...ids]; open.length > 0; ) {
    const judged = await decisions.onArticles(open)
    const records: ArticleRecord[] = []
    for (const id of open) {
      const found = await articles.get(id)
      if (found && 'item' in found) records.push(recordOf(found.item, await articles.raw(id), extract, judged.get(id)))
      await nextTurn()
    }
    const saved = await articles.save(records)
    const failed = saved.find((outcome) => outcome.result === 'failed')
    if (failed?.result === 'failed') throw new Error(`an article could not be read anew: ${failed.reason}`)
    open = records.filter((_, i) => saved[i]!.result === 'stale').map(({ article }) => article.id)
  }
}
