import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { SITE_HEADS } from '../../lexicon/organisation-heads.ts'
import { isDeliberating } from './deliberating.ts'
import { lastPair, pairReference, twoNamed } from './find-pair.ts'
import { inheritedSubject, objectBefore, subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { guestOf, isVisited, isVisitedBehind } from './find-visited.ts'
import { hostOf, isVisitor } from './find-visitors.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { quotedBefore } from './last-speaker.ts'
import { ATTENDANT_LINKS, COUNTERPART_LINKS, knownBetween, parties, party } from './party.ts'
import { clauseEnd, type Scene } from './scene.ts'
import type { Party, Sides } from './sides.ts'
import { bodyBefore } from './sitting-body.ts'
import { bodySummonedTo, isRecall } from './summoned.ts'

/** Who meets by a verb: subject and object, subject and «مع», or a coordinated subject alone, by the verb's row and what stands there. */
export function sidesOfVerb(scene: Scene, trigger: Extract<Trigger, { type: 'verb' }>): Sides | null {
  const { row, form } = trigger
  const groups = groupPhrases(knownBetween(scene, trigger.word + 1, clauseEnd(scene, trigger)))
  const bare = groups.filter(({ link, phrases }, i) => link === 'bare' && !isNamedBefore(groups.slice(0, i), phrases))
  const other = groups.filter(
    ({ link, phrases }) =>
      (COUNTERPART_LINKS.has(link) && link !== 'between') ||
      ((row.id === 'istaqbala' || row.onlyMeal) && link === 'for') ||
      (row.id === 'tahaddatha' && link === 'to') ||
      ((row.id === 'ijtamaa' || row.id === 'jalasa') && link === 'to' && phrases[0]!.kind === 'person'),
  )
  const attendants = groups.filter(({ link }) => ATTENDANT_LINKS.has(link)).flatMap((group) => parties(group))
  const told = speakerOf(scene, trigger) ?? inheritedSubject(scene, trigger.word, form) ?? subjectBefore(scene, trigger)
  const two = form.number === 'dual' && row.reciprocal && told.length < 2 ? twoNamed(scene, trigger) : []
  const before = two.length === 2 ? two : told
  const sides = (own: readonly Party[], others: readonly Party[], rule: string): Sides | null =>
    own.length + others.length + attendants.length > 0
      ? { own, others: [...others, ...(row.oneByOne ? guestsAfter(scene, others) : []), ...attendants], light: null, rule }
      : null

  if (isOfThing(scene, trigger)) return null
  if (row.id === 'istaqbala' && receivesNews(scene, trigger)) return null
  if (row.id === 'istaqbala' && SITE_HEADS.has(scene.words[trigger.word + 1]?.form.replace(/^ال/, '') ?? '')) return null
  if (row.object === 'none') {
    const body = bodyBefore(scene, trigger.word, form)
    const sitting = body.length === 0 && bare[0] && isDeliberating(scene, bare[0], bare[0].phrases[0]!.first) ? parties(bare[0]) : body
    return sitting.length > 0 ? sides(sitting, [], 'frame.body') : null
  }
  if (row.id === 'istadaa' && isRecall(scene, trigger)) return null
  const summoner = row.id === 'istadaa' && bare.length === 1 ? bodySummonedTo(scene, groups) : undefined
  if (summoner && before.every(({ scope }) => scope !== 'sentence')) return sides(parties(summoner), parties(bare[0]), 'frame.summoned')
  if (row.object === 'place' && isUnknown(scene, trigger)) return null
  const host = row.object === 'place' ? guestOf(scene, trigger) : null
  if (host) return sides(bare[0] ? parties(bare[0]) : before.slice(-1), [host], 'frame.visited')
  if (row.object === 'place' && isVisited(scene, bare)) return sides(parties(bare[0]), parties(bare[1]), 'frame.visited')
  if (row.object === 'place' && isVisitedBehind(scene, trigger, before, bare[0]))
    return sides(before.slice(-1), parties(bare[0]), 'frame.visited')
  if (row.object === 'place')
    return sides(
      antecedentOf(scene, trigger) ?? (bare[0] && isVisitor(bare[0]) ? parties(bare[0], 'visitor').filter(isGoer) : before),
      hostOf(scene, trigger, groups),
      'frame.visit',
    )
  if (row.id === 'istadafa' && !form.hasObject && isFarOff(trigger, bare.at(-1))) return null
  const agent = row.id === 'istaqbala' ? groups.find((group) => isAgent(scene, group)) : undefined
  if (agent) {
    const received = bare[0] ? parties(bare[0]) : before
    return received.length > 0 ? sides(parties(agent), received, 'frame.passive') : null
  }
  if (form.hasObject && row.object !== 'with') return sides(parties(bare[0]), objectBefore(scene, trigger), 'frame.object-pronoun')
  if (row.object === 'with') {
    const pairTold =
      (other.length === 0 && (row.id === 'ijtamaa' || (form.number === 'dual' && !row.discusses))) || row.id === 'tahaddatha'
        ? pairReference(scene, trigger, Math.min(trigger.word + 3, scene.words.length - 1))
        : []
    if (pairTold.length === 2) return sides(pairTold, [], 'frame.pair')
    if (other[0]) return sides(leads(bare[0], other[0]) ? parties(bare[0]) : before, parties(other[0]), 'frame.with')
    if (!row.reciprocal) return null
    const sitting = row.id === 'ijtamaa' && bare.length === 0 ? bodyBefore(scene, trigger.word, form) : []
    if (sitting.length > 0) return sides(sitting, [], 'frame.body')
    const [group] = row.id === 'ijtamaa' && form.number === 'plural' && bare.length === 0 ? before : []
    if (group && group.phrase.rule === 'group.plural' && group.phrase.last === trigger.word - 1) return sides([group], [], 'frame.body')
    const pair = bare.find(({ phrases }) => phrases.length > 1)
    if (pair && isShort(scene, trigger, pair)) return sides(parties(pair), [], 'frame.reciprocal')
    const hasPair = form.number === 'dual' && before.length > 1
    if (hasPair && row.discusses && isOfTold(scene, trigger, before)) return null
    if (row.id === 'ijtamaa' && !hasPair && bare[0] && isDeliberating(scene, bare[0], trigger.word))
      return sides(parties(bare[0]), [], 'frame.body')
    return hasPair
      ? sides(before, [], 'frame.dual')
      : row.id === 'ijtamaa' && before.length > 1
        ? sides(before, [], 'frame.reciprocal-before')
        : null
  }
  if (other[0] && row.reciprocal) return sides(leads(bare[0], other[0]) ? parties(bare[0]) : before, parties(other[0]), 'frame.with')
  const pairNamed = groups.length === 0 ? pairReference(scene, trigger, Math.min(trigger.word + 3, scene.words.length - 1)) : []
  const isReceiving = !row.reciprocal && before.length === 1 && before[0]!.scope === 'sentence'
  if (pairNamed.length === 2) return isReceiving ? sides(before, pairNamed, 'frame.object') : sides(pairNamed, [], 'frame.pair')
  if (isRelative(scene, trigger) && before.length > 0 && bare[0]) return sides(before.slice(-1), parties(bare[0]), 'frame.object')
  if (bare.length >= 2 && isThen(scene, bare[1]!) && before.some(({ scope }) => scope === 'sentence'))
    return sides(before.slice(-1), parties(bare[0]), 'frame.object')
  if (bare.length >= 2) return sides(parties(bare[0]), parties(bare[1]), 'frame.subject-object')
  if (bare.length === 1) {
    const isPair =
      row.reciprocal &&
      !isApart(scene, trigger, bare[0]!) &&
      !isAccusative(scene, bare[0]!) &&
      bare[0]!.phrases.length > 1 &&
      !bare[0]!.phrases[0]!.isListHead &&
      before.every(({ scope }) => scope !== 'sentence')
    if (isPair) return sides(parties(bare[0]), [], 'frame.reciprocal')
    return before.length === 0 && (bare[0]!.phrases.length > 1 || isUnknown(scene, trigger))
      ? null
      : sides(before, parties(bare[0]), 'frame.object')
  }
  if (form.number === 'dual' && before.length > 1) return sides(before, [], 'frame.dual')
  const they =
    form.number === 'dual' && row.reciprocal && bare.length === 0 && isNobodyNamed(scene, trigger) ? lastPair(scene, trigger) : []
  return they.length === 2 ? sides(they, [], 'frame.pair') : null
}

/** «وقد التقيت بالمبعوث», «سألتقي»: in a quotation whoever is quoted; null where the verb is no first person, or nobody is told to speak. */
function speakerOf(scene: Scene, { word, row, form }: Extract<Trigger, { type: 'verb' }>): Party[] | null {
  const bare = scene.words[word]!.form.slice(form.prefix.length)
  const isFirst =
    (row.past.endsWith('ي') && bare === `${row.past}ت`) ||
    (form.tense === 'future' && form.prefix.endsWith('س') && bare === `ا${row.present.slice(1)}`)
  const speaker = isFirst ? quotedBefore(scene, word) : undefined
  return speaker ? [party(speaker, 'participant', 'paragraph')] : null
}

/** «زار X المسجد وكنيسة القيامة»: what is joined behind and is a body is a place that one goes to. */
const isGoer = ({ phrase }: Party): boolean => phrase.kind === 'person' || phrase.kind === 'group'

const THEN = /^[وف]?(ثم|بعده|بعدها|بعدهما|بعدهم)$/

/** «عقد X لقاءات، واستقبل السفير Y ثم السفير Z»: who stands behind «ثم» came after the one before him, and did not receive him. */
const isThen = ({ words }: Scene, { phrases: [first] }: PhraseGroup): boolean => THEN.test(words[first!.first - 1]?.form ?? '')

/** «استقبل الرئيس السفير X، ثم النائب Y وبعده الوزير Z»: whoever came behind those, each by his office. */
function guestsAfter({ words, phrases }: Scene, others: readonly Party[]): Party[] {
  const guests: Party[] = []
  for (let last = others.at(-1)?.phrase.last; last !== undefined; ) {
    const then = words[last + 1]
    if (then?.sentence !== words[last]!.sentence || !THEN.test(then.form)) break
    const guest = phrases.find(
      ({ first, actor, name, titles }) => first === then.index + 1 && actor !== null && name !== null && titles.length > 0,
    )
    if (guest) guests.push(party(guest))
    last = guest?.last
  }
  return guests
}

/** «الوفد الذي زار العراق»: whoever stands right before the relative of a verb that has no object of its own does what it tells. */
function antecedentOf({ words, phrases }: Scene, { word, form }: Extract<Trigger, { type: 'verb' }>): Party[] | null {
  if (form.hasObject || !RELATIVE_PRONOUNS.has(words[word - 1]?.form ?? '')) return null
  const antecedent = phrases.find(({ last, actor, kind }) => last === word - 2 && actor !== null && (kind === 'person' || kind === 'group'))
  return antecedent ? [party(antecedent, 'visitor')] : null
}

/** Nobody is named before it in its sentence. */
const isNobodyNamed = ({ words, phrases }: Scene, { word }: Trigger): boolean =>
  phrases.every(({ first, last, name }) => name === null || last > word || words[first]!.sentence !== words[word]!.sentence)

/** «سيلتقي الزعيم كيم، … تعهد زعيم كوريا»: whoever was named already is no other side. */
const isNamedBefore = (groups: readonly PhraseGroup[], phrases: PhraseGroup['phrases']): boolean =>
  phrases.every(({ actor }) => groups.some((group) => group.phrases.some((phrase) => phrase.actor === actor)))

/** «استضافت نهائيات كأس العالم …»: what is hosted stands there and is nobody. */
const isFarOff = ({ word }: Trigger, hosted: PhraseGroup | undefined): boolean =>
  hosted !== undefined && hosted.phrases.length === 1 && hosted.phrases[0]!.first - word > MAX_HOSTED
const MAX_HOSTED = 8

/** «يزور الرئيس الفرنسي واشنطن»: whoever goes is told by an office that nobody named holds. */
const isUnknown = (scene: Scene, trigger: Trigger): boolean => {
  const [first] = knownBetween(scene, trigger.word + 1, clauseEnd(scene, trigger))
  return first !== undefined && first.actor === null && first.link === 'bare'
}

/** «استقبل سكان القرية خبر مقتله», «استقبلت البلدة جثمانه»: what they received is nobody. */
const receivesNews = ({ words }: Scene, { word }: Trigger): boolean =>
  words
    .slice(word + 1, word + MAX_HOSTED)
    .some(({ form, sentence }) => sentence === words[word]!.sentence && /^(خبر|نبا|انباء|جثمان|جثامين|رفات)(ه|ها|هم)?$/.test(form))

/** «إن الفنادق استقبلت وفودا»: behind «أن» and right before the verb stands its subject, which is nobody. */
const isOfThing = ({ words, phrases }: Scene, { word, form }: Extract<Trigger, { type: 'verb' }>): boolean =>
  form.prefix === '' &&
  /^ال...../.test(words[word - 1]?.form ?? '') &&
  /^[وبل]?ان$/.test(words[word - 2]?.form ?? '') &&
  words[word - 2]!.sentence === words[word]!.sentence &&
  !phrases.some(({ first, last }) => first <= word - 1 && word - 1 <= last)

/** «من طرف الرئيس», «من جانب الوزير»: who does what a passive tells. */
const isAgent = ({ words }: Scene, { link, phrases }: PhraseGroup): boolean =>
  link === 'by' && /^(طرف|جانب|قبل|لدن)$/.test(words[phrases[0]!.first - 1]?.form ?? '')

/** «جولته التي التقى خلالها …»: the subject stands before, what follows is the object. */
const isRelative = ({ words }: Scene, { word }: Trigger): boolean =>
  RELATIVE_PRONOUNS.has(words[word - 1]?.form ?? '') || /^(خلالها|خلاله|هناك|فيها)$/.test(words[word + 1]?.form ?? '')

/** «يلتقي بري ونظيره … كلا على حدة»: two whom a third meets, one after the other. */
const isApart = (scene: Scene, trigger: Trigger, { phrases }: PhraseGroup): boolean =>
  phrases.slice(1).some(({ first }) => /^[وف]?نظير/.test(scene.words[first]!.form)) ||
  scene.words
    .slice(trigger.word, clauseEnd(scene, trigger) + 2)
    .some(({ form, index }) => form === 'علي' && /^(حده|انفراد)$/.test(scene.words[index + 1]?.form ?? ''))

/** «أجرى A اتصالا مع B وبحثا الأزمة»: what was discussed at the encounter that the sentence told. */
const isOfTold = ({ words, triggers, sidesOf }: Scene, { word }: Trigger, pair: readonly Party[]): boolean =>
  triggers.some((other) => {
    if (other.word >= word || words[other.word]!.sentence !== words[word]!.sentence) return false
    const sides = sidesOf(other)
    const met = new Set([...(sides?.own ?? []), ...(sides?.others ?? [])].map(({ phrase }) => phrase.actor))
    return pair.every(({ phrase }) => met.has(phrase.actor))
  })

/** «ويلتقي رئيس الكنيست X ووفدا»: the ending says that both are objects. */
const isAccusative = ({ words }: Scene, { phrases }: PhraseGroup): boolean =>
  phrases.some(({ first }) => /^[وف]?وفدا$/.test(words[first]!.form))

const MAX_RECIPROCAL_DISTANCE = 4
/** «بحث X وY الأزمة», «سيجتمع في أستانا يوم الجمعة X وY»: the pair stands right behind the verb, but for where and when. */
function isShort({ words, dates, places }: Scene, trigger: Trigger, { phrases: [first] }: PhraseGroup): boolean {
  const isSetting = (i: number): boolean =>
    [...dates, ...places].some((one) => one.first <= i && i <= one.last) ||
    places.some((place) => place.first === i + 1 && place.link === 'in')
  const between = words.slice(trigger.word + 1, first!.first).filter(({ index }) => !isSetting(index))
  return between.length < MAX_RECIPROCAL_DISTANCE
}

/** A bare phrase between verb and counterpart is the subject: «أن يجتمع حفتر مع ممثلين». */
const leads = (bare: PhraseGroup | undefined, other: PhraseGroup): boolean =>
  bare !== undefined && bare.phrases[0]!.first < other.phrases[0]!.first
