import { describe, expect, test } from 'vitest'
import { named, people, sorted, told } from '../support/told.ts'

describe('a name ends', () => {
  test.each([
    ['between commas behind its title', 'رفض رئيس الوزراء الأردني، هاني الملقي، سحب القانون.', 'هاني الملقي'],
    ['with its quotation marks', 'قال "راي يونغ هو" وزير الخارجية إن الأمر خطير.', 'راي يونغ هو'],
    ['with its last syllable, which is no pronoun', 'استقبل الوزير سامح شكري نظيره ري يونغ هو في بيونغ يانغ.', 'ري يونغ هو'],
    ['with its last syllable before «و»', 'التقى الرئيس مون جيه إن والزعيم كيم جونغ أون أمس.', 'مون جيه إن'],
    ['with its family name', 'استقبل الوزير سامح شكري رئيس الاتحاد وديع الجريء بمقر الوزارة.', 'وديع الجريء'],
    ['before the encounter that the verb carries', 'تلقى الوزير سامح شكري اتصالين هاتفيين من السفير أيمن الصفدي.', 'سامح شكري'],
    ['with a last name that is a month too', 'التقت رئيسة الوزراء البريطانية تيريزا ماي الشهر المقبل الرئيس الروسي.', 'تيريزا ماي'],
    ['with the number of a crown', 'وقد التقى الملكة إليزابيث الثانية على مأدبة غداء.', 'إليزابيث الثانية'],
    ['before what one visits', 'زار السفير الأميركي ديفيد فريدمان مستوطنة أرئيل الخميس الماضي.', 'ديفيد فريدمان'],
    ['before the plural of an office', 'التقى رئيس الوزراء الإثيوبي آبي أحمد قادة المعارضة أمس.', 'آبي أحمد'],
    ['before a particle', 'أكد الرئيس فلاديمير بوتين حسب وكالة تاس أن الأمر خطير.', 'فلاديمير بوتين'],
    ['before a blessing', 'أسس الشيخ زايد بن سلطان طيب الله ثراه الدولة.', 'زايد بن سلطان'],
    ['before «و» and an office', 'استقبل الرئيس ملك البحرين حمد بن عيسى وولي عهد أبوظبي الشيخ محمد بن زايد.', 'حمد بن عيسى'],
    ['before a verb that is to come', 'وقال المتحدث إن ناريندرا مودي سيجري محادثات مع فلاديمير بوتين غدا.', 'ناريندرا مودي'],
    ['before the state that one visits', 'زار بنيامين نتنياهو تشاد أمس واجتمع فيها إلى رئيسها إدريس ديبي.', 'بنيامين نتنياهو'],
    ['before where one goes', 'جاء ذلك أثناء الزيارة التي يقوم بها ولي العهد السعودي محمد بن سلمان لباريس.', 'محمد بن سلمان'],
    ['before «أن» and a present', 'تمنى ميشال عون أن يلتقي الوزير سامح شكري غدا.', 'ميشال عون'],
    ['before a blessing on a king', 'استقبل الملك محمد السادس نصره الله الوزير سامح شكري.', 'محمد السادس'],
    ['before a participle in the plural whom one met', 'التقى الوزير فيصل المقداد بمفتشين من المنظمة.', 'فيصل المقداد'],
    ['before what he is invited to', 'قال الأمين العام للحزب عصام الشابي ضيف البرنامج إن الوضع صعب.', 'عصام الشابي'],
    ['before when it is to be', 'ينتظر لقاء مع الرئيس الباجي قايد السبسي المبرمج ليوم الاثنين.', 'الباجي قايد السبسي'],
    ['with the number of a crown behind its state', 'التقت ملكة بريطانيا إليزابيث الثانية بالرئيس دونالد ترامب.', 'إليزابيث الثانية'],
    ['and a post ends with its place', 'استقبل القائم بأعمال السفارة في الدوحة آلان ميشو الوزير سامح شكري.', 'آلان ميشو'],
  ])('%s', (_, text, name) => {
    expect(named(text)).toContain(name)
  })
})

test('a last name that is a common word is found behind a verb with its object', () => {
  const text = 'وصل المبعوث الأممي غسان سلامة. وأشاد الوزير سامح شكري بالمشاورات التي أجراها سلامة أخيرا مع السفير جون بولتون.'
  expect(told(text).map(({ who }) => who)).toContainEqual(sorted('غسان سلامة', 'جون بولتون'))
})

test.each([
  ['a place in a title is no name', 'وحضر اللقاء السفير السعودي بواشنطن، الأمير خالد بن سلمان.', ['خالد بن سلمان']],
  ['a verb in the dual ends it', 'وظهر الزعيم كيم جونغ أون والرئيس مون جاي إن. وكان مون يتصافحان بحرارة.', ['كيم جونغ أون', 'مون جاي إن']],
  ['a rank of three words is none of it', 'استقبل الوزير سامح شكري الجنرال دو ديفزيون المختار بول.', ['سامح شكري', 'المختار بول']],
  [
    'nobody in office goes by his father’s name alone',
    'استقبل ولي العهد الأمير محمد بن سلمان الوزير سامح شكري. وكان الملك سلمان قد عاد أمس.',
    ['محمد بن سلمان', 'سامح شكري', 'سلمان'],
  ],
])('%s', (_, text, names) => {
  expect(people(text)).toEqual(names)
})

test('«علي» in a name is no preposition', () => {
  expect(told('التقى وزير الصحة محمد علي وزير المالية خالد سعيد في تونس.').map(({ who }) => who)).toEqual([sorted('محمد علي', 'خالد سعيد')])
})

test('of two who share a last name the office tells which', () => {
  const text = 'قال الرئيس دونالد ترامب إن الوضع صعب. وزارت المستشارة إيفانكا ترامب أمس بيروت. والتقى الرئيس ترامب أمس الوزير سامح شكري.'
  expect(told(text).map(({ who }) => who)).toContainEqual(sorted('دونالد ترامب', 'سامح شكري'))
})

test('an office behind «ل» or «ب» is that of whoever is named there', () => {
  expect(people('أكد الرئيس المصري للرئيس الفرنسي إيمانويل ماكرون ضرورة التعاون.')).toEqual(['إيمانويل ماكرون'])
  expect(people('وكان الوزراء قد التقوا بولي عهد أبوظبي الشيخ محمد بن زايد.')).toEqual(['محمد بن زايد'])
})

describe('no name is', () => {
  test.each([
    ['a verb behind a relative', 'تحدث الوزير سامح شكري عن المبادرة التي أسدى فيها نصيحة للحكومة.', ['سامح شكري']],
    ['a verb with its object', 'قال الصحفيان إن الوزير سامح شكري سألاه عن الوضع.', ['سامح شكري']],
    ['what belongs to somebody', 'تابع الجميع كلام الحريري أمس. وقال الرئيس سعد الحريري إن الوضع هادئ.', ['سعد الحريري']],
    ['a time of day', 'التقى صبيحة اليوم أمين عام الحركة محسن مرزوق بالمشير خليفة حفتر.', ['محسن مرزوق', 'خليفة حفتر']],
    ['«أمام» before a place', 'تجمع العشرات أمام البرلمان، وقال الوزير سامح شكري إنه حزين.', ['سامح شكري']],
  ])('%s', (_, text, names) => {
    expect(people(text)).toEqual(names)
  })
})
