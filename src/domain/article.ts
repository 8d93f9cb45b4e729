import type { PartialDate } from './partial-date.ts'
import type { Span } from './span.ts'

/** Where a date of publication comes from: given with the article, read from its URL, said by its text (the note has the words), or set by an editor. */
export const PUBLISHED_BASES = ['given', 'url', 'text', 'editor'] as const
export type PublishedBasis = (typeof PUBLISHED_BASES)[number]

export type Published = {
  readonly value: PartialDate
  readonly precision: 'year' | 'month' | 'day'
  readonly basis: PublishedBasis
  readonly note: string | null
}

export type Boilerplate = Span & { readonly rule: string }

/** An article as it is stored. `body` keeps every character that came in; offsets everywhere point into it. */
export type Article = {
  readonly id: string
  readonly source: string | null
  readonly external_id: string | null
  readonly url: string | null
  readonly title: string
  readonly title_basis: 'given' | 'first-sentence'
  readonly body: string
  readonly published: Published | null
  readonly ingested_at: string
  /** SHA-256 over all that was given, in hex: equal means that nothing has changed. */
  readonly content_hash: string
  readonly revision: number
  readonly lang: string
  readonly dir: 'rtl' | 'ltr'
  readonly boilerplate: readonly Boilerplate[]
}

/** An article as a reader hands it in, before it has an identity in the store. */
export type ArticleInput = {
  readonly source: string | null
  readonly external_id: string | null
  readonly url: string | null
  readonly title: string | null
  readonly body: string
  /** The HTML that the body was made from; null where the body was handed in as text. */
  readonly raw: string | null
  readonly published: PartialDate | null
  readonly published_basis: PublishedBasis | null
  readonly published_note: string | null
}
