import { groupBy } from '../../domain/group-by.ts'
import { firstDay, type PartialDate } from '../../domain/partial-date.ts'
import { tookPlace } from '../../domain/report.ts'
import type { Word } from '../word.ts'
import { type DraftReport, draftsOf, participantsOf } from './draft-report.ts'
import { isMeetingVerb } from './encounter-words.ts'
import { type Arrival, arrivalOf, visitsOf } from './find-arrivals.ts'
import { findDate } from './find-date.ts'
import { lightVerbAfter, nounClauseEnd } from './find-light-verb.ts'
import { findSides } from './find-participants.ts'
import { findDateline, findPlace, RECEIVING } from './find-place.ts'
import type { Trigger } from './find-triggers.ts'
import { lightVerb } from './light-verb.ts'
import { around, type Scene, sentenceOf } from './scene.ts'
import { atMargin, whereOneCame } from './setting.ts'
import type { Sides } from './sides.ts'

/** Every encounter that the triggers of an article tell of, in text order, one mention at a time. */
export function findReports(scene: Scene, published: PartialDate | null): DraftReport[] {
  const dateline = findDateline(scene)
  const drafts: DraftReport[] = []
  const arrivals: Arrival[] = []
  const known = new Map<number, Sides | null>()
  const recent = (): DraftReport[] => drafts.slice(-MAX_RECENT)
  const sidesOf = (trigger: Trigger): Sides | null => {
    if (trigger.type === 'travel') return null
    const before = known.get(trigger.word)
    if (before !== undefined) return before
    known.set(trigger.word, null)
    const sides = findSides({ ...around(scene, trigger), ...lastOf(recent()), sidesOf }, trigger)
    known.set(trigger.word, sides)
    return sides
  }
  for (const [i, trigger] of scene.triggers.entries()) {
    const local = { ...around(scene, trigger), ...lastOf(recent()), sidesOf }
    if (trigger.type === 'travel') arrivals.push(...arrivalOf(local, trigger, published))
    if (trigger.type === 'travel' || isHeadOfNext(scene, i)) continue
    known.delete(trigger.word)
    const sides = sidesOf(trigger)
    if (!sides) {
      recall(local, trigger, drafts, published)
      continue
    }
    if (sides.rule === 'frame.spoke') {
      const session = drafts.findLastIndex(({ kind, rules }) => kind === 'conference' || rules.includes('frame.body'))
      if (session >= 0) drafts[session] = withAttendants(local, drafts[session]!, sides)
      continue
    }
    const adds = sides.rule === 'frame.joined-told' || (sides.rule === 'frame.attended' && trigger.type === 'noun' && trigger.definite)
    const host = adds ? hostOf(trigger, sides, drafts) : -1
    if (host >= 0) drafts[host] = withAttendants(local, drafts[host]!, sides)
    else if (!adds || sides.own.length > 0) {
      const told = draftsOf(withTellers(local, trigger), trigger, sides, published, dateline)
      if (isCount(local, trigger) && told.every((draft) => recent().some((other) => isOfSame(local, trigger, draft, other)))) continue
      drafts.push(...told.map((draft) => whereOneCame(local, trigger, atMargin(local, trigger, draft, drafts, published), arrivals)))
    }
  }
  drafts.push(...visitsOf(scene, arrivals, drafts))
  const bySentence = groupBy(drafts, (draft) => sentenceAt(scene, draft))
  return [...bySentence].flatMap(([sentence, told]) => told.filter((draft) => !isFrameOf(scene, draft, sentence, told)))
}

/** «في رابع لقاء بين الرجلين», «وهو اللقاء الثالث بينهما»: it tells which one of theirs an encounter is, and no other. */
function isCount({ words }: Scene, { type, word }: Trigger): boolean {
  if (type !== 'noun') return false
  const [before, behind] = [words[word - 1]?.form ?? '', words[word + 1]?.form ?? '']
  return ORDINAL.test(before) || (/^[وف]?(هو|هي|هذا|هذه)$/.test(before) && ORDINAL.test(behind.replace(/^ال/, '')))
}
const ORDINAL = /^(اول|اولي|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|سادس|سابع|ثامن|تاسع|عاشر)$/

const isOfSame = (scene: Scene, { word }: Trigger, draft: DraftReport, other: DraftReport): boolean =>
  sentenceOf(scene, word) - sentenceAt(scene, other) <= (isPointedAt(scene, word) ? RECALL_SENTENCES : 1) &&
  draft.participants.length === other.participants.length &&
  draft.participants.every(({ actor }) => other.participants.some((one) => one.actor === actor))

/** «وكانت هذه ثاني زيارة يقوم بها»: the one that was told of all along. */
const isPointedAt = ({ words }: Scene, word: number): boolean =>
  [1, 2].some((back) => /^[وف]?(هذه|هذا|هي|هو)$/.test(words[word - back]?.form ?? ''))

/** Encounters told last that are looked at: work may not grow with the square of what an article tells. */
const MAX_RECENT = 100

/** Sentences over which «القمة» is the encounter told before. */
const RECALL_SENTENCES = 3
/** «قمة سنغافورة»: one that goes by its place is known for longer. */
const NAMED_SENTENCES = 10

/** «جولة أولى من المحادثات»: one of several. */
const isOfRound = ({ words }: Scene, word: number): boolean =>
  words[word - 1]?.form === 'من' &&
  words.slice(Math.max(0, word - 4), word).some(({ form }) => /^(ال)?(جوله|جولات|مرحله|جلسه|جزء)$/.test(form))

/** «القمة المقررة في سنغافورة يوم 12 يونيو»: a noun with the article and no sides is the encounter told before, and says when and where it is if nothing else does; no summit is a reception. */
function recall(scene: Scene, trigger: Exclude<Trigger, { type: 'travel' }>, all: DraftReport[], published: PartialDate | null): void {
  const drafts = all.slice(-MAX_RECENT)
  const isNamed = scene.places.some(({ first, link }) => first === trigger.word + 1 && link === 'bare')
  if (trigger.type !== 'noun' || !(trigger.definite || isNamed) || trigger.kind !== 'meeting' || isOfRound(scene, trigger.word)) return
  const isSummit = trigger.rule === 'noun.qimma'
  const isTold = ({ kind, participants, rules }: DraftReport): boolean =>
    kind === 'meeting' && participants.length > 1 && !(isSummit && RECEIVING.has(rules[0]!))
  const past = isNamed ? drafts.findLastIndex((draft) => isTold(draft) && draft.status === 'held') : -1
  const such = drafts.findLastIndex((draft) => isTold(draft) && draft.rules[0] === trigger.rule)
  const sentence = sentenceOf(scene, trigger.word)
  const near = drafts.filter((draft) => isTold(draft) && sentence - sentenceAt(scene, draft) <= RECALL_SENTENCES)
  const isClear =
    new Set(
      near.map(({ participants }) =>
        participants
          .map(({ actor }) => actor)
          .sort()
          .join(),
      ),
    ).size < 2
  const at = past >= 0 ? past : such >= 0 ? such : isClear ? drafts.findLastIndex(isTold) : -1
  const host = drafts[at]
  if (!host || sentence - sentenceAt(scene, host) > (isNamed ? NAMED_SENTENCES : RECALL_SENTENCES)) return
  const isOver = tookPlace(host.status)
  if (isOver && lightVerbAfter(scene, trigger, nounClauseEnd(scene, trigger))?.form.tense === 'future') return
  const isOfJourney = scene.triggers.some(
    ({ type, word }) => type === 'travel' && word < trigger.word && sentenceOf(scene, word) === sentenceOf(scene, trigger.word),
  )
  const said = host.date === null && !isOfJourney ? findDate(scene, trigger, isOver ? 'past' : 'future', published) : null
  const date = isOver && said?.from && published !== null && firstDay(said.from) > published ? null : said
  const place = host.place === null || (isNamed && host.place.scope === 'article') ? findPlace(scene, trigger, null) : null
  const recalled = {
    date: host.recalled?.date ?? (date?.from && date.precision !== 'year' ? { ...date, scope: 'article' as const } : null),
    place: host.recalled?.place ?? (place && { ...place, scope: 'article' as const }),
  }
  if (recalled.date || recalled.place) all[all.length - drafts.length + at] = { ...host, recalled }
}

/** The actors of the last encounter of two, and of the last of several; none where there is none. */
const lastOf = (drafts: readonly DraftReport[]): Pick<Scene, 'lastPair' | 'lastMet'> => ({
  lastPair: pairOf(drafts),
  lastMet: metIn(drafts),
})

const metIn = (drafts: readonly DraftReport[]): number[] =>
  drafts.findLast(({ kind, participants }) => kind === 'meeting' && participants.length > 1)?.participants.map(({ actor }) => actor) ?? []

const pairOf = (drafts: readonly DraftReport[]): number[] =>
  drafts.findLast(({ kind, participants }) => kind !== 'visit' && participants.length === 2)?.participants.map(({ actor }) => actor) ?? []

/** «حيث التقى», behind a verb of going «حيث أجرى محادثات» and «قابل فيها» too. */
function isVerbOfMeetingThere(words: readonly Word[], index: number, rule: string): boolean {
  const isMeeting = isMeetingVerb(words[index]!.form)
  const isWhere = words[index - 1]?.form === 'حيث'
  if (!rule.startsWith('verb.')) return isWhere && isMeeting
  return (isWhere && (isMeeting || lightVerb(words[index]!.form) !== null)) || (isMeeting && words[index + 1]?.form === 'فيها')
}

/** «وذلك خلال زيارته الرسمية إلى اليونان». */
const isDuring = (quote: string): boolean => /(^|\s)(خلال|أثناء|ضمن) (زيار|جول)ت(ه|ها)(\s|$)/.test(quote)

const MEETS_THERE = /^(والتقي|والتقت|خلالها|خلاله|يلتقي|سيلتقي)$/

/** «زار الرياض والتقى هناك السفير», «في إطار الزيارة التي يقوم بها»: a visit that only frames a meeting of the same visitor in its sentence. */
function isFrameOf(scene: Scene, visit: DraftReport, sentence: number, told: readonly DraftReport[]): boolean {
  if (visit.kind !== 'visit' || visit.status === 'cancelled' || visit.status === 'denied') return false
  const isMention = visit.rules[0] === 'noun.ziyara' && (visit.isDefinite || !visit.isAsserted || isDuring(visit.evidence[0]!.exact))
  const meetsThere = (scene.sentences.get(sentence) ?? []).some(
    ({ form, index }) => MEETS_THERE.test(form) || isVerbOfMeetingThere(scene.words, index, visit.rules[0]!),
  )
  if (!isMention && !meetsThere) return false
  return told.some(
    (other) => other.kind === 'meeting' && visit.participants.every(({ actor }) => other.participants.some((one) => one.actor === actor)),
  )
}

/** The sentence that the evidence of a draft begins in. */
function sentenceAt({ words }: Scene, { evidence: [quote] }: DraftReport): number {
  let [low, high] = [0, words.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end > quote!.start) high = middle
    else low = middle + 1
  }
  return words[low]!.sentence
}

/** Dates and places belong to what tells of an encounter or a journey: words of encounter without sides have none. */
const withTellers = (scene: Scene, trigger: Trigger): Scene => ({
  ...scene,
  triggers: scene.triggers.filter(
    (other) =>
      other.type === 'travel' || sentenceOf(scene, other.word) !== sentenceOf(scene, trigger.word) || scene.sidesOf(other) !== null,
  ),
})

/** The encounter that «حضر الاستقبال X» adds to: the last one that whoever came is told to have been at, or that was called so, else the last that was such and is as much over as the verb is, else the last that is, else the last. */
function hostOf(trigger: Exclude<Trigger, { type: 'travel' }>, { light, own, others }: Sides, drafts: readonly DraftReport[]): number {
  const isOver = light?.form.tense !== 'future'
  const fits = ({ kind, status }: DraftReport): boolean => kind !== 'visit' && tookPlace(status) === isOver
  const isSuch = ({ kind, rules }: DraftReport): boolean =>
    trigger.rule === 'noun.istiqbal' ? RECEIVING.has(rules[0]!) : trigger.kind !== 'call' || kind === 'call'
  const coming = new Set([...own, ...others].map(({ phrase: { actor } }) => actor))
  const isThere = drafts.findLastIndex((draft) => fits(draft) && isSuch(draft) && draft.participants.some(({ actor }) => coming.has(actor)))
  const same = isThere >= 0 ? isThere : drafts.findLastIndex((draft) => fits(draft) && draft.rules[0] === trigger.rule)
  const [such, over] = [drafts.findLastIndex((draft) => fits(draft) && isSuch(draft)), drafts.findLastIndex(fits)]
  if (same >= 0) return same
  return such >= 0 ? such : over >= 0 ? over : drafts.findLastIndex(({ kind }) => kind !== 'visit')
}

/** «حضر اللقاء X وY» adds to the encounter told before it; «وعدد من المسؤولين» beside names adds nobody. As many people as states that were told to meet are who met for them. */
function withAttendants(scene: Scene, host: DraftReport, sides: Sides): DraftReport {
  const came = [...sides.own, ...sides.others]
  const named = came.filter(({ phrase }) => phrase.rule !== 'group.plural')
  const added = participantsOf(
    scene,
    (named.length > 0 ? named : came).map((one) => ({ ...one, scope: 'paragraph' as const })),
  )
  const areStates = host.participants.every(({ actor }) => scene.actors[actor]!.kind === 'government')
  const told =
    areStates && added.filter(({ actor }) => scene.actors[actor]!.kind === 'person').length >= host.participants.length
      ? []
      : host.participants
  return {
    ...host,
    participants: [...told, ...added.filter(({ actor }) => told.every((known) => known.actor !== actor))],
    rules: [...host.rules, sides.rule],
  }
}

/** «جلسة مباحثات», «جولة مناقشات»: the second noun tells the encounter. */
function isHeadOfNext({ triggers }: Scene, i: number): boolean {
  const [trigger, next] = [triggers[i]!, triggers[i + 1]]
  return trigger.type === 'noun' && next?.type === 'noun' && next.word === trigger.word + 1 && trigger.possessive === ''
}
