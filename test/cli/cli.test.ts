import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SEEDS } from '../support/knowledge.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ARGS = ['--import', 'tsx', join(ROOT, 'src/cli/liqa.ts')]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liqa-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LIQA_DB: join(folder, 'liqa.db'),
  LIQA_PORT: '0',
  ...more,
})
const liqa = (args: readonly string[], { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...ARGS, ...args], {
    cwd: ROOT,
    env: environment(env),
    input,
    encoding: 'utf8',
    timeout: 25_000,
  })
  return { status, stdout, stderr }
}

/** Starts a command that serves; resolves with what it said when it is up or has ended. */
const serve = (command: string, env: Record<string, string> = {}) =>
  new Promise<{ told: string; stop: () => Promise<number | null>; code: number | null }>((resolve) => {
    const child = spawn(process.execPath, [...ARGS, command], { cwd: ROOT, env: environment(env), stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    let told = ''
    const stop = async (): Promise<number | null> => {
      child.kill('SIGTERM')
      return ended
    }
    child.stderr.on('data', (chunk) => {
      told += chunk
      if (told.includes('/v1/actors')) resolve({ told, stop, code: null })
    })
    void ended.then((code) => resolve({ told, stop, code }))
  })

describe('liqa', () => {
  test('ingests the seeds, and a second time changes nothing', () => {
    const first = liqa(['ingest', join(SEEDS, 'articles')])
    expect([first.status, JSON.parse(first.stdout)]).toEqual([0, { created: 5, updated: 0, unchanged: 0, failed: 0 }])
    const second = liqa(['ingest', join(SEEDS, 'articles')])
    expect([second.status, JSON.parse(second.stdout)]).toEqual([0, { created: 0, updated: 0, unchanged: 5, failed: 0 }])
    expect(second.stderr).toContain('nothing changed')
  })

  test('takes what it can, names what it cannot, and says by its exit code that not all went well', () => {
    writeFileSync(join(folder, 'good.txt'), 'نص')
    writeFileSync(join(folder, 'bad.json'), '{')
    const { status, stdout, stderr } = liqa(['ingest', join(folder, 'good.txt'), join(folder, 'bad.json')])
    expect([status, JSON.parse(stdout)]).toEqual([1, { created: 1, updated: 0, unchanged: 0, failed: 1 }])
    expect(stderr).toMatch(/bad\.json: no JSON/)
  })

  test('keys are made, shown once, listed and revoked', () => {
    const made = liqa(['keys', 'create', '--name', 'wire', '--scope', 'ingest', 'read', '--days', '30'])
    expect([made.status, made.stdout.trim()]).toEqual([0, expect.stringMatching(/^liqa_[0-9a-f]{12}_[\w-]{43}$/)])
    const [, id, secret] = /^liqa_([^_]+)_(.+)$/.exec(made.stdout.trim())!
    const listed = liqa(['keys', 'list'])
    expect(JSON.parse(listed.stdout)).toMatchObject({ id, name: 'wire', scopes: ['ingest', 'read'], state: 'valid' })
    expect(listed.stdout).not.toContain(secret)
    expect(liqa(['keys', 'revoke', id!]).status).toBe(0)
    expect(JSON.parse(liqa(['keys', 'list']).stdout).state).toBe('revoked')
    expect(liqa(['keys', 'revoke', id!]).status).toBe(2)
    expect(liqa(['keys', 'create', '--name', 'x', '--scope', 'write'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/no scope/),
    })
  })

  test('ends and says so where the store breaks under it', () => {
    expect(liqa(['migrate']).status).toBe(0)
    const db = new Database(join(folder, 'liqa.db'))
    db.exec('DROP TABLE report_actors')
    db.close()
    expect(liqa(['ingest', join(SEEDS, 'articles')])).toMatchObject({ status: 3, stderr: expect.stringMatching(/report_actors/) })
  })

  test('extracts NDJSON from stdin, with rules and spans when asked', () => {
    const body = 'التقى وزير الخارجية المصري سامح شكري المبعوث الأممي غسان سلامة أمس في القاهرة.'
    const input = `${JSON.stringify({ id: 'a', body, published: '2021-03-10' })}\nnonsense\n`
    const { status, stdout, stderr } = liqa(['extract', '--resolve', '--explain'], { input })
    const { actors, meetings } = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(stderr).toMatch(/stdin:2: no JSON/)
    expect(actors[0]).toMatchObject({ name: 'سامح شكري', kind: 'person', country: 'EG', actor: expect.stringMatching(/^act_/) })
    expect(meetings[0]).toMatchObject({
      participants: ['سامح شكري', 'غسان سلامة'],
      date: { from: '2021-03-09' },
      place: 'القاهرة',
      cluster: expect.stringMatching(/^mtg_/),
      rules: expect.arrayContaining(['verb.iltaqa']),
    })
  })

  test('extracts the text of HTML, and says of a line without one what is wrong', () => {
    const html = { content_type: 'text/html', body: '<p>التقى الوزير سامح شكري السفير غسان سلامة.</p>' }
    const input = [html, { body: '' }, { body: '\ud800 x' }].map((line) => JSON.stringify(line)).join('\n')
    const { status, stdout, stderr } = liqa(['extract'], { input })
    expect(status).toBe(1)
    expect(JSON.parse(stdout).meetings).toMatchObject([{ participants: ['سامح شكري', 'غسان سلامة'] }])
    expect(stderr).toMatch(/stdin:2: body: is empty\n.*stdin:3: body: holds half of a surrogate pair/)
  })

  test('start ingests the seeds into an empty store, serves, and stops cleanly on SIGTERM', async () => {
    const { told, stop } = await serve('start')
    expect(told).toMatch(/5 created/)
    const at = /Liqa is at (\S+)/.exec(told)![1]
    expect(told).toContain(`${at}/docs/`)
    for (const [url] of told.matchAll(/http:\/\/\S+/g)) expect((await fetch(url)).status).toBe(200)
    expect(await stop()).toBe(0)
  })
})

test('stops within a few seconds though a client keeps a connection open and says nothing', async () => {
  const { told, stop } = await serve('start')
  const { port, hostname } = new URL(/Liqa is at (\S+)/.exec(told)![1]!)
  const silent = connect(Number(port), hostname)
  await new Promise((done) => silent.once('connect', done))
  expect(await stop()).toBe(0)
  silent.destroy()
})

describe('one clear line and the right exit code', () => {
  const oneLine = (text: string): string => text.trim().split('\n').join(' | ')

  test.each([
    ['an unknown setting', ['serve'], { LIQA_PROT: '1' }, 2, /LIQA_PROT is no setting; did you mean LIQA_PORT/],
    ['a wrong setting', ['serve'], { LIQA_PORT: 'x' }, 2, /LIQA_PORT: is no port/],
    ['a missing store', ['serve'], {}, 3, /there is no store at/],
    ['a missing path', ['ingest', '/nonexistent'], {}, 2, /there is no \/nonexistent/],
    ['a missing seeds folder', ['start'], { LIQA_SEEDS: '/nonexistent' }, 2, /there is no \/nonexistent/],
    ['a folder without articles', ['ingest', join(ROOT, 'migrations')], {}, 2, /there is no \.txt/],
    ['a file to extract that is not there', ['extract', '/nonexistent'], {}, 2, /there is no file/],
    ['a store that is a folder', ['serve'], { LIQA_DB: '/tmp' }, 3, /is a folder/],
    ['an unknown command', ['sevre'], {}, 2, /unknown command/],
  ])('for %s', (_, args, env, status, told) => {
    const result = liqa(args, { env: env as Record<string, string> })
    expect(oneLine(result.stderr)).toMatch(told)
    expect(result.status).toBe(status)
    expect(result.stderr).not.toMatch(/\n\s+at /)
  })

  test('for a seeds folder that is not whole', () => {
    cpSync(join(SEEDS, 'articles'), join(folder, 'seeds/articles'), { recursive: true })
    const { status, stderr } = liqa(['start'], { env: { LIQA_SEEDS: join(folder, 'seeds') } })
    expect([status, oneLine(stderr)]).toEqual([2, expect.stringMatching(/seeds folder .* is not whole/)])
  })

  test('for a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => taken.once('listening', done))
    const { port } = taken.address() as { port: number }
    liqa(['migrate'])
    const { status, stderr } = liqa(['serve'], { env: { LIQA_PORT: String(port) } })
    taken.close()
    expect([status, oneLine(stderr)]).toEqual([4, expect.stringMatching(new RegExp(`cannot listen on 127.0.0.1:${port}: it is in use`))])
  })

  test('for a folder that cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    const { status, stderr } = liqa(['ingest', join(SEEDS, 'articles')], { env: { LIQA_DB: join(folder, 'file/liqa.db') } })
    expect([status, oneLine(stderr)]).toEqual([3, expect.stringMatching(/cannot be made/)])
  })
})
