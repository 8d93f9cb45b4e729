import type { Storage } from '../storage/port.ts'
import type { Page } from '../storage/port-queries.ts'
import { type Column, toCsv } from './formats/csv.ts'
import { toNdjson } from './formats/ndjson.ts'
import type { Format } from './list-formats.ts'
import { type Listed, type ListParameters, writeCursor } from './list-request.ts'
import type { ListSpec } from './list-spec.ts'
import type { ReadQuery } from './read-query.ts'

/** Rows of one read of an export. */
const EXPORT_PAGE = 500

type Query<Item> = { readonly parameters: ListParameters; readonly first: Listed<Page<Item>>; readonly read: ReadQuery | null }

/** The parameters of a page of an export. */
export const exportOf = (parameters: ListParameters): ListParameters => ({
  ...parameters,
  limit: String(EXPORT_PAGE),
  count: 'none',
  facets: [],
  histogram: undefined,
})

/** A whole list as text in a format, read page by page from its first page on as the client takes it; a list that was given a limit is that page. */
export function toText<Item>(
  storage: Pick<Storage, 'secret'>,
  spec: ListSpec<Item>,
  format: Format,
  query: Query<Item>,
): AsyncGenerator<string> {
  const { parameters } = query
  const pages = pagesOf(storage, spec, query)
  if (format === 'ndjson') return toNdjson(shownOf(spec, pages, parameters))
  const items = itemsOf(pages)
  return format === 'csv' ? toCsv(items, columnsOf(spec, parameters)) : spec.calendar!(items)
}

async function* shownOf<Item>(
  spec: ListSpec<Item>,
  pages: AsyncIterable<Listed<Page<Item>>>,
  parameters: ListParameters,
): AsyncGenerator<readonly unknown[]> {
  for await (const listed of pages) yield await shown(spec, listed, parameters)
}

async function* itemsOf<Item>(pages: AsyncIterable<Listed<Page<Item>>>): AsyncGenerator<readonly Item[]> {
  for await (const { page } of pages) yield page.items
}

/** The columns of the fields that are asked for: «date» has `date_from`, `date_to`, `date_precision`. */
function columnsOf<Item>({ columns }: ListSpec<Item>, parameters: ListParameters): readonly Column<Item>[] {
  const fields = fieldsOf(parameters)
  return fields === null ? columns : columns.filter(({ name }) => fields.some((field) => name === field || name.startsWith(`${field}_`)))
}

/** All pages of a list from the first on, or only the first where a limit was given. */
async function* pagesOf<Item>(
  storage: Pick<Storage, 'secret'>,
  spec: ListSpec<Item>,
  { parameters, first, read }: Query<Item>,
): AsyncGenerator<Listed<Page<Item>>> {
  yield first
  for (let at = first; at.page.next && parameters.limit === undefined; ) {
    const cursor = await writeCursor(storage, parameters, { position: at.page.next, relaxed: at.isRelaxed })
    at = await spec.list({ ...exportOf(parameters), cursor }, read)
    yield at
  }
}

const fieldsOf = ({ fields }: ListParameters): readonly string[] | null => (fields as readonly string[] | undefined) ?? null

/** The items of a page as they are answered, with the fields that are asked for. */
export async function shown<Item>(
  spec: ListSpec<Item>,
  listed: Listed<Page<Item>>,
  parameters: ListParameters,
): Promise<readonly unknown[]> {
  const items = spec.show ? await spec.show(listed.page.items, listed, parameters) : listed.page.items
  const fields = fieldsOf(parameters)
  if (fields === null) return items
  return items.map((item) => Object.fromEntries(Object.entries(item as object).filter(([name]) => fields.includes(name))))
}
