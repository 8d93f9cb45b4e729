import { SUFFIXES } from '../lexicon/affixes.ts'
import { ARTICLES, CONJUNCTIONS, PREPOSITIONS } from '../lexicon/clitics.ts'
import { STOP_WORDS } from '../lexicon/stop-words.ts'
import { frequencyOf } from './frequency.ts'

const LEAST_LETTERS = 3
const ARABIC = /^\p{Script=Arabic}+$/u

/**
 * Light stem of a folded word: guarded clitics, the article, one round of suffixes. A particle of one letter is cut only where the rest, bare or
 * with the article, is the more frequent word, so «وفد» keeps its و and «بيان» its ب. Words of other scripts and numbers stay as they are.
 */
export function stem(form: string): string {
  if (!ARABIC.test(form)) return form
  return cutSuffixes(cutArticle(cutParticle(cutParticle(form, CONJUNCTIONS), PREPOSITIONS)))
}

function cutParticle(word: string, particles: readonly string[]): string {
  const [first = ''] = word
  const rest = word.slice(1)
  if (!particles.includes(first) || rest.length < LEAST_LETTERS || STOP_WORDS.has(rest) || isArticled(word)) return word
  return Math.max(frequencyOf(rest), frequencyOf(`ال${rest}`)) > frequencyOf(word) ? rest : word
}

/** «بال…», «لل…», «وال…»: the article stage knows better. */
const isArticled = (word: string): boolean =>
  ARTICLES.some((article) => word.startsWith(article) && article !== 'ال' && frequencyOf(word) === 0)

function cutArticle(word: string): string {
  for (const article of ARTICLES) {
    if (!word.startsWith(article) || word.length - article.length < LEAST_LETTERS) continue
    const rest = word.slice(article.length)
    const isPlain = article === 'ال' || article === 'لل'
    if (isPlain || isLikelier(rest, word)) return rest
  }
  return word
}

/** «والسراج» is و and a name, «والدته» a word: what no count knows is cut where four letters remain. */
function isLikelier(rest: string, word: string): boolean {
  const known = Math.max(frequencyOf(rest), frequencyOf(`ال${rest}`))
  return known > 0 || frequencyOf(word) > 0 ? known >= frequencyOf(word) && known > 0 : rest.length > LEAST_LETTERS
}

/** «بلدين» is a dual of a known word, «بوتين» and «سلمان» are names: three letters must be the better known word before a long suffix is cut off them. */
function canLose(word: string, suffix: string): boolean {
  const rest = word.slice(0, -suffix.length)
  if (rest.length < LEAST_LETTERS) return false
  if (rest.length > LEAST_LETTERS || suffix.length === 1) return true
  const known = Math.max(frequencyOf(rest), frequencyOf(`ال${rest}`))
  return known > 0 && known >= frequencyOf(word) && !STOP_WORDS.has(rest)
}

function cutSuffixes(word: string): string {
  let rest = word
  for (const suffix of SUFFIXES) {
    if (rest.endsWith(suffix) && canLose(rest, suffix)) rest = rest.slice(0, -suffix.length)
  }
  return rest
}
