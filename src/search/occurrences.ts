import type { ExpandedLeaf, ExpandedNode, Slot } from '../domain/query.ts'
import type { Term } from '../domain/token.ts'

/** A text as the evaluation of a query sees it: where each slot's words stand. Positions of the title come before `titleLength`, those of the body from it on. */
export type Occurrences = { readonly titleLength: number; positionsOf(slot: Slot): readonly number[] }

/** Whether a word of a text is what a slot asks for. */
export const isWordOf = ({ stems, text }: Slot, term: Term): boolean => (text === null ? stems.includes(term.stem) : term.text === text)

/** A text by its analysed words. */
export function occurrencesIn(title: readonly Term[], body: readonly Term[]): Occurrences {
  const terms = [...title, ...body]
  return { titleLength: title.length, positionsOf: (slot) => terms.flatMap((term, at) => (isWordOf(slot, term) ? at : [])) }
}

/** Where a leaf is found: each occurrence as the positions of its words. Title and body are not crossed. */
export function occurrencesOf({ slots, within, field }: ExpandedLeaf, text: Occurrences): (readonly number[])[] {
  const allowed = (position: number): boolean => field !== 'title' || position < text.titleLength
  const lists = slots.map((slot) => text.positionsOf(slot).filter(allowed))
  if (lists.some((list) => list.length === 0)) return []
  if (lists.length === 1) return lists[0]!.map((position) => [position])
  const sameField = (a: number, b: number): boolean => a < text.titleLength === b < text.titleLength
  return within === null ? inOrder(lists, sameField) : nearby(lists, within, sameField)
}

function inOrder(lists: readonly (readonly number[])[], sameField: (a: number, b: number) => boolean): number[][] {
  const sets = lists.map((list) => new Set(list))
  return lists[0]!
    .filter((start) => sets.every((set, i) => set.has(start + i) && sameField(start, start + i)))
    .map((start) => lists.map((_, i) => start + i))
}

/** For every place of the first word the nearest place of each other one, kept where all of them lie within so many words. */
function nearby(lists: readonly (readonly number[])[], within: number, sameField: (a: number, b: number) => boolean): number[][] {
  const found: number[][] = []
  for (const first of lists[0]!) {
    const places = [first]
    for (const list of lists.slice(1)) {
      const near = placesAround(list, first, within)
        .filter((place) => sameField(first, place) && !places.includes(place))
        .reduce<number | null>((best, place) => (best === null || Math.abs(place - first) < Math.abs(best - first) ? place : best), null)
      if (near !== null) places.push(near)
    }
    if (places.length === lists.length && Math.max(...places) - Math.min(...places) <= within) found.push(places)
  }
  return found
}

/** Of places in order those at most so far from one: no list is read whole for each place. */
function placesAround(list: readonly number[], at: number, within: number): number[] {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < at - within) low = middle + 1
    else high = middle
  }
  const around: number[] = []
  for (let i = low; i < list.length && list[i]! <= at + within; i++) around.push(list[i]!)
  return around
}

/** Whether a text answers a query: what the engines' matching means. */
export function matches(node: ExpandedNode, text: Occurrences): boolean {
  if (node.kind === 'leaf') return occurrencesOf(node, text).length > 0
  if (node.kind === 'any') return node.of.some((part) => matches(part, text))
  return node.of.every((part) => matches(part, text)) && !node.except.some((part) => matches(part, text))
}
