import type { ParticipantPart, Scope } from '../../domain/report.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import type { VerbForm } from './verb-forms.ts'

/** A phrase in its part of an encounter. */
export type Party = { readonly phrase: ResolvedPhrase; readonly part: ParticipantPart; readonly scope: Scope }

/** The sides of an encounter: who met and whom they met, the light verb that tells it, and the frame that found them. */
export type Sides = {
  readonly own: readonly Party[]
  readonly others: readonly Party[]
  readonly light: LightUse | null
  readonly rule: string
}
export type LightUse = { readonly word: number; readonly form: VerbForm }
