import type { Span } from '../../domain/span.ts'
import type { TimeHint } from '../../lexicon/relative-days.ts'

/** What an expression says, before it meets a day of publication. */
export type DateValue =
  | {
      readonly kind: 'calendar'
      readonly year: number | null
      readonly month: number | null
      readonly days: readonly number[]
      readonly hint: TimeHint | null
      readonly yearShift: number | null
    }
  | { readonly kind: 'day-offset'; readonly days: number }
  /** «بعد يومين من لقاء»: so many days before what the sentence tells. */
  | { readonly kind: 'days-before'; readonly days: number }
  /** «لليوم الثالث على التوالي»: as many days on end, the day of publication the last. */
  | { readonly kind: 'running'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekdays: readonly number[]; readonly hint: TimeHint | null }
  /** «مطلع الأسبوع المقبل»: somewhere in a week, which tells the month. */
  | { readonly kind: 'week-part'; readonly shift: number }
  | { readonly kind: 'period'; readonly unit: 'week' | 'month' | 'year'; readonly shift: number; readonly days: readonly number[] }

/** An expression of time: a span of the text, the words it covers, and its value. */
export type DateExpression = Span & { readonly first: number; readonly last: number; readonly rule: string; readonly value: DateValue }
