import type { ParticipantPart, Scope } from '../../domain/report.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { asideEnd, phrasesBetween, type Scene } from './scene.ts'
import type { Party } from './sides.ts'

export const COUNTERPART_LINKS = new Set(['with', 'by', 'between', 'before'])
export const ATTENDANT_LINKS = new Set(['led', 'attended', 'hosted'])
export const party = (phrase: ResolvedPhrase, part: ParticipantPart = 'participant', scope: Scope = 'sentence'): Party => ({
  phrase,
  part,
  scope,
})
export const parties = (group: PhraseGroup | undefined, part?: ParticipantPart): Party[] =>
  group ? group.phrases.map((phrase) => party(phrase, part)) : []

/** Phrases that name or refer to somebody, a title that nobody bears among them; a gloss in Latin letters is whom it explains. */
export function knownBetween(scene: Scene, first: number, last: number): ResolvedPhrase[] {
  const aside = asidesBetween(scene, first, last)
  const known = phrasesBetween(scene, first, last).filter(
    ({ actor, rule, first: at, kind, link }) =>
      (actor !== null || rule === 'person.title-only') &&
      (!aside.has(at) || link === 'led') &&
      !(kind !== 'person' && isBracketed(scene, at)),
  )
  return known.flatMap((phrase, i) => {
    const [before, next] = [known[i - 1], known[i + 1]]
    const isGloss = before?.actor === phrase.actor && /\p{Script=Latin}/u.test(scene.body.slice(phrase.start, phrase.end))
    if (phrase.actor !== null && isGloss) return []
    if (next && leads(phrase, next)) return []
    return [before && leads(before, phrase) ? { ...phrase, link: before.link } : phrase]
  })
}

/** «قائد القوة المؤقتة (يونيفيل)»: what brackets open with only explains. */
export const isBracketed = ({ words }: Pick<Scene, 'words'>, first: number): boolean => /\($/.test(words[first]!.gap)

/** The words of relative clauses between commas. */
export function asidesBetween(scene: Scene, first: number, last: number): Set<number> {
  const { words } = scene
  const aside = new Set<number>()
  for (let i = first; i <= last && i < words.length; i++) {
    const end = asideEnd(scene, i)
    for (; end !== null && i <= end; i++) aside.add(i)
  }
  return aside
}

const MAX_LEAD_DISTANCE = 5
/** «وفد من الحكومة برئاسة وزير الداخلية»: a named head stands for the delegation. */
export const leads = (group: ResolvedPhrase, head: ResolvedPhrase): boolean =>
  group.kind === 'group' && head.kind === 'person' && head.link === 'led' && head.first - group.last <= MAX_LEAD_DISTANCE

/** «لجنة الصداقة برئاسة النائب X … مع السفير Y»: where a committee meets somebody, the head who is named right behind it stands for it. */
export function headsOf({ words, phrases }: Scene, own: readonly Party[]): readonly Party[] {
  const [committee] = own
  if (own.length !== 1 || committee!.phrase.kind !== 'organization' || !COMMITTEE.test(words[committee!.phrase.first]!.form)) return own
  const head = phrases.find(
    ({ first, link, kind, actor }) => first > committee!.phrase.last && link === 'led' && kind === 'person' && actor !== null,
  )
  return head && head.first - committee!.phrase.last <= MAX_LEAD_DISTANCE ? [party(head, 'participant', committee!.scope)] : own
}
const COMMITTEE = /^([وفبل]|لل|ال)*(لجنه|بعثه|فريق)$/
