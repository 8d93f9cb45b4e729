import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPartialDate } from '../../src/domain/partial-date.ts'
import { findDates } from '../../src/extraction/dates/find-dates.ts'
import { gregorianOf } from '../../src/extraction/dates/hijri.ts'
import { publicationIn } from '../../src/extraction/dates/publication.ts'
import { resolveDate, type Tense } from '../../src/extraction/dates/resolve-date.ts'
import { readWords } from '../../src/extraction/word.ts'

/** A Thursday. */
const PUBLISHED = '2018-11-08'

const dateIn = (text: string, tense: Tense = 'past', published: string | null = PUBLISHED) => {
  const [first] = findDates(readWords(text))
  return first ? resolveDate(first.value, published, tense) : undefined
}
const day = (date: string) => ({ from: date, to: date })

describe('an expression of time, seen from Thursday 2018-11-08', () => {
  test.each([
    ['اليوم', '2018-11-08'],
    ['أمس', '2018-11-07'],
    ['أول أمس', '2018-11-06'],
    ['أول من أمس', '2018-11-06'],
    ['غداً', '2018-11-09'],
    ['بعد غد', '2018-11-10'],
    ['الاثنين', '2018-11-05'],
    ['الاثنين الماضي', '2018-11-05'],
    ['الاثنين المقبل', '2018-11-12'],
    ['الخميس', '2018-11-08'],
    ['الخميس الماضي', '2018-11-01'],
    ['19 يناير (كانون الثاني) من هذا العام', '2018-01-19'],
    ['6 أبريل', '2018-04-06'],
    ['10 نوفمبر', '2018-11-10'],
    ['10 آذار الماضي', '2018-03-10'],
    ['في الخامس من آذار/مارس من العام الماضي', '2017-03-05'],
    ['14 جوان 2022', '2022-06-14'],
    ['٢٣ آب ٢٠٢٣', '2023-08-23'],
    ['في12 نوفمبر', '2018-11-12'],
    ['20 من الشهر الجاري', '2018-11-20'],
    ['بحث صباحا', '2018-11-08'],
    ['في هذه الأثناء', '2018-11-08'],
    ['2017-08-14', '2017-08-14'],
    ['14/8/2017', '2017-08-14'],
    ['25 شوال 1436هـ', '2015-08-10'],
    ['28 ذي القعدة 1445 هـ', '2024-06-05'],
    ['الثامن والعشرين من ذي القعدة 1445', '2024-06-05'],
    ['25 شوال 1436هـ الموافق 11 أغسطس 2015م', '2015-08-11'],
  ])('«%s» is %s', (text, expected) => {
    expect(dateIn(text)).toEqual(day(expected))
  })

  test.each([
    ['أواخر الشهر الماضي', '2018-10'],
    ['نهاية جويلية', '2018-07'],
    ['شهر نوفمبر الماضي', '2017-11'],
    ['في ديسمبر من السنة القادمة', '2019-12'],
    ['بداية شهر مايو من هذا العام', '2018-05'],
    ['أكتوبر 2022', '2022-10'],
    ['العام الماضي', '2017'],
    ['هذا العام', '2018'],
    ['عام 2016', '2016'],
    ['مطلع الأسبوع القادم', '2018-11'],
    ['نهاية الأسبوع', '2018-11'],
  ])('«%s» stays %s and is not padded', (text, expected) => {
    expect(dateIn(text)).toEqual(day(expected))
  })

  test('«يومي 12 و13 نوفمبر/تشرين الثاني الجاري» is a range of two days', () => {
    expect(dateIn('يومي 12 و13 نوفمبر/تشرين الثاني الجاري')).toEqual({ from: '2018-11-12', to: '2018-11-13' })
  })

  test('«من 26 إلى 30 يوليوز الجاري» is a range', () => {
    expect(dateIn('من 26 إلى 30 يوليوز الجاري', 'past', '2022-07-28')).toEqual({ from: '2022-07-26', to: '2022-07-30' })
  })

  test.each([
    ['20 ديسمبر', '2018-12-20', '2017-12-20'],
    ['5 يناير', '2019-01-05', '2018-01-05'],
    ['6 نوفمبر', '2018-11-06', '2018-11-06'],
  ])('«%s» is %s for what is to come and %s for what was', (text, ahead, behind) => {
    expect(dateIn(text, 'future')).toEqual(day(ahead))
    expect(dateIn(text, 'past')).toEqual(day(behind))
  })

  test('a bare weekday looks ahead where the encounter is still to come', () => {
    expect(dateIn('الاثنين', 'future')).toEqual(day('2018-11-12'))
  })

  test.each(['في اليوم ذاته', 'في اليوم التالي'])('«%s» is a day of the story, not of publication', (text) => {
    expect(dateIn(text)).toBeUndefined()
  })

  test.each(['أمس', 'الاثنين', 'الشهر الماضي', '6 أبريل'])('«%s» without a day of publication stays unresolved', (text) => {
    expect(dateIn(text, 'past', null)).toBeNull()
  })

  test('a day that the calendar does not have is none', () => {
    expect(dateIn('31 فبراير 2020')).toBeNull()
  })

  test('«ماي» in a name and «اب» in a family are no months', () => {
    expect(dateIn('قالت تيريزا ماي إنها')).toBeUndefined()
  })

  test('whatever is found resolves to real dates in order, or to none', () => {
    const words = fc.constantFrom(
      'اليوم',
      'أمس',
      'الاثنين',
      '31',
      '12',
      'و13',
      'يناير',
      'فبراير',
      'الماضي',
      'المقبل',
      'الشهر',
      'العام',
      '2016',
      'يومي',
      'نهاية',
      'من',
      'في',
    )
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }),
        fc.constantFrom<Tense>('past', 'future'),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (parts, tense, on) => {
          for (const { value } of findDates(readWords(parts.join(' ')))) {
            const range = resolveDate(value, on.toISOString().slice(0, 10), tense)
            if (!range) continue
            expect(isPartialDate(range.from) && isPartialDate(range.to)).toBe(true)
            expect(range.from <= range.to).toBe(true)
          }
        },
      ),
    )
  })
})

test('a day of the Islamic calendar needs its year, and a month that has it', () => {
  expect(dateIn('3 رمضان')).toBeUndefined()
  expect(dateIn('30 رجب 1445هـ')).toBeUndefined()
})

test('every day of the Islamic calendar is one day, and the next follows it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1300, max: 1499 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 29 }),
      (year, month, date) => {
        const one = gregorianOf(year, month, date)!
        const next = gregorianOf(year, month, date + 1) ?? gregorianOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1)!
        expect(Date.parse(next) - Date.parse(one)).toBe(86_400_000)
      },
    ),
    { numRuns: 100 },
  )
})

describe('when a text says that it was published', () => {
  test.each([
    ['in a dateline', 'الخرطوم 22 يوليو 2018 (سونا) - التقى الوزير السفير أمس.', '2018-07-22', '22 يوليو 2018'],
    ['in a dateline behind the agency', 'القاهرة (رويترز) - 22 يوليو 2018: التقى الوزير السفير أمس.', '2018-07-22', '22 يوليو 2018'],
    ['beside «اليوم»', 'استقبل الوزير السفير اليوم الاثنين 27 أفريل 2015 بتونس.', '2015-04-27', '27 أفريل 2015'],
    [
      'in a line of its own',
      'لقاء في القاهرة\nكتبت: منى عبد السلام\nالإثنين 13 مارس 2023 02:47 م\nاستقبل الوزير السفير.',
      '2023-03-13',
      '13 مارس 2023',
    ],
  ])('%s', (_, text, date, quote) => {
    expect(publicationIn(text)).toEqual({ date, quote })
  })

  test.each([
    'وكان الوزير قد التقى السفير في 27 أفريل 2015 بتونس.',
    'استقبل الوزير السفير اليوم الاثنين.',
    'اليوم الاثنين 27 أفريل بتونس.',
  ])('«%s» does not say', (text) => {
    expect(publicationIn(text)).toBeNull()
  })
})

test('a time of day beside an hour is no day, and «الشهر نفسه» is the month told last', () => {
  expect(dateIn('الساعة العاشرة صباحا')).toBeUndefined()
  const [, second] = findDates(readWords('هاتفه في 22 أغسطس الماضي، وزاره نهاية الشهر نفسه'))
  expect(resolveDate(second!.value, PUBLISHED, 'past')).toEqual(day('2018-08'))
})

test.each([
  ['قبل يومين', '2018-11-06'],
  ['منذ ثلاثة أيام', '2018-11-05'],
  ['قبل نحو شهرين', '2018-09'],
  ['قبل 5 سنوات', '2013'],
])('«%s» is so long before publication', (text, date) => {
  expect(dateIn(text)).toEqual(day(date))
})

test.each(['قبل يومين من الانتخابات', 'اللقاء الأول بينهما منذ عامين'])('«%s» says no date', (text) => {
  expect(dateIn(text)).toBeUndefined()
})
