import type { Gazetteer } from '../../domain/gazetteer.ts'
import { DEED_VERBS } from '../../lexicon/deed-verbs.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import { isMeetingVerb } from '../meetings/encounter-words.ts'
import { lightVerb } from '../meetings/light-verb.ts'
import { verbLookup } from '../meetings/verb-forms.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import type { TaggedSpan } from './tag-words.ts'

/** Above it the tagger is believed against a name found elsewhere in the text. */
export const SURE = 0.8

/** From this frequency class on a word that people are called by is a word first («صالح», «حسن»). */
export const COMMON = 6

/** What the steps of refining know of a text. */
export type RefineContext = {
  readonly words: readonly Word[]
  readonly dates: readonly DateExpression[]
  readonly gazetteer: Gazetteer
  readonly cityWords: ReadonlySet<string>
}
/** A verb of encounter or of saying, or one that carries its noun and is to come («سيجري»), which no name begins with. */
export const isVerb = (form: string): boolean => isSpeechVerb(form) || isMeetingVerb(form) || lightVerb(form)?.tense === 'future'

const deedOf = verbLookup(DEED_VERBS)
/** A verb in the third person of what people in the news do, within what the tagger took for a name. */
export const isDeed = (form: string): boolean => {
  const deed = deedOf(form)
  return deed !== null && deed.number === 'singular' && (deed.tense === 'past' || /^[وف]?س?[يت]/.test(form)) && !NAMES_TOO.has(form)
}
/** Forms of these verbs that people are called by. */
const NAMES_TOO = new Set(['طالب', 'تامر', 'واصل', 'يعرب', 'تري', 'راي'])

/** A span over other words; its glued particles stay with its first word. */
export const reach = (span: TaggedSpan, words: readonly Word[], first: number, last: number): TaggedSpan => ({
  ...span,
  first,
  last,
  prefix: first === span.first ? span.prefix : '',
  start: first === span.first ? span.start : words[first]!.start,
  end: words[last]!.end,
})

/** The first and last words of titles. */
export const besideTitles = (spans: readonly TaggedSpan[]): ReadonlySet<number> =>
  new Set(spans.flatMap(({ label, first, last }) => (label === 'title' ? [first, last] : [])))

/** The words of a span, folded, the first without the particles glued to it. */
export const barePartsOf = (words: readonly Word[], { first, last, prefix }: TaggedSpan): string[] =>
  words.slice(first, last + 1).map(({ form }, i) => (i === 0 ? form.slice(prefix.length) : form))
