import { describe, expect, test } from 'vitest'
import { told } from '../support/told.ts'

describe('where an encounter was', () => {
  test.each([
    ['the goal of a journey, with a day between', 'يصل الوزير سامح شكري إلى الرياض غدا للقاء الأمير محمد بن سلمان.', 'الرياض'],
    [
      'the town that a relative says hosted it',
      'الاجتماع الذي استضافته عمان السبت الماضي بين وزير الخارجية المصري سامح شكري ووزير الخارجية الأميركي أنتوني بلينكن كان مثمرا.',
      'عمّان',
    ],
    [
      'the town of a summit that it hosted',
      'بحث الملك عبد الله الثاني مع الرئيس محمود عباس، في قمة استضافتها العقبة أمس، الوضع في غزة.',
      'العقبة',
    ],
    [
      'that of the conference at whose margin it was',
      'على هامش مؤتمر ميونيخ للأمن التقى الوزير سامح شكري نظيره الفرنسي ستيفان سيجورنيه.',
      'ميونخ',
    ],
    ['the town and not the palace of whoever receives', 'استقبل الملك سلمان في قصره بالرياض أمس الشيخ محمد بن زايد آل نهيان.', 'الرياض'],
  ])('is %s', (_, text, place) => {
    expect(told(text).map(({ where }) => where)).toEqual([place])
  })

  test('is not where somebody spoke beside another encounter', () => {
    const text = 'قال النائب سفيان طوبال على هامش اجتماع حزبه اليوم في الحمامات إن وفدا من الكتلة سيلتقي رئيس الحكومة يوسف الشاهد غدا.'
    expect(told(text).find(({ who }) => who.includes('يوسف الشاهد'))).toMatchObject({ where: null })
  })
})

test('an encounter at the margin of a summit is when and where the summit is', () => {
  const text = 'قد يلتقي الرئيس فولوديمير زيلينسكي نظيره الأميركي جو بايدن على هامش قمة مجموعة السبع في إيطاليا يوم 13 يونيو المقبل.'
  expect(told(text).find(({ who }) => who.includes('جو بايدن'))).toMatchObject({ where: 'إيطاليا', when: '2021-06-13', status: 'possible' })
})

test('two who are at a summit of more may talk apart', () => {
  const text =
    'يشارك في قمة بريكس غدا رئيس الوزراء ناريندرا مودي والرئيس شي جين بينغ والرئيس فلاديمير بوتين والرئيس ميشيل تامر. وقال المتحدث إن مودي سيجري محادثات مع بوتين مساء اليوم.'
  expect(told(text).map(({ who }) => who.length)).toContain(2)
})
