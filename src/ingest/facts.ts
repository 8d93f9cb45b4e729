import type { Extraction } from '../domain/extraction.ts'

/** Anchors of a text's actors and reports → what they are across a batch. */
export type Assigned = { readonly actors: readonly (string | undefined)[]; readonly reports: readonly (string | undefined)[] }

/** What was found in one text, as «liqa extract» and POST /v1/extract give it. With `explain` every fact has its rules and spans, in UTF-16 code units. */
export function factsOf({ actors, reports }: Extraction, explain: boolean, assigned: Assigned | null = null) {
  return {
    actors: actors.map(({ name, kind, country, roles, mentions }, i) => ({
      name,
      kind,
      country,
      roles: [...roles],
      aliases: [...new Set(mentions.map(({ surface }) => surface))],
      ...(assigned ? { actor: assigned.actors[i] } : {}),
      ...(explain ? { mentions: [...mentions] } : {}),
    })),
    meetings: reports.map(({ participants, kind, status, date, place, evidence, confidence, rules, attributedTo }, i) => ({
      participants: participants.map(({ actor }) => actors[actor]!.name),
      kind,
      status,
      date: date?.from ? { from: date.from, to: date.to ?? date.from } : null,
      place: place?.name ?? null,
      evidence: evidence.map(({ exact }) => exact),
      confidence,
      ...(assigned ? { cluster: assigned.reports[i] } : {}),
      ...(explain
        ? {
            rules: [...rules],
            spans: {
              participants: participants.map(({ span, as, part, scope }) => ({ start: span.start, end: span.end, as, part, scope })),
              date,
              place,
              evidence: [...evidence],
            },
            attributed_to: attributedTo === null ? null : actors[attributedTo]!.name,
          }
        : {}),
    })),
  }
}
