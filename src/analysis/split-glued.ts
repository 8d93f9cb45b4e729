import { frequencyOf } from './frequency.ts'
import type { Segment } from './segment.ts'

const LEAST_GLUED = 8
const LEAST_HALF = 3
/** Frequency class from which a half is trusted to be a word of its own (about twelve times in the sample). */
const KNOWN = 7

const isWord = (half: string, whole: string): boolean => frequencyOf(half) >= KNOWN && frequencyOf(half) > frequencyOf(whole)

/**
 * Where a crawler lost the space between two words («الأممالمتحدة»): the offset of the second word, else null. Cut only before an article, where
 * both halves are well-known words and the whole is rarer than either, so «الاستقلالية» and «العمالة» stay whole.
 */
export function seamOf(form: string): number | null {
  if (form.length < LEAST_GLUED) return null
  for (let seam = form.indexOf('ال', LEAST_HALF); seam > 0; seam = form.indexOf('ال', seam + 1)) {
    const [left, right] = [form.slice(0, seam), form.slice(seam)]
    if (right.length - 2 >= LEAST_HALF && isWord(left, form) && isWord(right, form)) return seam
  }
  return null
}

/** Whether a word can be cut where its letters can: one that holds marks is left whole, since its letters and offsets do not run alike. */
export const isSplittable = (word: Segment): boolean => word.surface.length === word.text.length

/** The two parts of a glued word with their own offsets. */
export function splitAt(word: Segment, seam: number): [Segment, Segment] {
  const cut = (from: number, to: number): Segment => ({
    start: word.start + from,
    end: word.start + to,
    surface: word.surface.slice(from, to),
    text: word.text.slice(from, to),
  })
  return [cut(0, seam), cut(seam, word.text.length)]
}
