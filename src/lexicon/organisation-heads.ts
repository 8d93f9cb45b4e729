import type { ActorKind } from '../domain/actor.ts'

/** First words of the names of bodies, folded, without article. */
export const ORGANISATION_HEADS: Readonly<Record<string, ActorKind>> = {
  وزاره: 'organization',
  الخارجيه: 'organization',
  رءاسه: 'organization',
  حكومه: 'government',
  برلمان: 'organization',
  مجلس: 'organization',
  جيش: 'organization',
  حزب: 'organization',
  منظمه: 'organization',
  هيءه: 'organization',
  لجنه: 'organization',
  مفوضيه: 'organization',
  اتحاد: 'organization',
  جامعه: 'organization',
  بعثه: 'organization',
  مكتب: 'organization',
  كرملين: 'government',
  سفاره: 'organization',
  مجموعه: 'organization',
  حركه: 'group',
  جماعه: 'group',
  كتله: 'group',
  وفد: 'group',
  ميليشيا: 'group',
  قوات: 'group',
  شركه: 'organization',
  بنك: 'organization',
  وكاله: 'organization',
  نادي: 'organization',
  منتخب: 'organization',
  صندوق: 'organization',
  برنامج: 'organization',
  معهد: 'organization',
  مركز: 'organization',
  موسسه: 'organization',
  مءسسه: 'organization',
  جمعيه: 'organization',
  رابطه: 'organization',
  غرفه: 'organization',
  شرطه: 'organization',
  نيابه: 'organization',
  مصرف: 'organization',
  بورصه: 'organization',
  كليه: 'organization',
  اكاديميه: 'organization',
  اداره: 'organization',
  مصلحه: 'organization',
  كنيسه: 'organization',
  اءتلاف: 'organization',
  تيار: 'organization',
  حلف: 'organization',
  امانه: 'organization',
  قياده: 'organization',
  حرس: 'organization',
  جهاز: 'organization',
  نقابات: 'organization',
  صحيفه: 'organization',
  قناه: 'organization',
  مديريه: 'organization',
  مفتشيه: 'organization',
  داءره: 'organization',
  محكمه: 'organization',
  نقابه: 'organization',
  سلطات: 'government',
  سلطه: 'government',
  خارجيه: 'organization',
  تنسيقيه: 'group',
  تنظيم: 'group',
  جبهه: 'group',
  تحالف: 'group',
  ميليشيات: 'group',
  فصاءل: 'group',
}

/** Heads of bodies that act as a state, a party or an armed group does: with a verb before them they are its subject. */
export const ACTING_HEADS = new Set(
  'سفاره وزاره مديريه مفتشيه هيءه حركه حزب تنظيم سلطات لجنه تنسيقيه محكمه حكومه خارجيه رءاسه نقابه جبهه تحالف ميليشيات قوات مجلس برلمان مفوضيه فصاءل منظمه جيش شرطه داءره مصالح خفر اتحاد جمعيه نيابه مرصد قياده'.split(
    ' ',
  ),
)

/** Heads of bodies that sit together: «يجتمع مجلس الأمن» tells of a session without another side. */
export const DELIBERATING_HEADS = new Set('مجلس لجنه هيءه برلمان حكومه مكتب تنسيقيه جمعيه كتله امانه خليه'.split(' '))

/** Parties, unions and the like, which hold meetings and congresses of their own besides bodies that sit. */
export const MEETING_HEADS = new Set('وفد حزب حركه تيار نقابه اتحاد جبهه ائتلاف منظمه دول جامعه'.split(' '))

/** Heads of bodies that stand for the whole name once it was said: «المجلس», «الحزب». */
export const SHORT_HEADS = new Set('مجلس لجنه حزب حركه هيءه جمعيه منظمه جماعه جبهه نقابه مفوضيه برلمان اتحاد'.split(' '))

/** Heads of parts of a larger body: «لجنة … في مجلس النواب», «المفتشية العامة لوزارة الداخلية». */
export const PART_HEADS = new Set(
  'لجنه غرفه مفتشيه داءره مكتب اداره قسم مديريه فرع كتله مصلحه قنصليه وحده وكاله هيءه نيابه قياده'.split(' '),
)

/** Heads of bodies that go by where they are posted. */
export const POSTED_HEADS = new Set('سفاره قنصليه بعثه ممثليه مندوبيه'.split(' '))

/** Heads of buildings and places with a name, and the goal of a team: they receive nobody themselves. */
export const SITE_HEADS = new Set('مستشفي مطار ميناء معرض ملعب استاد فندق متحف سجن شباك مرمي'.split(' '))

/** Nouns of places, works and things that bear a name, which is no person's. */
export const NAMED_THINGS = new Set(
  'ضريح قبر نصب مجمع جسر ميدان متحف مسجد جامع جاءزه كاس معرض تمثال برنامج مختبر فندق معبر حقل بلده قريه مدينه ضاحيه ولايه محافظه مقاطعه شارع جزيره اعصار عاصفه مستشفي مطار ميناء ملعب استاد مخيم سد نهر جبل سفينه ناقله مسلسل نادي شركه معهد عياده قاعه مجله جامعه بنك متجر'.split(
    ' ',
  ),
)

/** Words that go on about a body and are no part of its name: «الحزب المنتمي إليه», «الميليشيات الموالية». Folded. */
export const NEVER_IN_BODY = new Set(
  'اين سواء نقلا وليس المنتمي المنتميه التابع التابعه الموالي المواليه الهادف الهادفه المدعوم المدعومه المنعقد المنعقده'.split(' '),
)

/** What stands before the name of an application, a platform or a page. */
export const MEDIUM_NOUNS = new Set('منصه تطبيق موقع بوابه مراسل مراسله صفحه حساب'.split(' '))

/** First words of the names of media, folded, without article, and agencies that go by one word: they tell, and take no part. */
export const MEDIA_HEADS = new Set(
  `وكاله صحيفه جريده قناه اذاعه تلفزيون شبكه مجله موقع راديو يوميه اسبوعيه فضاءيه وكالات صحف رويترز جوهره موزاييك سبوتنيك فرانس سانا وام واس بترا اسوشيتد بلومبرغ
  بلومبيرغ سبا سبانت تاس كونا وفا وات الجزيره جزيره صحافه عمانيه وطنيه تلغرام واتساب اكس لوموند غارديان تلفزه قنا سكاي يوتيوب تويتر بوابه فيسبوك انستغرام cnn bbc reuters afp rt dw`.split(
    /\s+/,
  ),
)

/** Plurals of offices and people that meet as a group, folded, without article: «قيادات أمنية», «عدد من المسؤولين», «نواب الحزب». */
export const PLURAL_HEADS = new Set(
  `قيادات قاده قياديين قياديون مسءولين مسءولون مسءولي وزراء رءساء رؤساء زعماء نواب اعضاء ممثلين ممثلون ممثلي سفراء خبراء مبعوثين مبعوثون مفاوضين مفاوضون اطراف
  مانحين مانحون متمردين متمردون متمردي انفصاليين انفصاليون احزاب دول شخصيات ارباب كبار مسءولو معارضه فصاءل مساعدين مساعدون مساعدي مندوبين مندوبي مستشارين مستشارون مستثمرين مستثمرون وجهاء مشايخ شيوخ مشرعين مشرعون دبلوماسيين دبلوماسيون صناعيين اعيان علماء حكماء مشاءخ ناشطين ناشطون`.split(
    /\s+/,
  ),
)

/** Words of quantity before «من»: «عدد من القيادات». */
export const QUANTIFIERS = new Set(['عدد', 'عددا', 'مجموعه', 'جمع', 'بعض', 'عديد', 'العديد', 'ثله'])

/** What a delegation or a team is by what it is for: «الوفد الحكومي», «الفريق التفاوضي». Folded, without article. */
export const GROUP_ADJECTIVES = new Set(
  'حكومي تفاوضي مفاوض برلماني وزاري عسكري امني تجاري اقتصادي رسمي نيابي فني تقني دبلوماسي شعبي'.split(' '),
)

/** Words that make a group of whoever follows: «وفد من …», «ممثلون عن …». */
export const DELEGATION_HEADS = new Set([
  'وفد',
  'الوفد',
  'وفدا',
  'وفود',
  'وفودا',
  'وفدي',
  'ممثلين',
  'ممثلون',
  'ممثلو',
  'مسءولو',
  'ممثلي',
  'الجانب',
  'الفريق',
  'مسءولين',
  'مسءولون',
  'اطراف',
])

/** Media that go by the names of Latin letters, folded. */
export const LETTER_MEDIA = new Set([
  'بي بي سي',
  'سي ان ان',
  'سي بي اس',
  'سي ان بي سي',
  'ان بي سي',
  'اي بي سي',
  'ام بي سي',
  'اف بي',
  'دي دبليو',
  'ار تي',
])
