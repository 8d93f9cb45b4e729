/** Gregorian months under all their Arabic names, folded: Egypt and the Gulf, the Levant and Iraq, Tunisia and Algeria, Morocco (CLDR 48 ar, ar-SY, ar-DZ, ar-MA). */
export const MONTHS: readonly { readonly month: number; readonly names: readonly string[] }[] = [
  { month: 1, names: ['يناير', 'كانون الثاني', 'كانون ثاني', 'جانفي', 'ينار'] },
  { month: 2, names: ['فبراير', 'شباط', 'فيفري'] },
  { month: 3, names: ['مارس', 'اذار'] },
  { month: 4, names: ['ابريل', 'نيسان', 'افريل'] },
  { month: 5, names: ['مايو', 'ايار', 'ماي', 'ماءي'] },
  { month: 6, names: ['يونيو', 'يونيه', 'حزيران', 'جوان'] },
  { month: 7, names: ['يوليو', 'يوليه', 'تموز', 'جويليه', 'يوليوز'] },
  { month: 8, names: ['اغسطس', 'اب', 'اوت', 'غشت'] },
  { month: 9, names: ['سبتمبر', 'ايلول', 'شتنبر'] },
  { month: 10, names: ['اكتوبر', 'تشرين الاول', 'تشرين اول'] },
  { month: 11, names: ['نوفمبر', 'تشرين الثاني', 'تشرين ثاني', 'نونبر'] },
  { month: 12, names: ['ديسمبر', 'كانون الاول', 'كانون اول', 'دجنبر'] },
]

/** Months of the Islamic calendar, folded. */
export const HIJRI_MONTHS: readonly { readonly month: number; readonly names: readonly string[] }[] = [
  { month: 1, names: ['محرم', 'المحرم'] },
  { month: 2, names: ['صفر'] },
  { month: 3, names: ['ربيع الاول', 'ربيع اول'] },
  { month: 4, names: ['ربيع الاخر', 'ربيع الثاني', 'ربيع ثاني'] },
  { month: 5, names: ['جمادي الاولي', 'جمادي الاول', 'جمادي اولي'] },
  { month: 6, names: ['جمادي الاخره', 'جمادي الثانيه', 'جمادي الاخر', 'جمادي الثاني'] },
  { month: 7, names: ['رجب'] },
  { month: 8, names: ['شعبان'] },
  { month: 9, names: ['رمضان'] },
  { month: 10, names: ['شوال'] },
  { month: 11, names: ['ذو القعده', 'ذي القعده', 'ذوالقعده'] },
  { month: 12, names: ['ذو الحجه', 'ذي الحجه', 'ذوالحجه'] },
]
