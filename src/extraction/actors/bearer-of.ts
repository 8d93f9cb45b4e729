import { fold } from '../../analysis/fold.ts'
import { nameWords } from '../../analysis/name.ts'
import { stem } from '../../analysis/stem.ts'
import type { ActorKind } from '../../domain/actor.ts'
import type { FoundMention } from '../../domain/extraction.ts'
import { memo } from '../../domain/memo.ts'
import { DESCRIBED, OFFICE_SYNONYMS, REFERENCES } from '../../lexicon/references.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import type { Phrase } from '../phrase.ts'
import type { Word } from '../word.ts'
import { countryIn, countryNamed, countryOfNisba } from './country-of.ts'
import { isFeminineRole, titleHead } from './title-head.ts'

/** An actor as far as the article was read. */
export type Draft = {
  kind: ActorKind
  words: readonly string[]
  spellings: Map<string, number>
  canonical: string | null
  roles: string[]
  mentions: FoundMention[]
  /** Word index of the last mention, for «الوزير» after it. */
  lastSeen: number
}

/** The person whose reported roles a title fits: same head, no other country, most words in common, then mentioned last. Who has no country is nobody of one in his own sentence: «بعث الرئيس A رسالة إلى الرئيس الجزائري». */
export function bearerOf(words: readonly Word[], drafts: readonly Draft[], phrase: Phrase): number | null {
  const all = words.slice(phrase.first, phrase.last + 1)
  const spoken = all.slice(
    Math.max(
      0,
      all.findIndex(({ form }) => titleHead(form) !== null && titleHead(form)?.kind !== 'honorific'),
    ),
  )
  const reference = phrase.first === phrase.last ? REFERENCES.find(({ form }) => words[phrase.first]!.form.endsWith(form)) : undefined
  if (reference || phrase.kind === 'group') return lastSeen(words, drafts, phrase, reference?.roles ?? [])
  if (DESCRIBED.test(all[0]!.form)) return describedBy(all, drafts, phrase)
  const head = titleHead(spoken[0]!.form)
  if (!head || head.kind === 'honorific') return null
  const tail = spoken.at(-1)!.form
  if (!head.definite && spoken.length > 1 && !tail.startsWith('ال') && countryOfNisba(tail) !== null) return null
  if (head.kind === 'relation') return counterpartOf(spoken, drafts, phrase)
  const country = nisbaIn(spoken) ?? stateBehind(spoken)
  const content = spoken
    .slice(1)
    .filter(({ form }) => !STOP_WORDS.has(form))
    .map((word) => word.stem)
  let best: { actor: number; score: number } | null = null
  for (const [actor, draft] of drafts.entries()) {
    if (draft.kind !== 'person' || draft.lastSeen < 0 || !draft.mentions.some(({ end }) => end <= phrase.start)) continue
    const home = countryOfRoles(draft.roles)
    if (country !== null && home !== null && country !== home) continue
    if (country !== null && home === null && words[draft.lastSeen]!.sentence === words[phrase.first]!.sentence) continue
    if (isFeminineRole(spoken[0]!.text) !== isFeminineDraft(draft)) continue
    for (const role of draft.roles) {
      if (content.length === 0 && country === null && head.head === 'رءيس' && IS_LESSER_HEAD.test(fold(role))) continue
      const stems = stemsOfRole(role, spoken)
      const office = stem(head.head)
      const isCounterpart = headsOf(role).has('نظير') && country !== null && home === country && isHeldBySome(drafts, draft, head.head)
      const isHeld = headsOf(role).has(head.head) || isCounterpart || (stems.has(office) && !roleStems(role).includes(office))
      if (!isHeld) continue
      const shared = content.filter((word) => stems.has(word)).length
      const isOfficeAlone = country !== null && content.length === 1 && (home === null || country === home)
      if (content.length > 0 && shared === 0 && !isOfficeAlone) continue
      const unsaid = content.length > 0 ? stems.size - shared : 0
      const score = shared * 1000 + (country !== null && country === home ? 500 : 0) - unsaid * 50 + draft.lastSeen / 1000
      if (!best || score > best.score) best = { actor, score }
    }
  }
  return best?.actor ?? null
}

/** «نظيره التونسي» is a minister where the other is. */
const isHeldBySome = (drafts: readonly Draft[], own: Draft, office: string): boolean =>
  drafts.some((draft) => draft !== own && draft.kind === 'person' && draft.roles.some((role) => headsOf(role).has(office)))

/** «الضيف التركي»: the person of that state and sex who was named last, else whoever of no known state was named most; no head of state is an official. */
function describedBy(spoken: readonly Word[], drafts: readonly Draft[], phrase: Phrase): number | null {
  const country = nisbaIn(spoken)
  const isGuest = /ضيفه?$/.test(spoken[0]!.form)
  const such = [...drafts.keys()].filter((actor) => {
    const { kind, roles, mentions } = drafts[actor]!
    if (kind !== 'person' || country === null || (countryOfRoles(roles) ?? country) !== country) return false
    if (isFeminineDraft(drafts[actor]!) !== spoken[0]!.form.endsWith('ه') || !mentions.some(({ end }) => end <= phrase.start)) return false
    return isGuest || !roles.some((role) => HEADS_OF_STATE.test(fold(role)) && !IS_LESSER_HEAD.test(fold(role)))
  })
  const known = such.filter((actor) => countryOfRoles(drafts[actor]!.roles) !== null)
  const rankOf = (actor: number): number => (known.length > 0 ? drafts[actor]!.lastSeen : drafts[actor]!.mentions.length)
  return (known.length > 0 ? known : such).sort((a, b) => rankOf(b) - rankOf(a))[0] ?? null
}
const HEADS_OF_STATE = /^(ال)?(رءيس|ملك|عاهل|امير|سلطان|زعيم)/

/** «المجلس», «الحزب»: the one body with that head that was mentioned before; null where none was, or several were. */
export function bodyOf(words: readonly Word[], drafts: readonly Draft[], { first, start }: Phrase): number | null {
  const head = words[first]!.form.replace(/^[وف]?[بك]?(ال|لل)/, '')
  let found: number | null = null
  for (const [actor, draft] of drafts.entries()) {
    const isSuch = draft.kind !== 'person' && draft.words.length > 1 && draft.words[0]!.replace(/^ال/, '') === head
    if (!isSuch || draft.lastSeen < 0 || !draft.mentions.some(({ end }) => end <= start)) continue
    if (found !== null) return null
    found = actor
  }
  return found
}

/** «قمة مع الرئيس الأميركي في سنغافورة. وقال الرئيس الأميركي دونالد ترامب …»: the one person of that office and state who is named only later. */
export function bearerAhead(words: readonly Word[], drafts: readonly Draft[], phrase: Phrase): number | null {
  const spoken = words.slice(phrase.first, phrase.last + 1)
  const head = titleHead(spoken[0]!.form)
  const country = nisbaIn(spoken)
  if (head?.kind !== 'office' || !head.definite || head.plural || country === null) return null
  const content = spoken.slice(1).flatMap((word) => (countryOfNisba(word.form) === country ? [] : word.stem))
  const ahead = [...drafts.keys()].filter((actor) => {
    const { kind, roles, mentions } = drafts[actor]!
    if (kind !== 'person' || mentions.some(({ start }) => start < phrase.start) || countryOfRoles(roles) !== country) return false
    return roles.some((role) => isOfOne(role) && headsOf(role).has(head.head) && content.every((word) => roleStems(role).includes(word)))
  })
  return ahead.length === 1 ? ahead[0]! : null
}

/** «الرئيسين السابقين»: not of two, nor of one who left. */
const isOfOne = (role: string): boolean =>
  fold(role)
    .split(/\s+/)
    .every((word) => titleHead(word)?.plural !== true && !/^(ال)?(سابق|اسبق|راحل)/.test(word))

/** «الرئيس» alone is no head of a government or a body. */
const IS_LESSER_HEAD = /(وزراء|حكومه|مجلس|برلمان|لجنه|حزب|اتحاد|شركه|نادي|هيءه|اركان|جامعه|حركه|تيار|بعثه|داءره)/

/** Whether his roles are said in the feminine. */
const isFeminineDraft = ({ roles }: Draft): boolean => roles.some(isFeminineRole)

/** The state that a reference says by one nisba or by two words of one, «الكوري الشمالي». */
const nisbaIn = (spoken: readonly Word[]): string | null =>
  spoken.map(({ form }, i) => countryOfNisba(`${form} ${spoken[i + 1]?.form ?? ''}`) ?? countryOfNisba(form)).find((iso) => iso !== null) ??
  null

/** «زعيم كوريا الشمالية»: the state whose name an office without the article goes on with. */
function stateBehind(spoken: readonly Word[]): string | null {
  const name = spoken
    .slice(1)
    .map(({ text }) => text)
    .join(' ')
  return titleHead(spoken[0]!.form)?.definite === false ? countryNamed(name) : null
}

/** «نظيره السنغالي»: the one person of that state who was named before, with the office of another who was. */
function counterpartOf(spoken: readonly Word[], drafts: readonly Draft[], phrase: Phrase): number | null {
  const country = nisbaIn(spoken)
  if (country === null) return null
  const officeOf = ({ roles }: Draft): string[] => roles.flatMap((role) => titleHead(fold(role).split(/\s+/)[0]!)?.head ?? [])
  const seen = drafts.flatMap((draft, actor) =>
    draft.kind === 'person' && draft.mentions.some(({ end }) => end <= phrase.start) ? [{ draft, actor }] : [],
  )
  const known = seen.filter(
    ({ draft }) =>
      countryOfRoles(draft.roles) === country &&
      seen.some((other) => other.draft !== draft && officeOf(other.draft).some((office) => officeOf(draft).includes(office))),
  )
  return known.length === 1 ? known[0]!.actor : null
}

/** Whoever of the kind was mentioned last before a reference, with a role that begins as it says; of several in one sentence «سموه» is the first, who did what it tells. */
function lastSeen(words: readonly Word[], drafts: readonly Draft[], phrase: Phrase, roles: readonly string[]): number | null {
  let found: number | null = null
  const sentenceOf = (actor: number): number => words[drafts[actor]!.lastSeen]!.sentence
  for (const [actor, draft] of drafts.entries()) {
    if ((draft.kind === 'group') !== (phrase.kind === 'group') || (phrase.kind !== 'group' && draft.kind !== 'person')) continue
    if (draft.lastSeen < 0 || !draft.mentions.some(({ end }) => end <= phrase.start)) continue
    if (phrase.kind === 'group' && !/^(ال)?وفد/.test(draft.words[0] ?? '')) continue
    if (roles.length > 0 && !draft.roles.some((role) => isCalledBy(role, roles))) continue
    const isLater = found === null || draft.lastSeen > drafts[found]!.lastSeen
    const isSubject = found !== null && roles.length > 0 && sentenceOf(actor) === sentenceOf(found)
    if (found === null || (isSubject ? !isLater : isLater)) found = actor
  }
  return found
}

/** Whether a role begins as a reference says, or holds the office: «مدير مكتب جلالة الملك» is no majesty. */
const isCalledBy = (role: string, beginnings: readonly string[]): boolean =>
  beginnings.includes(fold(role).split(/\s+/)[0]!) || [...headsOf(role)].some((head) => beginnings.includes(head))

const roleStems = memo((role) => nameWords(role).map(stem), 20_000)
const SYNONYMS = OFFICE_SYNONYMS.map(({ office, also }) => ({ office: office.map(stem), also: also.map(stem) }))

/** The stems of a role, and of what its office is also called where the words that refer to it use that: «رئيسة الدبلوماسية» is the foreign minister. */
function stemsOfRole(role: string, spoken: readonly Word[]): Set<string> {
  const stems = new Set(roleStems(role))
  const said = new Set(spoken.map((word) => word.stem))
  for (const { office, also } of SYNONYMS) {
    const isOffice = office.every((word) => stems.has(word))
    if (isOffice && also.slice(1).some((word) => said.has(word))) for (const word of also) stems.add(word)
  }
  return stems
}

/** The offices of a role, «نائب رئيس الوزراء ووزير الخارجية» two: not those within another, «مدير مكتب جلالة الملك»; and the rank that it ends with, «ولي العهد السعودي الأمير». */
const headsOf = memo((role): ReadonlySet<string> => {
  const heads = new Set<string>()
  let isOpen = true
  for (const word of fold(role).split(/\s+/)) {
    const head = titleHead(word)
    if (head && (isOpen || head.prefix === 'و')) heads.add(head.head)
    isOpen = head?.kind === 'honorific' && (isOpen || head.prefix === 'و')
  }
  const [before = '', last = ''] = fold(role).split(/\s+/).slice(-2)
  const rank = titleHead(last)
  if (rank?.definite && before.startsWith('ال')) heads.add(rank.head)
  return heads
}, 20_000)

/** The first country that roles speak of. */
export function countryOfRoles(roles: readonly string[]): string | null {
  for (const role of roles) {
    const country = countryIn(role)
    if (country) return country
  }
  return null
}
