import { fold } from '../../analysis/fold.ts'
import { isKnownWord } from '../../analysis/frequency.ts'
import { callsBy, isNearName, isSameName, nameWords } from '../../analysis/name.ts'
import { stem as stemOf } from '../../analysis/stem.ts'
import type { FoundActor } from '../../domain/extraction.ts'
import { memo } from '../../domain/memo.ts'
import { GROUP_ADJECTIVES } from '../../lexicon/organisation-heads.ts'
import type { Phrase } from '../phrase.ts'
import type { Word } from '../word.ts'
import { actorOf } from './actor-of-draft.ts'
import { bearerAhead, bearerOf, bodyOf, type Draft } from './bearer-of.ts'
import { institutionNamed } from './institution.ts'
import { LEAST_OF_ALL, leastProbability } from './least-probability.ts'
import { bodyLedBy } from './led-body.ts'
import { spelledName } from './spelled-name.ts'
import { STANDINGS, type Standing, standingAt } from './standing.ts'
import { titleHead } from './title-head.ts'

/** A phrase and the actor it names, an index into `actors`; null where it refers to nobody who is named. */
export type ResolvedPhrase = Phrase & { readonly actor: number | null }

/**
 * Who is who within one article. Full names first, then surnames and first names, then titles («الوزير الروسي», «المبعوث»), each to the person
 * whose name or reported roles fit, the one mentioned last where several do.
 */
export function resolveMentions(
  body: string,
  words: readonly Word[],
  phrases: readonly Phrase[],
): { actors: FoundActor[]; phrases: ResolvedPhrase[] } {
  const drafts: Draft[] = []
  const assigned = new Map<Phrase, number>()
  const glosses = new Map<Phrase, Phrase>()
  const stands = new Map<Phrase, Pick<Phrase, 'kind' | 'name' | 'rule'>>()
  const spelled = new Map(phrases.map((phrase) => [phrase, spelledName(body, words, phrase)]))
  const byFirst = new Map(phrases.map((phrase) => [phrase.first, phrase]))
  const uses = new Map<string, number>()
  for (const name of spelled.values()) uses.set(name, (uses.get(name) ?? 0) + 1)
  const endsAt = new Map(phrases.map((phrase) => [phrase.last, phrase]))
  const standings = new Map<string, Standing>()
  const chances = new Map<string, number>()
  for (const phrase of phrases) {
    const name = spelled.get(phrase)!
    if (phrase.kind !== 'person' || phrase.name === null || /\s/.test(name)) continue
    chances.set(name, Math.max(chances.get(name) ?? 0, phrase.probability))
    const standing = standingAt(words, phrase, endsAt, uses.get(name)!)
    if (STANDINGS.indexOf(standing) < STANDINGS.indexOf(standings.get(name) ?? 'alone')) standings.set(name, standing)
  }
  const standingOf = (phrase: Phrase): Standing => standings.get(spelled.get(phrase)!) ?? 'alone'
  const chanceOf = (phrase: Phrase): number =>
    Math.max(phrase.probability, (phrase.kind === 'person' ? chances.get(spelled.get(phrase)!) : undefined) ?? 0)
  const named = phrases
    .filter((phrase) => phrase.name !== null && (phrase.probability >= LEAST_OF_ALL || isInstitution(phrase, spelled.get(phrase)!)))
    .map((phrase) => ({ phrase, parts: nameWords(phrase.canonical ?? institutionNamed(spelled.get(phrase)!) ?? spelled.get(phrase)!) }))
    .map(({ phrase, parts }) => ({
      phrase,
      parts,
      isGuess: chanceOf(phrase) < leastProbability(phrase, spelled.get(phrase)!, standingOf(phrase)),
    }))
    .filter(({ parts, phrase, isGuess }) => !isGuess || (phrase.kind === 'person' && parts.length === 1))
  const assign = (phrase: Phrase, actor: number): void => {
    assigned.set(phrase, actor)
    note(drafts[actor]!, phrase, body, spelled.get(phrase)!)
  }
  for (const [i, phrase] of phrases.entries()) {
    const before = phrases[i - 1]
    if (before && isGloss(body, before, phrase)) glosses.set(phrase, before)
  }
  const byName = new Map<string, number>()
  for (const minWords of [2, 1]) {
    for (const { phrase, parts, isGuess } of named) {
      if (assigned.has(phrase) || glosses.has(phrase) || parts.length === 0 || parts.length < minWords) continue
      const from = drafts.length - MAX_COMPARED
      const near = drafts.findIndex(
        (draft, at) => at >= from && (isSameActor(draft, phrase, parts) || isBracketed(words, draft, phrase, parts)),
      )
      const same = near >= 0 ? near : (byName.get(nameOf(phrase, parts)) ?? -1)
      const known = same >= 0 ? same : callee(drafts, phrase, parts, headOf(body, phrase))
      if (known === null && parts.length === 1 && (isGuess || isDoubtful(phrase, parts[0]!, standingOf(phrase), chanceOf(phrase)))) continue
      const actor = known ?? drafts.push(draftOf(phrase, parts)) - 1
      byName.set(nameOf(phrase, parts), actor)
      assign(phrase, actor)
    }
  }
  for (const [gloss, name] of glosses) {
    const actor = assigned.get(name)
    if (actor !== undefined) assign(gloss, actor)
  }
  for (const phrase of phrases) {
    if (phrase.name !== null) {
      const actor = assigned.get(phrase)
      if (actor !== undefined) drafts[actor]!.lastSeen = phrase.last
      continue
    }
    const actor =
      phrase.rule === 'body.short'
        ? bodyOf(words, drafts, phrase)
        : (ofHisBody(phrase, bearerOf(words, drafts, phrase)) ?? bearerAhead(words, drafts, phrase))
    if (actor !== null) assign(phrase, actor)
    if (actor !== null && phrase.rule === 'body.short') stands.set(phrase, { kind: drafts[actor]!.kind, name: null, rule: phrase.rule })
    if (actor === null && phrase.rule === 'person.title-only') standIn(phrase)
  }
  return {
    actors: drafts.map((draft) => actorOf(draft)),
    phrases: phrases.map((phrase) => ({ ...phrase, ...stands.get(phrase), actor: assigned.get(phrase) ?? null })),
  }

  /** «الأمين العام» + «للاتحاد …»: the body that an office goes on with. */
  function bodyBehind({ last }: Phrase): Phrase | undefined {
    const behind = byFirst.get(last + 1)
    return behind?.kind !== 'person' && behind?.link === 'for' ? behind : undefined
  }

  /** «الأمين العام للاتحاد» is nobody whose body is another. */
  function ofHisBody(phrase: Phrase, actor: number | null): number | null {
    const body = bodyBehind(phrase)
    if (actor === null || !body) return actor
    const head = words[body.first]!.stem
    return drafts[actor]!.roles.some((role) => nameWords(role).some((word) => stem(word) === head)) ? actor : null
  }

  /** «التقى رئيس مجلس نواب الشعب وفدا»: for an office that nobody named holds stands the body that it leads. */
  function standIn(phrase: Phrase): void {
    const behind = bodyBehind(phrase)
    const name = bodyLedBy(words, { first: phrase.first, last: behind?.last ?? phrase.last })
    if (!name || (behind && byFirst.get(behind.last + 1)?.kind === 'person')) return
    const led = { kind: 'organization', name, rule: 'body.of-office' } as const
    const text = spelledName(body, words, { ...phrase, ...led })
    const parts = nameWords(text)
    const known = drafts.findIndex((draft) => isSameActor(draft, { ...phrase, ...led }, parts))
    const actor = known >= 0 ? known : drafts.push(draftOf({ ...phrase, ...led }, parts)) - 1
    stands.set(phrase, led)
    assigned.set(phrase, actor)
    note(drafts[actor]!, { ...phrase, ...led }, body, text)
  }
}

/** Actors of an article that a name is compared with, the last found first in: more than any article of the news has; beyond it one is known again by the same name only. */
const MAX_COMPARED = 400
const nameOf = ({ kind }: Phrase, parts: readonly string[]): string => `${kind === 'person'} ${parts.join(' ')}`

/** What is known by its name is no guess of the tagger's. */
const isInstitution = ({ kind }: Phrase, name: string): boolean => kind !== 'person' && institutionNamed(name) !== null

/** «بارزاني (نيجيرفان)»: of several who bear a last name the brackets behind it say which. */
function isBracketed(words: readonly Word[], draft: Draft, phrase: Phrase, parts: readonly string[]): boolean {
  const [next, behind] = [words[phrase.last + 1], words[phrase.last + 2]]
  if (parts.length > 1 || draft.kind !== 'person' || !/^ ?\($/.test(next?.gap ?? '') || !/^\)/.test(behind?.gap ?? '')) return false
  return callsBy(parts, draft.words) > 0 && callsBy(nameWords(next!.text), draft.words) > 0
}

/** A single word without a title that the language uses otherwise: a name only where it is part of a fuller one. */
const isDoubtful = (phrase: Phrase, word: string, standing: Standing, chance: number): boolean =>
  phrase.kind === 'person' && phrase.titles.length === 0 && isKnownWord(word) && chance < SURE_OF_ONE[standing]
const SURE_OF_ONE: Readonly<Record<Standing, number>> = { meets: 0.75, isMet: 0.75, again: 0.97, alone: 2 }

/** «ماكي صال (Macky Sall)»: Latin letters in brackets behind a name are the same name. */
const isGloss = (body: string, before: Phrase, phrase: Phrase): boolean =>
  before.kind === 'person' &&
  phrase.kind === 'person' &&
  /^\s*\($/.test(body.slice(before.end, phrase.start)) &&
  /^[\p{Script=Latin}\p{M}\s.'-]+$/u.test(textOf(body, phrase))

const textOf = (body: string, { name }: Phrase): string => (name ? body.slice(name.start, name.end) : '')

const draftOf = ({ kind }: Phrase, words: readonly string[]): Draft => ({
  kind,
  words,
  spellings: new Map(),
  canonical: null,
  roles: [],
  mentions: [],
  lastSeen: -1,
})

function note(draft: Draft, phrase: Phrase, body: string, spelled: string): void {
  const span = phrase.name ?? phrase
  const surface = body.slice(span.start, span.end)
  draft.mentions.push({ start: span.start, end: span.end, surface, rule: phrase.rule })
  draft.lastSeen = phrase.last
  for (const title of phrase.titles) {
    const role = body.slice(title.start, title.end).replace(/\s+/g, ' ').trim()
    if (phrase.name && !draft.roles.includes(role)) draft.roles.push(role)
  }
  if (!phrase.name) return
  const parts = nameWords(surface)
  if (draft.kind === 'person' && parts.length > draft.words.length && /\p{Script=Arabic}/u.test(surface)) draft.words = parts
  if (phrase.canonical) draft.canonical = phrase.canonical
  draft.spellings.set(spelled, (draft.spellings.get(spelled) ?? 0) + 1)
}

function isSameActor(draft: Draft, phrase: Phrase, parts: readonly string[]): boolean {
  if ((draft.kind === 'person') !== (phrase.kind === 'person')) return false
  if (draft.kind === 'person')
    return (
      isSameName(draft.words, parts) ||
      (parts.length === 1 && draft.words.length === 1 && draft.words[0] === parts[0]) ||
      (parts.length > 2 && (draft.roles.length === 0 || phrase.titles.length === 0) && isNearName(draft.words, parts))
    )
  return isSameBody(draft.words, parts) || (phrase.rule === 'group.delegation' && isDelegationOf(draft.words, parts))
}

const stem = memo(stemOf, 20_000)

/** Bodies are one where their names are, or where one goes on with adjectives only: «مجلس الأمن», «مجلس الأمن الدولي». */
function isSameBody(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const isPrefix = short.every((word, i) => stem(word) === stem(long[i]!))
  return (
    isPrefix &&
    (short.length === long.length || (short.length > 1 && long.slice(short.length).every((word) => /(ي|يه|ين|يون)$/.test(word))))
  )
}

/** «وفد من حكومة تصريف الأعمال الأفغانية», «الوفد الأفغاني»: a delegation told before goes by its state alone; «الفريق الحكومي», «الفريق التفاوضي»: one team goes by what it is for. */
const isDelegationOf = (whole: readonly string[], parts: readonly string[]): boolean =>
  parts.length === 2 &&
  parts[0] === whole[0] &&
  ((parts[0] === 'وفد' && whole.length > 2 && stem(parts[1]!) === stem(whole.at(-1)!)) ||
    (whole.length === 2 && GROUP_ADJECTIVES.has(parts[1]!) && GROUP_ADJECTIVES.has(whole[1]!)))

/** «الملك سلمان» is not «محمد بن سلمان»: nobody in office goes by his father's name alone. */
const isOfFather = ({ mentions }: Draft, parts: readonly string[]): boolean =>
  parts.length === 1 &&
  mentions.some(
    ({ surface }) => /\s(بن|ابن)\s+\S+$/.test(surface) && nameWords(surface).length > 1 && nameWords(surface).at(-1) === parts[0],
  )

/** «الرئيس»: the head of the first title of a phrase, or of a role. */
const headIn = memo((role: string): string | null => titleHead(fold(role).split(/\s+/)[0]!)?.head ?? null, 20_000)
const headOf = (body: string, { titles: [title] }: Phrase): string | null => (title ? headIn(body.slice(title.start, title.end)) : null)

/** «الرئيس الأميركي», but not «سيدة أميركا الأولى», «نجل الرئيس». */
const isOffice = memo((role: string): boolean => /^(office|rank)$/.test(titleHead(fold(role).split(/\s+/)[0]!)?.kind ?? ''), 20_000)

/** The person whom a surname or a first name calls: by last name before any other part, then who holds the office that is said («الرئيس ترامب», and not his daughter), or any, then whom a first name has called before or who was named first, or of several who share a last name whoever was named last. */
function callee(drafts: readonly Draft[], phrase: Phrase, parts: readonly string[], head: string | null): number | null {
  if (phrase.kind !== 'person') return null
  let best: { actor: number; score: number } | null = null
  for (const [actor, draft] of drafts.entries()) {
    if (actor < drafts.length - MAX_COMPARED || draft.kind !== 'person' || (phrase.titles.length > 0 && isOfFather(draft, parts))) continue
    const by = callsBy(parts, draft.words)
    const before = draft.mentions.filter(({ end }) => end <= phrase.start)
    const isCalledSo = by === 1 && before.some(({ surface }) => surface === parts[0] || nameWords(surface).join() === parts.join())
    const isSuch = by === 2 && head !== null && draft.roles.some((role) => headIn(role) === head)
    const score =
      by * 10 + (isSuch ? 4 : by === 2 && draft.roles.some(isOffice) ? 2 : 0) + (before.length > 0 ? 1 : 0) + (isCalledSo ? 1 : 0)
    if (by > 0 && (!best || score > best.score || (by === 2 && score === best.score))) best = { actor, score }
  }
  return best?.actor ?? null
}
