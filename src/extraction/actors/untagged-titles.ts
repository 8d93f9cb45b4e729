import { spanUpTo } from '../tagger/span-at.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import { indexesOf, type Word } from '../word.ts'
import { endOfReference, isBeforePlace, MAX_REFERENCE_WORDS } from './find-references.ts'
import { titleHead } from './title-head.ts'

/** «السيد», «الشيخ», and «الأمير» alone: how somebody is styled, behind the office that he holds. */
export const isStyle = (words: readonly Word[], { first, last }: TaggedSpan): boolean =>
  titleHead(words[first]!.form)?.kind === 'honorific' || (first === last && /^ال(امير|ملك)ه?$/.test(words[first]!.form))

/**
 * «لرئيس حكومة «الوفاق» فايز السراج»: an office in full that ends right before a name without a title, or with an honorific only («لولي العهد السعودي، الأمير محمد»), is his, also where the tagger passed it over. Bodies
 * and places within the office become a part of it.
 */
export function withUntaggedTitles(words: readonly Word[], tagged: readonly TaggedSpan[]): TaggedSpan[] {
  const titles: TaggedSpan[] = []
  const names = new Set(tagged.filter(({ label }) => label === 'per').flatMap(indexesOf))
  for (const name of tagged) {
    if (name.label !== 'per' || name.prefix !== '') continue
    const before = spanUpTo(tagged, name.first - 1)
    const title = before?.label === 'title' ? before : undefined
    if (title && (title.prefix !== '' || !isStyle(words, title))) continue
    const start = title?.first ?? name.first
    if (!/^[ \u00a0»”"]+$/.test(words[start]!.gap) && !(title && /^[،,] $/.test(words[start]!.gap))) continue
    for (let first = Math.max(0, start - MAX_REFERENCE_WORDS); first < start; first++) {
      const head = titleHead(words[first]!.form)
      if (!head || head.plural || head.kind === 'honorific' || isBeforePlace(words[first]!) || (!head.definite && first === start - 1))
        continue
      if (indexesOf({ first, last: start - 1 }).some((i) => names.has(i)) || endOfReference(words, tagged, first, names) !== start - 1)
        continue
      titles.push({
        ...name,
        label: 'title',
        first,
        last: start - 1,
        prefix: head.prefix,
        start: words[first]!.start + head.prefix.length,
        end: words[start - 1]!.end,
      })
      break
    }
  }
  const covered = new Set(titles.flatMap(indexesOf))
  const left = tagged.filter(({ first, last }) => !indexesOf({ first, last }).some((word) => covered.has(word)))
  return [...left, ...titles].sort((a, b) => a.first - b.first)
}
