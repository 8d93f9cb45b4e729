import ical, { ICalEventStatus } from 'ical-generator'
import type { Meeting } from '../../domain/meeting.ts'
import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { MeetingStatus } from '../../domain/report.ts'

const STATUS: Readonly<Record<MeetingStatus, ICalEventStatus>> = {
  held: ICalEventStatus.CONFIRMED,
  ongoing: ICalEventStatus.CONFIRMED,
  planned: ICalEventStatus.CONFIRMED,
  possible: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
  denied: ICalEventStatus.CANCELLED,
}
const DAY_MS = 24 * 60 * 60 * 1000
const HEAD = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Liqa//Meetings//AR',
  'CALSCALE:GREGORIAN',
  'METHOD:PUBLISH',
  'X-WR-CALNAME:لقاء',
].join('\r\n')

/**
 * RFC 5545, one all-day event a meeting, over every day that it may have been on: a month is the whole month, and X-LIQA-PRECISION says so. A calendar
 * has no place for what has no date: such meetings are counted in X-LIQA-UNDATED at the end.
 */
export async function* toCalendar(meetings: AsyncIterable<readonly Meeting[]>): AsyncGenerator<string> {
  yield `${HEAD}\r\n`
  let undated = 0
  for await (const batch of meetings) {
    const dated = batch.filter(({ date }) => date !== null)
    undated += batch.length - dated.length
    if (dated.length > 0) yield eventsOf(dated)
  }
  yield `X-LIQA-UNDATED:${undated}\r\nEND:VCALENDAR\r\n`
}

/** The events of a calendar of these meetings alone, without its head and end. */
function eventsOf(meetings: readonly Meeting[]): string {
  const calendar = ical({ prodId: '//Liqa//Meetings//AR' })
  for (const { id, title, kind, status, date, place, evidence, last_reported } of meetings) {
    const url = evidence.find((one) => one.url !== null)?.url
    calendar.createEvent({
      id: `${id}@liqa`,
      stamp: dayOf(last_reported === null ? '1970-01-01' : lastDay(last_reported)),
      start: dayOf(firstDay(date!.from)),
      end: new Date(dayOf(lastDay(date!.to)).getTime() + DAY_MS),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      description: evidence.map(({ quote, source }) => (source === null ? quote.exact : `${quote.exact} (${source})`)).join('\n\n'),
      status: STATUS[status],
      categories: [{ name: kind }],
      ...(place ? { location: place.name } : {}),
      ...(url ? { url } : {}),
      x: { 'X-LIQA-STATUS': status, 'X-LIQA-PRECISION': date!.precision ?? 'day' },
    })
  }
  const text = calendar.toString()
  return text.slice(text.indexOf('BEGIN:VEVENT'), text.lastIndexOf('END:VCALENDAR'))
}

const dayOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`)
