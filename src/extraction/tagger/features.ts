import { fold } from '../../analysis/fold.ts'
import { frequencyOf } from '../../analysis/frequency.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import { COUNTRIES } from '../../lexicon/countries.ts'
import { MONTHS } from '../../lexicon/months.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { PERIOD_PARTS, PERIODS, TIME_HINTS, WEEKDAYS } from '../../lexicon/relative-days.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { TITLES } from '../../lexicon/titles.ts'
import type { Word } from '../word.ts'

const TITLE_HEADS = new Set(
  TITLES.flatMap(({ head, plural }) => [head, plural ?? head].flatMap((w) => [fold(w), `ال${fold(w)}`, fold(`${w}ة`), `ال${fold(w)}ه`])),
)
const COUNTRY_WORDS = new Set(
  COUNTRIES.flatMap(({ names, capitals }) => [...names, ...capitals]).flatMap((name) =>
    fold(name.replace(/[\u064B-\u0652]/g, '')).split(' '),
  ),
)
const NISBAS = new Set(
  COUNTRIES.flatMap(({ nisbas }) => nisbas.map(fold)).flatMap((n) => [n, `ال${n}`, `${n}ه`, `ال${n}ه`, `${n}ين`, `ال${n}ين`]),
)
const NAME_LINKS = new Set(['بن', 'ابن', 'ال', 'ابو', 'ابي', 'ابا', 'عبد', 'ولد', 'دي', 'فان', 'فون', 'بنت', 'الدين'])

const TIME_WORDS = new Set([
  ...MONTHS.flatMap(({ names }) => names),
  ...Object.keys(WEEKDAYS),
  ...Object.keys(PERIODS),
  ...Object.keys(TIME_HINTS),
  ...PERIOD_PARTS,
  'شهر',
  'يوم',
  'امس',
  'اليوم',
  'غدا',
])
const BODY_HEADS = new Set(Object.keys(ORGANISATION_HEADS).flatMap((head) => [head, `ال${head}`]))

export type FeatureContext = { readonly gazetteer: Gazetteer; readonly cityWords: ReadonlySet<string> }

export const featureContext = (gazetteer: Gazetteer): FeatureContext => ({
  gazetteer,
  cityWords: new Set(
    gazetteer.cities
      .flatMap(({ name, names }) => [name, ...names])
      .map(fold)
      .filter((name) => !name.includes(' ')),
  ),
})

/** Lists a word may stand on, as one short string; memoised a document by the caller. */
function shapeOf(form: string, { gazetteer, cityWords }: FeatureContext): string {
  const bare = /^[وفبلك]/.test(form) ? form.slice(1) : ''
  const flags = (word: string): string =>
    (TITLE_HEADS.has(word) ? 'T' : '') +
    (COUNTRY_WORDS.has(word) ? 'C' : '') +
    (cityWords.has(word) ? 'V' : '') +
    (NISBAS.has(word) ? 'N' : '') +
    (NAME_LINKS.has(word) ? 'L' : '') +
    (STOP_WORDS.has(word) ? 'S' : '') +
    (TIME_WORDS.has(word) ? 'D' : '') +
    (BODY_HEADS.has(word) ? 'B' : '') +
    (gazetteer.nameParts.has(word) ? 'P' : '')
  const frequency = frequencyOf(form)
  const rank = frequency === 0 ? '0' : frequency < 7 ? '1' : frequency < 10 ? '2' : '3'
  const kind = /^\p{Script=Arabic}/u.test(form) ? '' : /^\d/.test(form) ? '#' : 'a'
  return `${kind}${flags(form)}${rank}${bare.length > 2 ? `-${flags(bare)}${frequencyOf(bare) === 0 ? '0' : '1'}` : ''}`
}

const gapClass = (gap: string): string =>
  gap === ''
    ? 'g'
    : /[.\n؟!]/.test(gap)
      ? '.'
      : /[،,]/.test(gap)
        ? ','
        : /[:؛]/.test(gap)
          ? ':'
          : /["«»“”]/.test(gap)
            ? '"'
            : /[()]/.test(gap)
              ? '('
              : ' '

/** Features of every word of one sentence; a feature is a short string, the same in training and use. */
export function featuresOf(sentence: readonly Word[], context: FeatureContext): string[][] {
  const forms = sentence.map(({ form }) => form)
  const shapes = forms.map((form) => shapeOf(form, context))
  const gaps = sentence.map(({ gap }, i) => (i === 0 ? '^' : gapClass(gap)))
  const form = (i: number): string => forms[i] ?? '$'
  const shape = (i: number): string => shapes[i] ?? '$'
  return sentence.map(({ stem }, i) => {
    const word = form(i)
    const after = gaps[i + 1] ?? '$'
    return [
      '*',
      `w${word}`,
      `m${stem}`,
      `s${shape(i)}`,
      `1${word.slice(0, 1)}`,
      `2${word.slice(0, 2)}`,
      `3${word.slice(0, 3)}`,
      `e${word.slice(-1)}`,
      `f${word.slice(-2)}`,
      `h${word.slice(-3)}`,
      `l${Math.min(word.length, 8)}`,
      `g${gaps[i]}`,
      `G${after}`,
      `p${form(i - 1)}`,
      `n${form(i + 1)}`,
      `P${form(i - 2)}`,
      `N${form(i + 2)}`,
      `a${shape(i - 1)}`,
      `b${shape(i + 1)}`,
      `c${shape(i - 1)}|${shape(i)}`,
      `d${shape(i)}|${shape(i + 1)}`,
      `i${shape(i - 2)}|${shape(i - 1)}`,
      `j${shape(i + 1)}|${shape(i + 2)}`,
      `k${gaps[i]}|${shape(i)}`,
      `o${form(i - 1)}|${shape(i)}`,
      `q${shape(i)}|${form(i + 1)}`,
      `r${form(i - 1).slice(-2)}|${shape(i)}`,
      `t${gaps[i]}|${form(i - 1)}|${gaps[i - 1] ?? '^'}`,
    ]
  })
}
