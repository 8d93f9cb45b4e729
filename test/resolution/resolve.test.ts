import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/ingest/article.ts'
import { resolve } from '../../src/resolution/index.ts'
import { extract } from '../support/knowledge.ts'
import { NOW } from '../support/seeded.ts'

/** `published` is 2024-03-05 where nothing is said, and unknown where it is ''. */
type Told = readonly [body: string, published?: string]

/** Actors and meetings of articles, each of an outlet of its own. */
function told(...articles: readonly Told[]) {
  const records = articles.map(([body, published = '2024-03-05'], i) =>
    readArticle(
      {
        source: `outlet ${i}`, external_id: `n${i}`, url: null, title: null, body, raw: null, published: published || null, published_basis: null, published_note: null,
      }, // biome-ignore format: one record
      extract,
      NOW,
      null,
    ),
  )
  return resolve(
    records.flatMap(({ locals }) => locals.actors),
    records.flatMap(({ locals }) => locals.reports),
  )
}
const people = (...articles: readonly string[]): string[] =>
  told(...articles.map((body): Told => [body]))
    .actors.filter(({ kind }) => kind === 'person')
    .map(({ name }) => name)
    .sort()
const meetings = (...articles: readonly Told[]) => told(...articles).meetings.filter(({ kind }) => kind !== 'visit')

describe('people across articles', () => {
  it('are one under two transliterations, in one state and office', () => {
    expect(people('استقبل قائد الجيش اللبناني العماد جوزيف عون الوفد.', 'قال قائد الجيش العماد جوزاف عون إن الوضع هادئ.')).toHaveLength(1)
    expect(people('قال زعيم كوريا الشمالية كيم جون أون إن الوضع هادئ.', 'أعلن زعيم كوريا الشمالية كيم جونغ أون ذلك.')).toHaveLength(1)
    expect(
      people('أكدت وزيرة خارجية سلوفينيا تانيا فايون أن الوضع هادئ.', 'قالت وزيرة خارجية سلوفينيا تانيا فاجون إن الحل ممكن.'),
    ).toHaveLength(1)
    expect(
      people('قال الرئيس البرتغالي مارسيلو ريبيلو دي سوزا ذلك.', 'أكد الرئيس البرتغالي مارسيلو ريبالو دي سوسا أن الحوار ضروري.'),
    ).toHaveLength(1)
  })

  it('are one under a given name and the form that another language has of it', () => {
    expect(people('قال المبعوث عبدولاي باتيلي إن الوضع هادئ.', 'قال المبعوث عبد الله باتيلي إن الحل ممكن.')).toHaveLength(1)
  })

  it('are one however the rest of the name is spaced', () => {
    expect(people('قال الرئيس الصيني شي جين بينغ إن الحوار ضروري.', 'أعلن الرئيس الصيني شي جينبينغ ذلك.')).toHaveLength(1)
    expect(people('قال وزير الخارجية الفرنسي جان إيف لودريان ذلك.', 'أكد وزير الخارجية الفرنسي جان ايف لو دريان ذلك.')).toHaveLength(1)
  })

  it('are two where names are only near and nothing vouches', () => {
    expect(people('قال النائب جوزيف عون إن الوضع هادئ.', 'قال المغني جوزاف عون إن الحفل ناجح.')).toHaveLength(2)
    expect(people('قال الطبيب سمير جعفر إن الوضع هادئ.', 'فاز اللاعب سمير جعبر بالسباق.')).toHaveLength(2)
  })

  it('are one where names are near and the same people stand beside both', () => {
    expect(
      people(
        'استقبل الرئيس كارول نافروتسكي المستشار فريدريش ميرتس والوزير دونالد توسك.',
        'التقى كارول ناوروتسكي أمس المستشار فريدريش ميرتس والوزير دونالد توسك.',
      ),
    ).toHaveLength(3)
  })

  it('of one house and of one family are two', () => {
    expect(people('قال رئيس الإقليم نيجيرفان بارزاني إن الحوار ضروري.', 'أعلن رئيس الحكومة مسرور بارزاني موعد الجلسة.')).toHaveLength(2)
    expect(people('قال الرئيس رفيق الحريري إن الوضع هادئ.', 'قال الرئيس سعد رفيق الحريري إن الوضع هادئ.')).toHaveLength(2)
    expect(people('قال محمد شياع السوداني إن العمل مستمر.', 'قال محمد شريف السوداني إن العمل مستمر.')).toHaveLength(2)
  })

  it('are two where long vowels make two Arabic names', () => {
    expect(people('قال وزير التجارة العماني حسن الحربي ذلك.', 'قال وزير العدل العماني حسين الحربي ذلك.')).toHaveLength(2)
    expect(people('قال الرئيس الفلسطيني محمود عباس ذلك.', 'قال وزير العدل الفلسطيني محمد عباس ذلك.')).toHaveLength(2)
    expect(people('قال الرئيس الروسي فلاديمير بوتين ذلك.', 'قال الرئيس الروسي فلاديمير بوتن ذلك.')).toHaveLength(1)
  })

  it('are two where one is the son', () => {
    expect(people('قال الرئيس الأمريكي دونالد ترامب ذلك.', 'قال رجل الأعمال الأمريكي دونالد ترامب الابن ذلك.')).toHaveLength(2)
  })

  it('of two states or of two fathers are not brought together by one who may be either', () => {
    const [egyptian, jordanian] = ['قال وزير المالية المصري محمد السعدي ذلك.', 'قال وزير المالية الأردني محمد السعدي ذلك.']
    expect(people(egyptian!, jordanian!, 'قال محمد السعدي للصحفيين إن الأمر خطير.')).toHaveLength(3)
    const [son, other] = ['قال وزير العدل العماني أحمد بن سالم الحربي ذلك.', 'قال محافظ مسقط العماني أحمد بن علي الحربي ذلك.']
    expect(people('قال وزير التجارة العماني أحمد الحربي ذلك.', son!, other!)).toHaveLength(2)
  })

  it('are called by the fullest name in common use, and not by one slip', () => {
    const short = Array.from({ length: 12 }, (_, i): Told => [`قال وزير الخارجية المصري سامح شكري إن الحوار رقم ${i} ضروري.`])
    const { actors } = told(...short, ['قال وزير الخارجية المصري سامح حسن شكري إن الحوار ضروري.'])
    expect(actors.find(({ kind }) => kind === 'person')!.name).toBe('سامح شكري')
  })
})

describe('bodies across articles', () => {
  it('of several names go by one, and unions of two continents stay two', () => {
    const names = (...articles: readonly string[]) =>
      told(...articles.map((body): Told => [body])).actors.filter(({ kind }) => kind !== 'person').length
    expect(names('دعا مجلس الأمن الدولي إلى الهدوء.', 'دعا مجلس الأمن إلى الهدوء.')).toBe(1)
    expect(names('دعا الاتحاد الأوروبي إلى الهدوء.', 'دعا الاتحاد الأفريقي إلى الهدوء.')).toBe(2)
  })
})

const MET = 'التقى وزير الخارجية المصري سامح شكري، أمس، في القاهرة نظيره التونسي خميس الجهيناوي.'
const UNDATED = 'التقى وزير الخارجية المصري سامح شكري في القاهرة وزير الخارجية التونسي خميس الجهيناوي.'

describe('reports', () => {
  it('without a date are of the encounter of the days before', () => {
    expect(meetings([MET], [UNDATED, '2024-03-06'])).toMatchObject([{ counts: { reports: 2 }, date: { from: '2024-03-04' } }])
    expect(meetings([MET], [UNDATED, '2024-03-20'])).toHaveLength(2)
    expect(meetings([MET], [UNDATED, '2024-03-01'])).toHaveLength(2)
  })

  it('without a date are one where they were published within three days', () => {
    expect(meetings([UNDATED], [UNDATED, '2024-03-06'])).toMatchObject([{ counts: { reports: 2 } }])
    expect(meetings([UNDATED], [UNDATED, '2024-03-20'])).toHaveLength(2)
  })

  it('of a summit that goes by its place are of the one that was held there in the months before', () => {
    const summit = 'عقد الرئيس الأميركي دونالد ترامب والزعيم الكوري الشمالي كيم جونغ أون، أمس، قمة في سنغافورة.'
    const mention = 'قال المحلل إن قمة سنغافورة بين الرئيس الأميركي دونالد ترامب والزعيم الكوري الشمالي كيم جونغ أون غيرت الكثير.'
    expect(meetings([summit], [mention, '2024-04-20'])).toMatchObject([{ counts: { reports: 2 } }])
    expect(meetings([summit], [mention, '2024-09-20'])).toHaveLength(2)
    expect(meetings([summit], [mention.replace('سنغافورة', 'هانوي'), '2024-04-20'])).toHaveLength(2)
  })

  it('of a journey without a date are one within a week', () => {
    const visit = 'قام ولي العهد السعودي الأمير محمد بن سلمان بزيارة إلى بريطانيا.'
    const visits = (...articles: Told[]) => told(...articles).meetings.filter(({ kind }) => kind === 'visit')
    expect(visits([visit], [visit, '2024-03-10'])).toMatchObject([{ counts: { reports: 2 } }])
    expect(visits([visit], [visit, '2024-03-20'])).toHaveLength(2)
  })

  it('of one day and the same people are one though one names the state and the other a town elsewhere', () => {
    expect(meetings([MET], [MET.replace('في القاهرة', 'في ليبيا')])).toMatchObject([{ counts: { reports: 2 } }])
    expect(meetings([MET], [MET.replace('في القاهرة', 'في طرابلس')])).toHaveLength(2)
  })

  it('of one day and the same people are one though one names the town and the other a palace in it', () => {
    expect(meetings([MET], [MET.replace('في القاهرة', 'في قصر الاتحادية')])).toMatchObject([{ counts: { reports: 2 } }])
  })

  it('of a week and of a day in it are one, on the day', () => {
    const plan = 'يلتقي وزير الخارجية المصري سامح شكري الأسبوع المقبل وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    const [meeting] = meetings([plan, '2024-02-29'], [MET])
    expect(meeting).toMatchObject({ date: { from: '2024-03-04', to: '2024-03-04' }, counts: { reports: 2 } })
  })

  it('without a date goes with the nearest of two', () => {
    const plan = 'يلتقي وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    const all = meetings([MET, '2024-03-05'], [MET, '2024-03-11'], [plan, '2024-03-04'])
    expect(all.map(({ date, counts }) => [date!.from, counts.reports]).sort()).toEqual([
      ['2024-03-04', 2],
      ['2024-03-10', 1],
    ])
  })

  it('of a plan without a date go with the next that the very same people have within 60 days', () => {
    const plan = 'من المقرر أن يلتقي وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    expect(meetings([plan, '2024-02-01'], [MET])).toMatchObject([{ counts: { reports: 2 }, date: { from: '2024-03-04' }, status: 'held' }])
    expect(meetings([plan, '2023-12-20'], [MET])).toHaveLength(2)
    expect(meetings([plan, '2024-03-06'], [MET])).toHaveLength(2)
    expect(meetings([plan, '2024-02-01'], [plan, '2024-02-20'])).toHaveLength(2)
    expect(meetings([plan, '2024-02-01'], [plan, '2024-02-20'], [MET])).toMatchObject([{ counts: { reports: 3 } }])
    const off = 'ألغى وزير الخارجية المصري سامح شكري لقاءه مع وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    expect(meetings([off, '2024-02-10'], [MET])).toHaveLength(2)
    expect(meetings([plan, '2024-02-01'], [MET.replace('التونسي خميس الجهيناوي', 'الروسي سيرغي لافروف')])).toHaveLength(2)
  })

  it('of a plan without a date are of what the very same people are told within the week to have held there, without a date too', () => {
    const plan = 'من المقرر أن يلتقي وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    const held = 'التقى وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    expect(meetings([plan, '2024-02-10'], [held, '2024-02-12'])).toMatchObject([{ counts: { reports: 2 }, status: 'held' }])
    expect(meetings([plan, '2024-02-10'], [held, '2024-02-20'])).toHaveLength(2)
    expect(meetings([plan, '2024-02-12'], [held, '2024-02-10'])).toHaveLength(2)
    expect(meetings([plan, '2024-02-10'], [held.replace('القاهرة', 'تونس'), '2024-02-12'])).toHaveLength(2)
  })

  it('without a date go with the encounter that each can be one with, though not with one another', () => {
    const plan = 'من المقرر أن يلتقي وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي.'
    const mention = 'التقى وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي.'
    expect(meetings([plan, '2024-02-10'], [mention, '2024-03-06'])).toHaveLength(2)
    expect(meetings([plan, '2024-02-10'], [MET], [mention, '2024-03-06'])).toMatchObject([{ counts: { reports: 3 } }])
  })

  it('that only a weekday dates, in an article of which no publication is known, go with the same people at the same place on such a day', () => {
    const dated = 'التقى وزير الخارجية المصري سامح شكري، أمس، وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    const named = (day: string, place = 'القاهرة'): Told => [
      `التقى وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي ${day} في ${place}.`,
      '',
    ]
    expect(meetings([dated], named('الاثنين'))).toMatchObject([{ date: { from: '2024-03-04' }, counts: { reports: 2 } }])
    expect(meetings([dated], named('الأحد'))).toHaveLength(2)
    expect(meetings([dated], named('الاثنين', 'تونس'))).toHaveLength(2)
    expect(meetings([dated], named('صباحا'))).toHaveLength(2)
    expect(meetings([dated], [dated, '2020-03-03'], named('الاثنين'))).toHaveLength(3)
  })

  it('one of which names the delegations and the other their heads are one', () => {
    const heads = 'انطلقت أمس في جوبا مفاوضات بين وفد الحكومة السودانية برئاسة شمس الدين كباشي ووفد الحركة الشعبية برئاسة عبد العزيز الحلو.'
    const bodies =
      'بدأت أمس في جوبا مفاوضات بين وفد الحكومة السودانية ووفد الحركة الشعبية. ويرأس الوفد الحكومي شمس الدين كباشي، ويقود وفد الحركة عبد العزيز الحلو.'
    expect(meetings([heads], [bodies])).toMatchObject([{ counts: { reports: 2 } }])
  })

  it('that tell of rounds by number, or of another time, are as many encounters', () => {
    const round = (which: string) => `أجرى الوزير سامح شكري ${which} من المحادثات مع الوزير أيمن الصفدي في عمان.`
    expect(meetings([round('جولة أولى'), '2024-03-01'], [round('جولة ثانية'), '2024-03-03'])).toHaveLength(2)
    expect(meetings([round('جولة ثانية'), '2024-03-01'], [round('جولة ثانية'), '2024-03-03'])).toHaveLength(1)
  })

  it('of two beside a conference or a larger meeting are of another encounter', () => {
    const all = 'عقد الرئيس محمد بن زايد أمس في دبي مؤتمرا بمشاركة الرئيس إسحاق هرتسوغ والرئيس عبد الفتاح السيسي.'
    const two = 'التقى الرئيس محمد بن زايد أمس في دبي الرئيس إسحاق هرتسوغ على هامش المؤتمر.'
    expect(
      meetings([all], [two])
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['conference', 'meeting'])
    const three = 'عقد الوزير سامح شكري أمس في المنامة اجتماعا ثلاثيا مع الوزير أيمن الصفدي والوزير فؤاد حسين.'
    const pair = 'عقد الوزير سامح شكري أمس في المنامة لقاء ثنائيا مع الوزير أيمن الصفدي.'
    expect(meetings([three], [pair])).toHaveLength(2)
  })

  it('of an encounter and of its denial are one, in dispute', () => {
    const denial = 'نفى المتحدث أن يكون وزير الخارجية المصري سامح شكري قد التقى وزير الخارجية التونسي خميس الجهيناوي في القاهرة.'
    expect(meetings([MET], [denial, '2024-03-06'])).toMatchObject([{ disputed: true, counts: { reports: 2 } }])
  })

  it('of an encounter and of the refusal to meet again are two', () => {
    const refusal = 'لن يلتقي وزير الخارجية المصري سامح شكري وزير الخارجية التونسي خميس الجهيناوي مرة أخرى.'
    expect(meetings([MET], [refusal, '2024-03-08'])).toHaveLength(2)
  })

  it('of a plan and of what came of it are one, with their history', () => {
    const plan = 'يلتقي وزير الخارجية المصري سامح شكري غدا في القاهرة نظيره التونسي خميس الجهيناوي.'
    const [meeting, ...others] = meetings([plan, '2024-03-03'], [MET])
    expect([others, meeting!.status, meeting!.status_history.map(({ status }) => status)]).toEqual([[], 'held', ['planned', 'held']])
  })

  it('of a second day, of another pair, or of a call a month later are others', () => {
    expect(meetings([MET], [MET, '2024-03-06'])).toHaveLength(2)
    expect(meetings([MET], [MET.replace('التونسي خميس الجهيناوي', 'الروسي سيرغي لافروف')])).toHaveLength(2)
    const call = 'أجرى وزير الخارجية المصري سامح شكري، أمس، اتصالا هاتفيا مع نظيره التونسي خميس الجهيناوي.'
    expect(meetings([MET], [call, '2024-04-05'])).toHaveLength(2)
    expect(meetings([MET], [call])).toHaveLength(2)
  })

  it('of a meeting that others attended are not of what those said to one another', () => {
    const attended =
      'استقبل الرئيس المصري عبد الفتاح السيسي، أمس، في القاهرة وزير الخارجية التونسي خميس الجهيناوي. وحضر اللقاء وزير الخارجية سامح شكري.'
    expect(meetings([attended], [MET])).toHaveLength(2)
  })
})
