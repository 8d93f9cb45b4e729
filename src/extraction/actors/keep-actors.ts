import { fold } from '../../analysis/fold.ts'
import type { Extraction } from '../../domain/extraction.ts'
import { MEDIA_HEADS } from '../../lexicon/organisation-heads.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import type { ResolvedPhrase } from './resolve-mentions.ts'

/** «وكالة الأنباء الليبية», «رويترز», «أ ف ب» (letters alone). */
const isMedium = (name: string): boolean => {
  const words = fold(name.toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return MEDIA_HEADS.has((words[0] ?? '').replace(/^ال/, '')) || words.every((word) => word.length === 1)
}

/** Keeps every person, and of the bodies those that are named and no media, take part in an encounter, act or are quoted; renumbers the reports' participants. */
export function keepActors(words: readonly Word[], { actors, reports }: Extraction, phrases: readonly ResolvedPhrase[]): Extraction {
  const active = new Set(reports.flatMap(({ participants }) => participants.map(({ actor }) => actor)))
  for (const { actor, first } of phrases) if (actor !== null && isSpeechVerb(words[first - 1]?.form ?? '')) active.add(actor)
  const kept = actors.flatMap((actor, i) =>
    actor.kind === 'person' ||
    active.has(i) ||
    actor.mentions.some(({ rule }) => rule === 'government.acting' || (rule === 'body.tagged' && !isMedium(actor.name)))
      ? [i]
      : [],
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
