import type { Link, Phrase } from '../phrase.ts'
import { isSpace, type Word } from '../word.ts'
import { isSubjectVerb } from './acting-verb.ts'
import { linkOf } from './link-of.ts'

/** «برعاية مكتب X», «وفق مكتب X»: an office that stands behind something. */
const BEHIND: ReadonlySet<Link> = new Set<Link>(['hosted', 'attended', 'led'])

/**
 * «أعلن مكتب بافل طالباني», «برعاية مكتب المبعوث الأممي»: the office of somebody is a body where it speaks, acts or stands behind something. The phrase covers its head alone, since
 * whose it is is a phrase too; its name covers both.
 */
export function* findOffices(words: readonly Word[], phrases: readonly Phrase[], taken: ReadonlySet<number>): Generator<Phrase> {
  const heads = new Map(phrases.filter(({ kind }) => kind === 'person').map((phrase) => [phrase.first, phrase]))
  for (const word of words) {
    if (word.form !== 'مكتب' || taken.has(word.index)) continue
    const owner = heads.get(word.index + 1)
    if (!owner || words[owner.first]!.sentence !== word.sentence || !isSpace(words[owner.first]!.gap)) continue
    const linked = linkOf(words, word.index, '')
    if (!BEHIND.has(linked.link) && !isSubjectVerb(words, word.index - 1, word.sentence)) continue
    const [title, called] = [owner.titles[0], owner.name]
    const end = title && called ? Math.min(title.end, called.end) : owner.end
    const name = { start: word.start, end }
    yield {
      kind: 'organization',
      first: word.index,
      last: word.index,
      ...name,
      ...linked,
      name,
      titles: [],
      rule: 'body.office',
      probability: 1,
    }
  }
}
