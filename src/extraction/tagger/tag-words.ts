import { fold } from '../../analysis/fold.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { Span } from '../../domain/span.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Word } from '../word.ts'
import { decode, type Grid, lattice, type Model, steps } from './decode.ts'
import type { FeatureContext } from './features.ts'
import { type EntityLabel, TAGS } from './labels.ts'
import { type Scorer, scorer } from './scorer.ts'

export type Tagger = { readonly scores: Scorer; readonly between: Grid; readonly context: FeatureContext }

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
export function tagWords(words: readonly Word[], { scores, between }: Tagger): TaggedSpan[] {
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
      if (tag !== 'O') spans.push(spanOf(sentence.slice(i, end), tag, certain(i, end)))
      i = end
    }
  }
  return spans
}

function spanOf(words: readonly Word[], tag: string, probability: number): TaggedSpan {
  const [first, last] = [words[0]!, words.at(-1)!]
  const prefix = tag.startsWith('C-') ? prefixOf(first.text) : ''
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

/** Of «ولل…», «لل…», «وب…», «و…» what is particle; the article in «لل» goes with it, the first letter of «لجنة» in «للجنة» does not. */
function prefixOf(text: string): string {
  const prefix = /^(?:[وف]?لل|[وف][بلك](?=ال|\p{L}{4})|[وفبلك])/u.exec(text)?.[0] ?? ''
  const rest = text.slice(prefix.length)
  return prefix.endsWith('لل') && ORGANISATION_HEADS[fold(`ل${rest}`)] !== undefined ? prefix.slice(0, -1) : prefix
}
