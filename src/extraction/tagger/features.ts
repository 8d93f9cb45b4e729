import { fold } from '../../analysis/fold.ts'
import { frequencyOf } from '../../analysis/frequency.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import { COUNTRIES } from '../../lexicon/countries.ts'
import { ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { isTimeWord } from '../dates/time-words.ts'
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
    (isTimeWord(word) ? 'D' : '') +
    (BODY_HEADS.has(word) ? 'B' : '') +
    (gazetteer.nameParts.has(word) ? 'P' : '')
  const frequency = frequencyOf(form)
  const rank = frequency === 0 ? '0' : frequency < 7 ? '1' : frequency < 10 ? '2' : '3'
  const kind = /^\p{Script=Arabic}/u.test(form) ? '' : /^\d/.test(form) ? '#' : 'a'
  return `${kind}${flags(form)}${rank}${bare.length > 2 ? `-${flags(bare)}${frequencyOf(bare) === 0 ? '0' : '1'}` : ''}`
}

/** What a gap may be: the ends of a sentence, space, nothing, and signs by their kind. */
export const GAPS = ['^', '$', ' ', 'g', '.', ',', ':', '"', '(']

const gapClass = (gap: string): string =>
  gap === ' '
    ? ' '
    : gap === ''
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

/** What is known of a word apart from where it stands. Beyond the ends of a sentence stands EDGE. */
export type Form = { readonly form: string; readonly stem: string; readonly shape: string }
export const EDGE: Form = { form: '$', stem: '$', shape: '$' }

/** The templates, by what they look at, so that what a form alone decides is looked up once; a feature is a short string, the same in training and use. */
export const TEMPLATES = {
  self: ({ form, stem, shape }: Form): string[] => [
    '*',
    `w${form}`,
    `m${stem}`,
    `s${shape}`,
    `1${form.slice(0, 1)}`,
    `2${form.slice(0, 2)}`,
    `3${form.slice(0, 3)}`,
    `e${form.slice(-1)}`,
    `f${form.slice(-2)}`,
    `h${form.slice(-3)}`,
    `l${Math.min(form.length, 8)}`,
  ],
  /** Of the word, seen from the one after it, the one before it, and those two words away. */
  asBefore: ({ form, shape }: Form): string[] => [`p${form}`, `a${shape}`],
  asAfter: ({ form, shape }: Form): string[] => [`n${form}`, `b${shape}`],
  asSecondBefore: ({ form }: Form): string[] => [`P${form}`],
  asSecondAfter: ({ form }: Form): string[] => [`N${form}`],
  /** Of two shapes in a row, seen from the second, the first, the word after both and the word before both. */
  fromSecond: (a: string, b: string): string[] => [`c${a}|${b}`],
  fromFirst: (a: string, b: string): string[] => [`d${a}|${b}`],
  fromAfter: (a: string, b: string): string[] => [`i${a}|${b}`],
  fromBefore: (a: string, b: string): string[] => [`j${a}|${b}`],
  gapBefore: (gap: string): string[] => [`g${gap}`],
  gapBehind: (gap: string): string[] => [`G${gap}`],
} as const

/** Templates of a form and of something beside it: the feature is «head|tail», and the head is of the form alone. */
export const JOINT = {
  withGap: ({ shape }: Form): string => `k${shape}`,
  asBeforeShape: ({ form }: Form): string => `o${form}`,
  asAfterShape: ({ form }: Form): string => `q${form}`,
  endBeforeShape: ({ form }: Form): string => `r${form.slice(-2)}`,
  asBeforeGaps: ({ form }: Form): string => `t${form}`,
} as const

/** The gap before a word, and the one before the word before. */
export const tailOfGaps = (gap: string, before: string): string => `${gap}|${before}`

/** A form with its shape. */
export const formOf = ({ form, stem }: Pick<Word, 'form' | 'stem'>, context: FeatureContext): Form => ({
  form,
  stem,
  shape: shapeOf(form, context),
})

/** What the gaps of a sentence are, with one more on either side: that before word i is at i + 1. */
export const gapsOf = (sentence: readonly Word[]): string[] => ['^', ...sentence.map(({ gap }, i) => (i === 0 ? '^' : gapClass(gap))), '$']

/** Features of every word of one sentence. */
export function featuresOf(sentence: readonly Word[], context: FeatureContext): string[][] {
  const forms = sentence.map((word) => formOf(word, context))
  const gaps = gapsOf(sentence)
  const at = (i: number): Form => forms[i] ?? EDGE
  return sentence.map((_, i) => [
    ...TEMPLATES.self(at(i)),
    ...TEMPLATES.asBefore(at(i - 1)),
    ...TEMPLATES.asAfter(at(i + 1)),
    ...TEMPLATES.asSecondBefore(at(i - 2)),
    ...TEMPLATES.asSecondAfter(at(i + 2)),
    ...TEMPLATES.fromSecond(at(i - 1).shape, at(i).shape),
    ...TEMPLATES.fromFirst(at(i).shape, at(i + 1).shape),
    ...TEMPLATES.fromAfter(at(i - 2).shape, at(i - 1).shape),
    ...TEMPLATES.fromBefore(at(i + 1).shape, at(i + 2).shape),
    ...TEMPLATES.gapBefore(gaps[i + 1]!),
    ...TEMPLATES.gapBehind(gaps[i + 2]!),
    `${JOINT.withGap(at(i))}|${gaps[i + 1]}`,
    `${JOINT.asBeforeShape(at(i - 1))}|${at(i).shape}`,
    `${JOINT.asAfterShape(at(i + 1))}|${at(i).shape}`,
    `${JOINT.endBeforeShape(at(i - 1))}|${at(i).shape}`,
    `${JOINT.asBeforeGaps(at(i - 1))}|${tailOfGaps(gaps[i + 1]!, gaps[i]!)}`,
  ])
}
