import type { Extraction, FoundActor } from '../../domain/extraction.ts'
import { MEDIUM_NOUNS } from '../../lexicon/organisation-heads.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import { isMedium } from './is-medium.ts'
import type { ResolvedPhrase } from './resolve-mentions.ts'

/** Bodies that count for being named: delegations count where they meet. */
const KEPT_RULES = new Set(['government.acting', 'body.tagged', 'body.institution', 'body.subject'])

/** Keeps every person, and of the bodies those that are named and no media, take part in an encounter, act or are quoted; renumbers the reports' participants. */
export function keepActors(words: readonly Word[], { actors, reports }: Extraction, phrases: readonly ResolvedPhrase[]): Extraction {
  const active = new Set(reports.flatMap(({ participants }) => participants.map(({ actor }) => actor)))
  for (const { actor, first } of phrases) if (actor !== null && isSpeechVerb(words[first - 1]?.form ?? '')) active.add(actor)
  const isTold = new Set(
    phrases.flatMap(({ actor, first }) =>
      actor !== null && MEDIUM_NOUNS.has((words[first - 1]?.form ?? '').replace(/^[وبل]?(ال)?/, '')) ? [actor] : [],
    ),
  )
  const isNamedBody = (actor: FoundActor, i: number): boolean =>
    actor.mentions.some(({ rule }) => KEPT_RULES.has(rule)) && !isMedium(actor.name) && !isTold.has(i)
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
