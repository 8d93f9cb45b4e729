/**
 * Templates of broken plurals (جمع التكسير) over folded stems: 1, 2, 3, 4 are radicals, other letters are themselves. A plural and a singular of one row are
 * related where one is a known word; where the template is the shape of many words that are no plurals, both must be. After Wright, A Grammar of the Arabic Language, vol. 1 §§ 304–305; the commonest in news.
 */
export const BROKEN_PLURALS = [
  { plural: '123اء', singular: '12ي3', isCommonShape: false, example: ['وزراء', 'وزير'] },
  { plural: '123اء', singular: '1ا23', isCommonShape: false, example: ['علماء', 'عالم'] },
  { plural: 'ا123اء', singular: '12ي3', isCommonShape: false, example: ['أصدقاء', 'صديق'] },
  { plural: 'ا12ا3', singular: '123', isCommonShape: true, example: ['أحزاب', 'حزب'] },
  { plural: '12و3', singular: '123', isCommonShape: true, example: ['وفود', 'وفد'] },
  { plural: '12و2', singular: '12', isCommonShape: false, example: ['حقوق', 'حق'] },
  { plural: '122', singular: '12ه', isCommonShape: false, example: ['قمم', 'قمة'] },
  { plural: 'ا123', singular: '12ا3', isCommonShape: false, example: ['أسلحة', 'سلاح'] },
  { plural: 'م1ا23', singular: 'م123', isCommonShape: false, example: ['مجالس', 'مجلس'] },
  { plural: 'م1ا2ي3', singular: 'م12و3', isCommonShape: false, example: ['مشاريع', 'مشروع'] },
  { plural: 'م1ا2ي3', singular: 'م12ا3', isCommonShape: false, example: ['مفاتيح', 'مفتاح'] },
  { plural: '12ا34', singular: '1234', isCommonShape: false, example: ['فنادق', 'فندق'] },
  { plural: '1وا23', singular: '1ا23', isCommonShape: false, example: ['شوارع', 'شارع'] },
  { plural: '1وا2ي3', singular: '1ا2و3', isCommonShape: false, example: ['قوانين', 'قانون'] },
  { plural: '12اء3', singular: '12ي3', isCommonShape: false, example: ['وثائق', 'وثيقة'] },
  { plural: '12اء3', singular: '12ا3', isCommonShape: false, example: ['رسائل', 'رسالة'] },
  { plural: '12ا3', singular: '1ا23', isCommonShape: true, example: ['عمال', 'عامل'] },
  { plural: '12ا3', singular: '123', isCommonShape: true, example: ['رجال', 'رجل'] },
] as const satisfies readonly { plural: string; singular: string; isCommonShape: boolean; example: readonly [string, string] }[]
