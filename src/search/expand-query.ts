import { analyze } from '../analysis/analyzer.ts'
import { frequencyOf, isKnownStem, isKnownWord } from '../analysis/frequency.ts'
import { pluralRelatives } from '../analysis/plural.ts'
import { isSpellingOf } from '../analysis/sound-key.ts'
import { stem as stemOf } from '../analysis/stem.ts'
import type { ExpandedLeaf, ExpandedNode, QueryField, QueryNode, Slot } from '../domain/query.ts'
import type { Term } from '../domain/token.ts'
import { PROCLITICS } from '../lexicon/clitics.ts'
import { WEAK_LETTERS } from '../lexicon/letters.ts'

/** The stems that a store holds. */
export type StemVocabulary = {
  has(stem: string): boolean
  /** Stems of one transliteration key. */
  withKey(key: string): readonly string[]
  /** Stems of the words that begin so, the most frequent first, at most `limit`. */
  withPrefix(form: string, limit: number): readonly string[]
}

const MAX_STEMS = 24
const MAX_PREFIX_STEMS = 50
const LEAST_SPLIT = 6
const LEAST_HALF = 2
/** Frequency class from which a half of a glued word is trusted to be a word. */
const KNOWN_HALF = 7

/**
 * Says for every word of a query which stems of a store it stands for: its own, other spellings of the name, broken plurals, and words of the store that
 * only add a particle. Two words that a text may write as one («عبد الله»), and one that may be two («الأممالمتحدة»), get the other way as an alternative.
 */
export function expandQuery(
  node: QueryNode,
  vocabulary: StemVocabulary,
): { readonly node: ExpandedNode; readonly notes: readonly string[] } {
  const notes = new Set<string>()
  const expand = (one: QueryNode): ExpandedNode => {
    switch (one.kind) {
      case 'word':
        return expandWord(one.term, one.field, vocabulary)
      case 'spelled':
        return leaf([{ term: one.term, stems: [one.term.stem], text: one.term.text }], one.field)
      case 'phrase':
        return leaf(one.terms.map(exactly), one.field, one.within)
      case 'prefix': {
        const stems = vocabulary.withPrefix(one.form, MAX_PREFIX_STEMS + 1)
        if (stems.length > MAX_PREFIX_STEMS) notes.add(`«${one.form}*» stands for its ${MAX_PREFIX_STEMS} most frequent stems`)
        return leaf([{ term: null, stems: stems.length > 0 ? stems.slice(0, MAX_PREFIX_STEMS) : [one.form], text: null }], one.field)
      }
      case 'any':
        return { kind: 'any', of: [...one.of.map(expand), ...joins(one.of, vocabulary)] }
      case 'all': {
        const of = one.of.map(expand)
        const except = one.except.map(expand)
        return { kind: 'all', of: joinPairs(one.of, of, vocabulary), except }
      }
    }
  }
  return { node: expand(node), notes: [...notes] }
}

const exactly = (term: Term): Slot => ({ term, stems: [term.stem], text: null })
const leaf = (slots: readonly Slot[], field: QueryField, within: number | null = null): ExpandedLeaf => ({
  kind: 'leaf',
  slots,
  within,
  field,
})

function expandWord(term: Term, field: QueryField, vocabulary: StemVocabulary): ExpandedNode {
  const word = leaf([{ term, stems: spellingsOf(term, vocabulary), text: null }], field)
  const halves = halvesOf(term.form)
  return halves ? { kind: 'any', of: [word, leaf(halves.map(exactly), field)] } : word
}

/** The stem itself, stems that spell the same name, broken plurals, and unknown words of the store that are a particle and the stem. */
export function spellingsOf({ stem, key }: Term, vocabulary: StemVocabulary): string[] {
  const spelled = vocabulary.withKey(key).filter((other) => other !== stem && isSpellingOf(stem, other) && isCredible(stem, other))
  const plurals = pluralRelatives(stem).filter((other) => vocabulary.has(other))
  const particled = isKnownWord(stem)
    ? []
    : PROCLITICS.map((particle) => particle + stem).filter((word) => frequencyOf(word) === 0 && vocabulary.has(word))
  return [...new Set([stem, ...spelled, ...plurals, ...particled])].slice(0, MAX_STEMS)
}

/**
 * Whether spelling alone may relate two words. Those that differ by a long vowel need three consonants, else «هيئة» would be «هي»; a word that the language
 * uses is spelt as it is, so one that is alike by sound («كابول», «قبل») needs four consonants and no more difference than either vowels («ترمب», «ترامب») or letters of one sound.
 */
function isCredible(a: string, b: string): boolean {
  const [x, y] = [consonantsOf(a), consonantsOf(b)]
  if (a.length === b.length && x.length === y.length && !isKnownWord(b)) return true
  if (isHamzaAlone(a, b)) return true
  const isKnown = a.length === b.length ? isKnownWord(b) : isKnownStem(b)
  return isKnown ? (x === y || a.length === b.length) && x.length > LEAST_CONSONANTS : x.length >= LEAST_CONSONANTS
}

const LEAST_CONSONANTS = 3
const consonantsOf = (stem: string): string => [...stem].filter((letter) => !WEAK_LETTERS.has(letter)).join('')
/** «فائز» and «فايز» differ by nothing but the seat of a hamza. */
const isHamzaAlone = (a: string, b: string): boolean => a.replace(/ء/g, 'ي') === b.replace(/ء/g, 'ي')

/** The two words that a rarer long one is glued from («عبدالله»), or null. */
function halvesOf(form: string): Term[] | null {
  if (form.length < LEAST_SPLIT || !/^\p{Script=Arabic}+$/u.test(form)) return null
  let best: { at: number; size: number } | null = null
  for (let at = LEAST_HALF + 1; at <= form.length - LEAST_HALF; at++) {
    const size = Math.min(frequencyOf(form.slice(0, at)), frequencyOf(form.slice(at)))
    if (size >= KNOWN_HALF && size > frequencyOf(form) && (!best || size > best.size)) best = { at, size }
  }
  if (!best) return null
  const halves = [form.slice(0, best.at), form.slice(best.at)].flatMap((half) => analyze(half))
  return halves.length === 2 ? halves.map(({ text, form: folded, stem, key }) => ({ text, form: folded, stem, key })) : null
}

/** Of two words that follow one another, the one word that they are where a text writes no space, if the store holds it. */
function joined(a: QueryNode | undefined, b: QueryNode | undefined, vocabulary: StemVocabulary): ExpandedLeaf | null {
  if (a?.kind !== 'word' || b?.kind !== 'word' || a.field !== b.field) return null
  const form = a.term.form + b.term.form
  const stem = stemOf(form)
  return vocabulary.has(stem) ? leaf([{ term: null, stems: [stem], text: null }], a.field) : null
}

function joins(nodes: readonly QueryNode[], vocabulary: StemVocabulary): ExpandedLeaf[] {
  return nodes.flatMap((node, i) => joined(node, nodes[i + 1], vocabulary) ?? [])
}

function joinPairs(nodes: readonly QueryNode[], expanded: readonly ExpandedNode[], vocabulary: StemVocabulary): ExpandedNode[] {
  const of: ExpandedNode[] = []
  for (let i = 0; i < nodes.length; i++) {
    const one = joined(nodes[i], nodes[i + 1], vocabulary)
    if (!one) of.push(expanded[i]!)
    else {
      of.push({ kind: 'any', of: [{ kind: 'all', of: [expanded[i]!, expanded[i + 1]!], except: [] }, one] })
      i += 1
    }
  }
  return of
}
