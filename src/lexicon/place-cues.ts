/** Nouns that stand before the name of a town, folded: «العاصمة الأردنية عمّان», «مدينة باليرمو». */
export const PLACE_NOUNS = new Set([
  'مدينه',
  'العاصمه',
  'عاصمه',
  'بلده',
  'محافظه',
  'ولايه',
  'منتجع',
  'جزيره',
  'منطقه',
  'قريه',
  'قصر',
  'مطار',
  'ميناء',
  'معبر',
  'ضاحيه',
  'ضواحي',
  'فنادق',
  'بلديه',
  'حي',
])

/** Buildings where one meets; with no town named they stand for the town of the dateline. Folded stems without article. */
export const VENUES = new Set(['مقر', 'قصر', 'ديوان', 'مكتب', 'مكتبه', 'وزاره', 'سفاره', 'فندق', 'مطار', 'قاعه', 'دار', 'البيت', 'بيت'])

/** Whose seat it is, told by a pronoun: «في مكتبه في …» names the town of it. */
export const SEATS = new Set(['مكتبه', 'مكتبها', 'مقره', 'مقرها', 'منزله', 'منزلها', 'قصره', 'دارته', 'دارتها', 'داره'])
