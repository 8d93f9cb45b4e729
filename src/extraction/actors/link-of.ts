import { DELEGATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { isMeetingNoun } from '../meetings/encounter-words.ts'
import type { Link } from '../phrase.ts'
import { isSpace, type Word } from '../word.ts'
import { countryNamed, countryOfNisba } from './country-of.ts'
import { titleHead } from './title-head.ts'

const LINK_WORDS: Readonly<Record<string, Link>> = {
  مع: 'with',
  شرف: 'with',
  بين: 'between',
  من: 'from',
  الي: 'to',
  في: 'in',
  امام: 'before',
  برءاسه: 'led',
  برياسه: 'led',
  بقياده: 'led',
  باشراف: 'led',
  يتراسه: 'led',
  يتراسها: 'led',
  يتراءسه: 'led',
  يتراءسها: 'led',
  يراسه: 'led',
  يراسها: 'led',
  تراسه: 'led',
  ترءسه: 'led',
  يقوده: 'led',
  يقودها: 'led',
  تقوده: 'led',
  تقودها: 'led',
  يتقدمه: 'led',
  يتقدمها: 'led',
  تتقدمه: 'led',
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
  حضرته: 'attended',
  حضرتها: 'attended',
  تحضره: 'attended',
  تحضرها: 'attended',
  يحضره: 'attended',
  يحضرها: 'attended',
  صحبه: 'attended',
  بصحبه: 'attended',
  برعايه: 'hosted',
  رعاه: 'hosted',
  رعاها: 'hosted',
  يرعاه: 'hosted',
  يرعاها: 'hosted',
  ترعاه: 'hosted',
  ترعاها: 'hosted',
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
/** «وفد يقوده X»: a verb whose object is led. */
export const isLed = (form: string): boolean => LINK_WORDS[form] === 'led' && /^[يت]/.test(form)

/** «الوفد الأميركي الذي يقوده X», «اجتماع يترأسه X», where «وساطة يقودها X» and «شركة يرأسها X» are none. */
const leadsSome = (words: readonly Word[], verb: number): boolean =>
  words
    .slice(Math.max(0, verb - MAX_LED), verb)
    .some(
      ({ form, sentence }) =>
        sentence === words[verb]!.sentence && (DELEGATION_HEADS.has(form.replace(/^[وبل](?=...)/, '')) || isMeetingNoun(form)),
    )
const MAX_LED = 7

/** «مع أخيه الرئيس»: a word of courtesy between. */
const KIN = new Set(['اخيه', 'اخاه', 'شقيقه'])

/** «استُقبل من طرف الوزير»: the agent of a passive. */
const AGENT_NOUNS = new Set(['طرف', 'جانب', 'قبل', 'لدن'])
const GLUED: Readonly<Record<string, Link>> = { ب: 'by', ل: 'for', ك: 'other' }
const EACH = new Set(['كل', 'كلا', 'لكل', 'بكل', 'وكل', 'وكلا'])

/** The link of the phrase that begins at a word whose glued particles are `prefix`; and whether «كل من» opens a list. */
export const linkOf = (words: readonly Word[], first: number, prefix: string): Linked => linkAt(words, first, prefix, true)

type Linked = { link: Link; isListHead: boolean }

/** `mayLean`: whether the link may be that of a word before it, which leans on none itself: «من فخامة X», where the tagger passed the style over. */
function linkAt(words: readonly Word[], first: number, prefix: string, mayLean: boolean): Linked {
  const glued = prefix.replace(/^[وف](?=.)/, '')
  if (prefix !== '' && !/^[وف]$/.test(glued)) return { link: GLUED[glued[0] ?? ''] ?? 'other', isListHead: false }
  if (prefix !== '') return { link: 'and', isListHead: false }
  const [before, second] = [words[first - 1], words[first - 2]]
  if (!before || before.sentence !== words[first]!.sentence) return { link: 'bare', isListHead: false }
  if (/^[وف]$/.test(before.form)) return { link: 'and', isListHead: false }
  if (mayLean && KIN.has(before.form)) return linkAt(words, first - 1, '', false)
  const related = mayLean ? (RELATED.exec(before.form) ?? CALLED.exec(before.form)) : null
  if (related && isSpace(words[first]!.gap)) return linkAt(words, first - 1, related[1]!, false)
  if (mayLean && isOfState(words, first)) return linkAt(words, first - 1, '', false)
  const style = mayLean && isSpace(words[first]!.gap) ? titleHead(before.form) : null
  if (style?.kind === 'honorific') return linkAt(words, first - 1, style.prefix, false)
  const shared = mayLean ? sharedHead(words, first) : null
  if (shared) return shared
  if (before.form === 'من' && second && EACH.has(second.form)) {
    const outer = second.form.startsWith('ل')
      ? 'for'
      : second.form.startsWith('ب')
        ? 'by'
        : (LINK_WORDS[words[first - 3]?.form ?? ''] ?? (second.form.startsWith('و') ? 'and' : 'bare'))
    return { link: outer, isListHead: true }
  }
  if (before.form === 'جانب' && second?.form === 'الي') return { link: 'attended', isListHead: false }
  if (AGENT_NOUNS.has(before.form) && second?.form === 'من') return { link: 'by', isListHead: false }
  if (before.form === 'راس' && second?.form === 'علي') return { link: 'other', isListHead: false }
  if (/^علي(ه|ها)$/.test(before.form) && /^[يت]?ا?شرفت?$/.test(second?.form ?? '')) return { link: 'hosted', isListHead: false }
  if (isLed(before.form) && !leadsSome(words, first - 1)) return { link: 'bare', isListHead: false }
  if (/^(مشاركه|حضور)$/.test(before.form) && /ان$/.test(second?.form ?? '')) return { link: 'bare', isListHead: false }
  if (before.text === 'علي') return { link: 'bare', isListHead: false }
  const bare = before.form.replace(/^[وف](?=..)/, '')
  return { link: LINK_WORDS[before.form] ?? LINK_WORDS[bare] ?? 'bare', isListHead: false }
}

/** «مع خصمه X», «وحليفه Y», «بأخيه الملك X»: whom a noun with a pronoun tells of hangs where the noun does. */
const RELATED =
  /^([وفبل]?)(?:خصم|غريم|منافس|حليف|صديق|ضيف|مضيف|شريك|شقيق|اخي|اخو|اخا|نجل|والد|زوج|زوجت|مواطن|ناءب|ناءبت|مساعد|مساعدت|مستشار|مستشارت|مبعوث)(?:ه|ها|هما|هم)$/

/** «مع البرتغالي X»: a nisba for an office, behind a preposition. */
const isOfState = (words: readonly Word[], first: number): boolean => {
  const { form } = words[first - 1]!
  return (
    isSpace(words[first]!.gap) &&
    form.startsWith('ال') &&
    countryOfNisba(form) !== null &&
    /^[وف]?(مع|بين|من|الي|برءاسه|بحضور|بمشاركه)$/.test(words[first - 2]?.form ?? '')
  )
}

/** «برئاسة المدعو X». */
const CALLED = /^([وفبل]?)المدعو(?:ه)?$/

/** «بين الرئيسين الأمريكي X والروسي Y», «رؤساء روسيا X وتركيا Y»: each name behind the nisba or state that a dual or plural of offices shares out hangs as that does, the next by «و». */
function sharedHead(words: readonly Word[], first: number): Linked | null {
  const nisba = words[first - 1]!
  const isState = countryNamed(nisba.text.replace(/^و/, '')) !== null
  if (!isState && countryOfNisba(nisba.form.replace(/^و/, '')) === null) return null
  if (nisba.form.startsWith('وال') || (isState && nisba.form.startsWith('و')))
    return isShared(words, first - 2) ? { link: 'and', isListHead: false } : null
  const head = words[first - 2] && titleHead(words[first - 2]!.form)
  return head?.plural && words[first - 2]!.sentence === words[first]!.sentence ? linkAt(words, first - 2, head.prefix, false) : null
}

/** Whether a plural of offices with its nisba stands shortly before. */
const isShared = (words: readonly Word[], from: number): boolean =>
  words
    .slice(Math.max(0, from - MAX_SHARED), from + 1)
    .some(
      ({ form, sentence }, i, all) =>
        sentence === words[from]!.sentence &&
        titleHead(form)?.plural === true &&
        (countryOfNisba(all[i + 1]?.form ?? '') ?? countryNamed(all[i + 1]?.text ?? '')) !== null,
    )
const MAX_SHARED = 20
