import type { Extraction } from '../../domain/extraction.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import type { ResolvedPhrase } from './resolve-mentions.ts'

/** Keeps every person, and of the bodies those that take part in an encounter or are quoted; renumbers the reports' participants. */
export function keepActors(words: readonly Word[], { actors, reports }: Extraction, phrases: readonly ResolvedPhrase[]): Extraction {
  const active = new Set(reports.flatMap(({ participants }) => participants.map(({ actor }) => actor)))
  for (const { actor, first } of phrases) if (actor !== null && isSpeechVerb(words[first - 1]?.form ?? '')) active.add(actor)
  const kept = actors.flatMap((actor, i) =>
    actor.kind === 'person' || active.has(i) || actor.mentions.some(({ rule }) => rule === 'government.acting') ? [i] : [],
  )
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
