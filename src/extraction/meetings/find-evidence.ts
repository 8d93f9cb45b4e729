import type { MeetingStatus, Quote } from '../../domain/report.ts'
import type { Span } from '../../domain/span.ts'
import { MODALITIES } from '../../lexicon/modality.ts'
import { isSpace, type Word } from '../word.ts'
import type { Trigger } from './find-triggers.ts'
import { negationAt } from './negation.ts'
import { arrivalBefore } from './ownership.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { Party, Sides } from './sides.ts'

/** A participant further before the trigger is named there, not asserted to meet. */
const MAX_EVIDENCE_LEAD = 4

/** How far before its trigger a side still belongs to the quote: who speaks at a conference stands before the time and the words that say so. */
const leadOf = ({ rule, light }: Sides): number =>
  rule === 'frame.conference' ? (light ? 1 : MAX_SPEAKER_LEAD) : rule === 'frame.possessive' ? 1 : MAX_EVIDENCE_LEAD
const MAX_SPEAKER_LEAD = 10

/** «خلال مكالمة هاتفية», «وكان الرجلان قد تحادثا هاتفيا»: one word alone is no quote that tells anything; the words beside it go with it, up to a sign. */
function withNeighbours({ words }: Scene, { index, sentence, start, end }: Word): Span {
  const before: Word[] = []
  for (let i = index - 1; i >= index - WORDS_BEFORE && words[i]?.sentence === sentence && isSpace(words[i + 1]!.gap); i--)
    before.push(words[i]!)
  const behind: Word[] = []
  for (let i = index + 1; i <= index + WORDS_BEHIND && words[i]?.sentence === sentence && isSpace(words[i]!.gap); i++)
    behind.push(words[i]!)
  return { start: before.at(-1)?.start ?? start, end: behind.at(-1)?.end ?? end }
}
const WORDS_BEFORE = 2
const WORDS_BEHIND = 2

/** «ألغت قبل أيام رحلة مقررة للوزير», «نفى الوزير إجراء أي اتصال»: the word before the clause that says what became of it; none where another encounter stands between. */
function fateBefore({ words, triggers }: Scene, { word }: Trigger, status: MeetingStatus): Word | undefined {
  const cues = FATES.get(status)
  const other = triggers.findLast((one) => one.word < word)?.word ?? -1
  return words
    .slice(Math.max(0, other + 1, word - MAX_FATE), word)
    .findLast(({ form, sentence }) => sentence === words[word]!.sentence && cues?.has(form.replace(/^[وف](?=...)/, '')))
}
const MAX_FATE = 5
/** By what becomes of an encounter, the words that tell it. */
const FATES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  MODALITIES.filter(({ status }) => status === 'cancelled' || status === 'denied').map(({ status, cues }) => [status, new Set(cues)]),
)

/** The clause that asserts the encounter: from the first of trigger, participants and what says that it is off to the last, within the sentence. */
export function evidenceOf(
  scene: Scene,
  trigger: Exclude<Trigger, { type: 'travel' }>,
  sides: Sides,
  all: readonly Party[],
  extras: readonly Span[],
  status: MeetingStatus,
): Quote {
  const { words, body } = scene
  const sentence = sentenceOf(scene, trigger.word)
  const near = all.filter(({ phrase }) => sentenceOf(scene, phrase.first) === sentence && trigger.word - phrase.last < leadOf(sides))
  const no = negationAt(scene, trigger, sides.light)
  const arrival = arrivalBefore(scene, trigger)
  const fate = fateBefore(scene, trigger, status)
  const spans: Span[] = [
    words[trigger.word]!,
    ...(no === null ? [] : [words[no]!]),
    ...(fate === undefined ? [] : [fate]),
    ...(arrival === null ? [] : [words[arrival.word]!]),
    ...(sides.light ? [words[sides.light.word]!] : []),
    ...near.map(({ phrase }) => phrase),
  ]
  const core = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
  const end = Math.max(
    core.end,
    ...extras.filter((extra) => extra.start >= core.start && extra.end - core.end < 40).map((extra) => extra.end),
  )
  const word = words[trigger.word]!
  const quote = core.start === word.start && end === word.end ? withNeighbours(scene, word) : { start: core.start, end }
  return { ...quote, exact: body.slice(quote.start, quote.end) }
}
