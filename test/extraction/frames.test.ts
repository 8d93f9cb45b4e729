import { describe, expect, test } from 'vitest'
import { extract } from '../support/knowledge.ts'

const PUBLISHED = '2018-05-10'

/** Who meets in each encounter that a text tells of, by name in order of letters. */
const met = (text: string): string[][] => {
  const { actors, reports } = extract(text, PUBLISHED)
  return reports.map(({ participants }) => participants.map(({ actor }) => actors[actor]!.name).sort())
}
const reportsOf = (text: string) => extract(text, PUBLISHED).reports

describe('who meets', () => {
  test.each([
    [
      'those who hold it together',
      'عقد الرئيس الفرنسي إيمانويل ماكرون والمستشارة الألمانية أنغيلا ميركل اجتماعا في برلين.',
      ['أنغيلا ميركل', 'إيمانويل ماكرون'],
    ],
    [
      'whoever joins an encounter of others',
      'شارك وزير الدفاع الفرنسي جان إيف لودريان في اجتماع وزراء دفاع حلف شمال الأطلسي في بروكسل.',
      ['جان إيف لودريان', 'وزراء دفاع حلف شمال الأطلسي'],
    ],
    [
      'who receives is told behind the guest',
      'كان في استقبال الرئيس الفرنسي فرنسوا هولاند لدى وصوله رئيس الحكومة الحبيب الصيد.',
      ['الحبيب الصيد', 'فرنسوا هولاند'],
    ],
    [
      'a title goes on with the post',
      'تباحث وزير الداخلية الهادي المجدوب مع سفير فرنسا بتونس فرانسوا غويات.',
      ['الهادي المجدوب', 'فرانسوا غويات'],
    ],
    ['ministers as a group', 'من المقرر أن يجتمع وزراء خارجية دول الخليج في الكويت الأحد المقبل.', ['وزراء خارجية دول الخليج']],
    [
      'some whose kind is told and some who stand for a state',
      'التقت لجنة من مسؤولين محليين السبت ممثلين عن الحكومة السورية.',
      ['لجنة من مسؤولين محليين', 'ممثلين عن الحكومة السورية'],
    ],
    [
      'a delegation of a body that goes by its head, before the verb',
      'أكد النائب سفيان طوبال أن وفدا من الكتلة سيلتقي غدا برئيس الحكومة يوسف الشاهد.',
      ['وفد من الكتلة', 'يوسف الشاهد'],
    ],
    [
      'one side behind «بين» and the other behind «مع»',
      'فشلت المفاوضات التي عقدت أمس بين وفد حكومي مع قادة المعارضة المسلحة.',
      ['قادة المعارضة المسلحة', 'وفد حكومي'],
    ],
    ['some right behind the verb', 'وقال إن الوزير سامح شكري سيقابل مسؤولين إسرائيليين.', ['سامح شكري', 'مسؤولين إسرائيليين']],
    ['a working dinner', 'جمع عشاء عمل أمس الرئيس قيس سعيد والمستشارة أنغيلا ميركل في برلين.', ['أنغيلا ميركل', 'قيس سعيد']],
    [
      'who met whom, behind a relative of a noun with a pronoun',
      'نشرت الوكالة صور الزعيم الكوري الشمالي كيم جونغ أون خلال لقائه الذي انعقد مؤخرا مع الوزير سيرغي لافروف.',
      ['سيرغي لافروف', 'كيم جونغ أون'],
    ],
    [
      'who tells whom in a call',
      'أبلغ الرئيس فلاديمير بوتين الرئيس رجب طيب أردوغان خلال المكالمة الهاتفية الاثنين أن الاتفاق مهم.',
      ['رجب طيب أردوغان', 'فلاديمير بوتين'],
    ],
    ['states by their nisbas', 'عقدت في القاهرة قمة مصرية أردنية عراقية.', ['الأردن', 'العراق', 'مصر']],
    ['a state behind «مع»', 'وأجرى وزير الخارجية العماني بدر البوسعيدي محادثات غير مباشرة مع إيران.', ['إيران', 'بدر البوسعيدي']],
    [
      'whoever stands for the states',
      'عقدت جلسة مباحثات مصرية فرنسية برئاسة الرئيس عبد الفتاح السيسي والرئيس إيمانويل ماكرون.',
      ['إيمانويل ماكرون', 'عبد الفتاح السيسي'],
    ],
    [
      'a dual of offices shared out',
      'خلال القمة التي تعقد بين الرئيسين الأمريكي دونالد ترامب والروسي فلاديمير بوتين.',
      ['دونالد ترامب', 'فلاديمير بوتين'],
    ],
    [
      '«و» that stands alone',
      'عقب لقاء بين وزيري الخارجية التركي مراد جاويش أوغلو و نظيره الأميركي مايك بومبيو.',
      ['مايك بومبيو', 'مراد جاويش أوغلو'],
    ],
    [
      'a noun with a pronoun before the name',
      'يعقد رئيس جنوب السودان سلفا كير محادثات في الخرطوم مع خصمه رياك مشار.',
      ['رياك مشار', 'سلفا كير'],
    ],
    [
      'an aside between commas',
      'التقى رئيس الوزراء بنيامين نتنياهو، الذي يزور واشنطن، الرئيس الأميركي دونالد ترامب.',
      ['بنيامين نتنياهو', 'دونالد ترامب'],
    ],
    [
      '«بينه وبين»',
      'قال الرئيس الأميركي دونالد ترامب إن القمة بينه وبين الزعيم الكوري الشمالي كيم جونغ أون ستعقد قريبا.',
      ['دونالد ترامب', 'كيم جونغ أون'],
    ],
    ['«بينهما»', 'وصف الزعيم كيم جونغ أون الرئيس دونالد ترامب بالصديق بعد لقاء القمة بينهما.', ['دونالد ترامب', 'كيم جونغ أون']],
    ['who speaks behind a pronoun', 'وخلال لقائه الوزير سامح شكري، أكد الرئيس قيس سعيد دعم بلاده.', ['سامح شكري', 'قيس سعيد']],
    [
      'a plural behind a date',
      'ويلتقي الوزير سامح شكري في السادس والعشرين من مارس كبار المسؤولين الأميركيين.',
      ['سامح شكري', 'كبار المسؤولين الأميركيين'],
    ],
    ['a body that a verb of holding has for its subject', 'عقد مجلس الأمن الدولي جلسة طارئة اليوم.', ['مجلس الأمن الدولي']],
    [
      'who goes on',
      'التقى رئيس الوزراء الفرنسي برنار كازنوف الرئيس الباجي قائد السبسي، كما أجرى محادثات مع رئيس البرلمان محمد الناصر.',
      ['الباجي قائد السبسي', 'برنار كازنوف'],
    ],
  ])('%s', (_, text, names) => {
    expect(met(text)[0]).toEqual(names)
  })

  test('the subject of the verb before goes on behind «كما»', () => {
    expect(
      met('التقى رئيس الوزراء الفرنسي برنار كازنوف الرئيس الباجي قائد السبسي، كما أجرى محادثات مع رئيس البرلمان محمد الناصر.')[1],
    ).toEqual(['برنار كازنوف', 'محمد الناصر'])
  })

  test('holders of several offices are met one after the other, those of one office together', () => {
    expect(met('التقى ولي العهد محمد بن سلمان رئيسة الوزراء تيريزا ماي ووزير الخارجية بوريس جونسون.')).toEqual([
      ['تيريزا ماي', 'محمد بن سلمان'],
      ['بوريس جونسون', 'محمد بن سلمان'],
    ])
    expect(met('التقى ولي العهد محمد بن سلمان السيناتور جون ماكين والسيناتور ليندسي غراهام.')).toHaveLength(1)
    expect(met('اجتمع ولي العهد محمد بن سلمان مع رئيسة الوزراء تيريزا ماي ووزير الخارجية بوريس جونسون.')).toHaveLength(1)
  })

  test('a summit named by its states is that of whoever met for them', () => {
    const [report, ...others] = reportsOf(
      'التقى الرئيس الأميركي دونالد ترامب الرئيس الروسي فلاديمير بوتين. وانتقدت الصحف القمة الأمريكية الروسية في هلسنكي.',
    )
    expect(others).toEqual([])
    expect(report).toMatchObject({ participants: [{}, {}], place: { name: 'هلسنكي' } })
  })

  test.each([
    ['a place that one works at', 'عقد الوزير سامح شكري اجتماعا بوزارة الخارجية.'],
    ['a relative of somebody', 'التقى نجل دونالد ترامب محاميه.'],
    ['somebody named for what is his', 'التقى أنصار رجب طيب أردوغان أمام القصر.'],
    ['an office that nobody named holds', 'يزور الرئيس الفرنسي واشنطن لإقناع دونالد ترامب.'],
  ])('nobody by %s', (_, text) => {
    expect(reportsOf(text)).toEqual([])
  })

  test('an office in the feminine is no man’s', () => {
    const { actors, reports } = extract(
      'وصل الوزير السلوفيني أحمد عطاف. وكانت الوزيرة السلوفينية قد أجرت محادثات مع الرئيس عبد المجيد تبون.',
      PUBLISHED,
    )
    expect(reports.flatMap(({ participants }) => participants.map(({ actor }) => actors[actor]!.name))).not.toContain('أحمد عطاف')
  })
})

test('a pair is the two of the sentence, whoever met before', () => {
  const text =
    'التقى الرئيس دونالد ترامب الرئيس فلاديمير بوتين. وفاجأت مصافحة الرئيس باراك أوباما للرئيس راؤول كاسترو الجميع في أول لقاء بين زعيمي البلدين.'
  expect(met(text)).toEqual([
    ['دونالد ترامب', 'فلاديمير بوتين'],
    ['باراك أوباما', 'راؤول كاسترو'],
  ])
})

describe('how sure it is, when and where', () => {
  test('a call is told by «هاتفيا»', () => {
    expect(reportsOf('تحدث الرئيس الأميركي دونالد ترامب هاتفيا مع نظيره الروسي فلاديمير بوتين أمس.')).toMatchObject([
      { kind: 'call', status: 'held', date: { from: '2018-05-09' } },
    ])
    expect(reportsOf('اتصل الرئيس قيس سعيد بالرئيس عبد الفتاح السيسي.')).toMatchObject([{ kind: 'call' }])
  })

  test.each([
    ['قبيل قمة بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين', 'planned'],
    ['جرى الحديث عن اجتماع مقترح بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين', 'possible'],
    ['لا يعرف ما إذا كان الرئيس دونالد ترامب سيلتقي الرئيس فلاديمير بوتين', 'possible'],
  ])('«%s» is %s', (text, status) => {
    expect(reportsOf(text)).toMatchObject([{ status }])
  })

  test('a journey that is told to go on', () => {
    expect(reportsOf('رئيس الوزراء الإسباني ماريانو راخوي الذي يزور الجزائر أشاد بالتعاون.')).toMatchObject([
      { kind: 'visit', status: 'ongoing', place: { name: 'الجزائر' } },
    ])
  })

  test('a journey goes on for as many days as it is told to last', () => {
    expect(reportsOf('بدأ الرئيس التركي رجب طيب أردوغان، الخميس، زيارة رسمية تستمر ثلاثة أيام للمملكة المتحدة.')).toMatchObject([
      { kind: 'visit', status: 'ongoing', date: { from: '2018-05-10', to: '2018-05-12' } },
    ])
    expect(reportsOf('سيبدأ الرئيس التركي رجب طيب أردوغان، الأحد المقبل، زيارة إلى بريطانيا تستمر يومين.')).toMatchObject([
      { kind: 'visit', status: 'planned', date: { from: '2018-05-13', to: '2018-05-14' } },
    ])
  })

  test('a present with a day that is over tells what was', () => {
    expect(reportsOf('- 7 أبريل 2018: الرئيس التركي رجب طيب أردوغان يستقبل الرئيس الروسي فلاديمير بوتين.')).toMatchObject([
      { status: 'held', date: { from: '2018-04-07' } },
    ])
  })

  test('an awaited encounter is planned, whatever is wished of it', () => {
    expect(
      reportsOf('أكد غوتيريس أن السلام يجب أن يكون هدف القمة المرتقبة بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين في هلسنكي.'),
    ).toMatchObject([{ status: 'planned', place: { name: 'هلسنكي' } }])
  })

  test.each([
    'وستكون هذه أول قمة بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين منذ عامين.',
    'وسيتبعها اجتماع بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين.',
    'وافق الرئيس دونالد ترامب على لقاء الرئيس فلاديمير بوتين في هلسنكي.',
    'وأعلنت المتحدثة أن الرئيس دونالد ترامب سيقبل الدعوة للقاء الرئيس فلاديمير بوتين.',
    'وعبر الرئيس دونالد ترامب عن نيته بعقد قمة مع الرئيس فلاديمير بوتين.',
  ])('«%s» is to come', (text) => {
    expect(reportsOf(text)).toMatchObject([{ status: 'planned' }])
  })

  test('whoever speaks at a conference does so on the day and in the town that stand between', () => {
    expect(reportsOf('قال رئيس الوزراء اللبناني سعد الحريري أمس في روما خلال مؤتمر وزاري دولي لدعم لبنان إن الوضع صعب.')).toMatchObject([
      { kind: 'conference', status: 'held', date: { from: '2018-05-09' }, place: { name: 'روما' } },
    ])
  })

  test('a speech somewhere is held there, on the day that the sentence tells', () => {
    expect(
      reportsOf('شدد السفير السعودي عبدالله المعلمي، أمس، على ضرورة الالتزام بالقانون، وذلك في كلمة له أمام مجلس الأمن الدولي.'),
    ).toMatchObject([{ kind: 'conference', status: 'held', date: { from: '2018-05-09' } }])
  })

  test('a year far behind is that of the encounter where nobody but those who met stands between', () => {
    expect(reportsOf('التقى الملك عبد العزيز آل سعود الرئيس الأميركي فرانكلين روزفلت في القاهرة عام 1945.')).toMatchObject([
      { date: { from: '1945' }, place: { name: 'القاهرة' } },
    ])
  })

  test('how long something has lasted is not when they spoke', () => {
    expect(reportsOf('بحث الرئيس فلاديمير بوتين مع الرئيس حسن روحاني في اتصال هاتفي الصراع السوري المستمر منذ سبعة أعوام.')).toMatchObject([
      { date: null },
    ])
  })

  test('who talks with somebody in office meets him, and with the word of the telephone calls him', () => {
    expect(reportsOf('تحدث الرئيس دونالد ترامب مع نظيره الروسي فلاديمير بوتين أمس حول سوريا.')).toMatchObject([{ kind: 'meeting' }])
    expect(reportsOf('تحدث الرئيس دونالد ترامب مع نظيره الروسي فلاديمير بوتين هاتفيا.')).toMatchObject([{ kind: 'call' }])
    expect(reportsOf('تحدث الرئيس دونالد ترامب مع الصحفيين في البيت الأبيض.')).toEqual([])
  })

  test.each([
    ['عرضت تركيا استضافة اجتماع بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين.', 'possible'],
    ['قال الوزير إن موسكو مستعدة لاستضافة لقاء بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين.', 'possible'],
    ['تعمل بغداد على ترتيب لقاء بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين.', 'possible'],
    ['أعلنت الجزائر أنها تعتزم استضافة اجتماع بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين.', 'planned'],
    ['بعد استضافة اجتماع بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين في إسطنبول عاد الوزير.', 'held'],
    ['لم يكن هناك لقاء بين الرئيس دونالد ترامب والرئيس فلاديمير بوتين.', 'denied'],
    ['حال الطقس دون لقاء الرئيس دونالد ترامب بالرئيس فلاديمير بوتين.', 'cancelled'],
    ['تعثر لقاء كان سيجمع الرئيس دونالد ترامب والرئيس فلاديمير بوتين.', 'cancelled'],
  ])('«%s» is %s', (text, status) => {
    expect(reportsOf(text)).toMatchObject([{ status }])
  })

  test('who demands that a journey be called off, or tells of its worth, tells of none', () => {
    expect(reportsOf('طالب نواب بإلغاء زيارة الرئيس دونالد ترامب إلى طرابلس.')).toEqual([])
    expect(reportsOf('شدد الوزير على أهمية لقاء الرئيس دونالد ترامب والرئيس فلاديمير بوتين.')).toEqual([])
  })

  test('this day of another year is not today', () => {
    expect(reportsOf('في مثل هذا اليوم عام 1979 التقى الرئيس أنور السادات الرئيس جيمي كارتر في واشنطن.')).toMatchObject([
      { date: { from: '1979' } },
    ])
  })

  test.each([
    'لن يلتقي الرئيس جو بايدن رئيس الوزراء الإسرائيلي بنيامين نتنياهو في واشنطن.',
    'لا لقاء بين الرئيس الروسي فلاديمير بوتين والرئيس الأوكراني فولوديمير زيلينسكي في جنيف.',
    'ولم يعقد أي لقاء بين سامح شكري وسيرغي لافروف.',
    'لن يتم عقد أي اجتماع بين سامح شكري وسيرغي لافروف.',
  ])('«%s» denies it, and the quote has the word that does', (text) => {
    const [report, ...others] = reportsOf(text)
    expect(others).toEqual([])
    expect(report).toMatchObject({ status: 'denied' })
    expect(report!.evidence[0]!.exact).toMatch(/^و?(لن|لا|لم) /)
  })

  test('what is not to be may be of a day to come', () => {
    expect(reportsOf('أعلنت الرئاسة أن الرئيس التركي رجب طيب أردوغان لن يزور العراق غدا.')).toMatchObject([
      { kind: 'visit', status: 'denied', date: { from: '2018-05-11' } },
    ])
  })

  test('a date of several words keeps its words', () => {
    const [report] = reportsOf('التقى الوزير سامح شكري السفير جون بولتون يوم 25 حزيران/يونيو 2017 في القاهرة.')
    expect(report!.date).toMatchObject({ from: '2017-06-25', text: expect.stringContaining('25 حزيران/يونيو 2017') })
  })

  test('what is agreed on is to come', () => {
    expect(reportsOf('اتفق الرئيس دونالد ترامب والرئيس فلاديمير بوتين على عقد اجتماع في هلسنكي.').map(({ status }) => status)).toEqual([
      'planned',
    ])
  })

  test('the goal of a journey stands before the noun', () => {
    expect(reportsOf('وصل الرئيس الصيني شي جين بينغ إلى الإمارات في زيارة رسمية.')).toMatchObject([
      { kind: 'visit', place: { country: 'AE' } },
    ])
    expect(reportsOf('قام وزير الخارجية القطري محمد بن عبد الرحمن آل ثاني بزيارة إلى أنقرة استمرت يوما واحدا.')).toMatchObject([
      { kind: 'visit', place: { name: 'أنقرة' } },
    ])
  })

  test('what is told right behind an encounter of a day happened on that day', () => {
    const reports = reportsOf(
      'استقبل الرئيس قيس سعيد اليوم الوزير سامح شكري. كما استقبل الرئيس قيس سعيد السفير جون بولتون. وكان قد استقبل المبعوث غسان سلامة.',
    )
    expect(reports.map(({ date }) => date?.from ?? null)).toEqual(['2018-05-10', '2018-05-10', null])
    expect(reports[1]!.date!.scope).toBe('article')
  })
})

test('whoever travels is who meets during the journey, and not who was told of it', () => {
  expect(
    met(
      'أضاف المتحدث أن المبعوث عبد الله باتيلي أطلع وزير الخارجية سامح شكري على نتائج جولته الأخيرة التي التقى خلالها المشير خليفة حفتر.',
    ),
  ).toEqual([['خليفة حفتر', 'عبد الله باتيلي']])
})

test('words that the language does not use are the name behind a title of a state', () => {
  expect(met('استقبل قائد الجيش جوزيف عون السفيرة الفرنسية آن غريو.')).toEqual([['آن غريو', 'جوزيف عون']])
})

test('what was to be during a visit that is called off is called off with it', () => {
  const reports = reportsOf(
    'ألغيت زيارة وزير الدفاع التركي خلوصي أكار إلى بغداد يوم 13 مايو 2018. وكان من المؤمل أن يلتقي أكار خلال الزيارة نظيره العراقي جمعة عناد.',
  )
  expect(reports.at(-1)).toMatchObject({ kind: 'meeting', status: 'cancelled', date: { from: '2018-05-13', scope: 'article' } })
})

test('a summit that goes by its place says where the encounter told before was', () => {
  const [report] = reportsOf('التقى الرئيس دونالد ترامب الزعيم كيم جونغ أون. ورحبت الصحف. وأشادت بنتائج قمة سنغافورة.')
  expect(report).toMatchObject({ place: { name: 'سنغافورة', scope: 'article' } })
})

test('a seat of power with a name of its own is in its capital', () => {
  expect(reportsOf('التقى الرئيس دونالد ترامب المستشارة أنغيلا ميركل في البيت الأبيض.')).toMatchObject([{ place: { name: 'واشنطن' } }])
})

test('an official of whose name the gazetteer has one is of that one’s state', () => {
  const { actors } = extract('استقبل مستشار الرئيس سامح فؤاد في القاهرة رئيس مجلس النواب نبيه بري.', PUBLISHED)
  expect(actors.find(({ name }) => name === 'نبيه بري')).toMatchObject({ country: 'LB', known: { wikidata: expect.any(String) } })
})

describe('bodies', () => {
  const bodies = (text: string): string[] =>
    extract(text, PUBLISHED)
      .actors.filter(({ kind }) => kind !== 'person')
      .map(({ name }) => name)

  test('a country acts where a verb has it for its subject, and not behind a preposition', () => {
    expect(bodies('وتريد الولايات المتحدة الأميركية نزع السلاح.')).toEqual(['الولايات المتحدة'])
    expect(bodies('سافر الوزير إلى أنقرة تمهيدا للمفاوضات.')).toEqual([])
  })

  test('a part of a body goes on with the body, and a delegation is named without its ending', () => {
    expect(bodies('أعلنت المفتشية العامة لوزارة الداخلية أن الوضع صعب.')).toEqual(['المفتشية العامة لوزارة الداخلية'])
    expect(bodies('استقبل الوزير سامح شكري وفدا من البرلمان الفرنسي.')).toEqual(['وفد من البرلمان الفرنسي'])
  })

  test('whoever supports an encounter counts, and an agency that signs does not', () => {
    expect(bodies('بدأت المحادثات في عمان برعاية الأمم المتحدة.')).toEqual(['الأمم المتحدة'])
    expect(bodies('مسقط في 29 مارس / العُمانية / بعث السلطان هيثم بن طارق برقية.')).toEqual([])
  })

  test('a body that is only where something is does not count', () => {
    expect(bodies('قال النائب في البرلمان الألماني إن الوضع صعب.')).toEqual([])
    expect(bodies('أعلنت وزارة الخارجية المصرية أن الوضع صعب.')).toEqual(['وزارة الخارجية المصرية'])
  })
})

test.each([
  ['التقى الرئيس دونالد ترامب المستشارة أنغيلا ميركل في ولاية فلوريدا.', 'فلوريدا', 'US'],
  ['استقبل النائب توفيق عكاشة في منزله بالدقهلية السفير الإسرائيلي حاييم كورين.', 'الدقهلية', 'EG'],
])('a region is a place: «%s»', (text, name, country) => {
  expect(reportsOf(text)).toMatchObject([{ place: { name, country, isCountry: false } }])
})
