import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import type { Trigger } from './find-triggers.ts'
import { lastSpeaker } from './last-speaker.ts'
import { party } from './party.ts'
import { type Scene, sentenceOf } from './scene.ts'
import type { Party } from './sides.ts'

/** What an encounter is told at the course or the end of; folded, without «و» and «ب». */
const DURING = new Set(['خلال', 'اثناء', 'ختام', 'مستهل', 'افتتاح', 'امام', 'هامش'])
/** What may stand before these. */
const LEADING = new Set(['في', 'علي'])

/** «افتتاح أشغال الندوة», «انعقاد القمة»: the first of the nouns that an encounter opens or goes on with. */
function headOf(words: readonly Word[], word: number): number {
  let head = word
  while (head > 0 && /^[ب]?(اشغال|اعمال|فعاليات|انعقاد|افتتاح|جلسات)$/.test(words[head - 1]!.form) && !DURING.has(words[head - 1]!.form))
    head -= 1
  return head
}

/** The first word of «في ختام», «خلال», «أمام» right before a noun of encounter; null where none stands there. */
export function duringAt({ words }: Pick<Scene, 'words'>, { word }: { readonly word: number }): number | null {
  const head = headOf(words, word)
  const before = words[head - 1]
  if (!before || before.sentence !== words[word]!.sentence) return null
  if (before.form === 'في') return before.index
  if (!DURING.has(before.form.replace(/^[وفب](?=...)/, ''))) return null
  return LEADING.has(words[head - 2]?.form ?? '') ? head - 2 : head - 1
}

/** «في كلمته الافتتاحية أمام», «أثناء كلمة ألقاها في», «خلال كلمة له في»: where what one says it in begins; the word itself where nothing says so. */
function speechBefore({ words }: Scene, from: number): number {
  for (let i = from - 1; i >= from - MAX_SPEECH_WORDS && words[i]?.sentence === words[from]!.sentence; i--) {
    const { form } = words[i]!
    if (SPEECHES.test(form)) return /^(في|خلال|اثناء)$/.test(words[i - 1]?.form ?? '') ? i - 1 : i
    if (/^(قال|اكد)/.test(form)) break
  }
  return from
}
const SPEECHES = /^[وب]?(كلمه|كلمته|كلمتها|خطاب|خطابه|خطابها|مداخله|مداخلته|مداخلتها|(ال)?مشاركه|مشاركته|مشاركتها|حضوره|حضورها)$/
const MAX_SPEECH_WORDS = 3

/**
 * «قال الرئيس، السبت، في روما، في ختام قمة مجموعة السبع», «من الرئيس X خلال القمة العربية»: whoever is told of right before the words that say at what was there. Nobody where the sentence tells of an
 * encounter before it.
 */
export function speakerAt(scene: Scene, trigger: Trigger): Party[] {
  const from = duringAt(scene, trigger)
  const sentence = sentenceOf(scene, trigger.word)
  if (from === null || scene.triggers.some(({ word }) => word < trigger.word && sentenceOf(scene, word) === sentence)) return []
  const speech = speechBefore(scene, from)
  const phrase = scene.phrases.findLast(({ last }) => last < speech)
  const isNobody = scene.phrases.every(
    ({ kind, first, last }) => kind !== 'person' || last >= speech || sentenceOf(scene, first) !== sentence,
  )
  if (isNobody) return speech < from || scene.words[from + 1]?.form === 'هامش' ? speaking(scene, sentence) : []
  if (!phrase || phrase.actor === null || phrase.kind !== 'person') return []
  const when = [...scene.dates, ...scene.places.map(({ first, last, link }) => ({ first: link === 'in' ? first - 1 : first, last }))]
  const isBeside = scene.words
    .slice(phrase.last + 1, speech)
    .every(({ index }) => when.some(({ first, last }) => first <= index && index <= last))
  return isBeside && SPOKEN.has(phrase.link) ? [party(phrase)] : []
}
/** «وأضاف، أثناء كلمة ألقاها في المؤتمر»: who was told to speak before, where the sentence says nobody. */
function speaking(scene: Scene, sentence: number): Party[] {
  const first = scene.sentences.get(sentence)?.[0]
  const speaker = first && isSpeechVerb(first.form) ? lastSpeaker(scene, first.index) : undefined
  return speaker ? [party(speaker, 'participant', 'paragraph')] : []
}

const SPOKEN: ReadonlySet<string> = new Set(['bare', 'from', 'by'])
