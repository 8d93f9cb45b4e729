import { describe, expect, test } from 'vitest'
import { named, sorted, told } from '../support/told.ts'

describe('a body sits', () => {
  test.each([
    [
      'where a participle says so behind it',
      'قرر المجلس الوطني لحركة الشعب المنعقد أمس دعم الحكومة.',
      ['المجلس الوطني لحركة الشعب'],
      'held',
      '2021-03-09',
    ],
    [
      'where its own council does',
      'قررت الهيئة الوطنية للانتخابات إثر انعقاد مجلسها الإضراب عن العمل.',
      ['الهيئة الوطنية للانتخابات'],
      'held',
      null,
    ],
    [
      'where a session stands behind its name',
      'وعقد مجلس شورى حركة النهضة دورة استثنائية أمس.',
      ['مجلس شورى حركة النهضة'],
      'held',
      '2021-03-09',
    ],
    [
      'where a number stands before it',
      'تنطلق اليوم الدورة الثالثة والعشرون للمجلس الوطني الفلسطيني.',
      ['المجلس الوطني الفلسطيني'],
      'planned',
      '2021-03-10',
    ],
    ['where it means to', 'قرر مجلس الأمن عقد جلسة طارئة غدا.', ['مجلس الأمن'], 'planned', '2021-03-11'],
    ['where it gets ready to', 'تستعد اللجنة المركزية لعقد اجتماع غدا.', ['اللجنة المركزية'], 'planned', '2021-03-11'],
    ['with the part of it that does', 'يجتمع مكتب المجلس الشعبي الوطني غدا.', ['مكتب المجلس الشعبي الوطني'], 'planned', '2021-03-11'],
    ['that is many', 'قال إن سفراء 13 دولة عربية اجتمعوا أمس.', ['سفراء 13 دولة عربية'], 'held', '2021-03-09'],
  ])('%s', (_, text, who, status, when) => {
    expect(told(text)).toMatchObject([{ who, status, when }])
  })

  test('but not where it has not decided to', () => {
    expect(told('لم يقرر مجلس الأمن عقد اجتماع بعد.')).toEqual([])
  })

  test('and hears whom it invited, which a court does not', () => {
    expect(told('عقدت لجنة الأمن أمس جلسة استماع إلى وزير الداخلية الهادي المجدوب.').map(({ who }) => who)).toEqual([
      sorted('لجنة الأمن', 'الهادي المجدوب'),
    ])
    expect(told('عقد قاضي التحقيق جلسة استماع للوزير الهادي المجدوب.')).toEqual([])
  })
})

describe('sides', () => {
  test.each([
    ['are two governments by one word in the dual', 'دخلت حكومتا بنغلاديش وميانمار في محادثات.', ['بنغلاديش', 'ميانمار']],
    ['are members of a body', 'التقى وفد من النواب رئيس الحكومة يوسف الشاهد أمس.', ['وفد من النواب', 'يوسف الشاهد']],
    [
      'are those whom one met meanwhile',
      'أنهى المبعوث مارتن غريفيث زيارة التقى خلالها قياديين في جماعة الحوثي.',
      ['قياديين في جماعة الحوثي', 'مارتن غريفيث'],
    ],
    ['meet in rounds of a dialogue', 'عقدت جولة حوار بين الحكومة اليمنية وجماعة الحوثي أمس.', ['الحكومة اليمنية', 'جماعة الحوثي']],
    ['discuss by another word', 'تدارس الوزير سامح شكري مع السفير هاكان فيدان الأزمة.', ['سامح شكري', 'هاكان فيدان']],
    ['sit together', 'جلس الوزير سامح شكري أمس مع السفير هاكان فيدان.', ['سامح شكري', 'هاكان فيدان']],
    ['are alone together', 'انفرد الوزير سامح شكري بالسفير هاكان فيدان نصف ساعة.', ['سامح شكري', 'هاكان فيدان']],
    [
      'are one who is summoned to a ministry',
      'استدعي القائم بالأعمال الهولندي يان سخوتن أمس إلى مقر وزارة الخارجية التركية.',
      ['وزارة الخارجية التركية', 'يان سخوتن'],
    ],
    [
      'are who is among those who receive',
      'وكان الملك سلمان بن عبدالعزيز في مقدمة مستقبلي الرئيس إسماعيل عمر جيله لدى وصوله.',
      ['إسماعيل عمر جيله', 'سلمان بن عبد العزيز'],
    ],
    [
      'are who was received, by a pronoun',
      'قدم الوزير هاني الملقي استقالته للملك عبدالله الثاني خلال استقباله له.',
      ['عبد الله الثاني', 'هاني الملقي'],
    ],
    [
      'are who told it and whom he called',
      'أعلم الوزير سامح شكري، أمس، في اتصال هاتفي، السفير هاكان فيدان بالأمر.',
      ['سامح شكري', 'هاكان فيدان'],
    ],
    [
      'are who called and who was called',
      'قال المتحدث بسام راضي إن اتصالا هاتفيا ورد أمس إلى الرئيس عبد الفتاح السيسي من الرئيس إيمانويل ماكرون.',
      ['إيمانويل ماكرون', 'عبد الفتاح السيسي'],
    ],
    [
      'are host and guest',
      'حل رئيس الوزراء ناريندرا مودي أمس في سوتشي ضيفا على الرئيس فلاديمير بوتين.',
      ['فلاديمير بوتين', 'ناريندرا مودي'],
    ],
    [
      'are some of those who join a conference',
      'شارك 17 وزيرا في مؤتمر باريس أمس، منهم وزير المالية برونو لومير ووزير الداخلية لطفي براهم.',
      ['برونو لومير', 'لطفي براهم'],
    ],
    [
      'are who goes to meet, where a sentence opens so',
      'وفي زيارة لفنزويلا للقاء نظيره نيكولاس مادورو، قال الرئيس محمود عباس إن الأمر خطير.',
      ['محمود عباس', 'نيكولاس مادورو'],
    ],
    [
      'are both who received, in the dual',
      'وكان الأمير نواف الأحمد ورئيس المجلس مرزوق الغانم، كانا في مقدمة مستقبلي الأمير محمد بن سلمان.',
      ['محمد بن سلمان', 'مرزوق الغانم', 'نواف الأحمد'],
    ],
    [
      'are two who agreed in a call',
      'اتفق الرئيس دونالد ترامب ونظيره الفرنسي إيمانويل ماكرون أمس في اتصال هاتفي على التعاون.',
      ['إيمانويل ماكرون', 'دونالد ترامب'],
    ],
    [
      'are one who goes by his state, of what was planned',
      'ألغى الاتحاد المصري لكرة القدم اجتماعا كان مقررا اليوم مع البرتغالي روي فيتوريا.',
      ['الاتحاد المصري لكرة القدم', 'روي فيتوريا'],
    ],
    ['visit behind a time', 'رئيس الحزب سمير جعجع زار، ليل أمس، رئيس الحكومة سعد الحريري.', ['سعد الحريري', 'سمير جعجع']],
  ])('%s', (_, text, who) => {
    expect(told(text).map((one) => one.who)).toEqual([sorted(...who)])
  })

  test('of two states by one head are two groups', () => {
    expect(named('أجرى مسؤولون سعوديون وأتراك محادثات في أنقرة أمس.')).toEqual(['مسؤولون سعوديون', 'مسؤولون أتراك'])
  })

  test('of two calls are told apart', () => {
    const text = 'تلقى الوزير سامح شكري أمس اتصالين هاتفيين، الأول من نظيره الكويتي صباح الخالد والثاني من نظيره السويدي يان إلياسون.'
    expect(told(text).map(({ who }) => who)).toEqual([sorted('سامح شكري', 'صباح الخالد'), sorted('سامح شكري', 'يان إلياسون')])
  })

  test('are none where a thing stands before the verb, where somebody is questioned, or where people are sent away', () => {
    expect(told('قال النقيب حسن النحلة إن الفنادق استقبلت وفودا من الصين أمس.')).toEqual([])
    expect(told('استدعت الشرطة الإسرائيلية أمس المحافظ عدنان غيث للتحقيق.')).toEqual([])
    expect(told('أوقفت الشرطة المتضامنين ورحلتهم إلى باريس بحضور الوزير سامح شكري.')).toEqual([])
  })
})

describe('what is told of it', () => {
  test('is what it came of what one set out for', () => {
    const text = 'وصل الوزير سامح شكري إلى الرياض للقاء الأمير محمد بن سلمان. والتقى شكري الأمير محمد بن سلمان.'
    expect(told(text)).toMatchObject([{ who: sorted('سامح شكري', 'محمد بن سلمان'), status: 'held' }])
  })

  test('is only possible behind «مرجحا» and «عما إذا»', () => {
    expect(told('قال النائب سعد المطلبي مرجحا أن يلتقي نوري المالكي حيدر العبادي غدا.')).toMatchObject([{ status: 'possible' }])
    expect(told('ردا على سؤال عما إذا كان الوزير سامح شكري سيلتقي السفير هاكان فيدان غدا.')).toMatchObject([{ status: 'possible' }])
  })

  test('is not that a strike was called off', () => {
    const text = 'أعلنت النقابة تعليق إضرابها بعد أن تعهد الوالي سمير بوقديدة في جلسة مع الوزير سامح شكري بصرف المستحقات.'
    expect(told(text)).toMatchObject([{ status: 'held' }])
  })

  test.each([
    ['a state by its form and nisba', 'أدى الوزير سامح شكري زيارة إلى المملكة المغربية أمس.', 'المغرب'],
    ['a town whose hotels are told', 'اجتمع الوزير سامح شكري مع السفير هاكان فيدان في ضواحي باريس.', 'باريس'],
    ['the town behind a body', 'اجتمع وزراء الإعلام العرب أمس في مقر الجامعة العربية بالقاهرة.', 'القاهرة'],
    ['a capital of two words behind a name', 'اختتم الوزير معتز موسى بأديس أبابا مباحثات مع الوزير محمد عبد العاطي.', 'أديس أبابا'],
    ['no word of the language', 'اجتمع الوزير سامح شكري مع السفير هاكان فيدان في المملكة.', null],
  ])('is where: %s', (_, text, where) => {
    expect(told(text)).toMatchObject([{ where }])
  })
})

test('a movement that goes by a name of its own is nobody', () => {
  expect(told('وعزا الوزير عدم انعقاد محادثات جنيف بين الحوثيين والحكومة اليمنية إلى الحوثيين.')).toMatchObject([
    { who: sorted('الحوثيين', 'الحكومة اليمنية'), status: 'cancelled' },
  ])
})

test('whoever a summit gathers others beside is there', () => {
  const text = 'عرض الرئيس رجب طيب أردوغان هدنة، وذلك خلال القمة التي تجمع إلى جانبه كلا من الرئيس فلاديمير بوتين والرئيس حسن روحاني.'
  expect(told(text)).toMatchObject([{ who: sorted('رجب طيب أردوغان', 'فلاديمير بوتين', 'حسن روحاني'), status: 'held' }])
})

test('a conference that its sentence opens with is of whoever speaks behind it', () => {
  expect(told('وفي ختام مؤتمر دولي حول تمويل الإرهاب، قال الرئيس إيمانويل ماكرون إن الأمر خطير.')).toMatchObject([
    { who: ['إيمانويل ماكرون'], kind: 'conference' },
  ])
})
