import { expect, test } from 'vitest'
import { isLatinSpelling } from '../../src/analysis/latin-key.ts'

test.each([
  ['haftar', 'حفتر'],
  ['hafter', 'حفتر'],
  ['hifter', 'حفتر'],
  ['lavrov', 'لافروف'],
  ['guterres', 'غوتيريش'],
  ['erdogan', 'اردوغان'],
  ['johnson', 'جونسون'],
  ['qaddafi', 'قذافي'],
  ['gaddafi', 'قذافي'],
  ['kim', 'كيم'],
  ['mohammed', 'محمد'],
  ['trump', 'ترامب'],
  ['trump', 'ترمب'],
  ['sisi', 'السيسي'],
  ['sarraj', 'السراج'],
  ['assad', 'الاسد'],
  ['theresa', 'تيريزا'],
  ['obama', 'اوباما'],
  ['bush', 'بوش'],
])('«%s» spells «%s»', (latin, arabic) => {
  expect(isLatinSpelling(latin, arabic)).toBe(true)
})

test.each([
  ['haftar', 'حفر'],
  ['assad', 'شاهد'],
  ['macron', 'موغيريني'],
  ['obama', 'بام'],
  ['sarraj', 'سيرغي'],
  ['kim', 'قوم'],
  ['macron', 'ميركل'],
])('«%s» does not spell «%s»', (latin, arabic) => {
  expect(isLatinSpelling(latin, arabic)).toBe(false)
})
