import type { TaggedSpan } from '../tagger/tag-words.ts'
import type { Word } from '../word.ts'
import { endOfReference, MAX_REFERENCE_WORDS } from './find-references.ts'
import { titleHead } from './title-head.ts'

/**
 * «لرئيس حكومة «الوفاق» فايز السراج»: an office in full that ends right before a name without a title is his, also where the tagger passed it over. Bodies
 * and places within the office become a part of it.
 */
export function withUntaggedTitles(words: readonly Word[], tagged: readonly TaggedSpan[]): TaggedSpan[] {
  let spans = [...tagged]
  const names = new Set(tagged.filter(({ label }) => label === 'per').flatMap(({ first, last }) => range(first, last)))
  for (const name of tagged) {
    if (name.label !== 'per' || name.prefix !== '' || tagged.some(({ label, last }) => label === 'title' && last === name.first - 1))
      continue
    if (!/^[ \u00a0»”"]+$/.test(words[name.first]!.gap)) continue
    for (let first = Math.max(0, name.first - MAX_REFERENCE_WORDS); first < name.first; first++) {
      const head = titleHead(words[first]!.form)
      if (!head || head.plural || head.kind === 'honorific' || (!head.definite && first === name.first - 1)) continue
      if (range(first, name.first - 1).some((i) => names.has(i)) || endOfReference(words, tagged, first, names) !== name.first - 1) continue
      const title: TaggedSpan = {
        ...name,
        label: 'title',
        first,
        last: name.first - 1,
        prefix: head.prefix,
        start: words[first]!.start + head.prefix.length,
        end: words[name.first - 1]!.end,
      }
      spans = [...spans.filter((span) => span.last < first || span.first >= name.first), title]
      break
    }
  }
  return spans.sort((a, b) => a.first - b.first)
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)
