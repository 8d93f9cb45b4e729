import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../src/search/parse-query.ts'

const read = (q: string): string => parseQuery(q).normalized
const notes = (q: string): readonly string[] => parseQuery(q).notes

const manyWords = Array.from({ length: 500 }, (_, i) => `${i}`).join(' ')

describe('the query language', () => {
  test.each([
    ['words are asked for one by one, quoted words together', 'لقاء "وزير الخارجية" حفتر', 'لقاء "وزير الخارجيه" حفتر'],
    ['Arabic quotes are quotes', '«وزير الخارجية»', '"وزير الخارجيه"'],
    ['a minus before a word asks for its absence; within a word it parts', 'حفتر -موسكو رئيس-الوزراء', 'حفتر رءيس الوزراء -موسكو'],
    ['alternatives bind weaker than a space', 'حفتر موسكو | السراج', 'حفتر موسكو | السراج'],
    ['parentheses group', 'موسكو (حفتر | السراج)', 'موسكو (حفتر | السراج)'],
    ['a star asks for words that begin so', 'حفت*', 'حفت*'],
    ['a word may have to stand in the title', 'title:حفتر عنوان:موسكو', 'title:حفتر title:موسكو'],
    ['an equals sign asks for a word as it is spelled', '=إلى موسكو', '=الي موسكو'.replace('الي', 'إلى')],
    ['quoted words may lie apart', '"حفتر موسكو"~5', '"حفتر موسكو"~5'],
    ['and so may two words', 'حفتر ~5 موسكو', '"حفتر موسكو"~5'],
    ['operators from elsewhere are read as ours', 'حفتر OR السراج AND موسكو', 'حفتر | السراج موسكو'],
    ['a space behind «title:» does no harm', 'title: حفتر', 'title:حفتر'],
    ['a word twice is a word once', 'حفتر حفتر', 'حفتر'],
  ])('%s', (_, q, normalized) => {
    expect(read(q)).toBe(normalized)
    expect(notes(q)).toEqual([])
  })

  test.each([
    ['"وزير', 'a quote does not close; it was read up to the end'],
    ['(حفتر', 'a parenthesis does not close; it was read up to the end'],
    ['حفتر)', 'a closing parenthesis without an opening one was left out'],
    ['حفتر ()', 'empty parentheses or quotes were left out'],
    ['حفتر |', '«|» without words on both sides was left out'],
    ['body:حفتر', 'there is no field «body»: only «title:»; its words were looked for everywhere'],
    ['حفتر~x', '«~N» stands behind a quote of several words or between two words; elsewhere it was left out'],
    ['="وزير الخارجية"', '«=» stands right before one word, without a star; elsewhere it was left out'],
    ['ا*', '«*» needs 2 letters before it; the word was looked for as it is'],
    ['لقاء في موسكو', 'common words were left out: في'],
    ['متى ولد حفتر', 'this is a question: any of its words is enough, texts that hold more of them come first'],
  ])('«%s» is repaired, and says so', (q, note) => {
    expect(notes(q)).toContain(note)
  })

  test('common words are kept where nothing else remains', () => {
    expect(read('في')).toBe('في')
  })

  test('what only says what must not be there holds nothing to look for', () => {
    expect(parseQuery('-حفتر')).toMatchObject({ node: null, hasUnwanted: true })
  })

  test.each(['', ' ', 'َُِ', '"" ()', '\u200f', '-'])('«%s» holds no word', (q) => {
    expect(parseQuery(q).node).toBeNull()
  })

  test('a very long query is cut and says so', () => {
    expect(read(manyWords).split(' ')).toHaveLength(64)
    expect(notes(manyWords)).toEqual(['only the first 64 words were looked for'])
  })

  test('no string makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (q) => void parseQuery(q)),
      { numRuns: 2000 },
    )
  })
})
