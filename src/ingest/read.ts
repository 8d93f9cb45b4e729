import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { z } from 'zod'
import type { ArticleInput } from '../domain/article.ts'
import { AppError } from '../domain/errors.ts'
import { ArticleInputSchema, ArticleMetadataSchema, toArticleInput } from './article-schema.ts'
import { decode, parse, told } from './decode.ts'
import { readLines } from './read-lines.ts'

/** An article read from a place (`file`, `file:line`), or why there is none at that place. */
export type ReadResult = { readonly place: string; readonly input: ArticleInput } | { readonly place: string; readonly fault: string }

const READABLE = new Set(['.txt', '.json', '.jsonl', '.ndjson'])

/**
 * All files to read under the given paths, folders walked in order of names, what is no article file told to `passOver`; throws `invalid-file` for a path
 * that is not there or is neither file nor folder.
 */
export async function listFiles(paths: readonly string[], passOver: (path: string) => void = () => {}): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) throw new AppError('invalid-file', `there is no ${path}`)
    if (stat.isDirectory()) files.push(...(await listFolder(path, passOver)))
    else if (stat.isFile()) files.push(path)
    else throw new AppError('invalid-file', `${path} is neither a file nor a folder`)
  }
  return files
}

async function listFolder(folder: string, passOver: (path: string) => void): Promise<string[]> {
  const files: string[] = []
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await listFolder(path, passOver)))
    else if (!entry.isFile() || !READABLE.has(extname(entry.name).toLowerCase())) passOver(path)
    else if (!isSidecar(path)) files.push(path)
  }
  return files
}

/** «articles.jsonl» beside a folder «articles» holds metadata of the texts in the folder, and no articles. */
const isSidecar = (path: string): boolean =>
  extname(path) === '.jsonl' && existsSync(path.slice(0, -'.jsonl'.length)) && statSync(path.slice(0, -'.jsonl'.length)).isDirectory()

/** The articles of files, one file after the other. Faults are results, not errors: the rest goes on. */
export async function* readArticles(files: readonly string[]): AsyncGenerator<ReadResult> {
  const sidecars = new Map<string, Sidecar>()
  for (const file of files) {
    const sidecar = `${dirname(file)}.jsonl`
    if (extname(file).toLowerCase() === '.txt' && !sidecars.has(sidecar)) {
      sidecars.set(sidecar, readSidecar(sidecar))
      yield* sidecars.get(sidecar)!.faults
    }
    yield* readFileAt(file, sidecars.get(sidecar)?.rows ?? new Map())
  }
}

async function* readFileAt(path: string, metadata: Sidecar['rows']): AsyncGenerator<ReadResult> {
  const extension = extname(path).toLowerCase()
  try {
    if (extension === '.txt') yield readText(path, await readFile(path), metadata)
    else if (extension === '.json') yield* readJson(path, await readFile(path))
    else if (extension === '.jsonl' || extension === '.ndjson') yield* readJsonLines(createReadStream(path), (line) => `${path}:${line}`)
    else
      yield { place: path, fault: `«${extension || basename(path)}» is no kind of file that is read; give .txt, .json, .jsonl or .ndjson` }
  } catch (error) {
    yield { place: path, fault: (error as Error).message }
  }
}

function readText(path: string, bytes: Buffer, metadata: Sidecar['rows']): ReadResult {
  const decoded = decode(bytes)
  if ('fault' in decoded) return { place: path, fault: decoded.fault }
  const body = decoded.text
  const stem = basename(path, extname(path))
  return check(path, { external_id: stem, ...metadata.get(stem), body })
}

function* readJson(path: string, bytes: Buffer): Generator<ReadResult> {
  const decoded = decode(bytes)
  if ('fault' in decoded) return yield { place: path, fault: decoded.fault }
  const parsed = parse(decoded.text)
  if ('fault' in parsed) return yield { place: path, fault: parsed.fault }
  if (!Array.isArray(parsed.value)) return yield check(path, parsed.value)
  for (const [i, value] of parsed.value.entries()) yield check(`${path}[${i}]`, value)
}

/** Articles as JSON lines from a stream; empty lines are passed over, `placeOf` names a line by its number. */
export async function* readJsonLines(chunks: AsyncIterable<Buffer>, placeOf: (line: number) => string): AsyncGenerator<ReadResult> {
  for await (const line of readLines(chunks)) {
    const place = placeOf(line.number)
    if ('tooLong' in line) {
      yield { place, fault: `the line has ${line.tooLong} bytes; at most 8 MiB are read` }
      continue
    }
    if (line.bytes.length === 0) continue
    const decoded = decode(line.bytes)
    if ('fault' in decoded) yield { place, fault: decoded.fault }
    else if (decoded.text.trim() !== '') {
      const parsed = parse(decoded.text)
      yield 'fault' in parsed ? { place, fault: parsed.fault } : check(place, parsed.value)
    }
  }
}

type Sidecar = { readonly rows: ReadonlyMap<string, z.output<typeof ArticleMetadataSchema>>; readonly faults: readonly ReadResult[] }

/** Metadata of the texts of a folder by external_id, from the .jsonl file beside the folder; none where there is no such file. */
function readSidecar(file: string): Sidecar {
  const rows = new Map<string, z.output<typeof ArticleMetadataSchema>>()
  const faults: ReadResult[] = []
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const parsed = parse(line)
    const checked = 'fault' in parsed ? null : ArticleMetadataSchema.safeParse(parsed.value)
    const id = checked?.data?.external_id
    const fault = (reason: string): unknown => faults.push({ place: `${file}:${i + 1}`, fault: `external_id: ${reason}` })
    if (checked?.success && id) {
      if (rows.has(id)) fault(`«${id}» stands twice; the first line holds`)
      else if (!existsSync(join(file.slice(0, -'.jsonl'.length), `${id}.txt`))) fault(`there is no text ${id}.txt in the folder`)
      else rows.set(id, checked.data)
    } else
      faults.push({
        place: `${file}:${i + 1}`,
        fault:
          'fault' in parsed
            ? parsed.fault
            : checked?.error
              ? told(checked.error)
              : 'external_id: says which text the line is about, and is missing',
      })
  }
  return { rows, faults }
}

function check(place: string, value: unknown): ReadResult {
  const checked = ArticleInputSchema.safeParse(value)
  if (!checked.success) return { place, fault: told(checked.error) }
  try {
    return { place, input: toArticleInput(checked.data) }
  } catch (error) {
    return { place, fault: (error as Error).message }
  }
}
