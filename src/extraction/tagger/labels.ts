/** What a tagged span is. */
export const ENTITY_LABELS = ['per', 'title', 'org', 'loc'] as const
export type EntityLabel = (typeof ENTITY_LABELS)[number]

/** `O` outside; `B-` begins, `C-` begins behind a glued particle («وحفتر»), `I-` goes on. */
export const TAGS = ['O', ...ENTITY_LABELS.flatMap((label) => [`B-${label}`, `C-${label}`, `I-${label}`])] as const
export type Tag = (typeof TAGS)[number]

/** `I-` follows only a tag of its own label. */
export const ALLOWED: readonly (readonly boolean[])[] = TAGS.map((from) =>
  TAGS.map((to) => !to.startsWith('I-') || from.slice(2) === to.slice(2)),
)
