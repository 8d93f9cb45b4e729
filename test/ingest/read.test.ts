import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listFiles, type ReadResult, readArticles } from '../../src/ingest/read.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liqa-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const read = async (...paths: string[]): Promise<ReadResult[]> => {
  const results: ReadResult[] = []
  for await (const result of readArticles(await listFiles(paths))) results.push(result)
  return results
}
const faults = async (...paths: string[]): Promise<string[]> =>
  (await read(...paths)).map((result) => ('fault' in result ? result.fault : 'no fault'))

describe('reading articles', () => {
  test('a text is an article by its file name', async () => {
    expect(await read(write('one.txt', '\uFEFFنص الخبر'))).toMatchObject([
      { input: { external_id: 'one', body: 'نص الخبر', published: null } },
    ])
  })

  test('metadata comes from the file beside the folder', async () => {
    write('news/one.txt', 'نص')
    write('news.jsonl', '{"external_id":"one","published":"2020-05-06","published_basis":"editor","published_note":"why"}\n')
    expect(await read(folder)).toMatchObject([{ input: { published: '2020-05-06', published_basis: 'editor', published_note: 'why' } }])
  })

  test('a wrong line of metadata is reported with its place, and the texts are read', async () => {
    write('news/one.txt', 'نص')
    write('news.jsonl', '{"external_id":"one","published":"2020-02-31"}\n{"title":"x"}\n{"external_id":"two","published":"2020"}\n')
    const results = await read(folder)
    expect(results.map(({ place }) => place.split('/').at(-1))).toEqual(['news.jsonl:1', 'news.jsonl:2', 'news.jsonl:3', 'one.txt'])
  })

  test('lines of JSON are articles each, faults have their line', async () => {
    const path = write('a.jsonl', '{"body":"نص"}\n\nnonsense\n{"body":""}\n{"body":"آخر","titel":"x"}\n{"body":"\\ud800"}\n')
    const results = await read(path)
    expect(results.map(({ place }) => place.split(':').at(-1))).toEqual(['1', '3', '4', '5', '6'])
    expect(results.map((result) => 'fault' in result)).toEqual([false, true, true, true, true])
    expect((results[4] as { fault: string }).fault).toMatch(/surrogate/)
  })

  test('a time of publication is its day', async () => {
    expect(await read(write('a.json', '{"body":"نص","published":"2020-05-06T10:00:00Z"}'))).toMatchObject([
      { input: { published: '2020-05-06' } },
    ])
  })

  test.each([
    ['utf16.txt', Buffer.from('\uFEFFنص', 'utf16le'), /UTF-16.*iconv/],
    ['cp1256.txt', Buffer.from([0xe1, 0xc7, 0xcf, 0xed, 0x20, 0xe3, 0xed]), /not UTF-8.*Windows-1256/],
    ['image.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), /binary/],
    ['empty.txt', Buffer.alloc(0), /empty/],
    ['bad.json', Buffer.from('{'), /no JSON/],
  ])('%s is refused with the reason', async (name, content, reason) => {
    expect(await faults(write(name, content))).toEqual([expect.stringMatching(reason)])
  })

  test('a file of another kind is refused where it is named, and passed over in a folder', async () => {
    const path = write('page.html', '<p>')
    expect(await faults(path)).toEqual([expect.stringMatching(/\.html.*no kind of file/)])
    expect(await read(folder)).toEqual([])
  })

  test('a line of ten megabytes is left out and reported', async () => {
    const path = write('long.jsonl', `${JSON.stringify({ body: 'ا'.repeat(5_500_000) })}\n{"body":"نص"}\n`)
    const results = await read(path)
    expect(results.map((result) => 'fault' in result)).toEqual([true, false])
  })

  test.each([
    ['blank', { body: '  ' }, /body: is empty/],
    ['a NUL', { body: 'نص\u0000' }, /NUL/],
    ['no web address', { body: 'نص', url: 'javascript:alert(1)' }, /no http or https address/],
    ['no year', { body: 'نص', published: '0000-01-01' }, /is no date/],
  ])('an article with %s is refused', async (_, article, reason) => {
    expect(await faults(write('a.json', JSON.stringify(article)))).toEqual([expect.stringMatching(reason)])
  })

  test('a path that is not there is an error of the call', async () => {
    await expect(read(join(folder, 'none'))).rejects.toThrow(/there is no/)
  })
})
