import { SHORT_HEADS } from '../../lexicon/organisation-heads.ts'
import { isTimeWord } from '../dates/time-words.ts'
import type { Phrase } from '../phrase.ts'
import type { Word } from '../word.ts'
import { linkOf } from './link-of.ts'

/** «عقد المجلس جلسة», «يعقد الحزب مؤتمرا»: the head of a body alone with the article, which goes by its full name before. */
export function* findShortForms(words: readonly Word[], taken: ReadonlySet<number>): Generator<Phrase> {
  for (const word of words) {
    const prefix = taken.has(word.index) ? null : prefixOf(word.form)
    if (prefix === null) continue
    const next = words[word.index + 1]
    const goesOn = next?.sentence === word.sentence && /^ $/.test(next.gap) && (/^(ال|لل)/.test(next.form) || taken.has(next.index))
    if (goesOn && !isTimeWord(next.form)) continue
    const { index, end, start } = word
    yield {
      kind: 'organization',
      first: index,
      last: index,
      start: start + prefix.length,
      end,
      ...linkOf(words, index, prefix),
      name: null,
      titles: [],
      rule: 'body.short',
      probability: 1,
    }
  }
}

/** What is glued to «المجلس», «للمجلس», «والمجلس» before the article; null for any other word. */
function prefixOf(form: string): string | null {
  const [, prefix = '', article = '', head = ''] = /^([وف]?[بك]?)(ال|لل)(.+)$/u.exec(form) ?? []
  if (!SHORT_HEADS.has(head)) return null
  return article === 'لل' ? `${prefix}ل` : prefix
}
