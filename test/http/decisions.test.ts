import supertest from 'supertest'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { bearer, seededApp } from '../support/seeded.ts'

let seeded: Awaited<ReturnType<typeof seededApp>>
let admin: string
beforeEach(async () => {
  seeded = await seededApp()
  admin = await bearer(seeded.storage, ['admin'])
})
afterEach(() => seeded.close())

// biome-ignore lint/suspicious/noExplicitAny: bodies are checked by what the tests say of them
type Body = any
const api = () => supertest(seeded.app.server)
const get = async (path: string, query: object = {}): Promise<Body> => (await api().get(path).set('authorization', admin).query(query)).body
const decide = async (decision: object, status = 201): Promise<Body> =>
  (await api().post('/v1/decisions').set('authorization', admin).send(decision).expect(status)).body
const withdraw = async (id: string): Promise<Body> =>
  (await api().post(`/v1/decisions/${id}/withdrawal`).set('authorization', admin).expect(200)).body
const put = async (external_id: string, body: string, published = '2024-03-05', source = 'تجربة'): Promise<string> =>
  (await api().post('/v1/articles').set('authorization', admin).send({ source, external_id, published, body })).body.id
const meetingsOf = async (article: string): Promise<Body[]> => (await get(`/v1/articles/${article}`, { include: 'meetings' })).meetings
const actorsOf = async (article: string): Promise<Body[]> => (await get(`/v1/articles/${article}`, { include: 'actors' })).actors
const actorNamed = async (name: string): Promise<Body> => (await get('/v1/actors', { q: name })).data[0]
/** Where a text stands in the body of an article. */
const spanOf = async (article: string, text: string) => {
  const { body } = await get(`/v1/articles/${article}`)
  return { article, start: body.indexOf(text), end: body.indexOf(text) + text.length }
}

const MEETING = 'التقى وزير الخارجية المصري سامح شكري، أمس، في القاهرة نظيره التونسي خميس الجهيناوي.'
const AGAIN = 'اجتمع الوزير المصري سامح شكري مع الوزير التونسي خميس الجهيناوي في القاهرة يوم 4 مارس 2024.'

describe('actors', () => {
  it('are one where a judgement says so, and two again when it is taken back', async () => {
    const [haftar, sarraj] = [await actorNamed('خليفة حفتر'), await actorNamed('فايز السراج')]
    const made = await decide({ kind: 'actor.same', actor: haftar.id, other: sarraj.id })
    expect(made).toMatchObject({ state: 'applied', problem: null, author: 'test', origin: 'human' })
    const [one, other] = [await api().get(`/v1/actors/${haftar.id}`), await api().get(`/v1/actors/${sarraj.id}`)]
    expect([one.status, other.status].sort()).toEqual([200, 308])
    const kept = one.status === 200 ? one : other
    expect(kept.body).toMatchObject({ state: 'confirmed', origin: 'human' })
    expect(kept.body.names.map(({ name }: Body) => name)).toEqual(expect.arrayContaining(['خليفة حفتر', 'فايز السراج']))
    expect((await withdraw(made.id)).state).toBe('withdrawn')
    expect(await get(`/v1/actors/${haftar.id}`)).toEqual(haftar)
    expect(await get(`/v1/actors/${sarraj.id}`)).toEqual(sarraj)
  })

  it('of one name are two where a judgement says so of their mentions', async () => {
    const [a, b] = [await put('a', 'قال الباحث كمال عبد السلام إن السوق هادئ.'), await put('b', 'فاز العداء كمال عبد السلام بالسباق.')]
    const name = 'كمال عبد السلام'
    expect((await actorsOf(a))[0].id).toBe((await actorsOf(b))[0].id)
    const made = await decide({ kind: 'actor.different', actor: await spanOf(a, name), other: await spanOf(b, name) })
    expect(made.state).toBe('applied')
    expect((await actorsOf(a))[0].id).not.toBe((await actorsOf(b))[0].id)
    await put('c', 'وصل كمال عبد السلام إلى المطار.')
    expect((await actorsOf(a))[0].id).not.toBe((await actorsOf(b))[0].id)
  })

  it('that a judgement parted keep their ids, whoever is told of later', async () => {
    for (const [i, first] of ['كمال', 'سمير', 'محمود', 'خالد', 'عمر', 'يوسف'].entries()) {
      const [one, other] = [`${first} سوركين`, `${first} سوركن`]
      const [a, b] = [await put(`a${i}`, `قال الباحث ${one} إن السوق هادئ.`), await put(`b${i}`, `فاز العداء ${other} بالسباق.`)]
      expect((await actorsOf(a))[0].id).toBe((await actorsOf(b))[0].id)
      await decide({ kind: 'actor.different', actor: await spanOf(a, one), other: await spanOf(b, other) })
      const parted = [(await actorsOf(a))[0].id, (await actorsOf(b))[0].id]
      for (const later of ['c', 'd', 'e']) await put(`${later}${i}`, `وصل العداء ${other} إلى المطار ${later}.`)
      for (const id of parted) expect((await api().get(`/v1/actors/${id}`)).status, other).toBe(200)
    }
  })

  it('are called, counted and placed as judgements say, the machine beside, the later judgement first', async () => {
    const { id } = await actorNamed('خليفة حفتر')
    await decide({ kind: 'actor.name', actor: id, value: 'المشير حفتر' })
    const second = await decide({ kind: 'actor.name', actor: id, value: 'خليفة بلقاسم حفتر' })
    await decide({ kind: 'actor.kind', actor: id, value: 'group' })
    await decide({ kind: 'actor.country', actor: id, value: 'TN' })
    await decide({ kind: 'actor.role', actor: id, value: 'قائد القوات', note: 'من السجل' })
    const actor = await get(`/v1/actors/${id}`)
    expect(actor).toMatchObject({
      name: 'خليفة بلقاسم حفتر',
      kind: 'group',
      country: 'TN',
      state: 'confirmed',
      decided: { name: { decision: second.id, origin: 'human', machine: 'خليفة حفتر' }, country: { machine: 'LY' } },
    })
    expect(actor.roles[0]).toMatchObject({ title: 'قائد القوات', from: null })
    expect((await get('/v1/actors', { state: 'confirmed' })).data).toHaveLength(1)
    await withdraw(second.id)
    expect((await get(`/v1/actors/${id}`)).name).toBe('المشير حفتر')
  })

  it('are named by what a judgement links to them, and by nothing that it unlinks', async () => {
    const article = await put('link', 'قال الناطق باسم الحكومة إن أبا سليمان وصل. واستقبله سامح شكري في المطار.')
    const { id } = await actorNamed('خليفة حفتر')
    const made = await decide({ kind: 'mention.link', mention: await spanOf(article, 'أبا سليمان'), actor: id })
    expect(made.state).toBe('applied')
    expect((await actorsOf(article)).map((actor) => actor.id)).toContain(id)
    expect((await get(`/v1/actors/${id}`)).names.map(({ name }: Body) => name)).toContain('أبا سليمان')
    await decide({ kind: 'mention.unlink', mention: await spanOf(article, 'سامح شكري') })
    expect((await actorsOf(article)).map(({ name }) => name)).not.toContain('سامح شكري')
  })
})

describe('a mention that is linked', () => {
  const BODY = 'التقى وزير الخارجية الروسي سيرغي لافروف، أمس، في موسكو رئيس الوزراء الليبي عبد الحميد الدبيبة. وقال الدبيبة إن اللقاء مثمر.'

  it('is moved alone: the others stay, and nobody else is joined', async () => {
    const article = await put('e2', BODY)
    const [dbeibah, haftar] = [await actorNamed('عبد الحميد الدبيبة'), await actorNamed('خليفة حفتر')]
    const start = BODY.lastIndexOf('الدبيبة')
    const made = await decide({ kind: 'mention.link', mention: { article, start, end: start + 7 }, actor: haftar.id })
    expect(made.state).toBe('applied')
    expect((await get(`/v1/actors/${dbeibah.id}`)).names.map(({ name }: Body) => name)).toEqual(['عبد الحميد الدبيبة'])
    const after = await get(`/v1/actors/${haftar.id}`)
    expect(after.names.map(({ name }: Body) => name)).toContain('الدبيبة')
    expect(after.names.map(({ name }: Body) => name)).not.toContain('عبد الحميد الدبيبة')
    await withdraw(made.id)
    expect(await get(`/v1/actors/${haftar.id}`)).toEqual(haftar)
    expect(await get(`/v1/actors/${dbeibah.id}`)).toEqual(dbeibah)
  })

  it('belongs to whom the later of two judgements says, and the earlier is contradicted', async () => {
    const article = await put('e2', BODY)
    const [haftar, sarraj] = [await actorNamed('خليفة حفتر'), await actorNamed('فايز السراج')]
    const start = BODY.lastIndexOf('الدبيبة')
    const mention = { article, start, end: start + 7 }
    const first = await decide({ kind: 'mention.link', mention, actor: haftar.id })
    await decide({ kind: 'mention.link', mention, actor: sarraj.id })
    expect((await get(`/v1/decisions/${first.id}`)).state).toBe('contradicted')
    const holders = (await get(`/v1/articles/${article}`, { include: 'mentions' })).mentions
    expect(holders.find((one: Body) => one.start === start).actor).toBe(sarraj.id)
    expect((await api().get(`/v1/actors/${haftar.id}`)).status).toBe(200)
  })

  it('may be all that names somebody, and no stretch of text stops the article', async () => {
    const article = await put('e2', BODY)
    const haftar = await actorNamed('خليفة حفتر')
    const start = BODY.indexOf('عبد الحميد')
    await decide({ kind: 'mention.link', mention: { article, start, end: BODY.lastIndexOf('الدبيبة') + 7 }, actor: haftar.id })
    await put('e2', `${BODY} وشكر الحضور.`)
    const whole = { article, start: 0, end: BODY.length }
    await decide({ kind: 'mention.link', mention: { ...whole, end: 2 }, actor: haftar.id })
    await decide(
      { kind: 'mention.link', mention: { ...whole, start: BODY.indexOf('،'), end: BODY.indexOf('،') + 1 }, actor: haftar.id },
      400,
    )
    const { body } = await api().get('/v1/decisions').set('authorization', admin)
    for (const { id } of body.data) await withdraw(id)
    expect((await actorsOf(article)).map(({ name }) => name)).toEqual(expect.arrayContaining(['عبد الحميد الدبيبة', 'سيرجي لافروف']))
  })

  it('is taken whole or not at all, and renames nobody', async () => {
    const article = await put('e2', BODY)
    const haftar = await actorNamed('خليفة حفتر')
    const start = BODY.indexOf('عبد الحميد')
    const { errors } = await decide(
      { kind: 'mention.link', mention: { article, start: start + 4, end: start + 10 }, actor: haftar.id },
      400,
    )
    expect(errors[0]).toMatchObject({ pointer: '/mention', detail: expect.stringContaining(`"start": ${start}`) })
    await decide({ kind: 'mention.unlink', mention: { article, start, end: start + 3 } }, 400)
    const title = BODY.indexOf('وزير الخارجية الروسي')
    await decide({ kind: 'mention.link', mention: { article, start: title, end: title + 20 }, actor: haftar.id })
    const after = await get(`/v1/actors/${haftar.id}`)
    expect([after.name, after.country]).toEqual([haftar.name, haftar.country])
    expect(after.names.map(({ name }: Body) => name)).toContain('وزير الخارجية الروسي')
  })

  it('parts two mentions of one article; a judgement that they differ cannot', async () => {
    const article = await put('e2', BODY)
    const [first, second] = [BODY.indexOf('عبد الحميد'), BODY.lastIndexOf('الدبيبة')]
    const { errors } = await decide(
      { kind: 'actor.different', actor: { article, start: first, end: first + 18 }, other: { article, start: second, end: second + 7 } },
      400,
    )
    expect(errors[0].detail).toContain('mention.link')
  })

  it('is nothing that another judgement on the actor is kept on', async () => {
    const article = await put('e2', BODY)
    const haftar = await actorNamed('خليفة حفتر')
    const start = BODY.indexOf('عبد الحميد')
    const made = await decide({ kind: 'mention.link', mention: { article, start, end: start + 18 }, actor: haftar.id })
    await decide({ kind: 'actor.name', actor: haftar.id, value: 'المشير خليفة حفتر' })
    await withdraw(made.id)
    expect((await get(`/v1/actors/${haftar.id}`)).name).toBe('المشير خليفة حفتر')
    expect((await actorsOf(article)).map(({ name }) => name)).not.toContain('المشير خليفة حفتر')
  })
})

describe('reports and meetings', () => {
  it('that are rejected are gone, and back under their id when that is taken back', async () => {
    const article = await put('m', MEETING)
    const [meeting] = await meetingsOf(article)
    const made = await decide({ kind: 'report.reject', report: meeting.evidence[0].report })
    expect(made.state).toBe('applied')
    await api().get(`/v1/meetings/${meeting.id}`).expect(410)
    await withdraw(made.id)
    expect(await get(`/v1/meetings/${meeting.id}`)).toEqual(meeting)
  })

  it('that are confirmed stay as they were, whatever the machine makes of a new revision', async () => {
    const article = await put('m', MEETING)
    const [meeting] = await meetingsOf(article)
    await decide({ kind: 'report.confirm', report: meeting.evidence[0].report })
    expect((await meetingsOf(article))[0]).toMatchObject({ id: meeting.id, reviewed: true, confidence: 1, origin: 'human' })
    await put('m', `وفي خبر سابق نفى المتحدث أن يكون هناك اجتماع. ${MEETING}`, '2024-03-06')
    const [after] = await meetingsOf(article)
    expect(after).toMatchObject({ kind: meeting.kind, status: 'held', date: { from: '2024-03-04', to: '2024-03-04' } })
    expect(after.participants.map(({ actor }: Body) => actor.name)).toEqual(meeting.participants.map(({ actor }: Body) => actor.name))
    expect((await get('/v1/decisions')).data[0].state).toBe('applied')
  })

  it('have fields as judgements set them, with the machine’s value and the judgement in their provenance', async () => {
    const article = await put('m', MEETING)
    await put('n', AGAIN, '2024-03-06', 'أخرى')
    const [meeting] = await meetingsOf(article)
    expect(meeting.counts.reports).toBe(2)
    expect(meeting.provenance.status).toMatchObject({ decision: null, origin: 'machine' })
    const status = await decide({ kind: 'report.set', report: meeting.evidence[0].report, field: 'status', value: 'cancelled' })
    const date = await decide({ kind: 'meeting.set', meeting: meeting.id, field: 'date', value: { from: '2024-03' } })
    await decide({ kind: 'meeting.set', meeting: meeting.id, field: 'place', value: { name: 'الإسكندرية', country: 'EG' } })
    const after = await get(`/v1/meetings/${meeting.id}`)
    expect(after).toMatchObject({
      status: 'cancelled',
      date: { from: '2024-03', to: '2024-03', precision: 'month', basis: 'decided' },
      place: { name: 'الإسكندرية', kind: 'town', country: 'EG' },
      provenance: {
        status: { decision: status.id, origin: 'human', machine: 'held' },
        date: { decision: date.id, machine: { from: '2024-03-04' } },
        kind: { decision: null, origin: 'machine' },
      },
    })
    expect((await get('/v1/meetings', { place: 'الإسكندرية' })).data).toHaveLength(1)
  })

  it('are one meeting, or two, where judgements say so', async () => {
    const [a, b] = [await put('m', MEETING), await put('n', AGAIN, '2024-03-06', 'أخرى')]
    const [meeting] = await meetingsOf(a)
    const reports = [...new Set(meeting.evidence.map(({ report }: Body) => report))]
    const apart = await decide({ kind: 'meeting.different', meeting: reports[0], other: reports[1] })
    const [one, other] = [(await meetingsOf(a))[0], (await meetingsOf(b))[0]]
    expect(one.id).not.toBe(other.id)
    await withdraw(apart.id)
    expect((await meetingsOf(b))[0].id).toBe((await meetingsOf(a))[0].id)
    const far = await put('far', MEETING, '2019-01-01', 'ثالثة')
    const [distant] = await meetingsOf(far)
    await decide({ kind: 'meeting.same', meeting: meeting.id, other: distant.id })
    expect((await meetingsOf(far))[0].id).toBe((await meetingsOf(a))[0].id)
    expect((await meetingsOf(far))[0].counts.reports).toBe(3)
  })

  it('are told by a person where the machine tells none', async () => {
    const article = await put('told', 'شوهد فهد الكندري وسعد المرزوقي على طاولة واحدة في فندق بالدوحة مساء الأحد.')
    expect(await meetingsOf(article)).toEqual([])
    const [first, second] = [await spanOf(article, 'فهد الكندري'), await spanOf(article, 'سعد المرزوقي')]
    await decide({
      kind: 'meeting.create',
      evidence: await spanOf(article, 'على طاولة واحدة في فندق بالدوحة مساء الأحد'),
      meeting: {
        kind: 'meeting',
        status: 'held',
        date: { from: '2024-03-03' },
        place: { name: 'الدوحة', country: 'QA' },
        participants: [first, second].map(({ start, end }) => ({ start, end })),
      },
    })
    const [meeting] = await meetingsOf(article)
    expect(meeting).toMatchObject({
      origin: 'human',
      reviewed: true,
      status: 'held',
      date: { from: '2024-03-03' },
      place: { name: 'الدوحة' },
    })
    expect(meeting.participants.map(({ actor }: Body) => actor.name)).toEqual(['فهد الكندري', 'سعد المرزوقي'])
    expect(meeting.evidence[0].quote.exact).toBe('على طاولة واحدة في فندق بالدوحة مساء الأحد')
  })

  it('of copied articles have one independent source', async () => {
    const text = `${MEETING} وبحث الجانبان سبل دعم العلاقات الثنائية بين البلدين في مجالات التجارة والاستثمار والسياحة، وتناولا الأوضاع في المنطقة.`
    const article = await put('m', text)
    await put('copy', `${text} المصدر: وكالات`, '2024-03-05', 'ناقلة')
    expect((await meetingsOf(article))[0].counts).toMatchObject({ articles: 2, sources: 2, independent_sources: 1 })
    await put('own', AGAIN, '2024-03-05', 'أخرى')
    expect((await meetingsOf(article))[0].counts).toMatchObject({ articles: 3, sources: 3, independent_sources: 2 })
  })
})

describe('a quote', () => {
  it('is found again where the article has changed, and the judgement is orphaned where it is gone or cannot be told', async () => {
    const article = await put('q', MEETING)
    const mention = { kind: 'actor.name', actor: await spanOf(article, 'سامح شكري'), value: 'سامح حسن شكري' }
    const { id } = await decide(mention)
    await put('q', `عاجل: ${MEETING}`, '2024-03-06')
    expect(await get(`/v1/decisions/${id}`)).toMatchObject({ state: 'applied' })
    expect((await actorsOf(article)).map(({ name }) => name)).toContain('سامح حسن شكري')
    await put('q', MEETING.replace('سامح شكري', 'بدر عبد العاطي'), '2024-03-07')
    expect(await get(`/v1/decisions/${id}`)).toMatchObject({ state: 'orphaned', problem: expect.stringContaining('does not stand') })
    await put('q', 'وقال سامح شكري. وأضاف سامح شكري. وختم سامح شكري.', '2024-03-08')
    expect(await get(`/v1/decisions/${id}`)).toMatchObject({ state: 'orphaned', problem: expect.stringContaining('3 times') })
    await put('q', MEETING, '2024-03-09')
    expect(await get(`/v1/decisions/${id}`)).toMatchObject({ state: 'applied', problem: null })
    await api().delete(`/v1/articles/${article}`).set('authorization', admin).expect(204)
    expect(await get('/v1/decisions', { state: 'orphaned' })).toMatchObject({ data: [{ id, problem: 'the article was deleted' }] })
  })
})

describe('judgements', () => {
  it('are refused where they name what is not there, with where', async () => {
    const { errors } = await decide({ kind: 'actor.same', actor: 'act_000000000000', other: 'act_7f3528c5c354' }, 400)
    expect(errors).toEqual([expect.objectContaining({ pointer: '/actor', code: 'not-found' })])
    const { id } = await actorNamed('خليفة حفتر')
    expect((await decide({ kind: 'actor.same', actor: id, other: id }, 400)).errors[0].code).toBe('same-thing')
    expect((await decide({ kind: 'actor.nam', actor: id, value: 'red' }, 400)).detail).toContain('did you mean «actor.name»')
    expect((await decide({ kind: 'actor.same', actor: id }, 400)).errors[0]).toMatchObject({
      pointer: '/other',
      detail: expect.stringContaining('act_'),
    })
    for (const value of ['Libya', 'ZZ', 'QQ'])
      expect((await decide({ kind: 'actor.country', actor: id, value }, 400)).errors[0]).toMatchObject({
        pointer: '/value',
        detail: expect.stringContaining('LY'),
      })
    expect((await decide({ kind: 'actor.name', actor: id, value: 'ok\u202e' }, 400)).detail).toContain('mark of direction')
    const date = { kind: 'meeting.set', meeting: 'mtg_650ff985db5c', field: 'date', value: { from: '2018-05-01', to: '2018-06' } }
    expect((await decide(date, 400)).detail).toContain('write both as days')
    expect((await decide({ ...date, field: 'colour' }, 400)).detail).toContain('kind, status, date, place')
    const article = await put('r', MEETING)
    expect((await decide({ kind: 'mention.unlink', mention: { article, start: 5, end: 9_999 } }, 400)).errors[0].pointer).toBe(
      '/mention/end',
    )
  })

  it('are made only on what is as it was read, where If-Match says so', async () => {
    const { id } = await actorNamed('خليفة حفتر')
    const { headers } = await api().get(`/v1/actors/${id}`)
    const named = (value: string) =>
      api().post('/v1/decisions').set('authorization', admin).set('if-match', headers.etag!).send({ kind: 'actor.name', actor: id, value })
    await named('الأول').expect(201)
    await named('الثاني').expect(412)
  })

  it('that contradict one another are told so', async () => {
    const [a, b] = [await actorNamed('خليفة حفتر'), await actorNamed('فايز السراج')]
    await decide({ kind: 'actor.different', actor: a.id, other: b.id })
    expect(await decide({ kind: 'actor.same', actor: a.id, other: b.id })).toMatchObject({ state: 'contradicted' })
    expect((await get('/v1/decisions', { state: 'contradicted', facets: 'state' })).total.value).toBe(1)
  })

  it('go out of one store and into another, also before their articles', async () => {
    const article = await put('m', MEETING)
    const [meeting] = await meetingsOf(article)
    await decide({ kind: 'meeting.set', meeting: meeting.id, field: 'status', value: 'denied' })
    const shoukry = await actorNamed('سامح شكري')
    await decide({ kind: 'actor.name', actor: shoukry.id, value: 'سامح حسن شكري' })
    const { text } = await api().get('/v1/decisions.ndjson').set('authorization', admin)
    await seeded.close()
    seeded = await seededApp()
    admin = await bearer(seeded.storage, ['admin'])
    const send = (lines: string) =>
      api().post('/v1/decisions/bulk').set('authorization', admin).set('content-type', 'application/x-ndjson').send(lines)
    const { text: answer } = await send(`${text}{"id":"dec_1"}\nno json\n`).expect(200)
    const lines = answer
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.at(-1).summary).toMatchObject({ lines: 4, created: 2, failed: 2, complete: true })
    expect(lines[2]).toMatchObject({ line: 4, result: 'failed', error: expect.stringContaining('id') })
    expect((await get('/v1/decisions')).data.map(({ state, origin }: Body) => [state, origin])).toEqual([
      ['orphaned', 'import'],
      ['orphaned', 'import'],
    ])
    expect((await send(text).expect(200)).text).toContain('"unchanged":2')
    await put('m', MEETING)
    expect((await get('/v1/decisions')).data.map(({ state }: Body) => state)).toEqual(['applied', 'applied'])
    expect((await meetingsOf(article))[0]).toMatchObject({ status: 'denied', origin: 'import', reviewed: true })
  })

  it('are for those who may review', async () => {
    await api().get('/v1/decisions').expect(401)
    await api()
      .get('/v1/review')
      .set('authorization', await bearer(seeded.storage, ['ingest']))
      .expect(403)
  })
})

describe('of several judgements', () => {
  it('on one field those that give way are contradicted, and what the machine says is what it read', async () => {
    const article = await put('m', MEETING)
    const [meeting] = await meetingsOf(article)
    const first = await decide({ kind: 'report.set', report: meeting.evidence[0].report, field: 'status', value: 'denied' })
    const second = await decide({ kind: 'report.set', report: meeting.evidence[0].report, field: 'status', value: 'cancelled' })
    expect([(await get(`/v1/decisions/${first.id}`)).state, second.state]).toEqual(['contradicted', 'applied'])
    const confirmed = await decide({ kind: 'report.confirm', report: meeting.evidence[0].report })
    expect((await meetingsOf(article))[0].provenance).toMatchObject({
      status: { decision: confirmed.id, machine: 'held' },
      participants: { decision: confirmed.id, origin: 'human' },
    })
  })

  it('the same one made twice is one', async () => {
    const { id } = await actorNamed('خليفة حفتر')
    const decision = { kind: 'actor.role', actor: id, value: 'قائد' }
    expect((await decide(decision)).id).toBe((await decide(decision)).id)
    expect((await get(`/v1/actors/${id}`)).roles.filter(({ title }: Body) => title === 'قائد')).toHaveLength(1)
  })

  it('a withdrawal is imported too, and another judgement under a known id is refused', async () => {
    const { id } = await actorNamed('خليفة حفتر')
    const made = await decide({ kind: 'actor.name', actor: id, value: 'المشير' })
    const send = (line: object) =>
      api()
        .post('/v1/decisions/bulk')
        .set('authorization', admin)
        .set('content-type', 'application/x-ndjson')
        .send(`${JSON.stringify(line)}\n`)
    expect((await send({ ...made, value: { value: 'آخر' } })).text).toContain('is another decision here')
    expect((await send({ ...made, withdrawn_at: '2026-02-03T04:05:06.000Z' })).text).toContain('"withdrawn":1')
    expect((await get(`/v1/actors/${id}`)).name).toBe('خليفة حفتر')
  })
})

test('ids outlive an edit in front of what is named and told', async () => {
  const article = await put('m', MEETING)
  const [before, actors] = [await meetingsOf(article), await actorsOf(article)]
  await put('m', `(وكالات) ${MEETING}`, '2024-03-05')
  expect((await meetingsOf(article)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect((await actorsOf(article)).map(({ id }) => id)).toEqual(actors.map(({ id }) => id))
})

describe('the review queue', () => {
  it('holds pairs of one name that nothing vouches for, doubtful reports and disputed meetings, until they are judged', async () => {
    await put('one', 'قال الوزير مسرور نيجيرفان بارزاني إن الحوار مستمر.')
    await put('two', 'أعلن مسرور بارزاني موعد الجلسة.')
    await put('m', MEETING)
    await put('n', 'نفى متحدث أن يكون سامح شكري قد التقى خميس الجهيناوي في القاهرة يوم 4 مارس 2024.', '2024-03-06', 'أخرى')
    const { data, facets } = await get('/v1/review', { facets: 'kind' })
    expect(facets.kind.buckets.map(({ value }: Body) => value).sort()).toEqual(['disputed-meeting', 'doubtful-report', 'merge-candidate'])
    const pair = data.find(({ kind }: Body) => kind === 'merge-candidate')
    expect(pair.features.names.sort()).toEqual(['مسرور بارزاني', 'مسرور نيجيرفان بارزاني'])
    await decide({ kind: 'actor.different', actor: pair.actors[0].id, other: pair.actors[1].id })
    const disputed = data.find(({ kind }: Body) => kind === 'disputed-meeting')
    await decide({ kind: 'meeting.set', meeting: disputed.meeting, field: 'status', value: 'held' })
    for (const { report } of data.filter(({ kind }: Body) => kind === 'doubtful-report')) await decide({ kind: 'report.confirm', report })
    expect((await get('/v1/review')).data).toEqual([])
  })

  it('is read page by page, what touches most first', async () => {
    const { data } = await get('/v1/review')
    const first = await get('/v1/review', { limit: 1 })
    const second = await get(first.page.next_url)
    expect([...first.data, ...second.data].map(({ id }: Body) => id)).toEqual(
      data
        .slice(0, 21)
        .map(({ id }: Body) => id)
        .slice(0, first.data.length + second.data.length),
    )
  })
})
