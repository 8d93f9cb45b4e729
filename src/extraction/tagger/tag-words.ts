import { fold } from '../../analysis/fold.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { Span } from '../../domain/span.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { countryNamed } from '../actors/country-of.ts'
import type { Word } from '../word.ts'
import { decode, lattice, type Model, type Steps, steps } from './decode.ts'
import type { FeatureContext } from './features.ts'
import { type EntityLabel, TAGS } from './labels.ts'
import { type Scorer, scorer } from './scorer.ts'

export type Tagger = { readonly scores: Scorer; readonly between: Steps; readonly context: FeatureContext }

export const taggerOf = (model: Model, context: FeatureContext): Tagger => ({
  scores: scorer(model, context),
  between: steps(model),
  context,
})

/** A tagged phrase: `first` and `last` are word indexes, `prefix` the particles glued before it; offsets leave them out. */
export type TaggedSpan = Span & {
  readonly label: EntityLabel
  readonly first: number
  readonly last: number
  readonly prefix: string
  /** The least marginal probability of its words' tags. */
  readonly probability: number
}

/** Finds people, titles, bodies and places by the tagger, in order, none overlapping. */
export function tagWords(words: readonly Word[], { scores, between, context }: Tagger): TaggedSpan[] {
  const spans: TaggedSpan[] = []
  for (const sentence of groupBy(words, ({ sentence }) => sentence).values()) {
    const emitted = scores(sentence)
    const best = decode(emitted, between)
    if (best.every((tag) => tag === 0)) continue
    const { tagAt } = lattice(emitted, between)
    const certain = (from: number, to: number): number => Math.min(...best.slice(from, to).map((tag, k) => tagAt(from + k, tag)))
    const tags = best.map((tag) => TAGS[tag]!)
    for (let i = 0; i < tags.length; ) {
      const tag = tags[i]!
      let end = i + 1
      while (tag !== 'O' && end < tags.length && tags[end] === `I-${tag.slice(2)}`) end += 1
      if (tag !== 'O') spans.push(spanOf(sentence.slice(i, end), tag, certain(i, end), context))
      i = end
    }
  }
  return spans
}

function spanOf(words: readonly Word[], tag: string, probability: number, context: FeatureContext): TaggedSpan {
  const [first, last] = [words[0]!, words.at(-1)!]
  const prefix = tag.startsWith('C-') && !isName(tag, first.text, context) ? prefixOf(first.text, context) : ''
  return {
    label: tag.slice(2) as EntityLabel,
    first: first.index,
    last: last.index,
    prefix,
    start: first.start + prefix.length,
    end: last.end,
    probability,
  }
}

/** «وودورد»: a name that begins with «وو» is one, unless what is left of it is known («وويلسون»). */
const isName = (tag: string, text: string, { gazetteer }: FeatureContext): boolean =>
  tag.endsWith('per') && text.startsWith('وو') && !gazetteer.nameParts.has(fold(text.slice(1)))

/**
 * Of «ولل…», «لل…», «وب…», «و…» what is particle; the article in «لل» goes with it, the first letter of «لجنة» in «للجنة» does not, nor those of «وكوريا»,
 * «وبوتين»: where two letters may be particles, what is left must be a known name more than what is left of one.
 */
function prefixOf(text: string, { gazetteer, cityWords }: FeatureContext): string {
  if (countryNamed(text) !== null) return ''
  const two = /^[وف][بلك](?=\p{L}{3})/u.exec(text)?.[0]
  if (two && !/^[وف](لل|[بلك]ال)/.test(text)) {
    const isKnown = (name: string): boolean =>
      gazetteer.nameParts.has(fold(name)) || cityWords.has(fold(name)) || countryNamed(name) !== null
    return !isKnown(text.slice(1)) && isKnown(text.slice(2)) ? two : two[0]!
  }
  const prefix = /^(?:[وف]?لل|[وف][بلك](?=ال)|[وفبلك])/u.exec(text)?.[0] ?? ''
  const rest = text.slice(prefix.length)
  if (prefix.endsWith('لل') && countryNamed(`ل${rest}`) !== null) return prefix.slice(0, -1)
  return prefix.endsWith('لل') && ORGANISATION_HEADS[fold(`ل${rest}`)] !== undefined ? prefix.slice(0, -1) : prefix
}
