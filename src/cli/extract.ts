import { createReadStream, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Config } from '../config.ts'
import type { ArticleInput } from '../domain/article.ts'
import { AppError } from '../domain/errors.ts'
import type { Extraction } from '../domain/extraction.ts'
import { precisionOf } from '../domain/partial-date.ts'
import { extractFrom } from '../ingest/article.ts'
import { ArticleInputSchema, toArticleInput } from '../ingest/article-schema.ts'
import { factsOf } from '../ingest/facts.ts'
import { resolve } from '../resolution/index.ts'
import { localsOf } from '../resolution/locals-of.ts'
import { EXIT } from './exit.ts'
import { loadExtract } from './knowledge.ts'

const { body, content_type, published } = ArticleInputSchema.shape
/** What is read of a line; other keys may stand beside it. */
const LineSchema = z.object({ id: z.string().nullish(), external_id: z.string().nullish(), body, content_type, published })

export type ExtractOptions = { readonly resolve?: boolean; readonly explain?: boolean }
type Extracted = { readonly id: string; readonly extraction: Extraction; readonly locals: ReturnType<typeof localsOf> }

/** `liqa extract [PATH]`: NDJSON articles in, NDJSON facts out, nothing stored. `--resolve` reads all input before it writes. */
export async function extractCommand(config: Config, path: string | undefined, options: ExtractOptions): Promise<number> {
  if (path && path !== '-' && !isFile(path)) throw new AppError('invalid-file', `there is no file ${path}`)
  const extract = loadExtract(config.seeds)
  const held: Extracted[] = []
  let number = 0
  let failed = 0
  for await (const line of createInterface({
    input: path && path !== '-' ? createReadStream(path) : process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1
    if (line.trim() === '') continue
    const parsed = parseLine(line)
    if ('fault' in parsed) {
      failed += 1
      process.stderr.write(`liqa: ${path ?? 'stdin'}:${number}: ${parsed.fault}\n`)
      continue
    }
    const { body, published } = parsed.value
    const id = parsed.value.id ?? parsed.value.external_id ?? `line-${number}`
    const extraction = extractFrom(body, published, extract)
    const locals = localsOf(
      {
        id: `${id}@${number}`,
        published: published === null ? null : { value: published, precision: precisionOf(published), basis: 'given', note: null },
        source: null,
        url: null,
        body,
      },
      extraction,
    )
    if (options.resolve) held.push({ id, extraction, locals })
    else write(lineOf({ id, extraction, locals }, options, null))
  }
  if (options.resolve) {
    const { assigned } = resolve(
      held.flatMap(({ locals }) => locals.actors),
      held.flatMap(({ locals }) => locals.reports),
    )
    for (const one of held) write(lineOf(one, options, assigned))
  }
  return failed > 0 ? EXIT.partial : EXIT.ok
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

const write = (value: unknown): unknown => process.stdout.write(`${JSON.stringify(value)}\n`)

type Line = ArticleInput & Pick<z.output<typeof LineSchema>, 'id'>

function parseLine(line: string): { value: Line } | { fault: string } {
  try {
    const parsed = LineSchema.safeParse(JSON.parse(line))
    return parsed.success
      ? { value: { ...toArticleInput(parsed.data), id: parsed.data.id } }
      : { fault: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
  } catch (error) {
    return { fault: `no JSON: ${(error as Error).message}` }
  }
}

function lineOf({ id, extraction, locals }: Extracted, { explain }: ExtractOptions, assigned: ReadonlyMap<string, string> | null): unknown {
  const of = (anchors: readonly { readonly anchor: string }[]) => anchors.map(({ anchor }) => assigned?.get(anchor))
  const across = assigned && { actors: of(locals.actors), reports: of(locals.reports) }
  return { id, ...factsOf(extraction, explain === true, across) }
}
