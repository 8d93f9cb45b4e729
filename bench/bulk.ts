import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * `npm run --silent bench:bulk -- --lines 1000000 [--meeting-every 100]`: streams generated articles into a server of its own, twice (created, then
 * unchanged), then exports them as CSV, and prints lines a second and the greatest resident memory of the server. Every n-th article tells of an encounter.
 */
const { values } = parseArgs({
  options: { lines: { type: 'string', default: '100000' }, 'meeting-every': { type: 'string', default: '100' } },
})
const LINES = Number(values.lines)
const EVERY = Number(values['meeting-every'])
const PORT = 3900 + (process.pid % 90)
const CLI = new URL('../dist/cli/liqa.js', import.meta.url).pathname

const folder = mkdtempSync(join(tmpdir(), 'liqa-bulk-'))
const env = { ...process.env, LIQA_DB: join(folder, 'bulk.db'), LIQA_PORT: String(PORT), LIQA_LOG_LEVEL: 'error', LIQA_RATE_LIMIT: '0' }
const key = spawnSync('node', [CLI, 'keys', 'create', '--name', 'bench', '--scope', 'ingest'], { env }).stdout.toString().trim()
const at = `http://127.0.0.1:${PORT}`
const isUp = async (): Promise<boolean> => (await fetch(`${at}/readyz`).catch(() => null))?.ok === true
async function serve(): Promise<ChildProcess> {
  const child = spawn('node', [CLI, 'serve'], { env, stdio: 'ignore' })
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100))
  return child
}
async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}
let server = await serve()

const WORDS =
  'الاقتصاد السوق المدينة الشركة التجارة الأسعار الموسم الفريق المباراة النفط الكهرباء الطريق المدرسة الجامعة الطلاب المزارع المطر الصيف'.split(
    ' ',
  )
const NAMES = 'أحمد محمود علي حسن سعيد كريم ماجد فهد خالد سامي نبيل عادل'.split(' ')
const FAMILIES = 'الشمري العتيبي المصري التونسي البغدادي الحلبي العمري الخطيب النجار الصباغ'.split(' ')
const pick = <T>(from: readonly T[], n: number): T => from[Math.floor(n) % from.length]!
function articleOf(i: number): string {
  const body =
    i % EVERY === 0
      ? `التقى الوزير ${pick(NAMES, i / EVERY)} ${pick(FAMILIES, i / 7)} أمس السفير ${pick(NAMES, i / 13)} ${pick(FAMILIES, i / 3)} رقم ${i}`
      : `${Array.from({ length: 12 }, (_, k) => pick(WORDS, i * 7 + k * k + (i >> k))).join(' ')} ${i}`
  return `${JSON.stringify({ external_id: `g${i}`, source: `outlet ${i % 50}`, published: `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`, body })}\n`
}
async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < LINES; ) {
    let text = ''
    for (const end = Math.min(LINES, i + 500); i < end; i++) text += articleOf(i)
    yield new TextEncoder().encode(text)
  }
}

const residentOf = async (): Promise<number> => {
  const text = await (await fetch(`${at}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)![1]) / 2 ** 20
}
async function measured(what: string, work: () => Promise<number>): Promise<void> {
  let peak = await residentOf()
  const watch = setInterval(async () => {
    peak = Math.max(peak, await residentOf().catch(() => 0))
  }, 500)
  const startedAt = performance.now()
  const count = await work()
  clearInterval(watch)
  const seconds = (performance.now() - startedAt) / 1000
  peak = Math.max(peak, await residentOf())
  process.stdout.write(
    `${what}: ${count} in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second, at most ${Math.round(peak)} MB resident\n`,
  )
}
async function sendAll(): Promise<number> {
  const answer = await fetch(`${at}/v1/articles/bulk`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    body: ReadableStream.from(chunks()),
    duplex: 'half',
  } as RequestInit)
  let tail = ''
  for await (const chunk of answer.body!) tail = (tail + new TextDecoder().decode(chunk)).slice(-500)
  process.stdout.write(`${tail.trim().split('\n').at(-1)}\n`)
  return LINES
}
async function exportAll(): Promise<number> {
  let rows = 0
  const answer = await fetch(`${at}/v1/articles.csv`)
  for await (const chunk of answer.body!) for (const byte of chunk) if (byte === 10) rows += 1
  return rows - 1
}

await measured('created', sendAll)
await measured('unchanged', sendAll)
await stop(server)
server = await serve()
process.stdout.write(`a server that has just begun: ${Math.round(await residentOf())} MB resident\n`)
await measured('exported as CSV', exportAll)
await stop(server)
rmSync(folder, { recursive: true, force: true })
