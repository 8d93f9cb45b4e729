import { fold } from './fold.ts'
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
function seamOf(text: string): number | null {
  if (text.length < LEAST_GLUED) return null
  const form = fold(text)
  for (let seam = form.indexOf('ال', LEAST_HALF); seam > 0; seam = form.indexOf('ال', seam + 1)) {
    const [left, right] = [form.slice(0, seam), form.slice(seam)]
    if (right.length - 2 >= LEAST_HALF && isWord(left, form) && isWord(right, form)) return seam
  }
  return null
}

/** The parts of a glued word with their own offsets, or null. Words that hold marks are left whole: their letters and offsets do not run alike. */
export function splitGlued(word: Segment): [Segment, Segment] | null {
  if (word.surface.length !== word.text.length) return null
  const seam = seamOf(word.text)
  if (seam === null) return null
  const cut = (from: number, to: number): Segment => ({
    start: word.start + from,
    end: word.start + to,
    surface: word.surface.slice(from, to),
    text: word.text.slice(from, to),
  })
  return [cut(0, seam), cut(seam, word.text.length)]
}
