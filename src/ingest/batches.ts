/**
 * Items in batches of `size`, or fewer where the next ones are `waitMs` in coming: a sender that waits for an answer gets one. Nothing is asked of the
 * source before the batch before is taken.
 */
export async function* inBatches<Item>(items: AsyncIterable<Item>, size: number, waitMs: number): AsyncGenerator<Item[]> {
  const iterator = items[Symbol.asyncIterator]()
  let batch: Item[] = []
  let timer: NodeJS.Timeout | undefined
  let isLate: Promise<null> | null = null
  let next = iterator.next()
  try {
    for (;;) {
      const result = await (isLate ? Promise.race([next, isLate]) : next)
      if (result !== null && !result.done) {
        if (batch.push(result.value) === 1) isLate = new Promise((resolve) => (timer = setTimeout(resolve, waitMs, null)))
      }
      if (batch.length === size || result === null || result.done) {
        clearTimeout(timer)
        isLate = null
        if (batch.length > 0) yield batch
        batch = []
      }
      if (result?.done) return
      if (result !== null) next = iterator.next()
    }
  } finally {
    clearTimeout(timer)
    next.catch(() => {})
    await iterator.return?.()
  }
}
