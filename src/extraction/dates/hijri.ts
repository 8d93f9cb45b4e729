const MEAN_YEAR = 354.36707
const MEAN_MONTH = 29.530588
/** The first day of the Islamic calendar, in milliseconds of UTC. */
const EPOCH = Date.UTC(622, 6, 19)
const DAY = 86_400_000
/** Days by which the mean calendar may differ from the one in use. */
const LEEWAY = 4

const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/** The parts of a day in the calendar of Umm al-Qura. */
function partsOf(day: Date): { year: number; month: number; day: number } {
  const parts = new Map(format.formatToParts(day).map(({ type, value }) => [type, Number.parseInt(value, 10)]))
  return { year: parts.get('year')!, month: parts.get('month')!, day: parts.get('day')! }
}

/**
 * The Gregorian day, «YYYY-MM-DD», of a day of the Islamic calendar as Umm al-Qura counts it (the tables of ICU, 1300–1600 AH; computed outside of them);
 * null where that month has no such day. Sightings of the moon may differ by a day.
 */
export function gregorianOf(year: number, month: number, day: number): string | null {
  const about = EPOCH + ((year - 1) * MEAN_YEAR + (month - 1) * MEAN_MONTH + day - 1) * DAY
  for (let shift = -LEEWAY; shift <= LEEWAY; shift++) {
    const candidate = new Date(Math.round(about / DAY) * DAY + shift * DAY)
    const found = partsOf(candidate)
    if (found.year === year && found.month === month && found.day === day) return candidate.toISOString().slice(0, 10)
  }
  return null
}
