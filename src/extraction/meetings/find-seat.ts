import type { ReportedPlace } from '../../domain/report.ts'
import { capitalOf } from '../actors/country-of.ts'
import { institutionAt } from '../actors/institution.ts'
import type { PlaceMention } from '../places/find-places.ts'
import type { Trigger } from './find-triggers.ts'
import { lightVerb } from './light-verb.ts'
import { belongs } from './ownership.ts'
import { type Scene, sentenceAround } from './scene.ts'

/** «في البيت الأبيض», «بقصر قرطاج»: a seat of power that goes by a name of its own is in its capital. */
export function seatOf(scene: Scene, trigger: Trigger): ReportedPlace | null {
  for (const word of sentenceAround(scene, trigger.word)) {
    const known = institutionAt(scene.words.slice(word.index, word.index + MAX_SEAT_WORDS).map(({ form }) => form))
    const { seat, country } = known?.institution ?? {}
    if (!known || !seat || !country) continue
    const isIn = known.prefix === 'ب' || /^[وف]?في$/.test(scene.words[word.index - 1]?.form ?? '')
    const last = word.index + known.length - 1
    const capital = capitalOf(country)
    if (!isIn || !capital || !belongs(scene, trigger, { first: word.index, last })) continue
    const span = { start: word.start + known.prefix.length, end: scene.words[last]!.end }
    return { name: capital, country, isCountry: false, span, scope: 'sentence' }
  }
  return null
}
const MAX_SEAT_WORDS = 3

/** «بمقر الحزب بالعاصمة»: the capital without its name. */
export function capitalAt(scene: Scene, trigger: Trigger, state: string | null): ReportedPlace | null {
  const capital = state === null ? null : capitalOf(state)
  const word = sentenceAround(scene, trigger.word).find(
    ({ form, index }) =>
      (form === 'بالعاصمه' || (form === 'العاصمه' && scene.words[index - 1]?.form === 'في')) &&
      !/^ال/.test(scene.words[index + 1]?.form ?? '') &&
      belongs(scene, trigger, { first: index, last: index }),
  )
  return capital && word
    ? { name: capital, country: state, isCountry: false, span: { start: word.start, end: word.end }, scope: 'sentence' }
    : null
}

/** «تستضيف الدوحة اجتماعا», «احتضنت تونس القمة»: an encounter is where it is hosted. */
export const hostedAt = ({ words, places }: Scene, { word }: Trigger): PlaceMention | undefined =>
  places.find(
    ({ first, last }) =>
      last < word &&
      first > word - MAX_HOSTED &&
      HOSTING.has(lightVerb(words[first - 1]?.form ?? '')?.row.past ?? '') &&
      words[first]!.sentence === words[word]!.sentence,
  )
const HOSTING = new Set(['استضاف', 'احتضن'])
const MAX_HOSTED = 10
