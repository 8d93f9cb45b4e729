import type { Span } from '../../domain/span.ts'
import { CLAUSE_OPENERS } from '../../lexicon/clauses.ts'
import { DELEGATION_HEADS, ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import type { Phrase } from '../phrase.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import type { Word } from '../word.ts'
import { countryOfNisba } from './country-of.ts'
import { findGovernments } from './find-governments.ts'
import { linkOf } from './link-of.ts'
import { titleHead } from './title-head.ts'

const MAX_REFERENCE_WORDS = 7

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
  for (const span of spans) {
    if (span.label === 'per') take(personPhrase(words, span, owners.get(span) ?? []))
  }
  for (const span of spans) {
    if (span.label === 'title' && !taken.has(span.first))
      take(referencePhrase(words, span.first, Math.max(span.last, endOfReference(words, spans, span.first, taken)), span.prefix))
  }
  for (const delegation of findDelegations(words, spans)) if (!taken.has(delegation.first)) take(delegation)
  for (const span of spans) if (span.label === 'org' && !taken.has(span.first)) take(bodyPhrase(words, span))
  for (const government of findGovernments(words, spans)) if (!taken.has(government.first)) take(government)
  for (const reference of findReferences(words, spans, taken)) take(reference)
  return phrases.sort((a, b) => a.first - b.first)
}

/**
 * «لرئيس حكومة «الوفاق» فايز السراج»: an office in full that ends right before a name without a title is his, also where the tagger passed it over. Bodies
 * and places within the office become a part of it.
 */
function withUntaggedTitles(words: readonly Word[], tagged: readonly TaggedSpan[]): TaggedSpan[] {
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

/** Which titles stand beside which name: before it («الرئيس الفرنسي إيمانويل ماكرون») or behind it («خليفة حفتر، قائد الجيش،»). */
function assignTitles(words: readonly Word[], spans: readonly TaggedSpan[]): Map<TaggedSpan, TaggedSpan[]> {
  const owners = new Map<TaggedSpan, TaggedSpan[]>()
  const own = (name: TaggedSpan, title: TaggedSpan): unknown => owners.set(name, [...(owners.get(name) ?? []), title])
  const adjacent = (a: TaggedSpan | undefined, b: TaggedSpan | undefined): boolean =>
    !!a && !!b && b.first === a.last + 1 && words[a.last]!.sentence === words[b.first]!.sentence && !/[:؛()]/.test(words[b.first]!.gap)
  for (const [i, title] of spans.entries()) {
    if (title.label !== 'title') continue
    const [before, after] = [spans[i - 1], spans[i + 1]]
    const follows = before?.label === 'per' && adjacent(before, title) && title.prefix === '' ? before : null
    const leads = leadingName(words, spans, i)
    if (follows && leads) {
      const commaBefore = /[،,]/.test(words[title.first]!.gap)
      const commaAfter = after && /[،,]/.test(words[after.first]!.gap)
      own(!commaBefore && commaAfter ? follows : leads, title)
    } else if (follows ?? leads) own((follows ?? leads)!, title)
  }
  return owners

  function leadingName(text: readonly Word[], all: readonly TaggedSpan[], index: number): TaggedSpan | null {
    for (let k = index; ; k++) {
      const next = all[k + 1]
      if (!next || !adjacent(all[k], next) || next.prefix !== '') return null
      if (next.label === 'per') return next
      if (next.label !== 'title' || text[next.first]!.gap.includes('،')) return null
    }
  }
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
    ...linkOf(words, head.first, head.prefix || gluedPrefix(words, head.first)),
    name: { start: name.start, end: name.end },
    titles,
    rule: titles.length > 0 ? 'person.titled' : 'person.name',
    probability: name.probability,
  }
}

const gluedPrefix = (words: readonly Word[], first: number): string => titleHead(words[first]!.form)?.prefix ?? ''

function referencePhrase(words: readonly Word[], first: number, last: number, prefix: string): Phrase {
  const glued = prefix || gluedPrefix(words, first)
  const span: Span = { start: words[first]!.start + glued.length, end: words[last]!.end }
  return {
    kind: 'person',
    first,
    last,
    ...span,
    ...linkOf(words, first, glued),
    name: null,
    titles: [span],
    rule: 'person.title-only',
    probability: 1,
  }
}

function bodyPhrase(words: readonly Word[], span: TaggedSpan): Phrase {
  const head = words[span.first]!.form.slice(span.prefix.length).replace(/^ال/, '')
  return {
    kind: ORGANISATION_HEADS[head] ?? ORGANISATION_HEADS[head.replace(/^ل/, '')] ?? 'organization',
    first: span.first,
    last: span.last,
    start: span.start,
    end: span.end,
    ...linkOf(words, span.first, span.prefix),
    ...(isInBuilding(words, span.first) ? { link: 'in' as const } : {}),
    name: { start: span.start, end: span.end },
    titles: [],
    rule: 'body.tagged',
    probability: span.probability,
  }
}

/** «بمقر وزارة الخارجية», «في ديوان الرئاسة»: the body says where. */
const isInBuilding = (words: readonly Word[], first: number): boolean => /^(ب|بال|و)?(مقر|قصر|ديوان)$/.test(words[first - 1]?.form ?? '')

/** «وفد حكومة الوفاق», «الوفد الليبي», «الجانب الروسي», «ممثلين عن وزارة الدفاع»: a head of a group and whom it stands for. */
function* findDelegations(words: readonly Word[], spans: readonly TaggedSpan[]): Generator<Phrase> {
  for (const word of words) {
    const prefix = DELEGATION_HEADS.has(word.form)
      ? ''
      : /^([وفبل]|وب|ول)/.test(word.form) && DELEGATION_HEADS.has(word.form.slice(1))
        ? word.form[0]!
        : null
    if (prefix === null) continue
    const last = endOfDelegation(words, spans, word.index)
    if (last === word.index) continue
    const span: Span = { start: word.start + prefix.length, end: words[last]!.end }
    yield {
      kind: 'group',
      first: word.index,
      last,
      ...span,
      ...linkOf(words, word.index, prefix),
      name: span,
      titles: [],
      rule: 'group.delegation',
      probability: 1,
    }
  }
}

function endOfDelegation(words: readonly Word[], spans: readonly TaggedSpan[], first: number): number {
  const next = words[first + 1]
  if (!next || next.sentence !== words[first]!.sentence || /[،,:]/.test(next.gap)) return first
  const joins = next.form === 'من' || next.form === 'عن' ? 2 : 1
  const body = spans.find(
    (span) =>
      span.first >= first + joins &&
      span.first <= first + joins + 1 &&
      (span.label === 'org' || span.label === 'loc') &&
      !/[،,]/.test(words[span.first]!.gap),
  )
  if (body) return body.last
  return countryOfNisba(next.form) ? first + 1 : first
}

/** «الوزير», «المبعوث الأممي», «رئيس الإقليم»: titles that the tagger left alone because no name stands beside them. */
function* findReferences(words: readonly Word[], spans: readonly TaggedSpan[], taken: ReadonlySet<number>): Generator<Phrase> {
  let end = -1
  for (const word of words) {
    if (word.index <= end || taken.has(word.index)) continue
    const head = titleHead(word.form)
    if (!head || head.plural || head.kind === 'honorific') continue
    end = endOfReference(words, spans, word.index, taken)
    const isWhole = head.definite || end > word.index
    if (isWhole) yield referencePhrase(words, word.index, end, head.prefix)
  }
}

function endOfReference(words: readonly Word[], spans: readonly TaggedSpan[], first: number, taken: ReadonlySet<number>): number {
  let last = first
  while (last - first < MAX_REFERENCE_WORDS) {
    const next = words[last + 1]
    if (!next || taken.has(next.index) || next.sentence !== words[first]!.sentence || /[،,:؛]/.test(next.gap)) break
    const span = spans.find(({ first: start }) => start === next.index)
    if (span?.label === 'org' && last - first < 2) {
      last = span.last
      continue
    }
    const isArticled = /^(ال|لل|بال)/.test(next.form) && !CLAUSE_OPENERS.has(next.form) && !STOP_WORDS.has(next.form)
    const isGenitive =
      last === first && !titleHead(words[first]!.form)?.definite && !STOP_WORDS.has(next.form) && !CLAUSE_OPENERS.has(next.form)
    if (!isArticled && !isGenitive) break
    last += 1
  }
  return last
}
