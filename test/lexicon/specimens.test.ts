import { describe, expect, test } from 'vitest'
import { findTriggers } from '../../src/extraction/meetings/find-triggers.ts'
import { readWords } from '../../src/extraction/word.ts'
import { findBoilerplate } from '../../src/ingest/clean.ts'
import { BOILERPLATE_CUES } from '../../src/lexicon/boilerplate.ts'
import { COUNTRIES } from '../../src/lexicon/countries.ts'
import { MEETING_NOUNS } from '../../src/lexicon/meeting-nouns.ts'
import { MEETING_VERBS } from '../../src/lexicon/meeting-verbs.ts'
import { extract } from '../support/knowledge.ts'

const triggers = (text: string) => findTriggers(readWords(text), () => false)

describe('every row of the lexicon fires on its own specimen', () => {
  test.each(MEETING_VERBS)('the verb $past', ({ id, kind, example }) => {
    expect(triggers(example)).toContainEqual(expect.objectContaining({ rule: `verb.${id}`, kind }))
    const { reports } = extract(example, '2020-01-15')
    expect(reports.map((report) => report.rules[0])).toContain(`verb.${id}`)
  })

  test.each(MEETING_NOUNS)('the noun $forms.0', ({ id, kind, example }) => {
    expect(triggers(example)).toContainEqual(expect.objectContaining({ rule: `noun.${id}`, kind }))
  })

  test.each(BOILERPLATE_CUES)('the cue $id', ({ id, example }) => {
    expect(findBoilerplate(`متن الخبر.\n${example}`)).toContainEqual(expect.objectContaining({ rule: id }))
  })
})

test('a list of other headlines ends where the text goes on', () => {
  const body = 'قال الوزير ذلك أمس.\nأخبار ذات صلة\nالرئيس يستقبل وفدا\nالوزير يهنئ نظيره\nوأضاف الوزير أن الوضع هادئ.'
  const [list, ...others] = findBoilerplate(body)
  expect(body.slice(list!.start, list!.end)).toBe('أخبار ذات صلة\nالرئيس يستقبل وفدا\nالوزير يهنئ نظيره')
  expect(others).toEqual([])
})

test.each([
  'قال الوزير إن الحوار ضروري',
  'اللقاح متوفر في القاهرة',
  'عقد الوزير سامح شكري مؤتمرا صحفيا',
  'رئيس مجموعة الاتصال ليف دينغوف',
  'استقبل مطار القاهرة ألف مسافر',
  'استقبلت شباك الزمالك الهدف الثاني عن طريق محمد شريف، قبل أن يقلص سيف الجزيري النتيجة.',
  'بحث الباحثون عن دواء',
])('«%s» tells of no encounter', (sentence) => {
  expect(extract(sentence, '2020-01-15').reports).toEqual([])
})

test('a country stands once, and its names are spelt with Arabic letters', () => {
  expect(new Set(COUNTRIES.map(({ iso }) => iso)).size).toBe(COUNTRIES.length)
  for (const { names } of COUNTRIES) for (const name of names) expect(name).toMatch(/^[\p{Script=Arabic}\s\-\u064B-\u0652]+$/u)
})
