/**
 * `npm run --silent bench:tokenizing [-- VARIANTS.jsonl RETRIEVAL_DIR…]`: the table of docs/decisions/001-arabic-tokenizing.md. For each way of indexing
 * Arabic in SQLite: how many pairs of spellings find each other (both ways), and, for folders that hold corpus.jsonl and queries.jsonl, MRR@10.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { analyze } from '../src/analysis/analyzer.ts'
import { isKnownWord } from '../src/analysis/frequency.ts'
import { isSpellingOf, soundKey } from '../src/analysis/sound-key.ts'
import { groupBy } from '../src/domain/group-by.ts'
import { STOP_WORDS } from '../src/lexicon/stop-words.ts'

const own = fileURLToPath(new URL('variants.jsonl', import.meta.url))
const [variantsFile = own, ...folders] = process.argv.slice(2)
const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** A way of indexing: how a text is written into the index, and how a query becomes an expression. */
type Way = {
  name: string
  tokenize: string
  write: (text: string) => string
  ask: (query: string, vocabulary: ReadonlyMap<string, readonly string[]>) => string[]
}
const raw = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const stems = (text: string): string[] => analyze(text).map(({ stem }) => stem)
const telling = (text: string): string[] => {
  const tokens = analyze(text)
  const kept = tokens.filter(({ form }) => !STOP_WORDS.has(form))
  return (kept.length > 0 ? kept : tokens).map(({ stem }) => stem)
}
const WAYS: Way[] = [
  { name: 'unicode61', tokenize: 'unicode61 remove_diacritics 2', write: (text) => text, ask: raw },
  { name: 'trigram', tokenize: 'trigram', write: (text) => text, ask: (query) => raw(query).filter((word) => word.length > 2) },
  { name: 'folded and stemmed', tokenize: 'ascii', write: (text) => stems(text).join(' '), ask: telling },
  {
    name: 'ours (with spellings)',
    tokenize: 'ascii',
    write: (text) => stems(text).join(' '),
    ask: (query, vocabulary) =>
      telling(query).flatMap((stem) => [
        stem,
        ...(isKnownWord(stem) ? [] : (vocabulary.get(soundKey(stem)) ?? [])).filter((other) => other !== stem && isSpellingOf(stem, other)),
      ]),
  },
]

function indexOf(
  { tokenize, write }: Way,
  texts: readonly string[],
): { find: (terms: readonly string[]) => number[]; vocabulary: Map<string, string[]> } {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE f USING fts5(t, tokenize='${tokenize}')`)
  const insert = db.prepare('INSERT INTO f (rowid, t) VALUES (?, ?)')
  db.transaction(() => {
    for (const [i, text] of texts.entries()) insert.run(BigInt(i + 1), write(text))
  })()
  const select = db.prepare<[string], { rowid: number }>('SELECT rowid FROM f WHERE f MATCH ? ORDER BY bm25(f) LIMIT 10')
  const find = (terms: readonly string[]): number[] =>
    terms.length === 0 ? [] : select.all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')).map(({ rowid }) => rowid - 1)
  return { find, vocabulary: groupBy(new Set(texts.flatMap(stems)), soundKey) }
}

function matched(way: Way, pairs: readonly { a: string; b: string }[]): number {
  return pairs.filter(({ a, b }) =>
    [
      [a, b],
      [b, a],
    ].every(([query, text]) => {
      const { find, vocabulary } = indexOf(way, [`خبر ${text} هنا`])
      return find(way.ask(query!, vocabulary)).length > 0
    }),
  ).length
}

function mrr(way: Way, folder: string): number {
  const corpus = lines<{ id: string; text: string }>(join(folder, 'corpus.jsonl'))
  const queries = lines<{ text: string; relevant: string[] }>(join(folder, 'queries.jsonl'))
  const { find, vocabulary } = indexOf(
    way,
    corpus.map(({ text }) => text),
  )
  const sum = queries.reduce((total, { text, relevant }) => {
    const rank = find(way.ask(text, vocabulary)).findIndex((i) => relevant.includes(corpus[i]!.id))
    return total + (rank < 0 ? 0 : 1 / (rank + 1))
  }, 0)
  return sum / queries.length
}

const pairs = lines<{ a: string; b: string }>(variantsFile)
for (const way of WAYS) {
  const figures = Object.fromEntries(folders.map((folder) => [`mrr10_${basename(folder)}`, Math.round(mrr(way, folder) * 1000) / 1000]))
  process.stdout.write(`${JSON.stringify({ way: way.name, pairs: pairs.length, matched: matched(way, pairs), ...figures })}\n`)
}
