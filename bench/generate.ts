/**
 * `npm run --silent bench:generate -- SAMPLE.jsonl DIR [COUNT]`: a corpus of news size from a sample of real articles {title, body}, for figures of speed and
 * size: corpus.jsonl and queries.jsonl as bench:relevance reads them. Each text is made of stretches of several articles of the sample, about 295 words, and
 * one word in twenty is replaced by a made one, so that the vocabulary grows with the corpus as that of real news does; queries are headlines.
 * The same sample and count give the same corpus. It shows speed, not relevance.
 */
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readRows } from './read-lines.ts'

const [sample, folder, count = '29000'] = process.argv.slice(2)
if (!sample || !folder || !/^\d+$/.test(count)) {
  process.stderr.write('usage: bench:generate -- SAMPLE.jsonl DIR [COUNT]\n')
  process.exit(2)
}
const WORDS = 295
/** Sentences that are taken from one article in a row. */
const STRETCH = 6
const QUERIES = 2_000
const MADE = 1 / 20
const LETTERS = [...'اايلمنورتبسدعكقفحهجشصطخضزثغذظ']

/** Numerical Recipes' linear congruence: any generator does that is the same everywhere. */
let state = 20260101
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
/** Zipf over an open vocabulary: the word of a rank is always the same letters. */
const madeWord = (): string => {
  let rank = Math.floor(Math.exp(random() * Math.log(400_000)))
  let word = ''
  for (let i = 0; i < 5; i++) {
    word += LETTERS[rank % LETTERS.length]
    rank = Math.floor(rank / LETTERS.length) + i * 7
  }
  return word
}

const articles = readRows<{ title: string; body: string }>(sample)
const sentences = articles
  .map(({ body }) => body.split(/(?<=[.؟!])\s+|\n+/).filter((sentence) => sentence.length > 20))
  .filter((list) => list.length > 0)
mkdirSync(folder, { recursive: true })
const corpus = createWriteStream(join(folder, 'corpus.jsonl'))
const queries = createWriteStream(join(folder, 'queries.jsonl'))
for (let i = 0; i < Number(count); i++) {
  const words: string[] = []
  while (words.length < WORDS) {
    const source = pick(sentences)
    const from = Math.floor(random() * source.length)
    words.push(
      ...source
        .slice(from, from + STRETCH)
        .join(' ')
        .split(/\s+/),
    )
  }
  const text = words
    .slice(0, WORDS)
    .map((word) => (random() < MADE ? madeWord() : word))
    .join(' ')
  const { title } = pick(articles)
  const headline = `${title} ${madeWord()}`
  corpus.write(`${JSON.stringify({ id: `n${i}`, title: headline, text })}\n`)
  if (i % Math.max(1, Math.floor(Number(count) / QUERIES)) === 0)
    queries.write(`${JSON.stringify({ id: `q${i}`, text: headline, relevant: [`n${i}`] })}\n`)
}
corpus.end()
queries.end()
