import type { Link } from '../phrase.ts'
import type { Word } from '../word.ts'

const LINK_WORDS: Readonly<Record<string, Link>> = {
  مع: 'with',
  بين: 'between',
  من: 'from',
  الي: 'to',
  في: 'in',
  امام: 'before',
  برءاسه: 'led',
  برياسه: 'led',
  بقياده: 'led',
  يتراسه: 'led',
  يتراءسه: 'led',
  بحضور: 'attended',
  بمشاركه: 'attended',
  حضور: 'attended',
  مشاركه: 'attended',
  برفقه: 'attended',
  رفقه: 'attended',
  يرافقه: 'attended',
  يرافقها: 'attended',
  حضره: 'attended',
  حضرها: 'attended',
  يحضره: 'attended',
  برعايه: 'hosted',
  رعاه: 'hosted',
  بوساطه: 'hosted',
  عن: 'other',
  علي: 'other',
  حول: 'other',
  بشان: 'other',
  عبر: 'other',
  ضد: 'other',
  باسم: 'other',
  منذ: 'other',
  لدي: 'other',
}
/** «استُقبل من طرف الوزير»: the agent of a passive. */
const AGENT_NOUNS = new Set(['طرف', 'جانب', 'قبل', 'لدن'])
const GLUED: Readonly<Record<string, Link>> = { ب: 'by', ل: 'for', ك: 'other' }
const EACH = new Set(['كل', 'كلا', 'لكل', 'بكل', 'وكل', 'وكلا'])

/** The link of the phrase that begins at a word whose glued particles are `prefix`; and whether «كل من» opens a list. */
export function linkOf(words: readonly Word[], first: number, prefix: string): { link: Link; isListHead: boolean } {
  const glued = prefix.replace(/^[وف](?=.)/, '')
  if (prefix !== '' && !/^[وف]$/.test(glued)) return { link: GLUED[glued[0] ?? ''] ?? 'other', isListHead: false }
  if (prefix !== '') return { link: 'and', isListHead: false }
  const [before, second] = [words[first - 1], words[first - 2]]
  if (!before || before.sentence !== words[first]!.sentence) return { link: 'bare', isListHead: false }
  if (before.form === 'من' && second && EACH.has(second.form)) {
    const outer = second.form.startsWith('ل')
      ? 'for'
      : second.form.startsWith('ب')
        ? 'by'
        : (LINK_WORDS[words[first - 3]?.form ?? ''] ?? (second.form.startsWith('و') ? 'and' : 'bare'))
    return { link: outer, isListHead: true }
  }
  if (AGENT_NOUNS.has(before.form) && second?.form === 'من') return { link: 'by', isListHead: false }
  const bare = before.form.replace(/^[وف](?=..)/, '')
  return { link: LINK_WORDS[before.form] ?? LINK_WORDS[bare] ?? 'bare', isListHead: false }
}
