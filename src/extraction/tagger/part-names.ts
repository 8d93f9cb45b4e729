import { frequencyOf } from '../../analysis/frequency.ts'
import { countryNamed } from '../actors/country-of.ts'
import { isNameToo, titleHead } from '../actors/title-head.ts'
import { lightVerb } from '../meetings/light-verb.ts'
import { formOf, type Word } from '../word.ts'
import { isDeed, isVerb, type RefineContext, reach } from './reach.ts'
import { spanUpTo } from './span-at.ts'
import type { TaggedSpan } from './tag-words.ts'

/** «والبحرين خالد بن أحمد ومصر سامح شكري»: the state of whoever comes next in a list, before his name. */
const isStateJoined = ({ text, index }: Word, end: number): boolean =>
  index < end && text.startsWith('و') && countryNamed(text.slice(1)) !== null

/** «استقبال السيسي لآبي أحمد»: a name behind a glued «ل». */
const isForAnother = ({ text }: Word): boolean => text.startsWith('لآ')

/** «صالح والمشري», «حمد بن عيسى وولي عهد»: «و» before a word that people are called by, that ends another name of the text, or that is an office, joins two; so does the last name of another («أنجيلا ميركل الصيد», «دونالد ترامب بومبيو»). No name goes on behind a verb of encounter, saying or doing; what stands there may be another («ترامب أرسل بومبيو»). */
export function partNames(spans: readonly TaggedSpan[], { words, gazetteer }: RefineContext): TaggedSpan[] {
  const byLast = fullNames(spans, words)
  const lasts = new Set(byLast.keys())
  const isName = (form: string): boolean => gazetteer.nameParts.has(form) || lasts.has(form) || lasts.has(form.replace(/^ال/, ''))
  const isOfficeJoined = (form: string): boolean => titleHead(form)?.prefix === 'و' && !isNameToo(form.slice(1))
  const endsOthers = (form: string, span: TaggedSpan): boolean =>
    [...(byLast.get(form) ?? [])].slice(0, MAX_NAMES).some((name) => !formOf(words, span).includes(name))
  const alone = new Set(spans.filter(({ label, first, last }) => label === 'per' && first === last).map((span) => formOf(words, span)))
  const isFull = (first: number, last: number): boolean =>
    alone.has(words[last]!.form) ||
    byLast.get(words[last]!.form)?.has(
      words
        .slice(first, last + 1)
        .map(({ form }) => form)
        .join(' '),
    ) === true
  /** «وإيران حسن روحاني», «وحسين عبد اللهيان», «لأردوغان», «تولي سالفيني», «طلبه ترامب»: without what stands before the name. */
  function headed(span: TaggedSpan): TaggedSpan {
    const { form, start, text } = words[span.first]!
    if (span.prefix === 'و' && titleHead(form)?.prefix === '')
      return { ...reach({ ...span, prefix: '' }, words, span.first, span.last), label: 'title' }
    const office = span.prefix === '' && span.last > span.first ? titleHead(form) : null
    const isHeir = /^بولي$/.test(form) && /^(ال)?عهد$/.test(words[span.first + 1]?.form ?? '')
    if (office?.kind === 'office' && office.prefix === 'ب' && (isHeir || !gazetteer.nameParts.has(form)))
      return { ...span, label: 'title', prefix: 'ب', start: start + 1 }
    if (span.last - span.first >= 2 && countryNamed(text.slice(span.prefix.length).replace(/^و/, '')) !== null)
      return reach(span, words, span.first + 1, span.last)
    if (span.prefix !== '' || gazetteer.nameParts.has(form)) return span
    const isKnown = form.startsWith('و') ? gazetteer.nameParts.has(form.slice(1)) : lasts.has(form.slice(1))
    const isGlued = /^[ولب]\p{L}{3,}/u.test(form) && isKnown && (frequencyOf(form) === 0 || lasts.has(form.slice(1)))
    if (isGlued) return { ...span, prefix: form[0]!, start: start + 1 }
    const isWord = frequencyOf(form) > 0 || (text.endsWith('ه') && frequencyOf(form.slice(0, -1)) > 0)
    const isPartOfFull = [...(byLast.get(words[span.last]!.form) ?? [])].some((name) => name.endsWith(` ${formOf(words, span)}`))
    return span.last === span.first + 1 && isWord && !isPartOfFull && endsOthers(words[span.last]!.form, span)
      ? reach(span, words, span.last, span.last)
      : span
  }
  return spans.flatMap((tagged) => {
    if (tagged.label !== 'per') return [tagged]
    const span = headed(tagged)
    const inner = words.slice(span.first + 1, span.last + 1)
    const verb = inner.find(
      ({ form }) => isDeed(form) || (isVerb(form) && (!gazetteer.nameParts.has(form) || lightVerb(form)?.tense === 'future')),
    )
    if (verb && verb.index < span.last && isName(words[verb.index + 1]!.form))
      return [reach(span, words, span.first, verb.index - 1), { ...reach(span, words, verb.index + 1, span.last), prefix: '' }]
    const end = verb ? verb.index - 1 : span.last
    const isOfTwo = isDualTitle(words, spanUpTo(spans, span.first - 1))
    const seam = inner.find(
      ({ form, index }) =>
        index <= end &&
        (isOfficeJoined(form) ||
          isStateJoined(words[index]!, end) ||
          isForAnother(words[index]!) ||
          (/^و\p{L}{3,}/u.test(form) && !gazetteer.nameParts.has(form) && isName(form.slice(1))) ||
          (isOfTwo && index < end && /^و\p{L}{2,}/u.test(form)) ||
          (/^[لب]\p{L}{3,}/u.test(form) && !gazetteer.nameParts.has(form) && lasts.has(form.slice(1))) ||
          (index > span.first + 1 &&
            (/^ال\p{L}{3,}/u.test(form) || isFull(span.first, index - 1)) &&
            !NAME_LINKS.has(words[index - 1]!.form) &&
            endsOthers(form, span))),
    )
    if (!seam) return [end === span.last ? span : reach(span, words, span.first, end)]
    if (isStateJoined(seam, end))
      return [reach(span, words, span.first, seam.index - 1), { ...reach(span, words, seam.index + 1, end), prefix: '' }]
    const isWhole = seam.index > span.first + 1 && isFull(span.first, seam.index - 1) && endsOthers(seam.form, span)
    const prefix = seam.form.startsWith('ال') || isWhole ? '' : seam.form[0]!
    const label = isOfficeJoined(seam.form) ? 'title' : 'per'
    const second: TaggedSpan = { ...reach(span, words, seam.index, end), label, prefix, start: seam.start + prefix.length }
    return [reach(span, words, span.first, seam.index - 1), second]
  })
}

/** «الرئيسين السابقين كيم داي جونغ ورو مو هيون»: whose title is in the dual are two. */
const isDualTitle = (words: readonly Word[], before: TaggedSpan | undefined): boolean =>
  before?.label === 'title' && /(ين|ان)$/.test(words[before.first]!.form) && titleHead(words[before.first]!.form)?.plural === true

/** Full names that are looked at for one last word. */
const MAX_NAMES = 3
/** What a name goes on behind. */
const NAME_LINKS = new Set(['عبد', 'بن', 'ابن', 'ابو', 'ابي', 'ال', 'ولد', 'بنت'])

/** The names of more than one word, by their last. */
function fullNames(spans: readonly TaggedSpan[], words: readonly Word[]): Map<string, Set<string>> {
  const byLast = new Map<string, Set<string>>()
  for (const span of spans) {
    if (span.label !== 'per' || span.last === span.first) continue
    const names = byLast.get(words[span.last]!.form) ?? new Set()
    byLast.set(words[span.last]!.form, names.add(formOf(words, span)))
  }
  return byLast
}

/** «يلتقي مون كيم»: behind a verb two words that are each a part of another full name, and of no one name together, are two people. */
export function partPairs(spans: readonly TaggedSpan[], { words }: RefineContext): TaggedSpan[] {
  const bearers = new Map<string, Set<string>>()
  for (const span of spans) {
    if (span.label !== 'per' || span.last === span.first) continue
    for (const end of [span.first, span.last]) {
      const names = bearers.get(words[end]!.form) ?? new Set()
      bearers.set(words[end]!.form, names.add(formOf(words, span)))
    }
  }
  return spans.flatMap((span) => {
    if (span.label !== 'per' || span.last !== span.first + 1 || span.prefix !== '' || !isVerb(words[span.first - 1]?.form ?? ''))
      return [span]
    const [one, other] = [span.first, span.last].map((word) =>
      [...bearers.get(words[word]!.form)!].filter((name) => name !== formOf(words, span)),
    )
    if (one!.length === 0 || other!.length === 0 || one!.some((name) => other!.includes(name))) return [span]
    return [reach(span, words, span.first, span.first), reach(span, words, span.last, span.last)]
  })
}
