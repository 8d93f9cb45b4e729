import { describe, expect, test } from 'vitest'
import { named, people, told } from '../support/told.ts'

describe('a last name alone is somebody', () => {
  test.each([
    ['where a noun of encounter has who meets', 'أعلن المتحدث أن لقاء بين ماكرون وأردوغان سيعقد في جنيف يوم الأحد.', ['ماكرون', 'أردوغان']],
    ['where the text is sure of it elsewhere', 'لقاء مرتقب بين أوباما وروحاني في جنيف. وقال روحاني إنه لا يثق بأوباما.', ['روحاني']],
  ])('%s', (_, text, names) => {
    expect(people(text)).toEqual(expect.arrayContaining(names))
  })

  test('but not an adjective of the noun, nor a common word in its place', () => {
    expect(named('قال الوزير سامح شكري في لقاء تلفزيوني إن الأمر خطير.')).toEqual(['سامح شكري'])
    expect(people('المفاوضات عقدت في قرية دير قانون مع قياديي الحزب.')).toEqual([])
  })
})

test('two last names meet', () => {
  expect(told('أعلن المتحدث أن لقاء بين ماكرون وأردوغان سيعقد في جنيف يوم الأحد.')).toMatchObject([
    { who: ['أردوغان', 'ماكرون'], status: 'planned', where: 'جنيف' },
  ])
})

test('a name does not end in «كان»', () => {
  expect(named('ذكر أن رئيس البرلمان راشد الطالبي العلمي كان قد التقى السفير جون بولتون.')).toContain('راشد الطالبي العلمي')
})

test('a last name that is a common word is told behind an office, and behind a verb that carries an encounter', () => {
  const text = 'عاد الرئيس بشار الأسد إلى بلاده. وقال الوزير إن الرئيس فلاديمير بوتين أبلغ الرئيس الأسد، خلال اتصال هاتفي، بالأمر.'
  expect(told(text).find(({ kind }) => kind === 'call')).toMatchObject({ who: ['بشار الأسد', 'فلاديمير بوتين'] })
  expect(told('أعلن الوزير حيدر العبادي ذلك. وترأس العبادي، أمس، اجتماعا لمجلس الأمن الوطني.').map(({ who }) => who)).toEqual([
    ['حيدر العبادي', 'مجلس الأمن الوطني'],
  ])
})
