import { fold } from '../../analysis/fold.ts'
import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { countryOfCapital } from '../actors/country-of.ts'
import { lightSubject } from './find-light-verb.ts'
import { subjectBefore } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import type { PhraseGroup } from './group-phrases.ts'
import { parties, party } from './party.ts'
import { type Scene, sentenceAround } from './scene.ts'
import type { LightUse, Party } from './sides.ts'

type Noun = Extract<Trigger, { type: 'noun' }>

/** How far behind the noun stands whose journey it is. */
const MAX_OWNER_DISTANCE = 6
/** The same behind «الزيارة التي كان من المفترض أن يقوم بها». */
const MAX_RELATIVE = 10

/** People and delegations go somewhere; bodies and states do not. */
export const isVisitor = ({ phrases }: PhraseGroup): boolean => phrases[0]!.kind === 'person' || phrases[0]!.kind === 'group'

/** «زيارة الوزير X», «قام X بزيارة», «زيارته»: whose journey a noun tells of. */
export function visitors(scene: Scene, trigger: Noun, groups: readonly PhraseGroup[], light: LightUse | null): Party[] {
  const owner = groups.find(
    (group) =>
      (group.link === 'bare' || group.link === 'for') &&
      isVisitor(group) &&
      !isQuoted(scene, trigger, group) &&
      !isOfOther(scene, trigger, group) &&
      group.phrases[0]!.first - trigger.word <= (isRelative(scene, trigger) ? MAX_RELATIVE : MAX_OWNER_DISTANCE) &&
      (!trigger.definite || isInRelative(scene, trigger, group.phrases[0]!.first)),
  )
  const host = hostOf(scene, trigger, groups)
  const visited = visitedBy(trigger, groups)
  if (visited)
    return [
      ...abroad(scene, trigger, goers(scene, trigger, light)).map((one): Party => ({ ...one, part: 'visitor' })),
      ...parties(visited, 'host'),
    ]
  if (owner) return [...parties(owner, 'visitor'), ...host]
  if (isTold(scene, trigger)) return []
  if (isOfUnknown(scene, trigger)) return host
  return abroad(scene, trigger, goers(scene, trigger, light))
    .map((one): Party => ({ ...one, part: 'visitor' }))
    .concat(host)
}

/** «بعد زيارته البطريرك»: whom somebody visits, by his office right behind a noun with a pronoun. */
const visitedBy = ({ word, possessive }: Noun, groups: readonly PhraseGroup[]): PhraseGroup | undefined =>
  possessive === ''
    ? undefined
    : groups.find(
        ({ link, phrases: [first] }) =>
          link === 'bare' && first!.kind === 'person' && first!.titles.length > 0 && first!.first === word + 1,
      )

/** «أشاد الجهيناوي بما أطلعه عليه سلامة خلال زيارته إلى تونس»: nobody in office visits his own state; the pronoun is the other person whom the sentence names. */
function abroad(scene: Scene, { word, possessive }: Noun, told: readonly Party[]): readonly Party[] {
  const goal = scene.places.find(({ first, link }) => link === 'to' && first > word && first - word <= MAX_GOAL)
  const isHome = ({ phrase: { actor } }: Party): boolean =>
    goal?.country != null &&
    (goal.isCountry || countryOfCapital(goal.name) === goal.country) &&
    actor !== null &&
    scene.actors[actor]!.country === goal.country
  if (possessive === '' || !told.some(isHome)) return told
  const others = scene.phrases
    .filter(
      ({ last, first, kind, actor }) =>
        last < word && kind === 'person' && actor !== null && scene.words[first]!.sentence === scene.words[word]!.sentence,
    )
    .map((phrase) => party(phrase))
  const other = others.findLast((one) => !isHome(one))
  return other ? [other] : told
}
const MAX_GOAL = 3

/** «وقال إن هذه زيارة تاريخية», «وكانت هذه ثاني زيارة يقوم بها»: it says what the journey is that was told. */
const isTold = ({ words }: Scene, { word, possessive }: Noun): boolean => {
  const before = /^(اول|ثاني|ثالث|رابع|خامس|اخر)$/.test(words[word - 1]?.form ?? '') ? word - 2 : word - 1
  return possessive === '' && /^[وف]?(هذه|هي|انها)$/.test(words[before]?.form ?? '')
}

/** «زيارة رئيس الحكومة إلى ألمانيا»: the journey of an office that nobody named holds is nobody else's. */
const isOfUnknown = ({ phrases }: Scene, { word, possessive }: Noun): boolean =>
  possessive === '' &&
  phrases.some(({ first, actor, rule, link }) => first === word + 1 && actor === null && rule === 'person.title-only' && link === 'bare')

/** «زيارة إلى بيونغ يانغ: "قلت للرئيس …"»: a quotation is of something else. */
const isQuoted = ({ words }: Scene, { word }: Trigger, { phrases }: PhraseGroup): boolean =>
  words.slice(word + 1, phrases[0]!.first + 1).some(({ gap }) => /:\s*["«“]/.test(gap))

/** «خلال زيارة للعراق، يخطط فلان»: a comma and a verb begin another clause. */
const isOfOther = ({ words }: Scene, { word }: Trigger, { phrases }: PhraseGroup): boolean =>
  words.slice(word + 1, phrases[0]!.first).some(({ gap, form }) => /[،,]/.test(gap) && /^[يت]\p{L}{3,}$/u.test(form))

/** «بدعوة من نظيره X», «تلبية لدعوة من X»: who invites receives. */
export function hostOf({ words }: Scene, trigger: Trigger, groups: readonly PhraseGroup[]): Party[] {
  const isInviting = ({ link, phrases: [first] }: PhraseGroup): boolean =>
    link === 'from' && first!.kind === 'person' && /^[بل]?دعوه$/.test(words[first!.first - 2]?.form ?? '') && first!.first > trigger.word
  return parties(groups.find(isInviting), 'host').slice(0, 1)
}

/** Who goes by the verb that carries the noun, else who is named before it in its sentence and is nobody’s spokesman. */
function goers(scene: Scene, trigger: Noun, light: LightUse | null): Party[] {
  const leader = scene.phrases.findLast(
    ({ last, link, actor }) => link === 'led' && actor !== null && last < trigger.word && trigger.word - last <= 2,
  )
  if (leader && scene.words[trigger.word - 1]?.form === 'في') return [party(leader)]
  if (light && light.word < trigger.word) {
    const all = lightSubject(scene, trigger, light)
    return light.form.number !== 'singular' || all.every(({ phrase }) => phrase.first > light.word) ? all : all.slice(-1)
  }
  const caller = callerOff(scene, trigger)
  if (caller) return [caller]
  const gender = trigger.possessive === 'ها' ? 'f' : trigger.possessive === 'ه' ? 'm' : null
  return subjectBefore(scene, trigger, gender)
    .slice(-1)
    .filter(({ phrase }) => phrase.kind === 'person' || phrase.kind === 'group')
    .filter(({ scope, phrase }) => (scope === 'sentence' || isOfSpeaker(scene, trigger)) && !isSpokesman(scene, phrase))
}

/** «أعلم A B بتأجيل زيارته»: who calls a journey off to somebody is who was to go. */
function callerOff(scene: Scene, { word }: Noun): Party | null {
  if (!/^ب(تاجيل|الغاء|ارجاء)$/.test(scene.words[word - 1]?.form ?? '')) return null
  const told = scene.phrases.filter(
    ({ last, first, kind, link, actor }) =>
      last < word && kind === 'person' && link === 'bare' && actor !== null && scene.words[first]!.sentence === scene.words[word]!.sentence,
  )
  return told.length === 2 ? party(told[0]!) : null
}

/** «مشيرا إلى أنه أبلغهم بذلك خلال زيارته»: the pronoun of «أنه» is who has been speaking. */
const isOfSpeaker = (scene: Scene, { word, possessive }: Noun): boolean =>
  (possessive === 'ه' || possessive === 'ها') &&
  DURING.has(scene.words[word - 1]?.form ?? '') &&
  sentenceAround(scene, word).some(({ form, index }) => index < word && form === `ان${possessive}`)
const DURING = new Set(['خلال', 'اثناء'])

/** «الزيارة التي يقوم بها الرئيس»: behind a noun with the article whoever goes stands in a relative clause. */
const isInRelative = ({ words }: Scene, { word }: Noun, first: number): boolean =>
  words.slice(word + 1, first).some(({ form }) => RELATIVE_PRONOUNS.has(form))

/** «الزيارة التي», «الزيارة الرسمية التي»: a relative right behind the noun. */
const isRelative = ({ words }: Scene, { word }: Noun): boolean =>
  words.slice(word + 1, word + 3).some(({ form }) => RELATIVE_PRONOUNS.has(form))

/** Who speaks for others goes nowhere by what he says. */
const isSpokesman = ({ actors }: Scene, { actor }: Party['phrase']): boolean =>
  actor !== null && actors[actor]!.roles.some((role) => /^(ال)?(متحدث|ناطق)/.test(fold(role)))
