import { memo } from '../../domain/memo.ts'

/** What a finite verb form says. `person` is 3 but in quotations («سألتقي»). */
export type VerbForm = {
  readonly tense: 'past' | 'present' | 'future'
  readonly number: 'singular' | 'dual' | 'plural'
  readonly hasObject: boolean
  /** Of a singular whose subject, if it is a third person, is «she» or a body. */
  readonly isFeminine: boolean
  readonly prefix: string
}

const OBJECTS = ['', 'ه', 'ها', 'هم', 'هما', 'ني', 'نا']

/** All written forms of a verb, folded, by what they say. Sound and defective (final «ي») verbs only; what else is needed is a row of its own. */
export function conjugate(past: string, present: string): Map<string, Omit<VerbForm, 'prefix'>> {
  const forms = new Map<string, Omit<VerbForm, 'prefix'>>()
  const add = (form: string, tense: 'past' | 'present', number: VerbForm['number'], hasObject: boolean, isFeminine = false): void => {
    if (!forms.has(form)) forms.set(form, { tense, number, hasObject, isFeminine })
  }
  const isDefective = past.endsWith('ي')
  const root = isDefective ? past.slice(0, -1) : past
  const stem = present.slice(1)
  const presentRoot = stem.endsWith('ي') ? stem.slice(0, -1) : stem
  if (isDefective) add(`${root}ينا`, 'past', 'plural', false)
  for (const object of OBJECTS) {
    const has = object !== ''
    const base = isDefective && has ? `${root}ا` : past
    add(base + object, 'past', 'singular', has)
    add(`${root}ت${object}`, 'past', 'singular', has, true)
    add(`${root}${isDefective ? 'ي' : ''}ا${object}`, 'past', 'dual', has)
    add(`${root}تا${object}`, 'past', 'dual', has)
    add(`${root}و${has ? object : 'ا'}`, 'past', 'plural', has)
    if (isDefective) add(`${root}يت${object}`, 'past', 'singular', has)
    for (const person of ['ي', 'ت', 'ن', 'ا']) {
      add(person + stem + object, 'present', 'singular', has, person === 'ت')
      if (person === 'ن' || person === 'ا') continue
      add(`${person}${stem}ان${object}`, 'present', 'dual', has)
      add(`${person}${stem}ا${object}`, 'present', 'dual', has)
      add(`${person}${presentRoot}ون${object}`, 'present', 'plural', has)
      add(`${person}${presentRoot}و${has ? object : 'ا'}`, 'present', 'plural', has)
    }
  }
  if (stem.endsWith('ي')) for (const person of ['ي', 'ت']) add(person + presentRoot, 'present', 'singular', false, person === 'ت')
  return forms
}

/** Forms whose reading is remembered. */
const KNOWN_FORMS = 50_000

const PREFIXES = ['وس', 'فس', 'لس', 'س', 'و', 'ف', 'ل']

/** A table of verbs turned round: from written form to row, with «و», «ف», «س», «ل» before it; behind «س» the letters of «التقى» are «ألتقي». */
export function verbLookup<Row extends { readonly past: string; readonly present: string; readonly participle?: string }>(
  rows: readonly Row[],
): (form: string) => (VerbForm & { row: Row }) | null {
  const known = new Map<string, Omit<VerbForm, 'prefix'> & { row: Row }>()
  for (const row of rows) {
    for (const [form, meaning] of conjugate(row.past, row.present)) if (!known.has(form)) known.set(form, { ...meaning, row })
    if (row.participle === undefined) continue
    for (const ending of ['', 'ه'])
      known.set(`ال${row.participle}${ending}`, { tense: 'past', number: 'singular', hasObject: false, isFeminine: ending !== '', row })
  }
  const firsts = new Map(rows.map((row) => [`ا${row.present.slice(1)}`, row]))
  return memo((form) => {
    const whole = known.get(form)
    if (whole) return { ...whole, prefix: '' }
    for (const prefix of PREFIXES) {
      const hit = form.startsWith(prefix) ? known.get(form.slice(prefix.length)) : undefined
      const isFuture = prefix.endsWith('س')
      const first = isFuture && form.startsWith(prefix) ? firsts.get(form.slice(prefix.length)) : undefined
      if (first) return { tense: 'future', number: 'singular', hasObject: false, isFeminine: false, row: first, prefix }
      if (!hit || ((isFuture || prefix === 'ل') && hit.tense === 'past')) continue
      return { ...hit, tense: isFuture ? 'future' : hit.tense, prefix }
    }
    return null
  }, KNOWN_FORMS)
}
