import { MONTHS } from '../../lexicon/months.ts'
import { PERIOD_PARTS, PERIODS, TIME_HINTS, WEEKDAYS } from '../../lexicon/relative-days.ts'

const TIME_WORDS = new Set([
  ...MONTHS.flatMap(({ names }) => names),
  ...Object.keys(WEEKDAYS),
  ...Object.keys(PERIODS),
  ...Object.keys(TIME_HINTS),
  ...PERIOD_PARTS,
  'شهر',
  'يوم',
  'امس',
  'اليوم',
  'غدا',
])

/** Whether a folded word tells of time: a month, a weekday, «الأسبوع», «المقبل», «أمس». */
export const isTimeWord = (form: string): boolean => TIME_WORDS.has(form)

/** «صباح اليوم الأحد»: a word of time or a part of the day, as they stand between a verb and its subject. */
export const tellsWhen = (form: string): boolean =>
  isTimeWord(form) || /^(صباح|صبيحه|ظهر|ظهيره|عصر|مساء|عشيه|فجر|ليل|ليله|بعد|غد)$/.test(form)
