import type { ListQuery, Page } from '../port-queries.ts'
import type { Connection } from './connect.ts'
import { listRows } from './list.ts'
import { prepareValue } from './prepare.ts'
import type { Listing } from './source.ts'

/** A page of what resolution has made: each row's item as it stands in `data`, or as `read` makes it of that. */
export function listData<Item, Field extends string, Sort extends string, Facet extends string>(
  db: Connection,
  listing: Listing<Field, Sort, Facet>,
  query: ListQuery<Field, Sort, Facet>,
  read: (data: string) => Item = JSON.parse,
): Page<Item, Facet> {
  const dataOf = prepareValue<[number], string>(db, `SELECT data FROM ${listing.table} WHERE rowid = ?`)
  const { rows, text, ...page } = listRows(db, listing, query)
  return { ...page, items: rows.map(({ rowid }) => read(dataOf.get(rowid)!)), notes: text?.notes ?? [] }
}
