import type { z } from 'zod'
import type { KeyScope } from '../domain/api-key.ts'
import type { Page } from '../storage/port-queries.ts'
import type { Column } from './formats/csv.ts'
import type { Listed, ListParameters } from './list-request.ts'
import type { ReadQuery } from './read-query.ts'

/** A list of one kind of thing, and all that differs from other lists. `Item` is what the store gives. */
export type ListSpec<Item> = {
  readonly path: string
  /** In the plural and in capitals: «Articles». */
  readonly name: string
  readonly tag: string
  /** What a key must allow; anybody may read where nothing is said. */
  readonly scope?: KeyScope
  readonly summary: string
  readonly description: string
  readonly query: z.ZodObject
  readonly item: z.ZodObject
  readonly list: (parameters: ListParameters, read: ReadQuery | null) => Promise<Listed<Page<Item>>>
  /** Items as they are answered, where that is not as the store gives them. */
  readonly show?: (items: readonly Item[], listed: Listed<Page<Item>>, parameters: ListParameters) => Promise<readonly unknown[]>
  readonly columns: readonly Column<Item>[]
  readonly calendar?: (items: AsyncIterable<readonly Item[]>) => AsyncGenerator<string>
}
