import type { PartialDate } from './partial-date.ts'

/** An outlet and what the store has of it. The id is its name, as articles give it. */
export type Source = {
  readonly id: string
  readonly name: string
  readonly counts: { readonly articles: number; readonly meetings: number }
  readonly first_published: PartialDate | null
  readonly last_published: PartialDate | null
}

/** A place where encounters were, under its canonical Arabic name. */
export type Place = {
  readonly id: string
  readonly name: string
  readonly kind: 'country' | 'town'
  /** ISO 3166-1 alpha-2, where it is known. */
  readonly country: string | null
  readonly counts: { readonly meetings: number; readonly articles: number }
}
