import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze } from '../../src/analysis/analyzer.ts'
import type { ExpandedNode } from '../../src/domain/query.ts'
import { highlight, toHtml } from '../../src/search/highlight.ts'

const matched = (...words: string[]): ExpandedNode => ({
  kind: 'any',
  of: words
    .flatMap((word) => analyze(word))
    .map((term) => ({ kind: 'leaf', slots: [{ term, stems: [term.stem], text: null }], within: null, field: null })),
})
const show = (text: string, query: ExpandedNode) => highlight({ field: 'body', text, hidden: [], dir: 'rtl' }, query)
const marked = (text: string, ...words: string[]): string[] =>
  show(text, matched(...words)).flatMap((h) => h.ranges.map(([start, end]) => h.text.slice(start, end)))

test('marks whole words of the surface, particles and marks with them', () => {
  expect(marked('وصل حفتر والسَّراج إلى موسكو', 'السراج')).toEqual(['والسَّراج'])
})

test('marks a glued word whole and once', () => {
  expect(marked('رعاية الأممالمتحدة للحوار', 'الأمم', 'المتحدة')).toEqual(['الأممالمتحدة'])
})

test('finds nothing to show where nothing matches', () => {
  expect(show('وصل الوزير', matched('حفتر'))).toEqual([])
})

test('shows the passage that holds most of what was asked, cut at words', () => {
  const filler = 'كلمات كثيرة لا تعني شيئا في هذا السياق. '.repeat(20)
  const [best] = show(`ذكر حفتر مرة. ${filler}ثم التقى حفتر السراج في باريس. ${filler}`, matched('حفتر', 'السراج'))
  expect(best!.text).toContain('حفتر السراج')
  expect([best!.truncated_start, best!.truncated_end]).toEqual([true, true])
})

test('marks scattered over a text change no passage but for the marks themselves', () => {
  const text = 'وصل خليفة حفتر إلى موسكو، ثم التقى السراج في باريس. '.repeat(3)
  const mark = fc.constantFrom('', '', '', '\u064E', '\u0651', '\u0640', '\u200F')
  const bare = (s: string): string => s.replace(/[\u064E\u0651\u0640\u200F]/g, '')
  const query = matched('حفتر', 'السراج')
  fc.assert(
    fc.property(fc.array(mark, { minLength: text.length, maxLength: text.length }), (marks) => {
      const marked = [...text].map((letter, i) => (/\p{L}/u.test(letter) ? letter + marks[i] : letter)).join('')
      for (const { text: passage, ranges } of show(marked, query))
        for (const [start, end] of ranges) expect(bare(passage.slice(start, end))).toMatch(/^(حفتر|السراج)$/)
      expect(show(marked, query).length).toBeGreaterThan(0)
    }),
  )
})

test('a passage as HTML is escaped and marks its words', () => {
  const [found] = show('قال <b>حفتر</b> & "السراج"', matched('حفتر', 'السراج'))
  expect(toHtml(found!)).toBe('قال &lt;b&gt;<mark>حفتر</mark>&lt;/b&gt; &amp; &quot;<mark>السراج</mark>&quot;')
})

test('passages are cut out of the text as they are, and ranges cut words out of passages', () => {
  const text = fc
    .array(fc.constantFrom('حفتر', 'السراج', 'والسراج', 'التقى', 'في', 'باريس', '.', 'الأممالمتحدة', 'مُحَمَّد', '\n', 'کابل'), {
      maxLength: 120,
    })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(text, (body) => {
      for (const { text: passage, offset, ranges } of show(body, matched('حفتر', 'السراج', 'الأمم', 'محمد'))) {
        expect(body.slice(offset, offset + passage.length)).toBe(passage)
        for (const [start, end] of ranges) expect(passage.slice(start, end)).toMatch(/^[\p{L}\p{M}]+$/u)
      }
    }),
  )
})
