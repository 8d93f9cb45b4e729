import type { Publication } from '../../domain/extraction.ts'
import { isMeetingVerb } from '../meetings/encounter-words.ts'
import { isSpeechVerb } from '../speech.ts'
import { readWords, type Word } from '../word.ts'
import type { DateExpression } from './date-expression.ts'
import { findDates } from './find-dates.ts'
import { resolveDate } from './resolve-date.ts'

/** The part of a text that may say when it was published, in characters. */
const HEAD = 800
/** «كتبت: منى عبد السلام / الإثنين 13 مارس 2023 02:47 م»: the lines that a byline is among, and the words beside its date. */
const BYLINE_LINES = 3
const MAX_BESIDE = 5
/** Words between «اليوم» and the day that it is: «اليوم الاثنين، الموافق 27 أفريل 2015». */
const MAX_APART = 3

/**
 * The day that a text says it was published on, and the words that say so: a full date that «اليوم» stands right before, one in a line of its own at the
 * head, or one in a dateline. Null where the text says none; nothing is reckoned.
 */
export function publicationIn(text: string): Publication | null {
  const head = text.slice(0, HEAD)
  const words = readWords(head)
  const full = findDates(words).flatMap((expression) => {
    const day = isFull(expression) ? resolveDate(expression.value, null, 'past') : null
    return day ? [{ expression, date: day.from, quote: head.slice(expression.start, expression.end) }] : []
  })
  const told =
    full.find(({ expression }) => isToday(words, expression)) ??
    full.find(({ expression }) => isByline(head, expression) || isDateline(words, expression))
  return told ? { date: told.date, quote: told.quote } : null
}

const isFull = ({ value }: DateExpression): boolean => value.kind === 'calendar' && value.year !== null && value.days.length === 1

const isToday = (words: readonly Word[], { first }: DateExpression): boolean =>
  words
    .slice(Math.max(0, first - MAX_APART), first)
    .some(({ form, sentence }) => sentence === words[first]!.sentence && /^(و?اليوم|لليوم)$/.test(form))

/** «الخرطوم 22 يوليو 2018 (سونا) - التقى …», «القاهرة (رويترز) - 22 يوليو 2018: …»: among the first words, before a dash or colon, and no sentence. */
export function isDateline(words: readonly Word[], { first, last }: DateExpression): boolean {
  if (first > MAX_DATELINE || words.slice(0, first).some(({ form }) => isSpeechVerb(form) || isMeetingVerb(form))) return false
  const close = words.slice(last + 1, last + 2 + MAX_AGENCY).find(({ gap }) => /[-–—ـ:/]/.test(gap))
  return close !== undefined && close.sentence === words[first]!.sentence
}
/** Words before the day: the town, the agency. */
const MAX_DATELINE = 5
/** Words of the agency between the day and the dash. */
const MAX_AGENCY = 4

/** Whether the date stands among the first lines, in one that says little else. */
function isByline(text: string, { start, end }: DateExpression): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  if (lineEnd < 0) return false
  const before = text
    .slice(0, lineStart)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const beside = `${text.slice(lineStart, start)} ${text.slice(end, lineEnd)}`.match(/\p{L}{2,}/gu) ?? []
  return before.length < BYLINE_LINES && beside.length <= MAX_BESIDE
}
