export const ACTOR_KINDS = ['person', 'organization', 'government', 'group'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]
