import { fold } from '../../analysis/fold.ts'
import { frequencyOf, isKnownWord } from '../../analysis/frequency.ts'
import { readable } from '../../analysis/segment.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { Span } from '../../domain/span.ts'
import { COUNTRIES } from '../../lexicon/countries.ts'
import { PLACE_NOUNS, SEATS } from '../../lexicon/place-cues.ts'
import { countryOfNisba } from '../actors/country-of.ts'
import { linkOf } from '../actors/link-of.ts'
import { isMeetingNoun } from '../meetings/encounter-words.ts'
import type { Link } from '../phrase.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import { byLexeme, indexesOf, textOf, type Word } from '../word.ts'

/** A known place and where the text names it; offsets leave out a glued particle. */
export type PlaceMention = Span & {
  readonly first: number
  readonly last: number
  readonly name: string
  readonly country: string | null
  readonly isCountry: boolean
  readonly link: Link
  /** Known to the index, or a place to the tagger beyond doubt. */
  readonly isSure: boolean
}

type Entry = { readonly name: string; readonly country: string | null; readonly isCountry: boolean }
/** Entries by folded name, the most words of one that may begin with a form, and those of one long word by its consonants, where no two share them. */
export type PlaceIndex = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly longest: (word: Word) => number
  readonly byConsonants: ReadonlyMap<string, Entry | null>
}

/** Letters from which on a name of one word is known in another spelling, «هلسينكي». */
const SOUNDING = 6
const consonantsOf = (form: string): string => form.replace(/[اويءه]/g, '')
/** Consonants from which on a name is known by them: «تشاوريا» is no town of Japan. */
const MIN_CONSONANTS = 4
const key = (name: string): string => fold(readable(name)).replace(/[-\u2010-\u2015]/g, ' ')

/** Countries, capitals, towns and regions by folded name. A name that is both a country and its capital («تونس») is the country. */
export function placeIndex({ cities, regions }: Gazetteer): PlaceIndex {
  const entries = new Map<string, Entry>()
  const add = (name: string, entry: Entry): void => {
    if (!entries.has(key(name))) entries.set(key(name), entry)
  }
  for (const { iso, names } of COUNTRIES) for (const name of names) add(name, { name: names[0]!, country: iso, isCountry: true })
  for (const { iso, capitals } of COUNTRIES)
    for (const name of capitals)
      add(name, { name: readable(capitals[0]!) === 'عمان' ? 'عمّان' : capitals[0]!, country: iso, isCountry: false })
  // A town is known by its own name before another is by that: «الدار البيضاء» is no district of hers.
  for (const { name, country } of [...cities, ...regions]) add(name, { name, country, isCountry: false })
  for (const { name, names, country } of [...cities, ...regions])
    for (const spelling of names) add(spelling, { name, country, isCountry: false })
  const heads = new Map<string, number>()
  for (const name of entries.keys()) {
    const [head, ...rest] = name.split(' ')
    heads.set(head!, Math.max(heads.get(head!) ?? 0, rest.length + 1))
  }
  /** With what may be glued before it; «للقاهرة» is «القاهرة». */
  const bareForms = (form: string): string[] => [form, form.slice(1), form.slice(2), form.replace(/^[وف]?لل/u, 'ال')]
  const longest = (form: string): number => Math.max(...bareForms(form).map((bare) => heads.get(bare) ?? 0))
  const byConsonants = new Map<string, Entry | null>()
  for (const [name, entry] of entries) {
    const consonants = consonantsOf(name)
    if (name.includes(' ') || name.length < SOUNDING || consonants.length < MIN_CONSONANTS) continue
    const other = byConsonants.get(consonants)
    byConsonants.set(consonants, other === undefined || other?.name === entry.name ? entry : null)
  }
  return { entries, longest: byLexeme(longest), byConsonants }
}

/** Places that the index knows and places that the tagger sees, in text order, the longest name first. */
export function findPlaces(words: readonly Word[], spans: readonly TaggedSpan[], index: PlaceIndex): PlaceMention[] {
  const places: PlaceMention[] = []
  // «في قصره بالرياض»: whose house it is names no town.
  const tagged = spans.filter(
    ({ label, first, last, prefix }) => label === 'loc' && !(first === last && SEATS.has(words[first]!.form.slice(prefix.length))),
  )
  const heads = groupBy(tagged, ({ first }) => first)
  // «وليد بخاري»: a name of more than one word holds no place.
  const inNames = new Set(spans.filter(({ label, first, last }) => label === 'per' && last > first).flatMap(indexesOf))
  for (let i = 0; i < words.length; ) {
    const hit = longestAt(words, i, index) ?? formalAt(words, i, index) ?? soundingAt(words, i, heads.get(i)?.[0], index)
    const [span, ...others] = heads.get(i) ?? []
    if (hit && !inNames.has(i)) {
      places.push({ ...hit.entry, ...placed(words, i, hit.last, hit.prefix), isSure: true })
      i = hit.last + 1
    } else if (span && others.length === 0) {
      const known = Array.from({ length: span.last - i }, (_, k) => longestAt(words, i + 1 + k, index)).some((entry) => entry !== null)
      if (!known && !isAdverb(words[i]!, span) && !PLACE_NOUNS.has(words[i]!.form.replace(/^[بل]/, ''))) {
        const at = placed(words, i, span.last, span.prefix)
        places.push({
          name: textOf(words, { first: i, last: span.last, prefix: span.prefix }),
          country: null,
          isCountry: false,
          ...at,
          isSure: (span.probability >= 0.6 && !isCommon(words, i, span)) || isSeat(words, i),
        })
        i = span.last + 1
      } else i += 1
    } else {
      if (isSeat(words, i)) places.push({ name: words[i]!.text, country: null, isCountry: false, ...placed(words, i, i, ''), isSure: true })
      i += 1
    }
  }
  return places
}

/** «المملكة المغربية», «للجمهورية الإسلامية الموريتانية»: a state by its form and its nisba. */
function formalAt(words: readonly Word[], first: number, { entries }: PlaceIndex): ReturnType<typeof longestAt> {
  const head = words[first]!
  const prefix = /^([وفبلك]?)(?:ال|ل)(?:مملكه|جمهوريه)$/.exec(head.form)?.[1]
  if (prefix === undefined) return null
  const at = MIDDLE.test(words[first + 1]?.form ?? '') ? first + 2 : first + 1
  const nisba = words[at]
  const iso = nisba?.sentence === head.sentence && nisba.form.startsWith('ال') ? countryOfNisba(nisba.form) : null
  const entry = iso === null ? undefined : entries.get(key(COUNTRIES.find((country) => country.iso === iso)!.names[0]!))
  return entry ? { entry, last: at, prefix } : null
}
const MIDDLE = /^ال(عربيه|اسلاميه|هاشميه|اتحاديه|ديمقراطيه|شعبيه|اردنيه)$/

/** «في المملكة», «في قرية حدودية»: one word of the language names no town, but behind «مدينة». */
const isCommon = (words: readonly Word[], first: number, { last, prefix }: TaggedSpan): boolean =>
  last === first &&
  isKnownWord(words[first]!.form.slice(prefix.length).replace(/^ال/, '')) &&
  !PLACE_NOUNS.has((words[first - 1]?.form ?? '').replace(/^[بل]/, ''))

/** «لقاء تاريخيا»: a nisba in the accusative names no town. */
const isAdverb = ({ form, index }: Word, { last }: TaggedSpan): boolean =>
  last === index && /يا$/.test(form) && frequencyOf(form.slice(0, -1)) > 0

/** «قمة هلسينكي», «في هلسينكي»: a town in a spelling that the index does not have, where the tagger sees a place, or behind a noun of encounter, in a word that the language does not use. */
function soundingAt(
  words: readonly Word[],
  i: number,
  span: TaggedSpan | undefined,
  { byConsonants }: PlaceIndex,
): ReturnType<typeof longestAt> {
  const { form } = words[i]!
  const isPlace = span !== undefined && span.last === i
  const [before] = [words[i - 1]]
  const isNamed =
    frequencyOf(form) === 0 &&
    !/يا$|^[وف]?س[يت]/.test(form) &&
    before?.sentence === words[i]!.sentence &&
    !form.startsWith('ال') &&
    isMeetingNoun(before.form)
  if (!isPlace && !isNamed) return null
  const prefix = isPlace ? span.prefix : ''
  const bare = form.slice(prefix.length)
  const entry = bare.length < SOUNDING ? undefined : byConsonants.get(consonantsOf(bare))
  return entry ? { entry, last: i, prefix } : null
}

/** «في مكتبه في اليرزة»: where somebody has his office or house, in a word that the language does not use otherwise, is a town. */
function isSeat(words: readonly Word[], i: number): boolean {
  const [venue, preposition, word] = [words[i - 2], words[i - 1], words[i]!]
  return (
    preposition?.form === 'في' &&
    venue?.sentence === word.sentence &&
    SEATS.has(venue.form.replace(/^[بو]/, '')) &&
    /^ال..../.test(word.form) &&
    frequencyOf(word.form) === 0 &&
    frequencyOf(word.form.slice(2)) === 0
  )
}

const placed = (
  words: readonly Word[],
  first: number,
  last: number,
  prefix: string,
): Span & { first: number; last: number; link: Link } => ({
  first,
  last,
  start: words[first]!.start + prefix.length,
  end: words[last]!.end,
  link: linkOf(words, first, prefix).link,
})

function longestAt(
  words: readonly Word[],
  first: number,
  { entries, longest }: PlaceIndex,
): { entry: Entry; last: number; prefix: string } | null {
  const head = words[first]!
  for (let length = longest(head); length >= 1; length--) {
    const run = words.slice(first, first + length)
    if (run.length < length || run.some(({ sentence }) => sentence !== head.sentence)) continue
    const whole = run.map(({ form }) => form).join(' ')
    for (const prefix of ['', ...(/^([وفبلك])/.exec(whole)?.slice(1) ?? []), ...(/^([وف][بل])/.exec(whole)?.slice(1) ?? [])]) {
      const entry = entries.get(whole.slice(prefix.length))
      if (entry) return { entry, last: first + length - 1, prefix }
    }
    const articled = /^([وف]?لل)(.+)$/u.exec(whole)
    const entry = articled && entries.get(`ال${articled[2]}`)
    if (entry) return { entry, last: first + length - 1, prefix: articled[1]! }
  }
  return null
}
