import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../support/knowledge.ts'
import { PUBLISHED, people, told } from '../support/told.ts'

describe('people', () => {
  test.each([
    ['أعلن وزير الخارجية العماني بدر البوسعيدي أن الحوار مستمر.', ['بدر البوسعيدي']],
    ['قالت المستشارة الألمانية أنجيلا ميركل إن الحوار مستمر.', ['أنجيلا ميركل']],
    ['خليفة حفتر، قائد الجيش الوطني الليبي، وصل إلى موسكو.', ['خليفة حفتر']],
    ['استقبل الوزير نظيره التركي مولود تشاووش أوغلو.', ['مولود تشاووش أوغلو']],
  ])('«%s»', (text, names) => {
    expect(people(text)).toEqual(names)
  })

  test('a surname and a title are the person named in full before', () => {
    const { actors } = extract(
      'وصل وزير الخارجية المصري سامح شكري إلى باريس. وقال شكري إن الزيارة مهمة. وأكد الوزير المصري ذلك.',
      PUBLISHED,
    )
    const [person] = actors.filter(({ kind }) => kind === 'person')
    expect(person!.mentions.map(({ surface }) => surface)).toEqual(['سامح شكري', 'شكري', 'الوزير المصري'])
  })

  test('two people of one family name stay two', () => {
    expect(
      people('استقبل رئيس إقليم كردستان نيجيرفان بارزاني السفير الفرنسي، ثم اجتمع رئيس الحكومة مسرور بارزاني مع القنصل.').sort(),
    ).toEqual(['مسرور بارزاني', 'نيجيرفان بارزاني'])
  })
})

describe('encounters', () => {
  test.each([
    [
      'verb, subject, object',
      'التقى وزير الخارجية المصري سامح شكري المبعوث الأممي غسان سلامة أمس في القاهرة.',
      { who: ['سامح شكري', 'غسان سلامة'], kind: 'meeting', status: 'held', when: '2021-03-09', where: 'القاهرة' },
    ],
    [
      'behind «ب»',
      'اجتمع وزير الدفاع خلوصي أكار بقائد الجيش خليفة حفتر في أنقرة.',
      { who: ['خلوصي أكار', 'خليفة حفتر'], kind: 'meeting', status: 'held', where: 'أنقرة' },
    ],
    [
      'light verb',
      'أجرى الرئيس الفرنسي إيمانويل ماكرون محادثات مع المستشارة الألمانية أنجيلا ميركل في برلين اليوم.',
      { who: ['أنجيلا ميركل', 'إيمانويل ماكرون'], status: 'held', when: '2021-03-10', where: 'برلين' },
    ],
    [
      'a call',
      'تلقى الرئيس التونسي قيس سعيد اتصالا هاتفيا من الرئيس الجزائري عبد المجيد تبون أمس.',
      { who: ['عبد المجيد تبون', 'قيس سعيد'], kind: 'call', status: 'held', when: '2021-03-09' },
    ],
    [
      'a plan',
      'من المقرر أن يلتقي الرئيس الأميركي جو بايدن نظيره الروسي فلاديمير بوتين في جنيف الشهر المقبل.',
      { who: ['جو بايدن', 'فلاديمير بوتين'], status: 'planned', when: '2021-04', where: 'جنيف' },
    ],
    [
      'a possibility',
      'لم يستبعد المتحدث احتمال أن يجتمع الرئيس جو بايدن مع الرئيس فلاديمير بوتين.',
      { who: ['جو بايدن', 'فلاديمير بوتين'], status: 'possible' },
    ],
    [
      'a denial',
      'نفى مكتب رئيس الوزراء عقد لقاء سري بين الرئيس جو بايدن والرئيس فلاديمير بوتين.',
      { who: ['جو بايدن', 'فلاديمير بوتين'], status: 'denied' },
    ],
    [
      'told by a noun',
      'وصدر البيان عقب لقاء بين الرئيس الفرنسي إيمانويل ماكرون والمستشارة أنجيلا ميركل في باريس.',
      { who: ['أنجيلا ميركل', 'إيمانويل ماكرون'], status: 'held', where: 'باريس' },
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toMatchObject([expected])
  })

  test('countries meet behind «بين» and a noun of encounter, and are places elsewhere', () => {
    expect(told('عقد أمس في فيينا اجتماع بين فرنسا وألمانيا وإيران.')).toMatchObject([
      { who: ['ألمانيا', 'إيران', 'فرنسا'], status: 'held', where: 'فيينا' },
    ])
    expect(told('قال الوزير إن العلاقات بين فرنسا وإيران جيدة.')).toEqual([])
  })

  test('a wish is no encounter', () => {
    expect(told('دعا الرئيس إيمانويل ماكرون إلى لقاء بين الوزير سامح شكري والوزير بدر البوسعيدي.')).toEqual([])
  })

  test('two mentions of one encounter are one report', () => {
    expect(told('التقى الوزير سامح شكري المبعوث غسان سلامة أمس في القاهرة. وقال شكري خلال لقائه مع سلامة إن الحوار مستمر.')).toHaveLength(1)
  })

  test('people met apart are met in encounters of their own', () => {
    expect(told('التقى الرئيس قيس سعيد كلا من الوزير سامح شكري والسفير جون بولتون، كلا على حدة.').map((report) => report.who)).toEqual([
      ['سامح شكري', 'قيس سعيد'],
      ['جون بولتون', 'قيس سعيد'],
    ])
  })
})

test('every quote, mention and date stands in the body where it says', () => {
  const body = 'التقى وزير الخارجية المصري سامح شكري المبعوث الأممي غسان سلامة، أمس، في القاهرة. وقال شكري إن اللقاء مثمر.'
  const { actors, reports } = extract(body, PUBLISHED)
  for (const { mentions } of actors) for (const { start, end, surface } of mentions) expect(body.slice(start, end)).toBe(surface)
  for (const { evidence, date } of reports) {
    for (const { start, end, exact } of evidence) expect(body.slice(start, end)).toBe(exact)
    if (date) expect(body.slice(date.span.start, date.span.end)).toBe(date.text)
  }
})

test('no text makes it throw', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('التقى', 'لقاء', 'الوزير', 'سامح شكري', 'مع', 'و', 'بين', 'أمس', 'في القاهرة', '.', '\n', 'الجانبان', 'استقبله', 'زار'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      extract(pieces.join(' '), PUBLISHED)
    }),
    { numRuns: 300 },
  )
})

describe('when and where an encounter was', () => {
  const only = (text: string) =>
    told(text)
      .filter(({ kind }) => kind !== 'visit')
      .map(({ when, where }) => [when, where])

  test.each([
    // PUBLISHED is a Wednesday.
    [
      'التقى الوزير سامح شكري الثلاثاء في القاهرة السفير خميس الجهيناوي. وفي اليوم ذاته، التقى الوزير سامح شكري السفير أيمن الصفدي.',
      ['2021-03-09', '2021-03-09'],
    ],
    ['يصل الوزير سامح شكري إلى بيروت بعد غد، حيث يلتقي الرئيس ميشال عون.', ['2021-03-12']],
    ['يلتقي الرئيس دونالد ترامب الزعيم كيم جونغ أون. وقالت واشنطن إن القمة المقررة في سنغافورة يوم 12 يونيو ستعقد.', ['2021-06-12']],
  ])('«%s» was then', (text, days) => {
    expect(only(text).map(([when]) => when)).toEqual(days)
  })

  test.each([
    ['التقى الرئيس دونالد ترامب الزعيم كيم جونغ أون في قمة تاريخية في سنغافورة.', 'سنغافورة'],
    ['استقبل الرئيس قيس سعيد بقصر قرطاج الوزير سامح شكري.', 'قرطاج'],
    ['شملت الجولة موسكو، حيث التقى سامح شكري الوزير سيرغي لافروف.', 'موسكو'],
    ['استقبل قائد الجيش جوزيف عون في مكتبه في اليرزة، السفير سامح شكري.', 'اليرزة'],
  ])('«%s» was there', (text, place) => {
    expect(only(text).map(([, where]) => where)).toEqual([place])
  })

  test('is not what a year far off or in a quotation says', () => {
    expect(only('التقى الوزير سامح شكري السفير خميس الجهيناوي وقال «كان عندنا في عام 2018 مشروع آخر».').map(([when]) => when)).toEqual([
      null,
    ])
  })
})

test('whoever holds a meeting is there with those whom it includes', () => {
  expect(told('عقد الرئيس قيس سعيد اجتماعا ضم وزير الدفاع عماد مميش ووزير الداخلية كمال الفقي.')[0]!.who).toEqual(
    ['عماد مميش', 'قيس سعيد', 'كمال الفقي'].sort(),
  )
})

test('an adverb is no part of a name', () => {
  expect(people('تباحث الوزير سامح شكري مع نظيره القطري محمد بن عبد الرحمن هاتفيا.')).toEqual(['سامح شكري', 'محمد بن عبد الرحمن'])
})
