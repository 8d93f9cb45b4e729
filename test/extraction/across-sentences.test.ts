import { describe, expect, test } from 'vitest'
import { named, people, sorted, told } from '../support/told.ts'

describe('who attended', () => {
  const received = 'استقبل الوزير سامح شكري أمس السفير خميس الجهيناوي. ومن المقرر أن يلتقي شكري غدا المبعوث غسان سلامة.'

  test('goes with the encounter that was such, not with a plan told after it', () => {
    const [first, second] = told(`${received} حضر الاستقبال السفير أيمن الصفدي.`)
    expect(first!.who).toContain('أيمن الصفدي')
    expect(second!.who).not.toContain('أيمن الصفدي')
  })

  test('does not include officials whom nobody names beside one who is named', () => {
    const [first] = told(`${received} حضر الاستقبال السفير أيمن الصفدي وعدد من كبار مسؤولي الوزارة.`)
    expect(first!.who).toEqual(sorted('سامح شكري', 'خميس الجهيناوي', 'أيمن الصفدي'))
  })

  test('is told by who took part in it too', () => {
    const [first] = told('أجرى الوزير سامح شكري أمس محادثات مع السفير خميس الجهيناوي. وشارك السفير أيمن الصفدي في المحادثات.')
    expect(first!.who).toContain('أيمن الصفدي')
  })

  test('met the visitor apart where that is told', () => {
    const text =
      'استقبل الرئيس قيس سعيد أمس الوزير سامح شكري. وحضر اللقاء السفير خميس الجهيناوي. وكان الوزير سامح شكري قد أجرى محادثات ثنائية مع السفير خميس الجهيناوي.'
    expect(told(text).map(({ who }) => who)).toEqual([
      sorted('قيس سعيد', 'سامح شكري', 'خميس الجهيناوي'),
      sorted('سامح شكري', 'خميس الجهيناوي'),
    ])
  })
})

describe('where and when what is told elsewhere was', () => {
  test('whoever arrived meets where he came to', () => {
    const [meeting] = told('وصل الوزير سامح شكري أمس إلى الخرطوم. ومن المقرر أن يعقد شكري غدا جلسة مباحثات مع الرئيس عبد الفتاح البرهان.')
    expect(meeting).toMatchObject({ status: 'planned', when: '2021-03-11', where: 'الخرطوم' })
  })

  test.each([
    ['an arrival of which nothing else is told is a visit', 'وصل الوزير سامح شكري الثلاثاء إلى الخرطوم.'],
    ['and its day stands before what it is for', 'وصل الوزير سامح شكري إلى الخرطوم، الثلاثاء، لإجراء محادثات بشأن السد.'],
    ['as does the place of a post before where one came to', 'وصل مبعوث الأمم المتحدة إلى اليمن، سامح شكري، إلى الخرطوم، الثلاثاء.'],
  ])('%s', (_, text) => {
    expect(told(text)).toMatchObject([{ who: ['سامح شكري'], kind: 'visit', status: 'held', when: '2021-03-09', where: 'الخرطوم' }])
  })

  test.each([
    ['what a journey is said to be', 'زار الوزير سامح شكري أمس القدس. وقال مدير الأوقاف عزام الخطيب إن هذه زيارة تاريخية إلى القدس.'],
    ['who goes anywhere in general', 'زار الوزير سامح شكري أمس القدس. ومن النادر أن يقوم أي مسؤول بزيارة إلى القدس.'],
    ['the places that one goes to', 'زار الوزير سامح شكري أمس القدس وكنيسة القيامة.'],
  ])('%s is no other visit', (_, text) => {
    expect(told(text)).toMatchObject([{ who: ['سامح شكري'], kind: 'visit', status: 'held', where: 'القدس' }])
  })

  test('who is told to have attended «اللقاء» was at the one told before', () => {
    const text =
      'استقبل الملك سلمان بن عبد العزيز أمس في الرياض الوزير مايك بومبيو. وجرى خلال اللقاء بحث الأوضاع. وحضر اللقاء الوزير عادل الجبير.'
    expect(told(text)).toMatchObject([
      { who: sorted('سلمان بن عبد العزيز', 'مايك بومبيو', 'عادل الجبير'), when: '2021-03-09', where: 'الرياض' },
    ])
  })

  test.each([
    'يتوجه الوزير سامح شكري غدا إلى باريس.',
    'ومن المقرر أن يصل الوزير سامح شكري إلى باريس غدا.',
    'يسافر الوزير سامح شكري إلى باريس غدا.',
  ])('«%s» tells of a visit to come', (text) => {
    expect(told(text)).toMatchObject([{ who: ['سامح شكري'], kind: 'visit', status: 'planned', when: '2021-03-11', where: 'باريس' }])
  })

  test.each([
    'لن يتوجه الوزير سامح شكري إلى باريس.',
    'وكان الوزير سامح شكري يسافر إلى باريس كثيرا.',
    'وطلب منه أن يتوجه سامح شكري إلى باريس.',
  ])('«%s» tells of none', (text) => {
    expect(told(text)).toEqual([])
  })

  test('whoever goes to an embassy goes where that is', () => {
    expect(told('قالت الوكالة إن الوزير سامح شكري زار السفارة الصينية في باريس أمس.')).toMatchObject([
      { who: ['سامح شكري'], kind: 'visit', when: '2021-03-09', where: 'باريس' },
    ])
  })

  test('whom one travels to meet one meets when one goes', () => {
    expect(told('يتوجه الوزير سامح شكري غدا إلى باريس للقاء الرئيس إيمانويل ماكرون.')).toMatchObject([
      { who: sorted('سامح شكري', 'إيمانويل ماكرون'), kind: 'meeting', status: 'planned', when: '2021-03-11', where: 'باريس' },
    ])
  })

  test.each([
    'وصلت القافلة إلى رفح، ودعا الوزير سامح شكري إلى فتح المعبر.',
    'وصلت العاصفة إلى بيروت ودعا الوزير سامح شكري إلى الحذر.',
    'وصل خبر إلى القاهرة أن الوزير سامح شكري بخير.',
    'وصل جثمان الوزير سامح شكري إلى القاهرة أمس.',
  ])('nobody came who is not the subject: «%s»', (text) => {
    expect(told(text)).toEqual([])
  })

  test('whoever arrived and met did both that day', () => {
    expect(told('وصل الوزير سامح شكري إلى باريس أمس والتقى الرئيس إيمانويل ماكرون.')).toMatchObject([
      { who: sorted('سامح شكري', 'إيمانويل ماكرون'), when: '2021-03-09', where: 'باريس' },
    ])
  })

  test.each([
    'وصل الوزير سامح شكري إلى باريس أمس. والتقى شكري الرئيس إيمانويل ماكرون الأسبوع الماضي.',
    'وصل الوزير سامح شكري إلى باريس أمس. وقال شكري: التقيت الرئيس إيمانويل ماكرون الأسبوع الماضي.',
  ])('whom one met before one came was not met there: «%s»', (text) => {
    expect(told(text).find(({ who }) => who.includes('إيمانويل ماكرون'))).toMatchObject({ where: null })
  })

  test('a relative that only tells who somebody is makes no visit', () => {
    expect(told('وقال المحامي سامح شكري، الذي وصل إلى الخرطوم مع أسرته، إن الوضع هادئ.')).toEqual([])
  })

  test('a visit that an arrival is told with goes on from that day', () => {
    expect(told('وصل الوزير سامح شكري الثلاثاء إلى الخرطوم في أول زيارة له.')).toMatchObject([
      { kind: 'visit', status: 'ongoing', when: '2021-03-09', where: 'الخرطوم' },
    ])
  })

  test('what happens beside a summit is on its day and in its place', () => {
    const text =
      'شارك الرئيس قيس سعيد أمس في القمة العربية في الجزائر. وعلى هامش القمة، عقد قيس سعيد اجتماعا ثنائيا مع الرئيس عبد الفتاح السيسي.'
    expect(told(text).find(({ kind }) => kind === 'meeting')).toMatchObject({ when: '2021-03-09', where: 'الجزائر' })
  })

  test('«هناك» is the place named before', () => {
    expect(told('وتحدث عن زيارة الوزير سامح شكري إلى دمشق ولقائه المبعوث غسان سلامة هناك.').at(-1)).toMatchObject({ where: 'دمشق' })
  })

  test('«لليوم الثالث على التوالي» has begun two days before and goes on', () => {
    expect(told('تتواصل في عمّان، لليوم الثالث على التوالي، مشاورات بين الوزير سامح شكري والمبعوث غسان سلامة.')).toMatchObject([
      { status: 'ongoing', when: '2021-03-08', where: 'عمّان' },
    ])
  })

  test('the country of a town is not where they met', () => {
    expect(told('التقى الوزير سامح شكري المبعوث غسان سلامة في مدينة جوبا عاصمة جنوب السودان.')).toMatchObject([{ where: 'جوبا' }])
  })
})

describe('bodies', () => {
  test.each([
    ['قررت لجنة الخبراء، في اجتماعها أمس، تأجيل الموعد.', 'لجنة الخبراء'],
    ['عقدت لجنة الخبراء أمس أولى اجتماعاتها بإشراف الوزير سامح شكري.', 'لجنة الخبراء'],
    ['وأعلن القرار إثر اجتماع لمجلس الوزراء أمس.', 'مجلس الوزراء'],
  ])('sit where a noun of encounter is theirs: «%s»', (text, body) => {
    expect(told(text)).toMatchObject([{ who: expect.arrayContaining([body]), when: '2021-03-09' }])
  })

  test('stand for an office that nobody named holds', () => {
    expect(told('التقى رئيس مجلس نواب الشعب أمس الوزير سامح شكري.')).toMatchObject([{ who: sorted('مجلس نواب الشعب', 'سامح شكري') }])
  })

  test('count where they tell something or where somebody’s office does', () => {
    expect(named('وصل الوفد، وفق بيان لوزارة الخارجية المصرية، أمس.')).toContain('وزارة الخارجية المصرية')
    expect(named('أعلن مكتب سامح شكري أن الموعد لم يحدد.')).toContain('مكتب سامح شكري')
  })

  test('that led a delegation are the person whom it names', () => {
    expect(
      told('من المقرر أن يتوجه وفد من وزارة الخارجية برئاسة الوزير سامح شكري إلى بغداد للاجتماع بالوزير فؤاد حسين.').at(-1)!.who,
    ).toEqual(sorted('سامح شكري', 'فؤاد حسين'))
  })
})

describe('whom words that name nobody mean', () => {
  test('«أنهم» is those of the encounter told last', () => {
    const text = 'التقى الوزير سامح شكري والسفير أيمن الصفدي، الاثنين، المبعوث غسان سلامة. وذكر المتحدث أنهم عقدوا اجتماعا ثانيا الثلاثاء.'
    expect(told(text).at(-1)).toMatchObject({ who: sorted('سامح شكري', 'أيمن الصفدي', 'غسان سلامة'), when: '2021-03-09' })
  })

  test('an office within another is not its holder', () => {
    expect(told('استقبل مدير مكتب الملك جعفر حسان السفير أيمن الصفدي. وخلال زيارته أمس إلى مأدبا تفقد الملك المشروع.')).toHaveLength(1)
  })

  test('brackets tell which of two of one family', () => {
    const text =
      'استقبل رئيس إقليم كردستان نيجيرفان بارزاني السفير الفرنسي. واجتمع رئيس الحكومة مسرور بارزاني مع القائد ماثيو ماكفارلين. وكان بارزاني (نيجيرفان) قد زار بغداد.'
    expect(told(text).find(({ kind }) => kind === 'visit')).toMatchObject({ who: ['نيجيرفان بارزاني'] })
  })

  test('«الكوريتين» are two states', () => {
    expect(told('عقدت أمس قمة بين الكوريتين في بانمونجوم.')).toMatchObject([{ who: sorted('كوريا الشمالية', 'كوريا الجنوبية') }])
  })

  test('a name that the text breaks in one place is whole', () => {
    expect(named('قال الرئيس دونالد ترا مب إن الحوار مستمر. وأضاف ترامب أن الموعد قريب.')).toEqual(['دونالد ترامب'])
  })
})

describe('how sure an encounter is', () => {
  test.each([
    ['possible by its adjective', 'مهدت الطريق للقاء محتمل بين الرئيس جو بايدن والرئيس فلاديمير بوتين.', 'possible'],
    ['denied behind it', 'تحدثت مصادر عن لقاء قد يجمع الوزير سامح شكري بالوزير فيصل المقداد، إلا أن المتحدث نفى ذلك.', 'denied'],
    ['denied by «دون أن»', 'وصل الوزير سامح شكري دون أن يكون على جدول أعماله لقاء مع الرئيس جو بايدن.', 'denied'],
    ['called off', 'علقت الحكومة أمس المفاوضات بين الوزير سامح شكري والمبعوث غسان سلامة.', 'cancelled'],
    ['going on where it began today', 'بدأ الوزير سامح شكري اليوم محادثات مع المبعوث غسان سلامة.', 'ongoing'],
    ['held where it began yesterday', 'بدأ الوزير سامح شكري أمس محادثات مع المبعوث غسان سلامة.', 'held'],
    ['going on in a present of no day', 'يجري الوزير سامح شكري محادثات مع المبعوث غسان سلامة.', 'ongoing'],
  ])('%s: «%s»', (_, text, status) => {
    expect(told(text).map((report) => report.status)).toEqual([status])
  })
})

describe('nobody', () => {
  test.each([
    ['signs a text on a line of its own', 'التقى الوزير سامح شكري السفير خميس الجهيناوي.\nعلياء حسن', ['سامح شكري', 'خميس الجهيناوي']],
    ['is a thing in quotes', 'تبدأ المناورات المسماة "ماكس ثاندر" غدا، وقال الوزير سامح شكري إنها مهمة.', ['سامح شكري']],
    ['is a common noun with a nisba', 'قتل جندي ايرلندي أمس، وقال الوزير سامح شكري إنه حزين.', ['سامح شكري']],
  ])('%s', (_, text, names) => {
    expect(people(text)).toEqual(names)
  })
})

test('what is denied of no day is not what was on one', () => {
  const text = 'نفى الرئيس فلاديمير بوتين أي اتصال مع المستشار أولاف شولتس. وكان الرجلان قد تحادثا هاتفيا في 9 فبراير الماضي.'
  expect(told(text).map(({ status, when }) => [status, when])).toContainEqual(['held', '2021-02-09'])
})
