import { fold } from '../../analysis/fold.ts'
import { LETTER_MEDIA, MEDIA_HEADS } from '../../lexicon/organisation-heads.ts'

/** «وكالة الأنباء الليبية», «رويترز», «أ ف ب» (letters alone), «فرانس 24», «هولير نت». */
export const isMedium = (name: string): boolean => {
  const words = nameWordsOf(name)
  return (
    MEDIA_HEADS.has(words[0] ?? '') ||
    LETTER_MEDIA.has(words.join(' ')) ||
    words.every((word) => word.length === 1) ||
    /^(نت|اون لاين|اف ام|برس|نيوز)$/.test(words.at(-1) ?? '')
  )
}

/** The words of a body's name, folded, the first without its article. */
export const nameWordsOf = (name: string): string[] =>
  fold(name.toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word, i) => (i === 0 ? word.replace(/^ال/, '') : word))
