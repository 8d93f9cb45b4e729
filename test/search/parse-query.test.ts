import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/parse-query.ts'

const words = (q: string): string[] => parseQuery(q).wanted.map((clause) => clause.map(({ text }) => text).join(' '))

test('words are asked for one by one, quoted words together', () => {
  expect(words('لقاء "وزير الخارجية" حفتر')).toEqual(['لقاء', 'وزير الخارجية', 'حفتر'])
  expect(words('«وزير الخارجية»')).toEqual(['وزير الخارجية'])
})

test('a minus before a word asks for its absence; within a word it parts', () => {
  const { wanted, unwanted } = parseQuery('حفتر -موسكو رئيس-الوزراء')
  expect(wanted.flat().map(({ text }) => text)).toEqual(['حفتر', 'رئيس', 'الوزراء'])
  expect(unwanted.flat().map(({ text }) => text)).toEqual(['موسكو'])
})

test('common words are left out, and said to be, unless nothing else remains', () => {
  expect(words('لقاء في موسكو')).toEqual(['لقاء', 'موسكو'])
  expect(parseQuery('لقاء في موسكو').notes).toEqual(['common words were left out: في'])
  expect(words('في')).toEqual(['في'])
})

test('signs without a meaning yet are noted', () => {
  expect(parseQuery('(حفتر | سراج)').notes).toHaveLength(1)
  expect(parseQuery('"وزير').notes).toEqual(['a quote does not close; it was read up to the end'])
})

test.each(['', ' ', 'َُِ', '"" ()', '\u200f', '-'])('«%s» holds no word', (q) => {
  expect(parseQuery(q).wanted).toEqual([])
})

test('a very long query is cut and says so', () => {
  const { wanted, notes } = parseQuery('كلمة '.repeat(500))
  expect(wanted).toHaveLength(64)
  expect(notes).toEqual(['only the first 64 words were looked for'])
})

test('no string makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (q) => void parseQuery(q)),
    { numRuns: 2000 },
  )
})
