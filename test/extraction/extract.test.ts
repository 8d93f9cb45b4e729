import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../support/knowledge.ts'

const PUBLISHED = '2021-03-10'

const told = (text: string) => {
  const { actors, reports } = extract(text, PUBLISHED)
  return reports.map(({ participants, kind, status, date, place }) => ({
    who: participants.map(({ actor }) => actors[actor]!.name).sort(),
    kind,
    status,
    when: date?.from ?? null,
    where: place?.name ?? null,
  }))
}
const who = (text: string): string[] =>
  extract(text, PUBLISHED)
    .actors.filter(({ kind }) => kind === 'person')
    .map(({ name }) => name)

describe('people', () => {
  test.each([
    ['أعلن وزير الخارجية العماني بدر البوسعيدي أن الحوار مستمر.', ['بدر البوسعيدي']],
    ['قالت المستشارة الألمانية أنجيلا ميركل إن الحوار مستمر.', ['أنجيلا ميركل']],
    ['خليفة حفتر، قائد الجيش الوطني الليبي، وصل إلى موسكو.', ['خليفة حفتر']],
    ['استقبل الوزير نظيره التركي مولود تشاووش أوغلو.', ['مولود تشاووش أوغلو']],
  ])('«%s»', (text, names) => {
    expect(who(text)).toEqual(names)
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
    expect(who('استقبل رئيس إقليم كردستان نيجيرفان بارزاني السفير الفرنسي، ثم اجتمع رئيس الحكومة مسرور بارزاني مع القنصل.').sort()).toEqual(
      ['مسرور بارزاني', 'نيجيرفان بارزاني'],
    )
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
