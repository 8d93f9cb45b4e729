/**
 * `npm run --silent bench:tokenizing [-- VARIANTS.jsonl RETRIEVAL_DIR…]`: the table of docs/decisions/001-arabic-tokenizing.md. For each way of searching
 * Arabic in SQLite: how many pairs of spellings find each other (half a point each direction), and, for folders that hold corpus.jsonl and queries.jsonl,
 * MRR@10.
 */
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { analyze } from '../src/analysis/analyzer.ts'
import { AppError } from '../src/domain/errors.ts'
import { STOP_WORDS } from '../src/lexicon/stop-words.ts'
import { readRows } from './read-lines.ts'
import { openSearchStore } from './search-store.ts'

const own = fileURLToPath(new URL('variants.jsonl', import.meta.url))
const [variantsFile = own, ...folders] = process.argv.slice(2)

/** A way of searching: over texts, which of them a query finds, best first. */
type Way = { readonly name: string; readonly index: (texts: readonly string[]) => Promise<(q: string) => Promise<number[]>> }

/** One column of FTS5, any of the words, bm25. */
const fts5 = (name: string, tokenize: string, words: (text: string) => string[], asked: (q: string) => string[]): Way => ({
  name,
  index: async (texts) => {
    const db = new Database(':memory:')
    db.exec(`CREATE VIRTUAL TABLE f USING fts5(t, tokenize='${tokenize}')`)
    const insert = db.prepare('INSERT INTO f (rowid, t) VALUES (?, ?)')
    db.transaction(() => {
      for (const [i, text] of texts.entries()) insert.run(BigInt(i + 1), words(text).join(' '))
    })()
    const select = db.prepare<[string], number>('SELECT rowid FROM f WHERE f MATCH ? ORDER BY bm25(f) LIMIT 10').pluck()
    return async (q) => {
      const terms = asked(q)
      return terms.length === 0
        ? []
        : select.all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')).map((rowid) => rowid - 1)
    }
  },
})

const surface = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const telling = (words: (text: string) => string[]) => (text: string) => {
  const kept = analyze(text).filter(({ form }) => !STOP_WORDS.has(form))
  return words(kept.length > 0 ? kept.map(({ text: word }) => word).join(' ') : text)
}
const stems = (text: string): string[] => analyze(text).map(({ stem }) => stem)

/** Light10 (Larkey, Ballesteros and Connell 2007) over folded words, which is what Lucene's ArabicAnalyzer does. */
const light10 = (text: string): string[] =>
  analyze(text).map(({ form }) => {
    const bare = form.length > 3 && form.startsWith('و') ? form.slice(1) : form
    const article = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل'].find((one) => bare.startsWith(one) && bare.length - one.length >= 2) ?? ''
    return ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'].reduce(
      (word, suffix) => (word.endsWith(suffix) && word.length - suffix.length >= 2 ? word.slice(0, -suffix.length) : word),
      bare.slice(article.length),
    )
  })

const WAYS: readonly Way[] = [
  fts5('unicode61', 'unicode61 remove_diacritics 2', (text) => [text], surface),
  fts5(
    'trigram',
    'trigram',
    (text) => [text],
    (q) => surface(q).filter((word) => word.length > 2),
  ),
  fts5('folded, light10, stop words', 'ascii', light10, telling(light10)),
  fts5('our stems alone', 'ascii', stems, telling(stems)),
  {
    name: 'ours, in two stages',
    index: async (texts) => {
      const store = openSearchStore()
      await store.add(texts.map((text, i) => ({ id: String(i), text })))
      return async (q) => {
        try {
          return (await store.search(q)).map(Number)
        } catch (error) {
          if (error instanceof AppError && error.code === 'empty-query') return []
          throw error
        }
      }
    },
  },
]

async function matched(way: Way, pairs: readonly { a: string; b: string }[]): Promise<number> {
  const texts = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const find = await way.index(texts.map((text) => `خبر ${text} هنا`))
  let points = 0
  for (const { a, b } of pairs) {
    if ((await find(a)).includes(texts.indexOf(b))) points += 0.5
    if ((await find(b)).includes(texts.indexOf(a))) points += 0.5
  }
  return points
}

async function mrr(way: Way, folder: string): Promise<number> {
  const corpus = readRows<{ id: string; text: string }>(join(folder, 'corpus.jsonl'))
  const queries = readRows<{ text: string; relevant: string[] }>(join(folder, 'queries.jsonl'))
  const find = await way.index(corpus.map(({ text }) => text))
  let sum = 0
  for (const { text, relevant } of queries) {
    const rank = (await find(text)).findIndex((i) => relevant.includes(corpus[i]!.id))
    sum += rank < 0 ? 0 : 1 / (rank + 1)
  }
  return sum / queries.length
}

const pairs = readRows<{ a: string; b: string }>(variantsFile)
for (const way of WAYS) {
  const figures: Record<string, number> = {}
  for (const folder of folders) figures[`mrr10_${basename(folder)}`] = Math.round((await mrr(way, folder)) * 1000) / 1000
  process.stdout.write(`${JSON.stringify({ way: way.name, pairs: pairs.length, matched: await matched(way, pairs), ...figures })}\n`)
}
