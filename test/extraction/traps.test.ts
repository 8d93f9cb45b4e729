import { describe, expect, test } from 'vitest'
import { named, PUBLISHED, read, sorted, told } from '../support/told.ts'

const SHOUKRY = 'وزير الخارجية المصري سامح شكري'
const LAVROV = 'وزير الخارجية الروسي سيرغي لافروف'

describe('what is no encounter', () => {
  test.each([
    ['an interview', `أكد ${SHOUKRY}، في لقاء مع قناة العربية، رغبة بلاده في السلام مع الرئيس الروسي فلاديمير بوتين.`],
    ['a wish', `جدد المجلس دعوته إلى عقد لقاء بين ${SHOUKRY} و${LAVROV}.`],
    ['a duty', `يتعين على ${SHOUKRY} أن يجتمع مع ${LAVROV}.`],
    ['what would have been', `لو التقى ${SHOUKRY} ${LAVROV} لتغيرت المعادلة.`],
    ['a visit to a grave', 'زار البطريرك بشارة الراعي ضريح الرئيس رفيق الحريري.'],
    ['views that meet', 'التقت وجهات نظر الرئيس رجب طيب أردوغان مع نظيره فلاديمير بوتين حول سوريا.'],
    ['the second leg of a match', 'فاز محمد أبو العينين في لقاء الإعادة أمام المرشح أحمد مرتضى منصور.'],
  ])('is %s', (_, text) => {
    expect(told(text)).toEqual([])
  })

  test('is a plan that nobody has', () => {
    for (const text of [
      `ليس من المقرر أن يلتقي ${SHOUKRY} ${LAVROV}.`,
      `لا خطط لعقد لقاء بين ${SHOUKRY} و${LAVROV}.`,
      `لا يعتزم ${SHOUKRY} لقاء ${LAVROV}.`,
    ])
      expect(told(text), text).toMatchObject([{ status: 'denied', who: sorted('سامح شكري', 'سيرغي لافروف') }])
  })

  test('is one that was called off, also where that is told of what was planned', () => {
    for (const text of [
      `تعذر عقد الاجتماع المقرر اليوم بين ${SHOUKRY} و${LAVROV}.`,
      `ألغي اللقاء الذي كان مقررا اليوم بين ${SHOUKRY} و${LAVROV}.`,
      `أرجئ الاجتماع الذي كان مقررا اليوم في موسكو بين ${SHOUKRY} و${LAVROV}.`,
    ])
      expect(told(text), text).toMatchObject([{ status: 'cancelled', when: PUBLISHED, who: sorted('سامح شكري', 'سيرغي لافروف') }])
  })
})

describe('whom a verb without its subject is of', () => {
  test('is who the clause of time before it tells of, not whom he met', () => {
    expect(told(`قبل أن يلتقي ${SHOUKRY} ${LAVROV} في موسكو، اجتمع مع المبعوث غسان سلامة.`)[1]!.who).toEqual(
      sorted('سامح شكري', 'غسان سلامة'),
    )
  })

  test('is who sets out behind «على أن» and «ثم»', () => {
    for (const rest of ['على أن يتوجه لاحقا إلى جدة للقاء المبعوث غسان سلامة.', 'ثم توجه إلى جدة للقاء المبعوث غسان سلامة.'])
      expect(told(`التقى ${SHOUKRY} في موسكو ${LAVROV}، ${rest}`)[1]!.who, rest).toEqual(sorted('سامح شكري', 'غسان سلامة'))
  })

  test('is the first of the sentence for «سموه»', () => {
    const text = 'استقبل الأمير محمد بن سلمان سمو الأمير خالد بن فيصل. كما استقبل سموه الوزير سامح شكري.'
    expect(told(text)[1]!.who).toEqual(sorted('محمد بن سلمان', 'سامح شكري'))
  })
})

test('a headline in the present tells of what the text says was held', () => {
  const headline = 'هاكان فيدان يلتقي فؤاد حسين في أنقرة.'
  expect(told(`${headline} التقى هاكان فيدان أمس فؤاد حسين في أنقرة.`)).toMatchObject([{ status: 'held', when: '2021-03-09' }])
  expect(told(`${headline} وكان هاكان فيدان قد التقى فؤاد حسين الشهر الماضي.`)).toHaveLength(2)
})

test('who visits somebody meets him', () => {
  expect(told('زار السفير وليد بخاري أمس رئيس المجلس نبيه بري في دار الفتوى.')).toMatchObject([
    { kind: 'meeting', status: 'held', who: sorted('وليد بخاري', 'نبيه بري') },
  ])
})

describe('the words around a name', () => {
  test('are not of the name', () => {
    expect(named('قال العالم فلاديمير بتروف إن مختبر بارتون داون قد يكون المصدر.')).toEqual(['فلاديمير بتروف'])
    expect(named(`بعث ${SHOUKRY} برسائل "مصارحة" إلى الجميع.`)).toEqual(['سامح شكري'])
    expect(named('اجتمع هاكان فيدان وزير خارجية تركيا وحسين أمير عبداللهيان وزير خارجية إيران في طهران.')).toContain(
      'حسين أمير عبد اللهيان',
    )
  })

  test('are parted where the text glues them', () => {
    expect(named('دعت الأممالمتحدة الأطراف إلى الحوار، وأكدت الأممالمتحدة دعمها.')).toEqual(['الأمم المتحدة'])
  })

  test('are the office of whom they name, and not of the next', () => {
    const { actors } = read('التقى غسان سلامة مبعوث الأمم المتحدة لليبيا وزير الخارجية المصري سامح شكري.')
    expect(actors.map(({ name, roles, country }) => [name, roles, country])).toEqual([
      ['غسان سلامة', ['مبعوث الأمم المتحدة لليبيا'], null],
      ['سامح شكري', ['وزير الخارجية المصري'], 'EG'],
    ])
  })

  test('are nobody else who is told of in the same sentence', () => {
    const [said] = read('بعث الرئيس قيس سعيد رسالة إلى الرئيس الجزائري عبر سفيره.').actors
    expect(said!.mentions.map(({ surface }) => surface)).toEqual(['قيس سعيد'])
  })
})

test('a state of common words is no place: «زيارة دولة»', () => {
  expect(told('وصل الرئيس الألماني فرانك فالتر شتاينماير إلى مسقط الأربعاء في زيارة دولة.')).toMatchObject([{ where: 'مسقط' }])
})

test('the state of an official is not guessed in an article about several', () => {
  const [shoigu] = read('قال وزير الدفاع سيرغي شويغو إن الوضع في ليبيا هادئ، وإن روسيا تتابع ما يجري في ليبيا وفي روسيا.').actors
  expect(shoigu!.country).toBeNull()
})

test('months of the Levant may stand without article', () => {
  expect(told(`التقى ${SHOUKRY} ${LAVROV} في 5 تشرين ثاني 2019 في موسكو.`)).toMatchObject([{ when: '2019-11-05' }])
})

test('the day of an anniversary is not the day of what it recalls', () => {
  expect(told(`يصادف اليوم ذكرى لقاء ${SHOUKRY} مع ${LAVROV} في 14 فبراير 2015.`)).toMatchObject([{ when: '2015-02-14' }])
})

describe('markup', () => {
  test('is not read', () => {
    expect(told(`<p>استقبل <b>${SHOUKRY}</b>&nbsp;أمس&#32;${LAVROV} في القاهرة.</p><!-- اجتمع خليفة حفتر مع عقيلة صالح -->`)).toMatchObject(
      [{ who: sorted('سامح شكري', 'سيرغي لافروف'), when: '2021-03-09', where: 'القاهرة' }],
    )
  })

  test('parts what stands in lines of their own', () => {
    expect(named('<div>كتب خليفة حفتر</div><div>عقيلة صالح يصل</div>')).not.toContain('خليفة حفتر عقيلة صالح')
  })

  test('keeps every character at its offset', () => {
    const text = `<p class="x">استقبل <b>${SHOUKRY}</b> أمس ${LAVROV} &amp; غيره.</p>`
    const { actors, reports } = read(text)
    expect(actors.map(({ mentions: [first] }) => text.slice(first!.start, first!.end)).sort()).toEqual(sorted('سامح شكري', 'سيرغي لافروف'))
    for (const { evidence } of reports) for (const { start, end, exact } of evidence) expect(text.slice(start, end)).toBe(exact)
  })
})

describe('an office that is told of before who holds it', () => {
  const before = 'استقبل الوزير سامح شكري أمس الرئيس الأمريكي في القاهرة.'

  test('is of the one of that state who is named later', () => {
    expect(told(`${before} وقال الرئيس الأمريكي دونالد ترامب إن اللقاء مفيد.`)[0]!.who).toEqual(sorted('سامح شكري', 'دونالد ترامب'))
  })

  test('is not of one who left it', () => {
    expect(told(`${before} وقال الرئيس الأمريكي السابق باراك أوباما إن اللقاء مفيد.`)).toEqual([])
  })
})

test('a crown, a name and its number are a title and a name', () => {
  expect(named('استقبلت الملكة إليزابيث الثانية ولي العهد السعودي الأمير محمد بن سلمان الأربعاء في قصر باكنغهام.')).toContain(
    'إليزابيث الثانية',
  )
})

describe('words that look like others', () => {
  test('«من أجل» puts nothing off', () => {
    expect(told(`من أجل وقف إطلاق النار التقى ${SHOUKRY} أمس ${LAVROV}.`)).toMatchObject([{ status: 'held' }])
  })

  test('«على رأس وفد» heads no encounter', () => {
    expect(told(`وصل ${LAVROV} أمس إلى القاهرة على رأس وفد رفيع المستوى، في أول زيارة له.`)).toMatchObject([
      { kind: 'visit', who: ['سيرغي لافروف'], where: 'القاهرة' },
    ])
  })

  test('«اجتمعنا» has no object', () => {
    expect(told(`قال ${SHOUKRY}: "سواء اجتمعنا أم لا فإن الأمر يعتمد على سلوك الولايات المتحدة".`)).toEqual([])
  })
})

test('an encounter is where it is hosted, when the verb says', () => {
  expect(told('تستضيف الدوحة بين 20 و22 آذار الجاري اجتماعا لوزراء خارجية دول مجلس التعاون.')).toMatchObject([
    { kind: 'conference', status: 'planned', when: '2021-03-20', where: 'الدوحة' },
  ])
})

test('two offices with their one-word names are two people', () => {
  expect(told('التقى رئيس الوزراء الإسرائيلي نتنياهو الرئيس الأمريكي ترامب في واشنطن أمس.')).toMatchObject([
    { who: sorted('نتنياهو', 'ترامب'), where: 'واشنطن' },
  ])
})

test('whom a relative clause names held it, and not who tells of it', () => {
  const text = `قال المتحدث سمير جعفر إن الزيارة مهمة، بعد القمة التي عقدها الرئيس المصري عبد الفتاح السيسي مع الرئيس الروسي فلاديمير بوتين أمس.`
  expect(told(text).map(({ who }) => who)).toContainEqual(sorted('عبد الفتاح السيسي', 'فلاديمير بوتين'))
})

test('the day of a return is not the day of the visit before it', () => {
  const text = 'عاد الرئيس الجزائري عبد المجيد تبون أمس إلى الجزائر بعد زيارة إلى الصين التقى خلالها الرئيس الصيني شي جين بينغ.'
  expect(told(text).find(({ kind }) => kind === 'meeting')).toMatchObject({ when: null })
})

describe('an encounter that the words take back', () => {
  test('never was', () => {
    for (const text of [
      `لم يسبق أن التقى ${SHOUKRY} ${LAVROV}.`,
      `ليس صحيحا أن ${SHOUKRY} التقى ${LAVROV} أمس.`,
      `من غير الصحيح أن ${SHOUKRY} اجتمع مع ${LAVROV}.`,
    ])
      expect(told(text), text).toMatchObject([{ status: 'denied' }])
    for (const text of [
      `إذا التقى ${SHOUKRY} ${LAVROV} فستنتهي الحرب.`,
      `هل التقى ${SHOUKRY} ${LAVROV}؟`,
      `حاول ${SHOUKRY} الاجتماع مع ${LAVROV}.`,
      `يسعى ${SHOUKRY} إلى الاجتماع مع ${LAVROV}.`,
    ])
      expect(told(text), text).toEqual([])
  })

  test('is off, on the day that it was to be', () => {
    for (const end of ['تأجل إلى موعد لاحق.', 'ألغي.', 'لن يعقد.'])
      expect(told(`قال مصدر إن اجتماع ${SHOUKRY} مع ${LAVROV} المقرر في 20 مارس في باريس ${end}`), end).toMatchObject([
        { status: 'cancelled', when: '2021-03-20', where: 'باريس' },
      ])
  })
})

test('the day of a dateline is not that of the encounter', () => {
  const text = 'تونس 10 مارس 2021 (وات) - استقبل رئيس الجمهورية قيس سعيد أمس بقصر قرطاج الرئيس الجزائري عبد المجيد تبون.'
  expect(told(text)).toMatchObject([{ when: '2021-03-09' }])
  for (const head of ['بيروت في ٥ أيار ٢٠٢٤ ـ', 'بيروت (5 مايو 2024):', 'القاهرة - أ ف ب - 5-5-2024:'])
    expect(told(`${head} التقى ${SHOUKRY} أمس ${LAVROV}.`), head).toMatchObject([{ when: '2021-03-09' }])
})

test('who reports is nobody whom the text tells of', () => {
  expect(named(`أنقرة/ محمود الساري/ الأناضول. التقى ${SHOUKRY} أمس ${LAVROV}.`).sort()).toEqual(['سامح شكري', 'سيرغي لافروف'])
})

test('a day that is told in three ways is the day of the calendar', () => {
  const text = `التقى اليوم الأحد الموافق 7/3/2021 ${SHOUKRY} في الرياض ${LAVROV}.`
  expect(told(text)).toMatchObject([{ when: '2021-03-07', where: 'الرياض' }])
})

test('what came before something else was held, however that is told', () => {
  const text = `أجرى ${SHOUKRY} مباحثات مع ${LAVROV} في الرياض أمس، قبل أن يلتقي في أبوظبي الرئيس الإماراتي محمد بن زايد.`
  expect(told(text)).toMatchObject([{ status: 'held' }, { status: 'held' }])
})

test('the town behind a palace is where they met', () => {
  expect(told(`باريس (رويترز) - التقى ${SHOUKRY} ${LAVROV} في قصر المؤتمرات بجدة أمس.`)).toMatchObject([{ where: 'جدة' }])
})

test('a palace is no side of an encounter in it', () => {
  const text = `استقبل الرئيس الأميركي دونالد ترامب أمس في البيت الأبيض ${SHOUKRY} في أول لقاء بينهما.`
  expect(told(text)).toMatchObject([{ who: sorted('دونالد ترامب', 'سامح شكري') }])
})

test('words of courtesy stand between', () => {
  expect(told(`أجرى ${SHOUKRY} مباحثات مع أخيه الرئيس الروسي فلاديمير بوتين.`)).toMatchObject([
    { who: sorted('سامح شكري', 'فلاديمير بوتين') },
  ])
})

test('names end where the place of a visit or a day begins', () => {
  expect(named('زار الوزير سامح شكري مخيم الزعتري أمس والتقى السفير خميس الجهيناوي.')).toContain('سامح شكري')
  expect(named('التقى الموفد الأميركي آموس هوكستين الثلاثاء في بيروت رئيس الحكومة نجيب ميقاتي.')).toContain('آموس هوكستين')
  expect(named('التقى المبعوث الأميركي ستيف ويتكوف وزير الخارجية الإيراني عباس عراقجي في مسقط.')).toContain('ستيف ويتكوف')
})

test('what nobody intends, and what is only hoped for, is no encounter that was', () => {
  expect(told(`وقالت الوزارة إنه ليس في نيتها الدخول في جولات جديدة من المفاوضات مع إيران.`)).toEqual([])
  expect(told(`غادر ${SHOUKRY} إلى موسكو على أمل لقاء ${LAVROV}.`)).not.toContainEqual(
    expect.objectContaining({ kind: 'meeting', status: 'held' }),
  )
  expect(told(`لم يكن مقررا أن يلتقي ${SHOUKRY} ${LAVROV}.`)).toMatchObject([{ status: 'denied' }])
  expect(told(`كاد ${SHOUKRY} أن يلتقي ${LAVROV}.`)).toEqual([])
})

describe('a denial', () => {
  test('of something else leaves an encounter before it a fact', () => {
    for (const text of [
      `نفى ${LAVROV}، بعد لقائه نظيره العماني بدر البوسعيدي في مسقط، أن تكون بلاده قد زودت أحدا بالسلاح.`,
      `نفى ${LAVROV} أي خلاف، وقال إن لقاء الوزير بدر البوسعيدي مع الوزير سامح شكري كان جيدا.`,
    ])
      expect(told(text), text).toMatchObject([{ status: 'held' }])
  })

  test('is told by «أنكر» too', () => {
    expect(told(`أنكر ${LAVROV} أنه التقى ${SHOUKRY} في باريس.`)).toMatchObject([{ status: 'denied' }])
  })
})

describe('guests one after the other', () => {
  test('do not receive each other', () => {
    const text = 'عقد رئيس الحكومة نواف سلام لقاءات، واستقبل السفير السعودي وليد البخاري ثم السفير المصري علاء موسى.'
    expect(told(text).map(({ who }) => who)).toEqual([sorted('نواف سلام', 'وليد البخاري'), sorted('نواف سلام', 'علاء موسى')])
  })

  test('are met by whoever began with one', () => {
    const text = 'استهل الوزير بدر عبد العاطي زيارته بلقاء الرئيس جوزيف عون، ثم التقى رئيس المجلس نبيه بري.'
    expect(told(text).map(({ who }) => who)).toContainEqual(sorted('بدر عبد العاطي', 'نبيه بري'))
    expect(told(text).map(({ who }) => who)).not.toContainEqual(sorted('جوزيف عون', 'نبيه بري'))
  })
})

test('a hall that bears the name of somebody is nobody', () => {
  const text = `التقى ${SHOUKRY} في مجمع الملك عبد العزيز في جدة ${LAVROV}.`
  expect(told(text).map(({ who }) => who)).toEqual([sorted('سامح شكري', 'سيرغي لافروف')])
})

test('whom one had met before one left was not met where one went', () => {
  expect(told(`توجه ${SHOUKRY} إلى باريس بعد لقائه ${LAVROV}.`).map(({ where }) => where)).not.toContain('باريس')
})
