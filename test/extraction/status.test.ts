import { describe, expect, test } from 'vitest'
import { sorted, told } from '../support/told.ts'

describe('what was to be', () => {
  test.each([
    [
      'is called off where a noun behind it says so',
      'كان من المفترض أن يجتمع وزير المالية فؤاد حسين مع محافظ البنك المركزي مصطفى غالب أمس، لكن الاجتماع لم ينعقد.',
      ['فؤاد حسين', 'مصطفى غالب'],
      'cancelled',
    ],
    [
      'is a plan where it is only supposed',
      'كان مفترضا أن يلتقي وزير المالية فؤاد حسين محافظ البنك المركزي مصطفى غالب أمس.',
      ['فؤاد حسين', 'مصطفى غالب'],
      'planned',
    ],
    [
      'is to come where its own verb tells so behind «أن»',
      'قال الرئيس ميشال عون إن اللقاء مع الرئيس سعد الحريري سيتناول تشكيل الحكومة.',
      ['ميشال عون', 'سعد الحريري'],
      'planned',
    ],
    [
      'was not where somebody had no chance of it',
      'ولم يتسن لرئيس الحكومة سعد الحريري الاجتماع برئيس الوزراء دميتري ميدفيديف.',
      ['سعد الحريري', 'دميتري ميدفيديف'],
      'denied',
    ],
    [
      'is called off where somebody thinks better of it',
      'تراجع رئيس الحزب فؤاد بن علي عن لقاء كان يعتزم عقده مع القيادي طارق الشامي.',
      ['فؤاد بن علي', 'طارق الشامي'],
      'cancelled',
    ],
    ['is called off, a journey too', 'عدل النائب كمال السبع عن زيارة كان ينوي القيام بها إلى دمشق.', ['كمال السبع'], 'cancelled'],
  ])('%s', (_, text, who, status) => {
    expect(told(text)).toMatchObject([{ who: sorted(...who), status }])
  })
})

describe('a pluperfect', () => {
  test('is of whom a relative follows, with what goes on from it', () => {
    const text =
      'التقى رئيس الوزراء كيرياكوس ميتسوتاكيس المشير خليفة حفتر الذي كان قد زار موسكو قبل يومين واجتمع هناك بوزير الدفاع سيرغي شويغو.'
    expect(told(text).map(({ who }) => who)).toEqual([
      sorted('كيرياكوس ميتسوتاكيس', 'خليفة حفتر'),
      ['خليفة حفتر'],
      sorted('خليفة حفتر', 'سيرغي شويغو'),
    ])
  })

  test('is of him who stands between its two words', () => {
    const text = 'التقى رئيس الوزراء عبد الحميد الدبيبة الرئيس إيمانويل ماكرون في باريس، وكان ماكرون قد استقبل محمد المنفي في مارس الماضي.'
    expect(told(text).map(({ who }) => who)).toContainEqual(sorted('إيمانويل ماكرون', 'محمد المنفي'))
  })
})

test('who receives news or the dead receives nobody', () => {
  expect(told('استقبل سكان القرية خبر مقتل الصحفي هيثم الحاج بصدمة، ووصف عمه خليل الحاج الحادثة بالجريمة.')).toEqual([])
  expect(told('استقبل سكان البلدة جثمان الشهيد حسن الموسوي بالورود، وأم الصلاة عليه الشيخ علي دعموش.')).toEqual([])
})

test('a verb behind a noun of encounter is no town', () => {
  const text = 'يلتقي الرئيس ميشال عون غدا الرئيس سعد الحريري، وقال مستشاره إن الاجتماع سيتناول الأوضاع.'
  expect(told(text)).toMatchObject([{ where: null }])
})
