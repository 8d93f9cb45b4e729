import { SHORT_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Phrase } from '../phrase.ts'
import type { Word } from '../word.ts'
import { linkOf } from './link-of.ts'

/** «عقد المجلس جلسة», «يعقد الحزب مؤتمرا»: the head of a body alone with the article, which goes by its full name before. */
export function* findShortForms(words: readonly Word[], taken: ReadonlySet<number>): Generator<Phrase> {
  for (const word of words) {
    const head = taken.has(word.index) ? null : headOf(word.form)
    const next = words[word.index + 1]
    const goesOn = next?.sentence === word.sentence && /^ $/.test(next.gap) && (/^(ال|لل)/.test(next.form) || taken.has(next.index))
    if (!head || (goesOn && !/^(اليوم|امس|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد|الاسبوع|الشهر)$/.test(next!.form))) continue
    const { index, end, start } = word
    const at = { start: start + head.prefix.length, end }
    yield {
      kind: 'organization',
      first: index,
      last: index,
      ...at,
      ...linkOf(words, index, head.prefix),
      name: null,
      titles: [],
      rule: 'body.short',
      probability: 1,
    }
  }
}

/** The head of «المجلس», «للمجلس», «والمجلس», without what is glued to it; null for any other word. */
function headOf(form: string): { readonly prefix: string } | null {
  const [, prefix = '', article = '', head = ''] = /^([وف]?[بك]?)(ال|لل)(.+)$/u.exec(form) ?? []
  return SHORT_HEADS.has(head) ? { prefix: article === 'لل' ? `${prefix}ل` : prefix } : null
}
