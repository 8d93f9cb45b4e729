import { describe, expect, test } from 'vitest'
import { sorted, told } from '../support/told.ts'

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
    ['the capital of whose palace it was at', 'التقى الشيخ مشعل الأحمد في قصر السيف أمس رئيس المجلس مرزوق الغانم.', 'الكويت'],
    [
      'where one was on a journey, and not what was discussed',
      'ناقش المبعوث ديفيد شينكر خلال زيارة إلى الرباط مع الوزير ناصر بوريطة الوضع في ليبيا.',
      'الرباط',
    ],
    ['no town that an adjective sounds like', 'عقد الوزير سامح شكري لقاء تشاوريا مع السفير علاء موسى.', null],
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

describe('a delegation', () => {
  test.each([
    ['that visits a capital whose name stands right behind its own', 'يزور وفد من حركة فتح القاهرة غدا.', ['وفد من حركة فتح'], 'القاهرة'],
    ['that somebody heads and that has arrived', 'وصل إلى الدوحة مساء أمس وفد الحركة برئاسة أمير خان متقي.', ['أمير خان متقي'], 'الدوحة'],
    ['in the accusative', 'قال تركي المالكي إن وفدا عسكريا سعوديا زار جزيرة سقطرى أمس.', ['وفد عسكري سعودي'], 'سقطرى'],
  ])('%s is on a visit there', (_, text, who, where) => {
    expect(told(text)).toMatchObject([{ who, where, kind: 'visit' }])
  })

  test('is met by whoever heads a committee', () => {
    const text = 'عقدت لجنة الصداقة برئاسة الدكتور عبدالله بن سالم المعطاني اجتماعا مع السفير ييري سلافيك.'
    expect(told(text).map(({ who }) => who.length)).toEqual([2])
    expect(told(text)[0]!.who).toContain('ييري سلافيك')
    expect(told(text)[0]!.who).not.toContain('لجنة الصداقة')
  })
})

describe('when an encounter was', () => {
  test.each([
    ['in a month behind «وفي»', 'وفي يناير، اجتمع الوزير سامح شكري مع السفير علاء موسى.', '2021-01'],
    ['this evening', 'من المقرر أن يجتمع الوزير سامح شكري مساءً بالسفير علاء موسى.', '2021-03-10'],
    ['when the clause behind «حين» was', 'تعود آخر قمة إلى ديسمبر 2019، حين اجتمع الرئيس مون جاي إن بالوزير شينزو آبي.', '2019-12'],
    [
      'on the day that a speech at it was held, not on one within the speech',
      'أكد الملك عبدالله الثاني، الاثنين، أن الأردن يقف اليوم أمام مفترق. وأعرب الملك خلال لقائه الوزير سامح شكري عن أمله.',
      '2021-03-08',
    ],
  ])('is told: %s', (_, text, when) => {
    expect(told(text).map((report) => report.when)).toEqual([when])
  })

  test('is not when another one will be', () => {
    const text = 'وبعد اجتماع مع قادة الكتل، قال رئيس البرلمان حسن الكعبي إن الجلسة ستعقد السبت.'
    expect(told(text)).toMatchObject([{ when: null }])
  })
})

describe('what is still to come', () => {
  test.each([
    ['by «لم يستبعد»', 'لم يستبعد الوزير مولود جاويش أوغلو لقاء نظيره السوري فيصل المقداد.', 'possible'],
    ['by who is quoted', 'نقلت الوكالة عن الوزير الروسي سيرغي لافروف قوله إنه قد يلتقي نظيره الأميركي مايك بومبيو.', 'possible'],
    ['by «قبل» and the day', 'كتب الوزير بوريس جونسون ذلك قبل اجتماعه مع الوزير مايك بومبيو في واشنطن اليوم.', 'planned'],
  ])('is told %s', (_, text, status) => {
    expect(told(text)).toMatchObject([{ status }])
    expect(told(text)[0]!.who).toHaveLength(2)
  })
})

test('a session is that of the body that holds it', () => {
  expect(told('تعقد اللجنة المشتركة المصرية الأردنية دورتها الثانية في عمان يوم 20 مارس.')).toMatchObject([
    { who: ['اللجنة المشتركة المصرية الأردنية'], when: '2021-03-20', where: 'عمّان', status: 'planned' },
  ])
  expect(told('انطلقت الدورة الثانية من بطولة كأس أفريقيا في تونس أمس.')).toEqual([])
})

test('nobody meets for an office that nobody named holds', () => {
  expect(told('كما التقى الوزير على هامش الاجتماع كلا من الوزير جورج جيرابيتريتيس والوزير كونستانتينوس كومبوس.')).toEqual([])
})

describe('who is summoned meets who summons', () => {
  test.each([
    ['by a passive', 'واستدعي السفير التركي كمال أوكم إلى وزارة الخارجية الإسرائيلية الثلاثاء.', 'وزارة الخارجية الإسرائيلية'],
    ['by a noun', 'تم استدعاء السفير التركي كمال أوكم إلى وزارة الخارجية الإسرائيلية الثلاثاء.', 'وزارة الخارجية الإسرائيلية'],
    ['by the ministry that decided it', 'قررت الخارجية التونسية استدعاء السفير الأمريكي كمال أوكم أمس.', 'الخارجية التونسية'],
  ])('%s', (_, text, who) => {
    expect(told(text)).toMatchObject([{ who: sorted(who, 'كمال أوكم'), status: 'held' }])
  })

  test('but not an envoy who is called home', () => {
    expect(told('استدعت باريس سفيرها في واشنطن فيليب إتيان للتشاور.')).toEqual([])
  })
})

describe('what is told beside an encounter', () => {
  test('somebody called it off himself', () => {
    const text = 'وكان من المفترض أن يلتقي الرئيس محمود عباس نائب الرئيس مايك بنس في بيت لحم، لكنه ألغى اللقاء.'
    expect(told(text)).toMatchObject([{ status: 'cancelled', where: 'بيت لحم' }])
  })

  test('who leaves somewhere visits where he goes', () => {
    expect(told('وغادر الرئيس السوداني عمر البشير الخرطوم أمس متوجها إلى موسكو في زيارة تستغرق ثلاثة أيام.')).toMatchObject([
      { where: 'موسكو' },
    ])
  })

  test('what goes on is the journey and not the meeting that was', () => {
    expect(told('يقوم الأمير محمد بن سلمان حاليا بزيارة لبريطانيا، وقد التقى الوزير بوريس جونسون.')).toMatchObject([
      { kind: 'visit', status: 'ongoing' },
      { kind: 'meeting', status: 'held' },
    ])
  })

  test('a day behind a colon is none on which it was said', () => {
    expect(told('وأضاف: يوم الثلاثاء كان هناك لقاء مهم بين الوزير سامح شكري والسفير جون بولتون.')).toMatchObject([{ when: '2021-03-09' }])
  })

  test('a meal gathers people', () => {
    expect(told('جمعت مائدة إفطار في بيت الوسط رئيس الحكومة سعد الحريري والنائب بهية الحريري.')).toMatchObject([
      { who: sorted('سعد الحريري', 'بهية الحريري') },
    ])
  })
})
