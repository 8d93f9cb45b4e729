import { stringify } from 'csv-stringify/sync'

/** One column of a table: its name, and its value for an item; null is an empty cell. */
export type Column<Item> = { readonly name: string; readonly of: (item: Item) => string | number | boolean | null }

/**
 * RFC 4180 with a byte order mark, which spreadsheets need to see UTF-8. A cell that a spreadsheet would take for a formula (=, +, -, @, tab or return
 * first) has an apostrophe before it; see https://owasp.org/www-community/attacks/CSV_Injection.
 */
export async function* toCsv<Item>(items: AsyncIterable<readonly Item[]>, columns: readonly Column<Item>[]): AsyncGenerator<string> {
  const options = { escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/, cast: { boolean: String } } as const
  yield `\ufeff${stringify([columns.map(({ name }) => name)], options)}`
  for await (const batch of items) {
    if (batch.length > 0)
      yield stringify(
        batch.map((item) => columns.map(({ of }) => of(item))),
        options,
      )
  }
}
