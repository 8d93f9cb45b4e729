/** One item a line; the last line, `{"end": true, "count": n}`, says that nothing was cut. */
export async function* toNdjson(items: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let count = 0
  for await (const batch of items) {
    count += batch.length
    if (batch.length > 0) yield `${batch.map((item) => JSON.stringify(item)).join('\n')}\n`
  }
  yield `${JSON.stringify({ end: true, count })}\n`
}
