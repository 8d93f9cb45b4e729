import { describe, expect, test } from 'vitest'
import { sorted, told } from '../support/told.ts'

describe('one side is enough', () => {
  test.each([
    ['for talks of which nobody else is told', 'أجرى المبعوث الأممي مارتن غريفيث مباحثات عاجلة في صنعاء بشأن الهدنة.', 'مارتن غريفيث'],
    ['for a session that somebody leads', 'ترأس رئيس الحكومة يوسف الشاهد أمس اجتماعا خصص لمتابعة الوضع الأمني.', 'يوسف الشاهد'],
    ['where the others are only described', 'وأكد النائب مصطفى بن جعفر، إثر لقاء جمعه أمس بالمستقيلين، أن الأمر خطير.', 'مصطفى بن جعفر'],
    ['at a conference that somebody addresses', 'قال الوزير سامح شكري في كلمة له أمام مؤتمر ميونخ للأمن إن السلام ممكن.', 'سامح شكري'],
    ['for a body that sits', 'التأم مجلس الأمن الدولي أمس في نيويورك.', 'مجلس الأمن الدولي'],
    ['for a body that stands before its verb', 'أكد المتحدث أن اللجنة الأولمبية الدولية ستعقد اجتماعا الأحد.', 'اللجنة الأولمبية الدولية'],
    ['for a body whose verb stands before a time', 'تنعقد صباح غد، اللجنة المركزية.', 'اللجنة المركزية'],
    ['for a body and its first session', 'ويعقد المكتب التنفيذي الجديد أول اجتماعاته غدا.', 'المكتب التنفيذي الجديد'],
    [
      'for a body that goes by its head once it was named',
      'اختتم مجلس الأمن الدولي مشاوراته. وعقد المجلس أمس جلسة طارئة بشأن سوريا.',
      'مجلس الأمن الدولي',
    ],
    [
      'for an organisation that was named before',
      'انتقدت منظمة التعاون الإسلامي القرار. وعقدت المنظمة اجتماعا أمس.',
      'منظمة التعاون الإسلامي',
    ],
  ])('%s', (_, text, name) => {
    expect(told(text).map(({ who }) => who)).toEqual([[name]])
  })

  test('but not for a journey of an office that nobody named holds', () => {
    expect(told('وأشار النائب عصام الشابي إلى أن زيارة رئيس الحكومة إلى ألمانيا كانت ناجحة.')).toEqual([])
  })

  test('but not for a wedding that is held, nor for talks with somebody whom nobody names', () => {
    expect(told('عقد اللاعب محمد صلاح قرانه أمس.')).toEqual([])
    expect(told('أجرى الوزير سامح شكري مباحثات مع شركة في القاهرة.').flatMap(({ who }) => who)).not.toEqual(['سامح شكري'])
  })
})

describe('who is there', () => {
  test.each([
    [
      'whoever hosts the talks of others',
      'يستضيف الرئيس السوداني عمر البشير غدا جولة محادثات بين رئيس جنوب السودان سلفا كير وزعيم المتمردين رياك مشار.',
      ['عمر البشير', 'سلفا كير', 'رياك مشار'],
    ],
    [
      'whoever speaks of an encounter as his own',
      'قال الوزير سامح شكري إن لقائي مع الرئيس الروسي فلاديمير بوتين استمر ساعة.',
      ['سامح شكري', 'فلاديمير بوتين'],
    ],
    ['two states that one word names', 'ستعقد الكوريتان اجتماعا تحضيريا في الرابع من أبريل.', ['كوريا الشمالية', 'كوريا الجنوبية']],
    [
      'two presidents by one office in the dual',
      'اختتمت القمة التي جمعت الرئيسين الروسي فلاديمير بوتين والصيني شي جين بينغ في موسكو.',
      ['فلاديمير بوتين', 'شي جين بينغ'],
    ],
    [
      'ministers of many states behind when and where',
      'سيجتمع في أستانا يوم الجمعة وزراء خارجية الدول الضامنة، سيرغي لافروف وجواد ظريف ومولود جاويش أوغلو.',
      ['سيرغي لافروف', 'جواد ظريف', 'مولود جاويش أوغلو'],
    ],
    [
      'whoever is denied to have called',
      'نفى المتحدث أن يكون الوزير عباس عراقجي قد أجرى أي اتصال هاتفي مع المبعوث ستيف ويتكوف.',
      ['عباس عراقجي', 'ستيف ويتكوف'],
    ],
    [
      'those who are named, without those who are only counted behind them',
      'التقى الوزير سامح شكري في واشنطن الرئيس جو بايدن وعددا من المسؤولين الأميركيين.',
      ['سامح شكري', 'جو بايدن'],
    ],
    [
      'a body and those who lead and attend its session',
      'عقد المجلس الأعلى للدفاع اجتماعا برئاسة الرئيس جوزاف عون وحضور الوزير نواف سلام.',
      ['المجلس الأعلى للدفاع', 'جوزاف عون', 'نواف سلام'],
    ],
    [
      'those whom a sentence opens with',
      'بحضور الملك عبدالله الثاني والرئيس محمود عباس، انطلقت في البحر الميت أعمال المؤتمر الدولي.',
      ['عبد الله الثاني', 'محمود عباس'],
    ],
    [
      'counterparts in the plural',
      'شارك الوزير بدر عبد العاطي في الاجتماع الوزاري بالقاهرة مع نظرائه السعودي فيصل بن فرحان والأردني أيمن الصفدي.',
      ['بدر عبد العاطي', 'فيصل بن فرحان', 'أيمن الصفدي'],
    ],
    [
      'whom one calls brother',
      'أجرى الملك سلمان بن عبدالعزيز اتصالا هاتفيا بأخيه جلالة الملك حمد بن عيسى آل خليفة.',
      ['سلمان بن عبد العزيز', 'حمد بن عيسى آل خليفة'],
    ],
    [
      'who visits a state, and not its minister',
      'أشاد وزير الخارجية التونسي خميس الجهيناوي بما أطلعه عليه المبعوث غسان سلامة خلال زيارته إلى تونس.',
      ['غسان سلامة'],
    ],
    [
      'who called, behind a style',
      'بحث الشيخ محمد بن زايد آل نهيان، خلال اتصال هاتفي تلقاه اليوم من فخامة إيمانويل ماكرون رئيس فرنسا، العلاقات.',
      ['محمد بن زايد آل نهيان', 'إيمانويل ماكرون'],
    ],
    [
      'the two who speak behind the encounter that a sentence opens with',
      'في ختام لقائهما بباريس، أعلن الرئيس الفرنسي إيمانويل ماكرون والرئيس الصيني شي جين بينغ دعم الهدنة.',
      ['إيمانويل ماكرون', 'شي جين بينغ'],
    ],
    ['a movement and a state', 'استضافت الدوحة أمس مفاوضات بين حركة حماس وإسرائيل.', ['حركة حماس', 'إسرائيل']],
    [
      'two who go by their last names, once with an office and once without',
      'انتقد النائب خطط المستشارة ميركل والرئيس ماكرون. واتفقت ميركل وماكرون أمس خلال لقائهما في برلين على الموازنة.',
      ['ميركل', 'ماكرون'],
    ],
    ['those whom an encounter gathers', 'جمع لقاء أمس الوزير سامح شكري والمبعوث غسان سلامة في القاهرة.', ['سامح شكري', 'غسان سلامة']],
    [
      'states by two offices in the dual',
      'قال المتحدث إن اجتماعا عقد بين رئيسي روسيا والولايات المتحدة أمس في هلسنكي.',
      ['روسيا', 'الولايات المتحدة'],
    ],
    [
      'a delegation with both words of its nisba',
      'أجرى الزعيم كيم جونغ أون محادثات مع الوفد الكوري الجنوبي.',
      ['كيم جونغ أون', 'الوفد الكوري الجنوبي'],
    ],
    ['«بعض» of a group', 'من المتوقع أن يلتقي الوزير سامح شكري بعض المشرعين الأميركيين غدا.', ['سامح شكري', 'بعض المشرعين الأميركيين']],
    [
      'whoever speaks of himself to come',
      'وقال الوزير سامح شكري: "سألتقي الرئيس الروسي فلاديمير بوتين الأسبوع المقبل في موسكو".',
      ['سامح شكري', 'فلاديمير بوتين'],
    ],
    [
      'whoever speaks of himself in a quotation that goes on',
      'قال رئيس الحركة راشد الغنوشي إن الوضع صعب. وأضاف: "نحن على تواصل مع الأمم المتحدة أيضا، وقد التقيت بالمبعوث مارتن كوبلر".',
      ['راشد الغنوشي', 'مارتن كوبلر'],
    ],
    [
      'whoever landed and was received',
      'هبطت طائرة وزير الخارجية مايك بومبيو أمس في بيونغ يانغ. واستقبله وزير الخارجية ري يونغ هو.',
      ['مايك بومبيو', 'ري يونغ هو'],
    ],
  ])('%s', (_, text, names) => {
    expect(told(text).map(({ who }) => who)).toEqual([sorted(...names)])
  })

  test('«هاتفيا» makes a call of what a verb tells, however far behind', () => {
    const text = 'ناقش وزير الخارجية السعودي فيصل بن فرحان هاتفيا مع وزير الخارجية الأمريكي أنتوني بلينكن التطورات.'
    expect(told(text)).toMatchObject([{ kind: 'call' }])
  })

  test('what is told «في اتصال» is a call', () => {
    const text = 'وأبلغ الرئيس الفرنسي إيمانويل ماكرون نظيره الأميركي دونالد ترامب في اتصال هاتفي أمس بأن الرسوم غير قانونية.'
    expect(told(text)).toEqual([
      { who: sorted('إيمانويل ماكرون', 'دونالد ترامب'), kind: 'call', status: 'held', when: '2021-03-09', where: null },
    ])
  })
})

test('whom a session decides about is not there', () => {
  const text = 'قرر مجلس الوزراء في جلسته برئاسة رئيس الحكومة نواف سلام تكليف الوزير ياسين جابر إعداد الخطة.'
  expect(told(text).map(({ who }) => who)).toEqual([sorted('مجلس الوزراء', 'نواف سلام')])
})

test('two who go by their states are whoever acts for each', () => {
  const text =
    'وصل رئيس الوزراء الإسرائيلي بنيامين نتنياهو إلى موسكو. وعاد الرئيس الروسي فلاديمير بوتين إلى بلاده. وبحث الوزير المصري سامح شكري الأمر. وأجرى الزعيمان الروسي والإسرائيلي محادثات أمس.'
  expect(told(text).map(({ who }) => who)).toContainEqual(sorted('بنيامين نتنياهو', 'فلاديمير بوتين'))
})

describe('guests in a list', () => {
  test('are received one after the other', () => {
    const text = 'استقبل الرئيس جوزيف عون السفير علاء موسى، وبعده النائب فؤاد مخزومي ثم الوزير ياسين جابر.'
    expect(told(text).map(({ who }) => who)).toEqual([
      sorted('جوزيف عون', 'علاء موسى'),
      sorted('جوزيف عون', 'فؤاد مخزومي'),
      sorted('جوزيف عون', 'ياسين جابر'),
    ])
  })
})

test('who stays away from an encounter of others does not deny it, and is not there', () => {
  const text = 'لم يشارك الوزير يسرائيل كاتس في اجتماع رئيس الوزراء بنيامين نتنياهو مع المبعوث ستيف ويتكوف.'
  expect(told(text)).toMatchObject([{ status: 'held', who: sorted('بنيامين نتنياهو', 'ستيف ويتكوف') }])
})

describe('an encounter at the margin of another', () => {
  test.each([
    'التقى الوزير سامح شكري، على هامش القمة، نظيره التركي هاكان فيدان.',
    'اجتمع الوزير سامح شكري على هامش المؤتمر مع نظيره التركي هاكان فيدان.',
    'استقبل الوزير سامح شكري قبيل انعقاد الاجتماع نظيره التركي هاكان فيدان.',
  ])('is told over it: «%s»', (text) => {
    expect(told(text).map(({ who }) => who)).toEqual([sorted('سامح شكري', 'هاكان فيدان')])
  })
})

describe('what is no encounter of its own', () => {
  test('is the count of one', () => {
    const text = 'يستقبل الرئيس دونالد ترامب الاثنين رئيس الوزراء بنيامين نتنياهو، في رابع لقاء بين الرجلين منذ عودة ترامب.'
    expect(told(text)).toMatchObject([{ status: 'planned', when: '2021-03-15' }])
  })

  test('is what somebody asks whether it will be, or is asked to do', () => {
    expect(told('هل يلتقي الرئيس دونالد ترامب الرئيس فلاديمير بوتين؟')).toEqual([])
    expect(told('قال الرئيس ميشال عون إنه سيطلب من الوزير جبران باسيل الاجتماع مع السفير وليد البخاري.')).toEqual([])
  })

  test('is whose greetings somebody brings', () => {
    const text = 'نقل السفير وليد البخاري تحيات الملك سلمان إلى الرئيس جوزيف عون خلال لقائهما في بعبدا.'
    expect(told(text).map(({ who }) => who)).toEqual([sorted('وليد البخاري', 'جوزيف عون')])
  })
})

describe('where somebody is invited to, or sets out for', () => {
  test.each([
    'التقى الوزير فؤاد حسين نظيره التركي هاكان فيدان، ناقلا إليه دعوة لزيارة بغداد.',
    'التقى الرئيس رجب طيب أردوغان الرئيس إلهام علييف، قبل توجهه إلى باكو.',
  ])('is not where they met: «%s»', (text) => {
    expect(told(text)).toMatchObject([{ kind: 'meeting', where: null }])
  })
})

describe('what came of it', () => {
  test.each([
    [
      'a present behind «ليجري بعدها» is past',
      'دخلت تركيا على الخط، ليجري بعدها الرئيس الإيراني حسن روحاني اتصالا هاتفيا مع أمير قطر تميم بن حمد.',
      ['held'],
    ],
    [
      'a journey is off where its relative tells of the plan',
      'ألغيت في اللحظة الأخيرة الزيارة التي كان من المفترض أن يقوم بها الوزير سامح شكري إلى موسكو.',
      ['cancelled'],
    ],
    [
      'what is expected is possible, and what its relative tells was held',
      'وسط توقعات بأن يعقد الرئيس جو بايدن والرئيس فلاديمير بوتين، اللذان التقيا في جنيف، قمة ثانية.',
      ['possible', 'held'],
    ],
    [
      'what a journey was for is off with it',
      'ألغى الوزير وانغ يي زيارته إلى طوكيو حيث كان سيلتقي نظيره الياباني توشيميتسو موتيغي.',
      ['cancelled', 'cancelled'],
    ],
    [
      'but what the next sentence plans is not',
      'ألغى الوزير وانغ يي زيارته إلى طوكيو حيث تجري الانتخابات. ومن المقرر أن يلتقي الوزير وانغ يي غدا الوزير سيرغي لافروف.',
      ['cancelled', 'planned'],
    ],
    ['«سيكون الاجتماع» is to come', 'سيكون الاجتماع بين الوزير ماركو روبيو والوزير سيرغي لافروف الأحد المقبل.', ['planned']],
    [
      'what is organised for a month to come is planned',
      'قررت نقابة الصحفيين تنظيم مؤتمر بحضور الوزير أحمد هنو الشهر المقبل.',
      ['planned'],
    ],
    [
      'a day of the week behind a present is to come',
      'ويواجه الرئيس إيمانويل ماكرون الذي يزور ألمانيا الخميس معارضة لمقترحاته.',
      ['planned'],
    ],
    ['«أنباء عن» is possible', 'وردت أنباء عن لقاء بين الوزير سامح شكري والمبعوث غسان سلامة.', ['possible']],
  ])('%s', (_, text, statuses) => {
    expect(told(text).map(({ status }) => status)).toEqual(statuses)
  })

  test('«بعد يومين من لقاء» dates the encounter before, not what is told', () => {
    expect(told('جاء ذلك بعد يومين من لقاء الوزير سامح شكري مع المبعوث غسان سلامة.')).toMatchObject([
      { status: 'held', when: '2021-03-08' },
    ])
  })
})
