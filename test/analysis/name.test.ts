import { expect, test } from 'vitest'
import { callsBy, isSameName, isSamePatronymic, nameWords } from '../../src/analysis/name.ts'

const same = (a: string, b: string): boolean => isSameName(nameWords(a), nameWords(b))

test.each([
  ['سيرجي لافروف', 'سيرغي لافروف'],
  ['فائز السراج', 'فايز السراج'],
  ['عبد الله بو حبيب', 'عبدالله بو حبيب'],
  ['محمد الطاهر سيالة', 'محمد طاهر سيالة'],
  ['فيصل بن فرحان', 'فيصل بن فرحان آل سعود'],
  ['عبدولاي باتيلي', 'عبد الله باتيلي'],
  ['مامادو تانجا', 'محمدو تانجا'],
])('«%s» can be «%s»', (a, b) => {
  expect(same(a, b)).toBe(true)
})

test.each([
  ['نيجيرفان بارزاني', 'مسرور بارزاني'],
  ['محمد شياع', 'محمد شريف'],
  ['عبد الفتاح البرهان', 'عبد الفتاح السيسي'],
  ['حفتر', 'خليفة حفتر'],
  ['عبدولاي باتيلي', 'عبد الرحمن باتيلي'],
])('«%s» is not taken for «%s»', (a, b) => {
  expect(same(a, b)).toBe(false)
})

test('a surname calls its bearer, a first name less surely, a full name not at all', () => {
  const full = nameWords('خليفة بلقاسم حفتر')
  expect(callsBy(nameWords('حفتر'), full)).toBe(2)
  expect(callsBy(nameWords('خليفة'), full)).toBe(1)
  expect(callsBy(full, full)).toBe(0)
})

test('given name and father’s name make a patronymic, whatever follows', () => {
  expect(isSamePatronymic('فيصل بن فرحان بن عبدالله', 'فيصل بن فرحان آل سعود')).toBe(true)
  expect(isSamePatronymic('محمد بن سلمان', 'محمد بن زايد')).toBe(false)
  expect(isSamePatronymic('محمد علي صالح', 'محمد علي حسن')).toBe(false)
})
