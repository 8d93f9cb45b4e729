import type { FoundParticipant } from '../../domain/extraction.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { titleHead } from '../actors/title-head.ts'
import type { Word } from '../word.ts'
import { lightVerb } from './light-verb.ts'
import type { Head, Scene } from './scene.ts'

const LEADING = new Set(['قاد', 'تراس', 'تراءس', 'راس'])
const DELEGATION = /^(ال)?(وفد|وفدين|وفدي|فريق)$/
/** How far a verb of leading stands from whom it is said of. */
const MAX_DISTANCE = 3

/**
 * The people who are said to head delegations, each once: «رئيس وفد المتمردين X», «رئيسي الوفدين X وY», «يقود الوفد الحكومي X», «X … على رأس وفد». In text order. Those of
 * «وفد برئاسة X» take part where their delegation does (party.ts).
 */
export function findHeads(words: readonly Word[], phrases: readonly ResolvedPhrase[]): Head[] {
  const heads = new Map<number, Head>()
  for (const [i, phrase] of phrases.entries()) {
    const [before, next] = [phrases[i - 1], phrases[i + 1]]
    if (phrase.kind !== 'person' || phrase.actor === null || phrase.name === null || heads.has(phrase.actor)) continue
    const group = [before, next].find((other) => other && (isLedBy(words, phrase, other) || isAtHead(words, phrase, other)))
    const isOther = before && heads.has(before.actor ?? -1) && phrase.link === 'and' && isTitled(words, before, 'plural')
    if (group || isOther || isTitled(words, phrase)) heads.set(phrase.actor, { phrase, of: group?.actor ?? null })
  }
  return [...heads.values()]
}

/** «السيدة X، التي تقوم بزيارة على رأس وفد برلماني». */
const isAtHead = (words: readonly Word[], person: ResolvedPhrase, group: ResolvedPhrase): boolean =>
  group.rule === 'group.delegation' &&
  person.last < group.first &&
  words[group.first]!.sentence === words[person.first]!.sentence &&
  words[group.first - 1]?.form === 'راس' &&
  words[group.first - 2]?.form === 'علي'

/** «رئيس الوفد الحكومي X», «رئيسي الوفدين X وY»: in his titles, or right before. */
const isTitled = (words: readonly Word[], { first, last }: ResolvedPhrase, number?: 'plural'): boolean =>
  words.slice(Math.max(0, first - 2), last).some(({ form, index }) => {
    const head = titleHead(form)
    return head?.head === 'رءيس' && (number === undefined || head.plural) && DELEGATION.test(words[index + 1]!.form)
  })

/** «يقود الوفد الحكومي X», «ترأس X وفد الحوثيين»: a verb of leading with a delegation and a person beside it. */
function isLedBy(words: readonly Word[], person: ResolvedPhrase, group: ResolvedPhrase): boolean {
  if (group.rule !== 'group.delegation' || words[group.first]!.sentence !== words[person.first]!.sentence) return false
  const start = Math.min(group.first, person.first)
  const between = words.slice(Math.min(group.last, person.last) + 1, Math.max(group.first, person.first))
  const around = [...words.slice(Math.max(0, start - 2), start), ...between]
  return between.length <= MAX_DISTANCE && around.some(({ form }) => LEADING.has(lightVerb(form)?.row.past ?? ''))
}

/**
 * Adds the heads to whoever took part: of a delegation whose head the text names («يجري الوفد محادثات»), and where bodies alone talk, as many as the text names
 * heads («محادثات بين ممثلين عن الحكومة والمتمردين … يقود الوفد الحكومي X، ويرأس وفد المتمردين Y»).
 */
export function withHeads({ body, actors, heads }: Scene, participants: readonly FoundParticipant[]): readonly FoundParticipant[] {
  const sides = participants.filter(({ part }) => part !== 'mediator')
  const isOfBodies = sides.length > 1 && sides.length === heads.length && sides.every(({ actor }) => actors[actor]!.kind !== 'person')
  const isThere = (one: number | null): boolean => participants.some(({ actor }) => actor === one)
  const led = heads.filter(({ phrase, of }) => !isThere(phrase.actor) && (isOfBodies || (of !== null && isThere(of))))
  return [
    ...participants,
    ...led.map(
      ({ phrase: { actor, name, start, end } }): FoundParticipant => ({
        actor: actor!,
        part: 'participant',
        as: body.slice(start, end),
        span: { start: name!.start, end: name!.end },
        scope: 'article',
      }),
    ),
  ]
}
