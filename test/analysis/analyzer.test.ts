import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../src/analysis/analyzer.ts'
import { fold } from '../../src/analysis/fold.ts'

const stems = (text: string): string[] => analyze(text).map(({ stem }) => stem)
const forms = (text: string): string[] => analyze(text).map(({ form }) => form)

const arabicText = fc
  .array(fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةئؤء 0٣۴.,،'), { maxLength: 60 })
  .map((letters) => letters.join(''))
const mark = fc.constantFrom('\u064E', '\u064B', '\u0651', '\u0652', '\u0640', '\u200D', '\u200F', '\u2067')

describe('the analyzer', () => {
  test.each([
    ['والسراج', 'السراج'],
    ['سراج', 'السراج'],
    ['لحفتر', 'حفتر'],
    ['مُحَمَّد', 'محمد'],
    ['محمـــد', 'محمد'],
    ['الامم', 'الأمم'],
    ['مسؤول', 'مسئول'],
    ['علی', 'على'],
    ['\uFEEB\uFEEC\uFEEC', 'ههه'],
  ])('reads «%s» as «%s»', (a, b) => {
    expect(stems(a)).toEqual(stems(b))
  })

  test.each([
    ['وزارة', 'زار'],
    ['وزير', 'زير'],
    ['وفد', 'فد'],
    ['بيان', 'يان'],
    ['فائز', 'فوز'],
  ])('keeps «%s» apart from «%s»', (a, b) => {
    expect(stems(a)).not.toEqual(stems(b))
  })

  test('cuts a digit from the letters it is glued to', () => {
    expect(forms('في12 نوفمبر')).toEqual(['في', '12', 'نوفمبر'])
  })

  test('finds both words in «الأممالمتحدة», each at its place, and knows the whole', () => {
    const text = 'رعاية الأممالمتحدة هنا'
    const parts = analyze(text).slice(1, 3)
    expect(parts.map(({ surface }) => surface)).toEqual(['الأمم', 'المتحدة'])
    for (const { whole } of parts) expect(text.slice(whole!.start, whole!.end)).toBe('الأممالمتحدة')
  })

  test.each(['الاستقلالية', 'العمالة', 'المجالس', 'الرأسمالية'])('leaves «%s» whole', (word) => {
    expect(analyze(word)).toHaveLength(1)
  })

  test('offsets always cut the surface out of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { start, end, surface } of analyze(text)) expect(text.slice(start, end)).toBe(surface)
      }),
    )
  })

  test('tokens are in order and do not overlap, but for several words of one ligature', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        const tokens = analyze(text)
        for (const [i, token] of tokens.slice(1).entries()) expect(token.start).toBeGreaterThanOrEqual(tokens[i]!.end)
      }),
    )
  })

  test('NFC, NFD and NFKC read alike', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        expect(forms(text.normalize('NFD'))).toEqual(forms(text.normalize('NFC')))
        expect(forms(text.normalize('NFKC'))).toEqual(forms(text.normalize('NFC')))
      }),
    )
  })

  test('marks inserted behind any letter change no term', () => {
    fc.assert(
      fc.property(arabicText, fc.infiniteStream(fc.option(mark, { freq: 2 })), (text, marks) => {
        const marked = [...text].map((letter) => (/\p{L}/u.test(letter) ? letter + (marks.next().value ?? '') : letter)).join('')
        expect(
          analyze(marked)
            .map(({ text: term }) => term)
            .join(' ')
            .replaceAll(' ', ''),
        ).toBe(
          analyze(text)
            .map(({ text: term }) => term)
            .join(''),
        )
      }),
    )
  })

  test('folding twice is folding once and keeps the length', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
        expect(fold(text)).toHaveLength(text.length)
      }),
    )
  })

  test('no string makes it throw, and no term holds ASCII punctuation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { text: term, form, stem, key } of analyze(text))
          for (const tier of [term, form, stem, key]) expect(tier).not.toMatch(/[\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E\s]/)
      }),
      { numRuns: 500 },
    )
  })
})
