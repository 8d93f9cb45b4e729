export const ACTOR_KINDS = ['person', 'organization', 'government', 'group'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** `confirmed` by a judgement; `auto` in two articles or more, or named in full; `candidate` for what one article calls by one word only. */
export const ACTOR_STATES = ['confirmed', 'auto', 'candidate'] as const
export type ActorState = (typeof ACTOR_STATES)[number]
