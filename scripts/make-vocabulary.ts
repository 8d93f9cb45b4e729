/**
 * Writes src/lexicon/vocabulary.ts from frequency counts: `tsx scripts/make-vocabulary.ts ARTICLES.jsonl… TEXT.txt…`
 * Counts are facts about the language; no text of a corpus enters the file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fold } from '../src/analysis/fold.ts'
import { segment } from '../src/analysis/segment.ts'

const LEAST_COUNT = 4

const texts = process.argv.slice(2).flatMap((path) => {
  const content = readFileSync(path, 'utf8')
  if (!path.endsWith('.jsonl')) return [content.replace(/<\/?(per|title|org|loc)>/g, '')]
  return content
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { title = '', body = '' } = JSON.parse(line)
      return `${title}\n${body}`
    })
})

const counts = new Map<string, number>()
for (const text of texts) {
  for (const { text: word } of segment(text)) {
    const form = fold(word)
    if (/^\p{Script=Arabic}{2,}$/u.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
}

const classes = new Map<number, string[]>()
for (const [form, count] of counts) {
  if (count < LEAST_COUNT) continue
  const size = Math.round(2 * Math.log2(count))
  classes.set(size, [...(classes.get(size) ?? []), form])
}
const rows = [...classes].sort(([a], [b]) => b - a).map(([size, words]) => `  [${size}, '${words.sort().join(' ')}'],`)
writeFileSync(
  new URL('../src/lexicon/vocabulary.ts', import.meta.url),
  `/**
 * Frequent words of Arabic news, folded, by frequency class: round(2·log2(count)). Made by scripts/make-vocabulary.ts from counts over
 * a sample of the ANT corpora (antcorpus/antcorpus.data and antcorpus.multisource.data, 625 articles) and the project's own training texts.
 */
export const VOCABULARY: readonly (readonly [frequencyClass: number, words: string])[] = [
${rows.join('\n')}
]
`,
)
process.stderr.write(`${[...classes.values()].flat().length} words\n`)
