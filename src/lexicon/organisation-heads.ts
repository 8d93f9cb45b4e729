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
}

/** First words of the names of media, folded, without article, and agencies that go by one word: they tell, and take no part. */
export const MEDIA_HEADS = new Set(
  `وكاله صحيفه جريده قناه اذاعه تلفزيون شبكه مجله موقع راديو يوميه اسبوعيه فضاءيه وكالات صحف رويترز سبوتنيك فرانس سانا وام واس بترا اسوشيتد بلومبرغ
  بلومبيرغ تاس كونا قنا سكاي يوتيوب تويتر فيسبوك انستغرام cnn bbc reuters afp rt dw`.split(/\s+/),
)

/** Words that make a group of whoever follows: «وفد من …», «ممثلون عن …». */
export const DELEGATION_HEADS = new Set([
  'وفد',
  'الوفد',
  'وفدا',
  'ممثلين',
  'ممثلون',
  'ممثلي',
  'الجانب',
  'الفريق',
  'مسءولين',
  'مسءولون',
  'اطراف',
])
