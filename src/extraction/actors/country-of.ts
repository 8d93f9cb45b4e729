import { fold } from '../../analysis/fold.ts'
import { readable } from '../../analysis/segment.ts'
import { memo } from '../../domain/memo.ts'
import { COUNTRIES } from '../../lexicon/countries.ts'
import { AMBIGUOUS_NISBAS } from '../../lexicon/institutions.ts'
import { institutionAt } from './institution.ts'

const key = (name: string): string => fold(readable(name))

const NISBAS = new Map<string, string>()
for (const { iso, nisbas, peoples = [] } of COUNTRIES) {
  for (const people of peoples.map(key)) for (const whole of [people, `ال${people}`]) NISBAS.set(whole, iso)
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

/**
 * «الروسي», «ليبية», «المصريين» → RU, LY, EG; glued particles are not looked at. What is a common word too («المالية») is one only behind a noun that takes
 * the state, `before`, where that is given.
 */
export function countryOfNisba(form: string, before?: string): string | null {
  const country = NISBAS.get(form)
  if (country === undefined) return null
  const heads = AMBIGUOUS_NISBAS[form.replace(/^ال/, '')]
  return heads && !heads.includes((before ?? '').replace(/^([وفبل]?ال|لل)/, '')) ? null : country
}

/** ISO code of a country named outright, by any of its names. */
export const countryNamed = memo((name): string | null => NAMES.get(key(name)) ?? null, 50_000)

/** ISO code of the country whose capital this is. */
export const countryOfCapital = (name: string): string | null => CAPITALS.get(key(name)) ?? null

/** The name of the capital of a state; null where it is not known. */
export const capitalOf = (iso: string): string | null => BY_ISO.get(iso)?.capitals[0] ?? null

export const countryName = (iso: string): string => BY_ISO.get(iso)?.names[0] ?? iso

const INTERNATIONAL =
  /(?:^|\s)(?:ال|لل)?(?:اممي|امميه|امم المتحده|اوروبيه?|اتحاد الا?وروبي|اتحاد الا?فريقي|جامعه (?:الدول )?العربيه|ناتو|حلف شمال الاطلسي|حلف الاطلسي|جمعيه العامه|(?:مجموعه )?(?:ال?دول )?(?:ال?صناعيه )?(?:ال)?(?:سبع|عشرين|ثماني)(?: ال?كبري| ال?كبار| ال?صناعيه)?|بنك الدولي|صليب الاحمر|مجلس التعاون|مجلس الامن|صندوق النقد|منظمه الصحه|وكاله الطاقه|طاقه الدوليه|يونيسف|يونسكو|محكمه الجنايات الدوليه|منظمه التعاون|هجره الدوليه)(?:\s|$)/
/** What names whom an envoy is sent to, or where he works, is not his state. */
const POSTED_TO = /\s(?:لدي|الي|في)\s.*$/

/** Whether a title or name is of a body of several states. */
export const isInternational = (text: string): boolean => INTERNATIONAL.test(key(text).replace(POSTED_TO, ''))

/** «سلطان عمان», «وزير خارجية عمان»: what stands before a state, where the letters are those of the capital of Jordan too. */
const OF_STATES = /^(سلطان|خارجيه|داخليه|دفاع|ماليه|وزراء|سفير|سفيره|سفاره|حكومه|دوله|وفد|منتخب)$/

/** The state that a title or the name of a body speaks of: by nisba, country or capital, or an institution that only one has; null for international ones. */
export const countryIn = memo(findCountry, 20_000)

function findCountry(text: string): string | null {
  const folded = key(text).replace(POSTED_TO, '')
  if (INTERNATIONAL.test(folded)) return null
  const words = folded.match(/[\p{L}]+/gu) ?? []
  for (const [i, word] of words.entries()) {
    for (const form of [word, word.replace(/^لل/, 'ال'), word.replace(/^[بلو]/, '')]) {
      const pair = `${form} ${words[i + 1] ?? ''}`
      const found =
        NISBAS.get(pair) ??
        countryOfNisba(form, words[i - 1]) ??
        NAMES.get(pair) ??
        (form === 'مالي' ? undefined : NAMES.get(form)) ??
        (form === 'عمان' && OF_STATES.test(words[i - 1] ?? '') ? 'OM' : undefined) ??
        CAPITALS.get(form)
      if (found && !/^(ل|الي|لدي)$/.test(words[i - 1] ?? '')) return found
    }
  }
  for (const i of words.keys()) {
    const country = institutionAt(words.slice(i))?.institution.country
    if (country) return country
  }
  return null
}
