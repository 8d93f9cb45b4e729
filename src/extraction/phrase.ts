import type { ActorKind } from '../domain/actor.ts'
import type { Span } from '../domain/span.ts'

/**
 * How a phrase hangs on what stands before it: `bare` (subject or object), `and` (in a list), or the preposition.
 * `led`, `attended`, `hosted` are «برئاسة», «بحضور»، «بمشاركة», «برعاية».
 */
export type Link =
  | 'bare'
  | 'and'
  | 'with'
  | 'by'
  | 'between'
  | 'for'
  | 'from'
  | 'to'
  | 'in'
  | 'before'
  | 'led'
  | 'attended'
  | 'hosted'
  | 'of'
  | 'other'

/** A noun phrase that can take part in an encounter. `first` and `last` are word indexes over titles and name. */
export type Phrase = Span & {
  readonly kind: ActorKind
  readonly first: number
  readonly last: number
  readonly link: Link
  /** The name alone; null for a phrase that refers by title only («الوزير الروسي»). */
  readonly name: Span | null
  readonly titles: readonly Span[]
  readonly rule: string
  /** Of the tagger's for the name; 1 where a rule found it. */
  readonly probability: number
  /** «كلا من», «كل من», «لكل من» before it: a list follows. */
  readonly isListHead: boolean
  /** The canonical name, where the text names by another («موسكو» for Russia). */
  readonly canonical?: string
}
