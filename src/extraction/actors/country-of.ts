import { fold } from '../../analysis/fold.ts'
import { readable } from '../../analysis/segment.ts'
import { COUNTRIES } from '../../lexicon/countries.ts'

const key = (name: string): string => fold(readable(name))

const NISBAS = new Map<string, string>()
for (const { iso, nisbas } of COUNTRIES) {
  for (const nisba of nisbas.map(key)) {
    if (nisba.includes(' ')) {
      const [first = '', second = ''] = nisba.split(' ')
      for (const [a, b] of [
        [first, second],
        [`${first}ه`, `${second}ه`],
      ])
        for (const article of ['', 'ال']) NISBAS.set(`${article}${a} ${article}${b}`, iso)
      continue
    }
    const forms = [nisba, `${nisba}ه`, `${nisba}ين`, `${nisba}ون`, `${nisba}ان`]
    for (const form of forms) for (const whole of [form, `ال${form}`]) if (!NISBAS.has(whole)) NISBAS.set(whole, iso)
  }
}
const NAMES = new Map<string, string>()
const CAPITALS = new Map<string, string>()
for (const { iso, names, capitals } of COUNTRIES) {
  for (const name of names) NAMES.set(key(name), iso)
  for (const capital of capitals) if (!CAPITALS.has(key(capital))) CAPITALS.set(key(capital), iso)
}
const BY_ISO = new Map(COUNTRIES.map((country) => [country.iso, country]))

/** «الروسي», «ليبية», «المصريين» → RU, LY, EG; glued particles are not looked at. */
export const countryOfNisba = (form: string): string | null => NISBAS.get(form) ?? null

/** ISO code of a country named outright, by any of its names. */
export const countryNamed = (name: string): string | null => NAMES.get(key(name)) ?? null

/** ISO code of the country whose capital this is. */
export const countryOfCapital = (name: string): string | null => CAPITALS.get(key(name)) ?? null

export const countryName = (iso: string): string => BY_ISO.get(iso)?.names[0] ?? iso

const INTERNATIONAL = /(?:^|\s)(?:ال)?(?:اممي|امميه|دولي|دوليه|امم المتحده|اوروبيه|اتحاد الاوروبي|جامعه العربيه|ناتو)(?:\s|$)/

/** The state that a title or the name of a body speaks of: by nisba, country or capital; null for international ones. */
export function countryIn(text: string): string | null {
  const folded = key(text)
  if (INTERNATIONAL.test(folded)) return null
  const words = folded.match(/[\p{L}]+/gu) ?? []
  for (const [i, word] of words.entries()) {
    for (const form of [word, word.replace(/^لل/, 'ال'), word.replace(/^[بلو]/, '')]) {
      const pair = `${form} ${words[i + 1] ?? ''}`
      const found = NISBAS.get(pair) ?? NISBAS.get(form) ?? NAMES.get(pair) ?? NAMES.get(form) ?? CAPITALS.get(form)
      if (found && !/^(ل|الي|لدي)$/.test(words[i - 1] ?? '')) return found
    }
  }
  return null
}
