import { frequencyOf } from '../../analysis/frequency.ts'
import { groupBy } from '../../domain/group-by.ts'
import { titleHead } from '../actors/title-head.ts'
import { lightVerb } from '../meetings/light-verb.ts'
import { isSpeechVerb } from '../speech.ts'
import { indexesOf, type Word } from '../word.ts'
import { barePartsOf, COMMON, isVerb, reach, SURE } from './reach.ts'
import type { TaggedSpan } from './tag-words.ts'

/** How sure a name is that stands in full elsewhere in the text. */
const SPREAD = 0.9

/** Surnames that are verbs of every other sentence are looked for with their given name only: «مباي كان». */
const AUXILIARIES = new Set(['كان', 'قال', 'قام', 'صار'])

/** A person named in full is the same person wherever the full name or the surname stands, whatever the tagger made of it there. */
export function spreadNames(spans: readonly TaggedSpan[], { words }: { readonly words: readonly Word[] }): TaggedSpan[] {
  const full = spans.filter(
    ({ label, first, last, probability }) => label === 'per' && last > first && last - first < 4 && probability >= 0.5,
  )
  const names = [
    ...full.map((span) => barePartsOf(words, span)),
    ...full
      .map(({ last }) => [words[last]!.form])
      .filter(([surname]) => surname!.length > 2 && !titleHead(surname!) && !AUXILIARIES.has(surname!)),
  ]
  const byHead = groupBy(
    [...new Map(names.map((name) => [name.join(' '), name])).values()].sort((a, b) => b.length - a.length),
    ([head]) => head!,
  )
  const proofs = proofsOf(spans, full, words)
  const at = new Map(spans.flatMap((span) => indexesOf(span).map((word) => [word, span])))
  const put = (span: TaggedSpan): void => {
    for (const word of indexesOf(span)) at.set(word, span)
  }
  for (let i = 0; i < words.length; i++) {
    const hit = namesAt(words, i, byHead)
    if (
      !hit ||
      (hit.name.length === 1 &&
        frequencyOf(hit.name[0]!) >= COMMON &&
        !callsForName(words[i - 1]?.form ?? '') &&
        !(hit.prefix === 'و' && at.get(i - 1)?.label === 'per') &&
        at.get(i)?.label !== 'per')
    )
      continue
    const last = i + hit.name.length - 1
    const touching = [...new Set(indexesOf({ first: i, last }).flatMap((word) => at.get(word) ?? []))]
    const isKnown = touching.some(
      ({ label, probability, first, last: end }) =>
        (label === 'per' &&
          first <= i &&
          end >= last &&
          (probability >= SURE || (first === i && end === last) || isFuller(words, i, first))) ||
        (probability >= SURE && (hit.name.length === 1 || label !== 'title') && !(label === 'title' && isOfficeOf(words, first, end, i))),
    )
    const exact = touching.find(({ label, first, last: end }) => label === 'per' && first === i && end === last)
    if (exact && exact.probability < SPREAD && isProven(proofs, hit.name, exact)) put({ ...exact, probability: SPREAD })
    if (!isKnown) {
      for (const span of touching) for (const word of indexesOf(span)) at.delete(word)
      for (const span of touching) for (const part of remainder(span, words, i, last)) put(part)
      put({
        label: 'per',
        first: i,
        last,
        prefix: hit.prefix!,
        start: words[i]!.start + hit.prefix!.length,
        end: words[last]!.end,
        probability: SPREAD,
      })
    }
    i = last
  }
  return [...new Set(at.values())].sort((a, b) => a.first - b.first)
}

/** «الرئيس الأسد»: behind an office of one word with the article a last name of the text ends no title. */
const isOfficeOf = (words: readonly Word[], first: number, end: number, surname: number): boolean =>
  first === end - 1 && surname === end && titleHead(words[first]!.form)?.definite === true

/** «نيجيرفان بارزاني»: of another of the family, in a given name that the language does not use otherwise. */
const isFuller = (words: readonly Word[], surname: number, first: number): boolean =>
  first === surname - 1 && frequencyOf(words[first]!.form) === 0

/** Where names stand, by the name and by the surname that they hold: one guess is no proof of itself, but two are of each other. */
function proofsOf(
  spans: readonly TaggedSpan[],
  full: readonly TaggedSpan[],
  words: readonly Word[],
): ReadonlyMap<string, readonly Proof[]> {
  const singles = spans.filter(({ label, first, last }) => label === 'per' && first === last)
  const proofs = [...full, ...singles].map((span) => {
    const forms = barePartsOf(words, span)
    return { first: span.first, name: forms.join(' '), surname: forms.at(-1)! }
  })
  const fulls = proofs.filter(({ name, surname }) => name !== surname).map((proof) => ({ ...proof, name: ANY + proof.surname }))
  return groupBy([...proofs, ...fulls], ({ name }) => name)
}
type Proof = { readonly first: number; readonly name: string; readonly surname: string }
/** Before a last name: whoever has it. */
const ANY = '* '

/** Whether a name is told elsewhere too: the same in full, or by its surname. */
const isProven = (proofs: ReadonlyMap<string, readonly Proof[]>, name: readonly string[], { first: at }: TaggedSpan): boolean =>
  [name.join(' '), name.length > 1 ? name.at(-1)! : `${ANY}${name[0]}`].some((key) =>
    (proofs.get(key) ?? []).some(({ first }) => first !== at),
  )

/** Behind a title, a verb of saying, «كان» or a verb with its object («أجراها سلامة»), even a common word is a name. */
const callsForName = (before: string): boolean =>
  isSpeechVerb(before) ||
  /^(و|ف)?(كان|كانت|ان|بان|ان)$/.test(before) ||
  titleHead(before) !== null ||
  isVerb(before) ||
  lightVerb(before) !== null ||
  /^(مع|بين|[وبل]?(تصريح|تصريحات|زياره|لقاء|مكتب|احاطه|جوله|كلمه|اجتماع|استقبال|وصول|قوات))$/.test(before)

/** The longest known name that begins at a word, with the particles glued before it; null where there is none. */
function namesAt(
  words: readonly Word[],
  at: number,
  byHead: ReadonlyMap<string, readonly (readonly string[])[]>,
): { name: readonly string[]; prefix: string } | null {
  const { form } = words[at]!
  const prefixes = ['', ...(/^([وفبلك])/.exec(form)?.slice(1) ?? []), ...(/^([وف][بل])/.exec(form)?.slice(1) ?? [])]
  const heads = prefixes.map((prefix) => ({ prefix, head: form.slice(prefix.length) }))
  if (form.startsWith('لل')) heads.push({ prefix: 'لل', head: `ال${form.slice(2)}` })
  const found = heads.flatMap(({ prefix, head }) =>
    (byHead.get(head) ?? [])
      .filter((name) => name.slice(1).every((part, k) => words[at + k + 1]?.form === part))
      .map((name) => ({ name, prefix })),
  )
  return found.reduce<(typeof found)[number] | null>(
    (best, one) => (best === null || one.name.length > best.name.length ? one : best),
    null,
  )
}

/** What of a title or body stays outside of a name that was found within it. */
function remainder(span: TaggedSpan, words: readonly Word[], first: number, last: number): TaggedSpan[] {
  if (span.label === 'per') return []
  if (span.first < first) return [reach(span, words, span.first, first - 1)]
  return span.last > last ? [{ ...reach(span, words, last + 1, span.last), prefix: '' }] : []
}
