import type { Decision } from '../domain/decision.ts'
import { decode, parse, told } from '../ingest/decode.ts'
import { readLines } from '../ingest/read-lines.ts'
import { DecisionSchema } from './decision-schema.ts'
import type { Desk } from './desk.ts'

const BATCH = 100

/** What became of one line. */
export type ImportOutcome = {
  readonly line: number
  readonly id: string | null
  readonly result: 'created' | 'unchanged' | 'withdrawn' | 'failed'
  readonly error: string | null
}

/** Takes in decisions, one as JSON a line, as `/v1/decisions.ndjson` gives them; its last line is passed over. What each came to, in their order. */
export async function* importDecisions(chunks: AsyncIterable<Buffer>, desk: Pick<Desk, 'take'>): AsyncGenerator<readonly ImportOutcome[]> {
  let batch: (ImportOutcome | { readonly line: number; readonly decision: Decision })[] = []
  const flush = async (): Promise<ImportOutcome[]> => {
    const results = await desk.take(batch.flatMap((one) => ('decision' in one ? [one.decision] : [])))
    let at = 0
    const outcomes = batch.map((one): ImportOutcome => {
      if (!('decision' in one)) return one
      const [line, id, result] = [one.line, one.decision.id, results[at++]!]
      return result === 'other'
        ? { line, id, result: 'failed', error: `id: ${id} is another decision here` }
        : { line, id, result, error: null }
    })
    batch = []
    return outcomes
  }
  for await (const line of readLines(chunks)) {
    const failed = (error: string, id: string | null = null): number => batch.push({ line: line.number, id, result: 'failed', error })
    if ('tooLong' in line) failed(`the line has ${line.tooLong} bytes; at most 8 MiB are read`)
    else {
      const decoded = decode(line.bytes)
      const parsed = 'fault' in decoded ? decoded : decoded.text.trim() === '' ? null : parse(decoded.text)
      if (parsed === null || ('value' in parsed && (parsed.value as { end?: unknown } | null)?.end === true)) continue
      if ('fault' in parsed) failed(parsed.fault)
      else {
        const checked = DecisionSchema.safeParse(parsed.value)
        if (checked.success) {
          const { state: _, problem: __, value, ...decision } = checked.data
          batch.push({ line: line.number, decision: { ...decision, value: value ?? null } as Decision })
        } else failed(told(checked.error), idOf(parsed.value))
      }
    }
    if (batch.length >= BATCH) yield await flush()
  }
  if (batch.length > 0) yield await flush()
}

const idOf = (value: unknown): string | null => {
  const id = (value as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : null
}
