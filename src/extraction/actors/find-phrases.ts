import { BELONGINGS } from '../../lexicon/belongings.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Link, Phrase } from '../phrase.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import { indexesOf, isSpace, type Word } from '../word.ts'
import { isAnotherOffice } from './another-office.ts'
import { findDelegations } from './find-delegations.ts'
import { findGovernments, findMeetingStates } from './find-governments.ts'
import { findInstitutions } from './find-institutions.ts'
import { findOffices } from './find-offices.ts'
import { findPlurals } from './find-plurals.ts'
import { endOfReference, findReferences, gluedPrefix, referencePhrase } from './find-references.ts'
import { findShortForms } from './find-short-forms.ts'
import { isGenitive } from './is-genitive.ts'
import { linkOf } from './link-of.ts'
import { titleHead } from './title-head.ts'
import { isStyle, withUntaggedTitles } from './untagged-titles.ts'

/**
 * Noun phrases of people and bodies in text order: titles are joined to the name they stand beside, a title without a name is a reference,
 * «وفد …» is a group. Places are left to places/find-places.ts.
 */
export function findPhrases(words: readonly Word[], tagged: readonly TaggedSpan[]): Phrase[] {
  const spans = withUntaggedTitles(words, tagged)
  const owners = assignTitles(words, spans)
  const phrases: Phrase[] = []
  const taken = new Set<number>()
  const take = (phrase: Phrase): void => {
    for (let i = phrase.first; i <= phrase.last; i++) taken.add(i)
    phrases.push(phrase)
  }
  const isFree = ({ first, last }: Phrase): boolean => {
    for (let i = first; i <= last; i++) if (taken.has(i)) return false
    return true
  }
  for (const span of spans) {
    if (span.label === 'per') take(personPhrase(words, span, owners.get(span) ?? []))
  }
  for (const span of spans) {
    if (span.label === 'title' && !taken.has(span.first) && !titleHead(words[span.first]!.form)?.plural)
      take(referencePhrase(words, span.first, Math.max(span.last, endOfReference(words, spans, span.first, taken)), span.prefix))
  }
  for (const delegation of findDelegations(words, spans)) if (!taken.has(delegation.first)) take(delegation)
  const inBody = new Set(spans.filter(({ label }) => label === 'org').flatMap(({ first, last }) => indexesOf({ first: first + 1, last })))
  for (const group of findPlurals(words, spans, taken)) if (isFree(group) && !inBody.has(group.first)) take(group)
  for (const span of spans) if (span.label === 'org' && !taken.has(span.first)) take(bodyPhrase(words, span))
  for (const government of findGovernments(words, spans)) if (!taken.has(government.first)) take(government)
  for (const state of findMeetingStates(words, taken)) take(state)
  for (const office of findOffices(words, phrases, taken)) take(office)
  for (const institution of findInstitutions(words, taken)) take(institution)
  for (const short of findShortForms(words, taken)) take(short)
  for (const reference of findReferences(words, spans, taken)) take(reference)
  return phrases.sort((a, b) => a.first - b.first)
}

/** Which titles stand beside which name: before it («الرئيس الفرنسي إيمانويل ماكرون», «رئيس المجلس، السيد X») or behind it («خليفة حفتر، قائد الجيش،»). */
function assignTitles(words: readonly Word[], spans: readonly TaggedSpan[]): Map<TaggedSpan, TaggedSpan[]> {
  const owners = new Map<TaggedSpan, TaggedSpan[]>()
  const own = (name: TaggedSpan, title: TaggedSpan): unknown => owners.set(name, [...(owners.get(name) ?? []), title])
  const adjacent = (a: TaggedSpan | undefined, b: TaggedSpan | undefined): boolean =>
    !!a &&
    !!b &&
    words[a.last]!.sentence === words[b.first]!.sentence &&
    (isGlossedBefore(words, a, b) || (b.first === a.last + 1 && !/[:؛()]/.test(words[b.first]!.gap)))
  for (const [i, title] of spans.entries()) {
    if (title.label !== 'title') continue
    const [before, after] = [spans[i - 1], spans[i + 1]]
    const isOfSeveral = titleHead(words[title.first]!.form)?.plural === true
    const follows = before?.label === 'per' && adjacent(before, title) && title.prefix === '' && !isOfSeveral ? before : null
    const leads = leadingName(words, spans, i)
    if (follows && leads) {
      const commaBefore = /[،,]/.test(words[title.first]!.gap)
      const commaAfter = after && /[،,]/.test(words[after.first]!.gap)
      const isBeforeAnother = after?.label === 'title' && isAnotherOffice(words, title.first, after.first, after.last)
      own(!commaBefore && (commaAfter || isBeforeAnother) ? follows : leads, title)
    } else if (follows ?? leads) own((follows ?? leads)!, title)
  }
  return owners

  function leadingName(text: readonly Word[], all: readonly TaggedSpan[], index: number): TaggedSpan | null {
    for (let k = index; ; k++) {
      const next = all.slice(k + 1, k + 1 + MAX_GLOSS).find((span) => adjacent(all[k], span)) ?? all[k + 1]
      if (!next || !adjacent(all[k], next) || next.prefix !== '') return null
      if (next.label === 'per') return next
      if (next.label !== 'title' || (text[next.first]!.gap.includes('،') && !isStyle(text, next))) return null
    }
  }
}

/** Spans within brackets that are looked over. */
const MAX_GLOSS = 2
/** Words of a gloss. */
const MAX_GLOSS_WORDS = 6

/** «رئيسة البرلمان الألماني (البوندستاغ) X», «رئيس المجلس (الغرفة السفلى) X»: brackets between a title and the name, or at the end of the title. */
function isGlossedBefore(words: readonly Word[], { label, first, last }: TaggedSpan, name: TaggedSpan): boolean {
  const isOpen = (from: number): boolean =>
    words.slice(Math.max(from, name.first - MAX_GLOSS_WORDS), name.first).some(({ gap }) => /\($/.test(gap))
  if (label !== 'title' || !/^\) ?$/.test(words[name.first]!.gap)) return false
  return name.first === last + 1 ? isOpen(first) : name.first > last && /\($/.test(words[last + 1]!.gap) && isOpen(last)
}

function personPhrase(words: readonly Word[], name: TaggedSpan, titles: readonly TaggedSpan[]): Phrase {
  const parts = [...titles, name]
  const head = parts.reduce((a, b) => (b.first < a.first ? b : a))
  const last = parts.reduce((a, b) => (b.last > a.last ? b : a))
  return {
    kind: 'person',
    first: head.first,
    last: last.last,
    start: head.start,
    end: last.end,
    ...linkOf(words, head.first, head.prefix || (isShort(words[head.first]!) ? '' : gluedPrefix(words, head.first))),
    ...((titles.length === 0 && isOfAnother(words, head)) || isSender(words, name, titles) ? { link: 'of' as const } : {}),
    name: { start: name.start, end: name.end },
    titles,
    rule: titles.length > 0 ? 'person.titled' : 'person.name',
    probability: name.probability,
  }
}

/** «بول»: what is no «ب» before an office. */
const isShort = ({ form }: Word): boolean => form.length < SHORTEST_OFFICE
const SHORTEST_OFFICE = 4

/** «موفد العاهل السعودي الملك سلمان، مساعد وزير الدفاع فلان»: behind an envoy's title the name of a crown is whose envoy it is; another name follows. */
function isSender(words: readonly Word[], name: TaggedSpan, titles: readonly TaggedSpan[]): boolean {
  const last = titles.at(-1)
  if (last?.last !== name.first - 1 || !CROWN.test(words[last.last]!.form) || !/[،,]/.test(words[name.last + 1]?.gap ?? '')) return false
  return ENVOY.test(words[last.first]!.form.slice(last.prefix.length)) && titleHead(words[name.last + 1]!.form) !== null
}
const CROWN = /^ال(ملك|ملكه|سلطان|امير)$/
const ENVOY = /^(موفد|مبعوث|ممثل|مندوب)(ه)?$/

/** «نجل دونالد ترامب», «منتقدي أردوغان»: behind a noun of whoever or whatever is his, a name tells whose it is. */
const isOfAnother = (words: readonly Word[], { first, prefix }: TaggedSpan): boolean => {
  const before = words[first - 1]
  return (
    prefix === '' &&
    before?.sentence === words[first]!.sentence &&
    BELONGINGS.has(before.form.replace(/^[وفبل](?=...)/, '')) &&
    isSpace(words[first]!.gap)
  )
}

/** «بوساطة», «برعاية», «بمشاركة»: nouns that are a preposition in all but form. */
const HELPING: ReadonlySet<Link> = new Set<Link>(['hosted', 'attended', 'led'])

function bodyPhrase(words: readonly Word[], span: TaggedSpan): Phrase {
  const head = words[span.first]!.form.slice(span.prefix.length).replace(/^ال/, '')
  const linked = linkOf(words, span.first, span.prefix)
  return {
    kind: ORGANISATION_HEADS[head] ?? ORGANISATION_HEADS[head.replace(/^ل/, '')] ?? 'organization',
    first: span.first,
    last: span.last,
    start: span.start,
    end: span.end,
    ...linked,
    ...(isInBuilding(words, span.first)
      ? { link: 'in' as const }
      : span.prefix === '' && !HELPING.has(linked.link) && isGenitive(words, words[span.first]!)
        ? { link: 'of' as const }
        : {}),
    name: { start: span.start, end: numbersBehind(words, span) ?? span.end },
    titles: [],
    rule: 'body.tagged',
    probability: span.probability,
  }
}

/** «اللجنة العسكرية المشتركة (5+5)»: numbers in brackets go with the name. Where they end. */
function numbersBehind(words: readonly Word[], { last }: TaggedSpan): number | null {
  const [a, b, behind] = [words[last + 1], words[last + 2], words[last + 3]]
  if (!a || !b || !/^ ?[("«]$/.test(a.gap) || !/^\d+$/.test(a.form) || !/^ ?\+ ?$/.test(b.gap) || !/^\d+$/.test(b.form)) return null
  return b.end + (/^[)"»]/.test(behind?.gap ?? '') ? 1 : 0)
}

/** «بمقر وزارة الخارجية», «في ديوان الرئاسة»: the body says where. */
const isInBuilding = (words: readonly Word[], first: number): boolean => /^(ب|بال|و)?(مقر|قصر|ديوان)$/.test(words[first - 1]?.form ?? '')
