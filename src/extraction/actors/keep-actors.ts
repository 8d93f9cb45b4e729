import type { Extraction, FoundActor } from '../../domain/extraction.ts'
import { groupBy } from '../../domain/group-by.ts'
import { MEDIUM_NOUNS, ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Link } from '../phrase.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import { isFeminineVerb, isSubjectVerb } from './acting-verb.ts'
import { institutionAt } from './institution.ts'
import { isMedium } from './is-medium.ts'
import type { ResolvedPhrase } from './resolve-mentions.ts'

/** Bodies that count where they are no more than named: delegations count where they meet. */
const NAMED_RULES = new Set(['body.tagged', 'body.institution'])
/** Bodies found as the subject of what they do. */
const ACTING_RULES = new Set(['government.acting', 'body.subject'])
/** A body named once that does nothing counts where the tagger is this sure and it is not only where something is. */
const SURE_BODY = 0.95
/** «برعاية الأمم المتحدة», «بمشاركة الصليب الأحمر». */
const HELPING: ReadonlySet<Link> = new Set<Link>(['hosted', 'attended'])
const PASSING: ReadonlySet<Link> = new Set<Link>(['in', 'to', 'other'])

/**
 * Keeps every person, and of the bodies those that take part in an encounter, act, are quoted, or are named more than in passing, and no media; renumbers
 * the reports' participants.
 */
export function keepActors(words: readonly Word[], { actors, reports }: Extraction, phrases: readonly ResolvedPhrase[]): Extraction {
  const active = new Set(reports.flatMap(({ participants }) => participants.map(({ actor }) => actor)))
  const quoted = new Set<number>()
  for (const { actor, first } of phrases) if (actor !== null && isSpeechVerb(words[first - 1]?.form ?? '')) quoted.add(actor)
  const isTold = new Set(
    phrases.flatMap(({ actor, first, last }) => {
      const isBehindMedium = MEDIUM_NOUNS.has((words[first - 1]?.form ?? '').replace(/^[وبل]?(ال)?/, ''))
      return actor !== null && (isBehindMedium || isSigned(words, first, last)) ? [actor] : []
    }),
  )
  const phrasesOf = groupBy(phrases, ({ actor }) => actor)
  const counts = (all: readonly ResolvedPhrase[]): boolean =>
    all.some((phrase) => ACTING_RULES.has(phrase.rule) || HELPING.has(phrase.link) || isCounterpart(phrase) || isActing(words, phrase)) ||
    (all.some(({ rule }) => NAMED_RULES.has(rule)) &&
      !all.every((phrase) => phrase.rule === 'body.institution' && isSeat(words, phrase)) &&
      (all.length > 1 || all.some(({ link, probability }) => probability >= SURE_BODY && !PASSING.has(link))))
  const isNamedBody = (actor: FoundActor, i: number): boolean =>
    !isMedium(actor.name) && !isTold.has(i) && (quoted.has(i) || counts(phrasesOf.get(i) ?? []))
  const kept = actors.flatMap((actor, i) => (actor.kind === 'person' || active.has(i) || isNamedBody(actor, i) ? [i] : []))
  const number = new Map(kept.map((old, now) => [old, now]))
  return {
    actors: kept.map((i) => actors[i]!),
    reports: reports.map((report) => ({
      ...report,
      participants: report.participants.map((one) => ({ ...one, actor: number.get(one.actor)! })),
      attributedTo: report.attributedTo === null ? null : (number.get(report.attributedTo) ?? null),
    })),
  }
}

/** Whether a verb makes it its subject: before it, behind it, or behind «أن». */
function isActing(words: readonly Word[], { first, last, rule }: ResolvedPhrase): boolean {
  if (!NAMED_RULES.has(rule)) return false
  const { sentence } = words[first]!
  const head = ORGANISATION_HEADS[words[first - 1]?.form ?? ''] === undefined ? first : first - 1
  const [before, next] = [words[head - 1], words[last + 1]]
  if (isSubjectVerb(words, head - 1, sentence)) return true
  if (before?.sentence === sentence && /^[وبل]?ان$/.test(before.form)) return true
  return next?.sentence === sentence && isFeminineVerb(next.form)
}

/** «في البيت الأبيض»: a seat of power that does nothing is a place. */
const isSeat = (words: readonly Word[], { first, last }: ResolvedPhrase): boolean =>
  institutionAt(words.slice(first, last + 1).map(({ form }) => form))?.institution.seat === true

/** «/ العُمانية /»: between slashes an agency signs. */
const isSigned = (words: readonly Word[], first: number, last: number): boolean =>
  /\/ *$/.test(words[first]!.gap) && /^ *\//.test(words[last + 1]?.gap ?? '')

/** «مع وفد سعودي», «بوفد من …»: a delegation that somebody is with. */
const isCounterpart = ({ rule, link }: ResolvedPhrase): boolean =>
  rule === 'group.delegation' && (link === 'with' || link === 'by' || link === 'between')
