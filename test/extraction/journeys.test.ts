import { describe, expect, test } from 'vitest'
import { sorted, told } from '../support/told.ts'

describe('a journey is told', () => {
  test.each([
    ['by whoever is the first to go', 'وأصبح الرئيس باراك أوباما أول رئيس أميركي يزور هيروشيما.', ['باراك أوباما'], 'هيروشيما', 'held'],
    ['by the state that he goes to first', 'وكانت السعودية أول بلد يزوره الرئيس دونالد ترامب.', ['دونالد ترامب'], 'السعودية', 'held'],
    ['by the first state that he will go to', 'ستكون السعودية أول بلد يزوره الرئيس دونالد ترامب.', ['دونالد ترامب'], 'السعودية', 'planned'],
    [
      'by a trip that is called off',
      'ألغت باريس رحلة مقررة لوزير الخارجية ستيفان سيجورنيه إلى باكو.',
      ['ستيفان سيجورنيه'],
      'باكو',
      'cancelled',
    ],
    ['by a tour that ends', 'اختتمت الوزيرة كامالا هاريس جولتها الأفريقية السبت الماضي.', ['كامالا هاريس'], null, 'held'],
    ['by a tour that is to come', 'وسيقوم الوزير سامح شكري بجولة أوروبية غدا.', ['سامح شكري'], null, 'planned'],
    ['by «حل بـ»', 'حلت وزيرة الدفاع الإسبانية مارغريتا روبليس أمس بالرباط.', ['مارغريتا روبليس'], 'الرباط', 'held'],
    [
      'of several by one verb',
      'قام كل من وزير الدفاع خالد نزار والوزير سامح شكري بزيارة إلى تمنراست أمس.',
      ['خالد نزار', 'سامح شكري'],
      'تمنراست',
      'held',
    ],
  ])('%s', (_, text, who, where, status) => {
    expect(told(text)).toMatchObject([{ who, where, status, kind: 'visit' }])
  })

  test('but not by a flight, nor by a solution', () => {
    expect(told('أعلنت الشركة إلغاء رحلة جوية إلى باكو كان على متنها الوزير سامح شكري.')).toEqual([])
    expect(told('دعا الأمين العام أنطونيو غوتيريش إلى حل للأزمة في سوريا.')).toEqual([])
  })
})

test('who visits somebody meets him, also where he stands before the verb', () => {
  expect(told('إن السفير فيليب كوسنيت سيزور غدا الرئيس قيس سعيد.')).toMatchObject([
    { who: ['فيليب كوسنيت', 'قيس سعيد'], status: 'planned' },
  ])
})

describe('a journey that was told', () => {
  test('is not told again by «وكانت هذه ثاني زيارة»', () => {
    const text = 'زار الرئيس نيكولاس مادورو هافانا أمس. والتقى الرئيس ميغيل دياز كانيل. وكانت هذه ثاني زيارة يقوم بها مادورو إلى كوبا.'
    expect(told(text).filter(({ kind }) => kind === 'visit')).toHaveLength(1)
  })

  test('gives its day to an encounter «آنذاك»', () => {
    const text = 'زار نائب الرئيس مايك بنس القاهرة في يناير الماضي. والتقى بنس آنذاك الرئيس عبد الفتاح السيسي.'
    expect(told(text).find(({ kind }) => kind === 'meeting')).toMatchObject({ when: '2021-01' })
  })

  test('that is planned gives them to whom one will meet there', () => {
    const text = 'يتوجه الوزير سامح شكري إلى الرياض غدا. وسيلتقي شكري الأمير محمد بن سلمان.'
    const meeting = told(text).find(({ kind }) => kind === 'meeting')
    expect(meeting).toMatchObject({ who: ['سامح شكري', 'محمد بن سلمان'], when: '2021-03-11', where: 'الرياض', status: 'planned' })
  })

  test('is of whoever speaks, by a pronoun', () => {
    const text = 'قال المبعوث ستافان دي ميستورا ذلك. وأوضح أنه سيتوجه الأسبوع المقبل إلى دمشق.'
    expect(told(text)).toMatchObject([{ who: ['ستافان دي ميستورا'], where: 'دمشق', kind: 'visit', status: 'planned' }])
  })

  test('to somebody by his office makes him the host', () => {
    const text = 'صرح وزير الدفاع يعقوب الصراف، بعد زيارته البطريرك الماروني بشارة الراعي، بأن الانتخابات في موعدها.'
    expect(told(text).map(({ who }) => who)).toEqual([sorted('بشارة الراعي', 'يعقوب الصراف')])
  })
})
