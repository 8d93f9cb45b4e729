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
