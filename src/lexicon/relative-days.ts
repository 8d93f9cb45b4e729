/** Words for days and stretches of time seen from the day of publication; all forms folded. */

export const WEEKDAYS: Readonly<Record<string, number>> = {
  الاحد: 0,
  الاثنين: 1,
  الاتنين: 1,
  الثلاثاء: 2,
  الاربعاء: 3,
  الخميس: 4,
  الجمعه: 5,
  السبت: 6,
}

/** Longest first: «أول أمس» is not «أمس». */
export const RELATIVE_DAYS: readonly { readonly words: string; readonly days: number }[] = [
  { words: 'اول من امس', days: -2 },
  { words: 'اول امس', days: -2 },
  { words: 'اول البارحه', days: -2 },
  { words: 'امس الاول', days: -2 },
  { words: 'بعد غد', days: 2 },
  { words: 'اليوم', days: 0 },
  { words: 'الليله', days: 0 },
  { words: 'هذا المساء', days: 0 },
  { words: 'هذا الصباح', days: 0 },
  { words: 'هذه الاثناء', days: 0 },
  { words: 'امس', days: -1 },
  { words: 'الامس', days: -1 },
  { words: 'البارحه', days: -1 },
  { words: 'غدا', days: 1 },
  { words: 'غد', days: 1 },
  { words: 'الغد', days: 1 },
]

export const PERIODS: Readonly<Record<string, 'week' | 'month' | 'year'>> = {
  الاسبوع: 'week',
  الشهر: 'month',
  العام: 'year',
  السنه: 'year',
}

export type StretchUnit = 'day' | 'week' | 'month' | 'year'

/** One and two of a unit, behind «قبل» and «منذ». */
export const STRETCHES: Readonly<Record<string, { readonly unit: StretchUnit; readonly number: number }>> = {
  يوم: { unit: 'day', number: 1 },
  يومين: { unit: 'day', number: 2 },
  اسبوع: { unit: 'week', number: 1 },
  اسبوعين: { unit: 'week', number: 2 },
  شهر: { unit: 'month', number: 1 },
  شهرين: { unit: 'month', number: 2 },
  عام: { unit: 'year', number: 1 },
  عامين: { unit: 'year', number: 2 },
  سنه: { unit: 'year', number: 1 },
  سنتين: { unit: 'year', number: 2 },
}

/** What is counted behind a number. */
export const STRETCH_PLURALS: Readonly<Record<string, StretchUnit>> = {
  ايام: 'day',
  اسابيع: 'week',
  اشهر: 'month',
  شهور: 'month',
  اعوام: 'year',
  سنوات: 'year',
}

export type TimeHint = 'past' | 'current' | 'future'

/** «الماضي» after a weekday, a month or a period. */
export const TIME_HINTS: Readonly<Record<string, TimeHint>> = {
  الماضي: 'past',
  الماضيه: 'past',
  الماضيين: 'past',
  الفاءت: 'past',
  الفارط: 'past',
  المنصرم: 'past',
  المنقضي: 'past',
  الجاري: 'current',
  الجاريه: 'current',
  الحالي: 'current',
  الحاليه: 'current',
  المقبل: 'future',
  المقبله: 'future',
  المقبلين: 'future',
  القادم: 'future',
  القادمه: 'future',
  التالي: 'future',
}

/** Parts of a period: they make a month or a year vague, never a day of it. */
export const PERIOD_PARTS = new Set(['بدايه', 'مطلع', 'اواءل', 'اوايل', 'مستهل', 'منتصف', 'اواسط', 'اواخر', 'نهايه', 'ختام'])
