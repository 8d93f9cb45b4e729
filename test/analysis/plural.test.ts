import { expect, test } from 'vitest'
import { analyze } from '../../src/analysis/analyzer.ts'
import { pluralRelatives } from '../../src/analysis/plural.ts'
import { BROKEN_PLURALS } from '../../src/lexicon/broken-plurals.ts'

const stem = (word: string): string => analyze(word)[0]!.stem

test.each([
  ['وزراء', 'وزير'],
  ['أحزاب', 'حزب'],
  ['وثائق', 'وثيقة'],
  ['مشاريع', 'مشروع'],
  ['قمم', 'قمة'],
])('«%s» and «%s» are related, either way', (plural, singular) => {
  expect(pluralRelatives(stem(plural))).toContain(stem(singular))
  expect(pluralRelatives(stem(singular))).toContain(stem(plural))
})

test('letters that no word of the vocabulary has relate nothing', () => {
  expect(pluralRelatives('ضظذ')).toEqual([])
})

test('a template stands once', () => {
  expect(new Set(BROKEN_PLURALS.map(({ plural, singular }) => `${plural} ${singular}`)).size).toBe(BROKEN_PLURALS.length)
})
