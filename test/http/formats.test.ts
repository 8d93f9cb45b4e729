import fc from 'fast-check'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bearer, seededApp } from '../support/seeded.ts'

let seeded: Awaited<ReturnType<typeof seededApp>>
beforeAll(async () => {
  seeded = await seededApp()
})
afterAll(() => seeded.close())
const http = () => supertest(seeded.app.server)
type Query = Record<string, string | string[]>

const textOf = async (path: string, query: Query = {}): Promise<string> => {
  const { body } = await http().get(path).query(query).buffer(true).parse(raw).expect(200)
  return (body as Buffer).toString('utf8')
}
const raw = (response: supertest.Response, done: (error: Error | null, bytes: Buffer) => void): void => {
  const chunks: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks)))
}
const readNdjson = (text: string): { id: string }[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const readCsv = (text: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
const readEvents = (text: string): InstanceType<typeof ICAL.Event>[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

/** Every id of a list, page by page. */
async function listed(path: string, query: Query): Promise<{ id: string; date?: { from: string } | null }[]> {
  const found: { id: string }[] = []
  let cursor: string | null = null
  do {
    const { body }: { body: { data: { id: string }[]; page: { next: string | null } } } = await http()
      .get(path)
      .query({ ...query, limit: '7', ...(cursor ? { cursor } : {}) })
      .expect(200)
    found.push(...body.data)
    cursor = body.page.next
  } while (cursor)
  return found
}

const some = (name: string, values: readonly string[]) =>
  fc.record({ [name]: fc.subarray([...values], { minLength: 1 }) }, { requiredKeys: [] })
const FILTERS = {
  '/v1/articles': fc.tuple(
    some('q', ['حفتر']).map(({ q }) => (q ? { q: q[0] } : {})),
    some('actor', ['خليفة حفتر', 'فلان']),
    some('not.place', ['موسكو']),
    some('published_from', ['2018']).map((one) => Object.fromEntries(Object.entries(one).map(([k, v]) => [k, v![0]]))),
    fc.constantFrom({}, { sort: 'id' }, { sort: '-published' }),
  ),
  '/v1/meetings': fc.tuple(
    some('q', ['لافروف حفتر']).map(({ q }) => (q ? { q: q[0] } : {})),
    some('status', ['held', 'planned', 'possible']),
    some('not.kind', ['visit', 'call']),
    some('participant', ['خليفة حفتر', 'سيرجي لافروف']),
    fc.constantFrom({}, { sort: 'date' }, { sort: '-reported' }, { date_from: '2018' }),
  ),
  '/v1/actors': fc.tuple(
    some('kind', ['person', 'government']),
    some('country', ['LY', 'RU']),
    some('state', ['auto', 'candidate']),
    fc.constantFrom({}, { sort: 'id' }),
  ),
  '/v1/places': fc.tuple(some('kind', ['town', 'country']), some('not.country', ['RU']), fc.constantFrom({}, { sort: '-id' })),
  '/v1/sources': fc.tuple(fc.constantFrom({}, { sort: 'id' })),
} as const

describe('an export holds what the list holds, in its order, whatever the filters', () => {
  test.each(Object.keys(FILTERS) as (keyof typeof FILTERS)[])(
    '%s',
    async (path) => {
      const filters = FILTERS[path] as fc.Arbitrary<readonly object[]>
      await fc.assert(
        fc.asyncProperty(filters, async (parts) => {
          const query = Object.assign({}, ...parts) as Query
          const ids = (await listed(path, query)).map(({ id }) => id)
          const lines = readNdjson(await textOf(`${path}.ndjson`, query))
          expect(lines.slice(0, -1).map(({ id }) => id)).toEqual(ids)
          expect(lines.at(-1)).toEqual({ end: true, count: ids.length })
          expect(readCsv(await textOf(`${path}.csv`, query)).map(({ id }) => id)).toEqual(ids)
        }),
        { numRuns: 12 },
      )
    },
    60_000,
  )

  test('a calendar holds those that have a date, and counts the others', async () => {
    const meetings = await listed('/v1/meetings', {})
    const dated = meetings.filter(({ date }) => date)
    const text = await textOf('/v1/meetings.ics')
    expect(readEvents(text).map(({ uid }) => uid)).toEqual(dated.map(({ id }) => `${id}@liqa`))
    expect(text).toContain(`X-LIQA-UNDATED:${meetings.length - dated.length}\r\n`)
  })
})

describe('CSV', () => {
  test('begins with a byte order mark and keeps Arabic, quotes and line ends', async () => {
    const authorization = await bearer(seeded.storage, ['ingest'])
    const body = 'قال: "نعم"،\nثم غادر, وعاد.\r\nانتهى'
    await http().post('/v1/articles').set('authorization', authorization).send({ external_id: '=1+1', title: '+cmd', body }).expect(201)
    const text = await textOf('/v1/articles.csv', { sort: 'id' })
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const row = readCsv(text).find((one) => one.body === body)
    expect(row).toMatchObject({ external_id: "'=1+1", title: "'+cmd" })
  })

  test('quotes what has lines of its own', async () => {
    const authorization = await bearer(seeded.storage, ['ingest'])
    await http()
      .post('/v1/articles')
      .set('authorization', authorization)
      .send({ external_id: 'lines', source: 'lines', body: 'أول\nثان' })
      .expect(201)
    expect(await textOf('/v1/articles.csv', { source: 'lines', fields: 'body' })).toBe('\ufeffbody\r\n"أول\nثان"\r\n')
  })

  test('has the columns of the fields that are asked for', async () => {
    expect(Papa.parse<string[]>((await textOf('/v1/meetings.csv', { fields: ['id', 'date'], limit: '1' })).slice(1)).data[0]).toEqual([
      'id',
      'date_from',
      'date_to',
      'date_precision',
    ])
  })
})

describe('calendars', () => {
  test('fold lines at 75 octets and cut no letter', async () => {
    const text = await textOf('/v1/meetings.ics')
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toContain('\ufffd')
    }
    const [first] = readEvents(text)
    expect(((await listed('/v1/meetings', {})) as unknown as { title: string }[]).map(({ title }) => title)).toContain(first!.summary)
  })

  test('have an event for every day that it may have been on, and its status', async () => {
    const { data } = (await http().get('/v1/meetings').query({ limit: '100' })).body as {
      data: { id: string; status: string; date: { from: string; to: string } | null }[]
    }
    const events = new Map(readEvents(await textOf('/v1/meetings.ics')).map((event) => [event.uid, event]))
    for (const { id, date, status } of data) {
      if (!date) continue
      const event = events.get(`${id}@liqa`)!
      expect(event.startDate.toString().startsWith(date.from)).toBe(true)
      expect(event.startDate.isDate).toBe(true)
      const expected = { possible: 'TENTATIVE', cancelled: 'CANCELLED', denied: 'CANCELLED' }[status] ?? 'CONFIRMED'
      expect(event.component.getFirstPropertyValue('status')).toBe(expected)
    }
  })
})

describe('the format', () => {
  test.each([
    ['text/csv', /^text\/csv/],
    ['application/x-ndjson', /^application\/x-ndjson/],
    ['text/calendar;q=0.9, text/csv;q=0.1', /^text\/calendar/],
    ['text/html, */*;q=0.8', /^application\/json/],
    ['application/xml', /^application\/json/],
  ])('of «Accept: %s» is what it prefers', async (accept, type) => {
    const { headers } = await http().get('/v1/meetings').set('accept', accept).buffer(true).parse(raw).expect(200)
    expect(headers['content-type']).toMatch(type)
    expect(headers.vary).toMatch(/Accept/)
  })

  test('is also that of a POSTed query', async () => {
    const { headers } = await http()
      .post('/v1/meetings/query')
      .set('accept', 'text/csv')
      .send({ status: 'held' })
      .buffer(true)
      .parse(raw)
      .expect(200)
    expect(headers['content-type']).toMatch(/^text\/csv/)
  })
})
