import { analyze } from '../../analysis/analyzer.ts'
import { type Occurrences, occurrencesIn } from '../../search/occurrences.ts'

/** Reads the words of an actor or a meeting out of what is stored of it: few are ever looked at. */
export const dataOccurrences =
  <Item>(textOf: (item: Item) => string) =>
  (stored: unknown): Occurrences =>
    occurrencesIn([], analyze(textOf(JSON.parse(stored as string))))
