import type { Gazetteer } from '../../domain/gazetteer.ts'
import { MEETING_VERBS } from '../../lexicon/meeting-verbs.ts'
import type { DateExpression } from '../dates/date-expression.ts'
import { verbLookup } from '../meetings/verb-forms.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import type { TaggedSpan } from './tag-words.ts'

/** Above it the tagger is believed against a name found elsewhere in the text. */
export const SURE = 0.8

/** What the steps of refining know of a text. */
export type RefineContext = {
  readonly words: readonly Word[]
  readonly dates: readonly DateExpression[]
  readonly gazetteer: Gazetteer
  readonly cityWords: ReadonlySet<string>
}
const meetingVerb = verbLookup(MEETING_VERBS)
/** A verb of encounter or of saying, which no name begins with. */
export const isVerb = (form: string): boolean => isSpeechVerb(form) || meetingVerb(form) !== null

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

export const isSpace = (gap: string): boolean => /^[ \u00a0]+$/.test(gap)
