import type { ReportedPlace } from '../../domain/report.ts'
import { capitalOf, countryOfNisba } from '../actors/country-of.ts'
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

/** «بمقر الحزب بالعاصمة», «في العاصمة السودانية»: the capital without its name, of the one state of the sides or of the state that its nisba says. */
export function capitalAt(scene: Scene, trigger: Trigger, state: string | null): ReportedPlace | null {
  for (const word of sentenceAround(scene, trigger.word)) {
    const { form, index } = word
    const isIn = form === 'بالعاصمه' || (form === 'العاصمه' && /^[وف]?في$/.test(scene.words[index - 1]?.form ?? ''))
    if (!isIn || !belongs(scene, trigger, { first: index, last: index })) continue
    const next = scene.words[index + 1]
    const said = next?.sentence === word.sentence ? countryOfNisba(next.form) : null
    const country = said ?? (/^ال/.test(next?.form ?? '') ? null : state)
    const capital = country === null ? null : capitalOf(country)
    if (!capital) continue
    const span = { start: word.start, end: said === null ? word.end : next!.end }
    return { name: capital, country, isCountry: false, span, scope: 'sentence' }
  }
  return null
}

/** «تستضيف الدوحة اجتماعا», «أن تركيا استضافت القمة», «القمة التي تستضيفها المنامة»: an encounter is where it is hosted. */
export const hostedAt = ({ words, places }: Scene, { word }: Trigger): PlaceMention | undefined =>
  places.find(({ first, last }) => {
    if (words[first]!.sentence !== words[word]!.sentence || Math.abs(first - word) >= MAX_HOSTED) return false
    const verbs = first > word ? [words[first - 1]] : [words[first - 1], words[last + 1]]
    return verbs.some((verb) => {
      const hosting = lightVerb(verb?.form ?? '')
      return HOSTING.has(hosting?.row.past ?? '') && (first < word || hosting!.hasObject)
    })
  })
const HOSTING = new Set(['استضاف', 'احتضن', 'شهد'])
const MAX_HOSTED = 10
