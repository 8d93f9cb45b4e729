/**
 * Templates of broken plurals (جمع التكسير) over folded stems: 1, 2, 3, 4 are radicals, other letters are themselves. A plural and a singular of one row are
 * related where both are known words. After Wright, A Grammar of the Arabic Language, vol. 1 §§ 304–305; the commonest in news.
 */
export const BROKEN_PLURALS = [
  { plural: '123اء', singular: '12ي3', example: ['وزراء', 'وزير'] },
  { plural: '123اء', singular: '1ا23', example: ['علماء', 'عالم'] },
  { plural: 'ا123اء', singular: '12ي3', example: ['أصدقاء', 'صديق'] },
  { plural: 'ا12ا3', singular: '123', example: ['أحزاب', 'حزب'] },
  { plural: '12و3', singular: '123', example: ['وفود', 'وفد'] },
  { plural: '12و2', singular: '12', example: ['حقوق', 'حق'] },
  { plural: '122', singular: '12ه', example: ['قمم', 'قمة'] },
  { plural: 'ا123', singular: '12ا3', example: ['أسلحة', 'سلاح'] },
  { plural: 'م1ا23', singular: 'م123', example: ['مجالس', 'مجلس'] },
  { plural: 'م1ا2ي3', singular: 'م12و3', example: ['مشاريع', 'مشروع'] },
  { plural: 'م1ا2ي3', singular: 'م12ا3', example: ['مفاتيح', 'مفتاح'] },
  { plural: '12ا34', singular: '1234', example: ['فنادق', 'فندق'] },
  { plural: '1وا23', singular: '1ا23', example: ['شوارع', 'شارع'] },
  { plural: '1وا2ي3', singular: '1ا2و3', example: ['قوانين', 'قانون'] },
  { plural: '12اء3', singular: '12ي3', example: ['وثائق', 'وثيقة'] },
  { plural: '12اء3', singular: '12ا3', example: ['رسائل', 'رسالة'] },
  { plural: '12ا3', singular: '1ا23', example: ['عمال', 'عامل'] },
  { plural: '12ا3', singular: '123', example: ['رجال', 'رجل'] },
] as const satisfies readonly { plural: string; singular: string; example: readonly [string, string] }[]
