import type { ParticipantPart, Scope } from '../../domain/report.ts'
import { PAIR_REFERENCES } from '../../lexicon/clauses.ts'
import type { ResolvedPhrase } from '../actors/resolve-mentions.ts'
import { titleHead } from '../actors/title-head.ts'
import type { VerbForm } from './verb-forms.ts'
import { lightVerb, type Trigger } from './find-triggers.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { clauseEnd, clauseStart, phrasesBetween, type Scene, sentenceOf } from './scene.ts'

/** A phrase in its part of an encounter. */
export type Party = { readonly phrase: ResolvedPhrase; readonly part: ParticipantPart; readonly scope: Scope }

/** The sides of an encounter: who met, whom they met, and whether each of those was met apart from the others. */
export type Sides = { readonly own: readonly Party[]; readonly others: readonly Party[]; readonly light: LightUse | null; readonly rule: string }
export type LightUse = { readonly word: number; readonly form: VerbForm; readonly phase: 'whole' | 'start' | 'end' }

const COUNTERPART_LINKS = new Set(['with', 'by', 'between', 'before'])
const ATTENDANT_LINKS = new Set(['led', 'attended', 'hosted'])
const AT_ITS_END = new Set(['ختام', 'خلال', 'عقب', 'بعد', 'اثر', 'اعقاب'])
/** «اللقاء» has been told before: only what stands right behind it tells who met. */
const MAX_DEFINITE_DISTANCE = 4
const MAX_LIGHT_DISTANCE = 22

const party = (phrase: ResolvedPhrase, part: ParticipantPart = 'participant', scope: Scope = 'sentence'): Party => ({ phrase, part, scope })
const parties = (group: PhraseGroup | undefined, part?: ParticipantPart): Party[] => (group ? group.phrases.map((phrase) => party(phrase, part)) : [])

/** Who takes part in the encounter that a trigger tells of; null where the words tell of none. */
export function findSides(scene: Scene, trigger: Exclude<Trigger, { type: 'travel' }>): Sides | null {
  return trigger.type === 'verb' ? sidesOfVerb(scene, trigger) : sidesOfNoun(scene, trigger)
}

/** Phrases that name or refer to somebody known; a title that nobody bears is passed over. */
const knownBetween = (scene: Scene, first: number, last: number): ResolvedPhrase[] => phrasesBetween(scene, first, last).filter(({ actor }) => actor !== null)

function sidesOfVerb(scene: Scene, trigger: Extract<Trigger, { type: 'verb' }>): Sides | null {
  const { row, form } = trigger
  const groups = groupPhrases(knownBetween(scene, trigger.word + 1, clauseEnd(scene, trigger)))
  const bare = groups.filter(({ link }) => link === 'bare')
  const other = groups.filter(({ link }) => COUNTERPART_LINKS.has(link) || (row.id === 'istaqbala' && link === 'for'))
  const attendants = groups.filter(({ link }) => ATTENDANT_LINKS.has(link)).flatMap((group) => parties(group))
  const before = subjectBefore(scene, trigger)
  const sides = (own: readonly Party[], others: readonly Party[], rule: string): Sides | null =>
    own.length + others.length + attendants.length > 0 ? { own, others: [...others, ...attendants], light: null, rule } : null

  if (row.object === 'place') return sides(bare[0] && bare[0].phrases[0]!.kind === 'person' ? parties(bare[0], 'visitor') : before, [], 'frame.visit')
  if (form.hasObject) return sides(parties(bare[0]), objectBefore(scene, trigger), 'frame.object-pronoun')
  if (row.object === 'with') {
    const two = other.length === 0 && row.id === 'ijtamaa' ? pairReference(scene, trigger, Math.min(trigger.word + 3, scene.words.length - 1)) : []
    if (two.length === 2) return sides(two, [], 'frame.pair')
    if (other[0]) return sides(leads(bare[0], other[0]) ? parties(bare[0]) : before, parties(other[0]), 'frame.with')
    if (!row.reciprocal) return null
    const pair = bare.find(({ phrases }) => phrases.length > 1)
    if (pair && isShort(scene, trigger, pair)) return sides(parties(pair), [], 'frame.reciprocal')
    const hasPair = form.number === 'dual' && before.length > 1
    return hasPair ? sides(before, [], 'frame.dual') : row.id === 'ijtamaa' && before.length > 1 ? sides(before, [], 'frame.reciprocal-before') : null
  }
  if (other[0] && row.reciprocal) return sides(leads(bare[0], other[0]) ? parties(bare[0]) : before, parties(other[0]), 'frame.with')
  const pairNamed = groups.length === 0 ? pairReference(scene, trigger, Math.min(trigger.word + 3, scene.words.length - 1)) : []
  if (pairNamed.length === 2) return sides(pairNamed, [], 'frame.pair')
  if (bare.length >= 2) return sides(parties(bare[0]), parties(bare[1]), 'frame.subject-object')
  if (bare.length === 1) {
    const isPair = row.reciprocal && bare[0]!.phrases.length > 1 && !bare[0]!.phrases[0]!.isListHead && before.every(({ scope }) => scope !== 'sentence')
    if (isPair) return sides(parties(bare[0]), [], 'frame.reciprocal')
    return sides(before, parties(bare[0]), 'frame.object')
  }
  return form.number === 'dual' && before.length > 1 ? sides(before, [], 'frame.dual') : null
}

const isShort = (scene: Scene, trigger: Trigger, group: PhraseGroup): boolean => group.phrases[0]!.first - trigger.word <= 4 && sentenceOf(scene, trigger.word) >= 0

/** A bare phrase between verb and counterpart is the subject: «أن يجتمع حفتر مع ممثلين». */
const leads = (bare: PhraseGroup | undefined, other: PhraseGroup): boolean => bare !== undefined && bare.phrases[0]!.first < other.phrases[0]!.first

/** Whom the pronoun of «استضافته» means: the person named last before it, in whatever part. */
function objectBefore(scene: Scene, trigger: Trigger): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const phrase = scene.phrases.filter(({ last, first, actor, kind }) => last < trigger.word && actor !== null && kind === 'person' && sentenceOf(scene, first) === sentence).at(-1)
  return phrase ? [party(phrase)] : subjectBefore(scene, trigger).slice(-1)
}

/** The nearest named subject before a trigger, with whoever is joined to it; else the subject of the sentence before. */
function subjectBefore(scene: Scene, trigger: Trigger, gender: 'm' | 'f' | null = null): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const fits = (phrase: ResolvedPhrase): boolean => phrase.actor !== null && (gender === null || (phrase.kind === 'person' && (isFeminine(scene, phrase) ? 'f' : 'm') === gender))
  const inSentence = scene.phrases.filter((phrase) => phrase.last < trigger.word && sentenceOf(scene, phrase.first) === sentence && fits(phrase))
  const subjects = inSentence.filter(({ link }) => link === 'bare' || link === 'and')
  const nearest = (subjects.length > 0 ? subjects : inSentence).at(-1)
  if (nearest) return listOf(scene, nearest).map((phrase) => party(phrase))
  for (let back = sentence - 1; back >= Math.max(0, sentence - 2); back--) {
    const phrase = scene.phrases.find((candidate) => sentenceOf(scene, candidate.first) === back && fits(candidate) && candidate.kind === 'person')
    if (phrase) return [party(phrase, 'participant', 'paragraph')]
  }
  return []
}

/** A phrase with the ones that «و» ties it to: «حفتر والسراج». */
function listOf(scene: Scene, phrase: ResolvedPhrase): ResolvedPhrase[] {
  const list = [phrase]
  let at = scene.phrases.indexOf(phrase)
  while (scene.phrases[at]?.link === 'and') {
    const before = scene.phrases[at - 1]
    if (!before || before.actor === null || scene.phrases[at]!.first - before.last > 2) break
    list.unshift(before)
    at -= 1
  }
  return list
}

const isFeminine = (scene: Scene, { actor }: ResolvedPhrase): boolean =>
  actor !== null && scene.actors[actor]!.roles.some((role) => /ة$/.test(role.split(' ')[0] ?? '') && titleHead(role.split(' ')[0]!.replace('ة', 'ه')) !== null && !/^(سعادة|فخامة|جلالة|سماحة|فضيلة|دولة)$/.test(role.split(' ')[0]!))

function sidesOfNoun(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>): Sides | null {
  const end = nounClauseEnd(scene, trigger)
  const groups = groupPhrases(knownBetween(scene, trigger.word + 1, end))
  const light = lightVerbBefore(scene, trigger) ?? lightVerbAfter(scene, trigger, end)
  const attendants = groups.filter(({ link }) => ATTENDANT_LINKS.has(link)).flatMap((group) => parties(group, group.link === 'hosted' ? 'mediator' : 'participant'))
  const make = (own: readonly Party[], others: readonly Party[], rule: string): Sides | null =>
    own.length + others.length + attendants.length > 0 ? { own, others: [...others, ...attendants], light, rule } : null

  if (trigger.kind === 'conference') return make(conveners(scene, trigger, light), conferees(scene, trigger, groups), 'frame.conference')
  if (trigger.kind === 'visit') return make(visitors(scene, trigger, groups, light), [], 'frame.visit')
  const pair = pairReference(scene, trigger, end)
  if (pair.length === 2) return make(pair, [], 'frame.pair')
  const members = membersOf(scene, trigger)
  const between = groups.find(({ link }) => link === 'between')
  if (between) return make(parties(between), [], 'frame.between')
  const gathered = light?.word !== undefined && light.word > trigger.word ? groups.find(({ phrases }) => phrases[0]!.first > light.word && phrases.length > 1) : undefined
  const isNear = ({ phrases }: PhraseGroup): boolean => !trigger.definite || light !== null || phrases[0]!.first - trigger.word <= MAX_DEFINITE_DISTANCE
  const withGroup = groups.find((group) => group.link === 'with' && isNear(group)) ?? groups.find((group) => (group.link === 'by' || group.link === 'before') && isNear(group))
  const fromGroup = trigger.kind === 'call' ? groups.find(({ link }) => link === 'from') : undefined
  if (trigger.possessive !== '') {
    const owner = subjectBefore(scene, trigger, trigger.possessive === 'ها' ? 'f' : trigger.possessive === 'ه' ? 'm' : null)
    const own = trigger.possessive === 'ه' || trigger.possessive === 'ها' ? owner.slice(-1) : owner
    return make(own, parties(withGroup ?? groups.find(({ link }) => link === 'bare')), 'frame.possessive')
  }
  if (fromGroup) return make(parties(fromGroup), lightSubject(scene, trigger, light), 'frame.from')
  if (gathered && !withGroup) return make(parties(gathered), [], 'frame.gathered')
  const owner = groups[0]?.link === 'bare' && groups[0].phrases[0]!.first - trigger.word <= 3 ? groups[0] : undefined
  if (withGroup) {
    const afterLight = light && light.word > trigger.word ? groups.find(({ link, phrases }) => link === 'bare' && phrases[0]!.first > light.word) : undefined
    return make(owner ? parties(owner) : afterLight ? parties(afterLight) : lightSubject(scene, trigger, light), [...parties(withGroup), ...members], 'frame.with')
  }
  if (owner && owner.phrases.length > 1) return make(parties(owner), [], 'frame.genitive-pair')
  const receiver = groups.find(({ link }) => link === 'for')
  if (owner && receiver) return make(parties(owner), parties(receiver), 'frame.genitive-for')
  if (owner && owner.phrases[0]!.kind === 'person' && trigger.kind === 'meeting' && /ب$/.test(trigger.prefix)) return make(subjectBefore(scene, trigger).slice(-1), parties(owner), 'frame.genitive-object')
  const closing = !trigger.definite && AT_ITS_END.has(scene.words[trigger.word - 1]?.form ?? '') ? subjectBefore(scene, trigger) : []
  if (closing.length > 1) return make(closing, [], 'frame.closing')
  return attendants.length > 1 || (attendants.length > 0 && light) ? make(lightSubject(scene, trigger, light), [], 'frame.attended') : null
}

/** «… مع وفد الحكومة، ضم A وB»: the members that a delegation is said to have. */
function membersOf(scene: Scene, trigger: Trigger): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const verb = scene.words.find(({ index, form, sentence: s }) => index > trigger.word && s === sentence && /^(و?ضم|و?ضمت|و?يضم|و?تضم)$/.test(form))
  if (!verb) return []
  const list = groupPhrases(knownBetween(scene, verb.index + 1, verb.index + 40).filter(({ first }) => sentenceOf(scene, first) === sentence))
  return parties(list.find(({ link }) => link === 'bare' || link === 'from'), 'delegation')
}

/** The clause of a noun goes on behind «الذي جمع», «التي عقدها»: the relative clause tells who met. */
function nounClauseEnd(scene: Scene, trigger: Trigger): number {
  const near = scene.words.slice(trigger.word + 1, trigger.word + 7)
  const relative = near.find(({ form, index }) => /^ال(ذي|تي|لذين)$/.test(form) && lightVerb(scene.words[index + 1]?.form ?? '') !== null)
  return clauseEnd(scene, trigger, relative && near.slice(0, near.indexOf(relative)).every(({ index }) => scene.words[index]!.sentence === sentenceOf(scene, trigger.word)) ? relative.index + 1 : undefined)
}

function lightVerbBefore(scene: Scene, trigger: Trigger): LightUse | null {
  const start = Math.max(clauseStart(scene, trigger), trigger.word - MAX_LIGHT_DISTANCE)
  for (let i = trigger.word - 1; i >= start; i--) {
    const use = isNamed(scene, i) ? null : lightVerb(scene.words[i]!.form)
    if (use) return { word: i, form: use, phase: use.row.phase }
  }
  return null
}

function lightVerbAfter(scene: Scene, trigger: Trigger, end: number): LightUse | null {
  for (let i = trigger.word + 1; i <= Math.min(end, trigger.word + MAX_LIGHT_DISTANCE); i++) {
    const use = isNamed(scene, i) ? null : lightVerb(scene.words[i]!.form)
    if (use) return { word: i, form: use, phase: use.row.phase }
  }
  return null
}

const isNamed = ({ phrases }: Scene, word: number): boolean => phrases.some(({ first, last }) => first <= word && word <= last)

/** The subject of «أجرى … محادثات»: between verb and noun, else before the verb, else nobody of this sentence. */
function lightSubject(scene: Scene, trigger: Trigger, light: LightUse | null): Party[] {
  if (light && light.word < trigger.word) {
    const between = groupPhrases(phrasesBetween(scene, light.word + 1, trigger.word - 1)).find(({ link }) => link === 'bare')
    if (between) return parties(between)
    return subjectBefore(scene, { ...trigger, word: light.word } as Trigger).map((one) => one)
  }
  return light ? [] : subjectBefore(scene, trigger).slice(-1)
}

const CONVENING = new Set(['حضر', 'شارك', 'استضاف', 'احتضن', 'تراس', 'تراءس', 'راس', 'افتتح', 'نظم', 'عقد'])

/** «يشارك X في مؤتمر», «إحاطته أمام المجلس»: who holds or joins it by the words before it. */
function conveners(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>, light: LightUse | null): Party[] {
  if (trigger.possessive !== '') return subjectBefore(scene, trigger, trigger.possessive === 'ها' ? 'f' : 'm').slice(-1)
  const verb = light && light.word < trigger.word ? lightVerb(scene.words[light.word]!.form) : null
  return verb && CONVENING.has(verb.row.past) ? lightSubject(scene, trigger, light).filter(({ scope }) => scope === 'sentence') : []
}

function conferees(scene: Scene, trigger: Trigger, groups: readonly PhraseGroup[]): Party[] {
  const start = trigger.word
  return groups
    .filter(({ link, phrases }) => link === 'attended' || link === 'led' || (link === 'before' && phrases[0]!.kind !== 'person') || phrases.some(({ first }) => joinsBefore(scene, start, first)))
    .flatMap((group) => parties(group))
}

/** «تشارك فيه X», «سيحضره X», «يشارك في المؤتمر X». */
function joinsBefore(scene: Scene, start: number, first: number): boolean {
  return scene.words.slice(Math.max(start + 1, first - 3), first).some(({ form }) => /^(شارك|حضر)/.test(lightVerb(form)?.row.past ?? ''))
}

function visitors(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>, groups: readonly PhraseGroup[], light: LightUse | null): Party[] {
  const owner = groups.find(({ link, phrases }) => (link === 'bare' || link === 'for') && phrases[0]!.kind === 'person' && phrases[0]!.first - trigger.word <= 6)
  if (owner) return parties(owner, 'visitor')
  if (light && light.word < trigger.word) return lightSubject(scene, trigger, light).slice(-1).map((one) => ({ ...one, part: 'visitor' }))
  const gender = trigger.possessive === 'ها' ? 'f' : trigger.possessive === 'ه' ? 'm' : null
  return subjectBefore(scene, trigger, gender)
    .slice(-1)
    .filter(({ scope }) => scope === 'sentence')
    .map((one) => ({ ...one, part: 'visitor' }))
}

/** «يجمع الرجلين», «بين الجانبين»: the two people named last before it. */
function pairReference(scene: Scene, trigger: Trigger, end: number): Party[] {
  const reference = scene.words.slice(Math.max(0, trigger.word - 4), end + 1).find(({ form, sentence, index }) => index !== trigger.word && sentence === sentenceOf(scene, trigger.word) && PAIR_REFERENCES.has(form.replace(/^لل/, 'ال')))
  if (!reference) return []
  const isOpen = /^(ال|لل)(جانب|طرف)/.test(reference.form)
  const seen = new Map<number, ResolvedPhrase>()
  for (const phrase of scene.phrases.filter(({ last, kind, actor }) => last < trigger.word && (kind === 'person' || (isOpen && kind !== 'organization')) && actor !== null).reverse()) {
    if (!seen.has(phrase.actor!)) seen.set(phrase.actor!, phrase)
    if (seen.size === 2) break
  }
  return [...seen.values()].reverse().map((phrase) => party(phrase, 'participant', 'paragraph'))
}
