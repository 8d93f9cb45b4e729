import { RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { isPairReference } from '../actors/pair-reference.ts'
import { isSpace } from '../word.ts'
import { agreed } from './agreement.ts'
import { isDeliberating } from './deliberating.ts'
import { conferees, conveners, isOpenSummit } from './find-conferees.ts'
import { counterpartBefore, counterpartOf, MAX_DEFINITE_DISTANCE } from './find-counterpart.ts'
import { besideWhom, carriedBehind, gatheredBy } from './find-gathered.ts'
import { holdersOf, hostsOf, isHeldAlone, metSomebody, openingAttendants, subjectBehind } from './find-holders.ts'
import { isAttended, joinsTold } from './find-joined.ts'
import { lightSubject, lightVerbAfter, lightVerbBefore, nounClauseEnd } from './find-light-verb.ts'
import { envoys, membersOf } from './find-members.ts'
import { doerOf, isRightBehind, MAX_OWNER } from './find-owner.ts'
import { lastPair, pairReference, theyAgain, twoBefore, twoBetween, twoNamed } from './find-pair.ts'
import { speakerAt } from './find-speaker.ts'
import { speakerBehind, subjectBefore, twoBehind } from './find-subject.ts'
import type { Trigger } from './find-triggers.ts'
import { visitors } from './find-visitors.ts'
import { welcomed } from './find-welcome.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { intending, intentionAt } from './intention.ts'
import { HOLDING, lightVerb } from './light-verb.ts'
import { ATTENDANT_LINKS, headsOf, knownBetween, parties } from './party.ts'
import type { Scene } from './scene.ts'
import type { Party, Sides } from './sides.ts'
import { bodyBefore, sittingBody } from './sitting-body.ts'
import { summoned, summoners } from './summoned.ts'
import { goerOf, takesObject } from './takes-object.ts'
import { toldInCall } from './told-in-call.ts'

const AT_ITS_END = new Set(['ختام', 'خلال', 'عقب', 'بعد', 'اثر', 'اعقاب'])
/** «لقائه في الرياض وزير الخارجية»: how far behind stands whom one meets. */
const MAX_OBJECT_DISTANCE = 16

/** «في اجتماعها … تعيين الأمين العام X»: whom something is decided about. */
const isDecided = ({ words }: Pick<Scene, 'words'>, first: number): boolean =>
  /^(تعيين|اقاله|تكليف|اعفاء|عزل|ترقيه|ترشيح|استجواب|مساءله|محاسبه|محاكمه)$/.test(words[first - 1]?.form ?? '')

/** Whether what stands there may be whom the owner of a noun meets: near, before «أن», and nobody about whom something is decided. */
const isObject = ({ words }: Scene, { word }: Trigger, first: number): boolean =>
  first - word <= MAX_OBJECT_DISTANCE &&
  !words.slice(word + 1, first).some(({ form }) => /^[وب]?ان$/.test(form)) &&
  !isDecided({ words }, first)

/** Who meets by a noun: by its possessor, «بين», «مع», «من», a genitive, a light verb, or who attended. */
export function sidesOfNoun(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>): Sides | null {
  const end = nounClauseEnd(scene, trigger)
  const groups = groupPhrases(knownBetween(scene, trigger.word + 1, end))
  const light = lightVerbBefore(scene, trigger) ?? lightVerbAfter(scene, trigger, end)
  const attendants = [
    ...groups
      .filter(({ link }) => ATTENDANT_LINKS.has(link))
      .flatMap((group) => parties(group, group.link === 'hosted' ? 'mediator' : 'participant')),
    ...hostsOf(scene, trigger, light),
    ...openingAttendants(scene, trigger),
  ]
  const make = (own: readonly Party[], others: readonly Party[], rule: string): Sides | null =>
    own.length + others.length + attendants.length > 0 ? { own, others: [...others, ...attendants], light, rule } : null

  if (isAttended(scene, trigger)) {
    const came = groups.filter(({ link }) => link === 'bare' || link === 'attended').flatMap((group) => parties(group))
    return came.length > 0 ? { own: [], others: came, light, rule: 'frame.attended' } : null
  }
  const isOpen = trigger.kind === 'conference' || isOpenSummit(scene, trigger, groups)
  const joined = isOpen ? [] : joinsTold(scene, trigger, light)
  if (joined.length > 0) return { own: [], others: joined, light, rule: 'frame.joined-told' }
  const spoke =
    trigger.definite && trigger.rule !== 'noun.qimma' && SESSIONS.has(trigger.rule) && groups.length === 0 ? speakerAt(scene, trigger) : []
  if (spoke.length > 0) return { own: [], others: spoke, light, rule: 'frame.spoke' }
  const welcome = welcomed(scene, trigger, groups)
  if (welcome) return welcome.hosts.length > 0 && welcome.guests.length > 0 ? make(welcome.hosts, welcome.guests, 'frame.welcomed') : null
  if (isOpen) return make(conveners(scene, trigger, light), conferees(scene, trigger, groups, light), 'frame.conference')
  if (trigger.kind === 'visit') return make(visitors(scene, trigger, groups, light), [], 'frame.visit')
  if (trigger.rule === 'noun.awraq') return make(lightSubject(scene, trigger, light).slice(-1), envoys(scene, trigger), 'frame.credentials')
  if (trigger.rule === 'noun.istidaa') return make(summoners(scene, trigger, groups), parties(summoned(trigger, groups)), 'frame.summoned')
  const intention = SESSIONS.has(trigger.rule) && groups.every(({ link }) => link !== 'with') ? intentionAt(scene, trigger) : null
  const intends = intention === null ? undefined : intending(scene, intention, trigger)
  if (intends && isDeliberating(scene, intends, intention!)) return make(parties(intends), [], 'frame.body')
  const agreeing = groups.length === 0 ? agreed(scene, trigger) : undefined
  if (agreeing) return make(parties(agreeing), [], 'frame.agreed')
  const counterpart = groups.find((group) => group.link === 'with' || (group.link === 'between' && !isPairAlone(scene, group)))
  const again = groups.length === 0 ? theyAgain(scene, trigger, light) : []
  if (again.length > 1) return make(again, [], 'frame.again')
  const includes = light !== null && light.word < trigger.word && isIncluding(scene, trigger.word)
  const gathered = includes ? undefined : gatheredBy(scene, trigger, { groups, light, end })
  if (gathered && gathered.phrases.length > 1 && !counterpart)
    return make([...besideWhom(scene, trigger, gathered), ...parties(gathered)], [], 'frame.gathered')
  const pair = pairReference(scene, trigger, counterpart && !trigger.definite ? counterpart.phrases[0]!.first - 1 : end)
  if (pair.length === 2) return make(pair, [], 'frame.pair')
  const gatheredBefore =
    light && light.word > trigger.word && /^[وفس]*[يت]?جمعت?هما$/.test(scene.words[light.word]!.form)
      ? ([lastPair(scene, trigger), twoNamed(scene, trigger)].find((pair) => pair.length === 2) ?? [])
      : []
  if (gatheredBefore.length === 2) return make(gatheredBefore, [], 'frame.pair')
  const two =
    trigger.possessive === 'هما' || (trigger.possessive === 'هم' && groups.length === 0)
      ? ([twoNamed(scene, trigger), twoBehind(scene, trigger)].find((pair) => pair.length === 2) ?? [])
      : twoBetween(scene, trigger, end)
  if (two.length === 2) return make(two, [], 'frame.pair')
  const members = membersOf(scene, trigger)
  const between = groups.find(({ link }) => link === 'between')
  const stand = attendants.filter(({ phrase }) => phrase.kind === 'person')
  if (between?.phrases.every(({ rule }) => rule === 'government.meeting') && stand.length > 1)
    return { own: stand, others: [], light, rule: 'frame.led' }
  if (between?.phrases.length === 1 && /^بين(ه|ها)$/.test(pronounBefore(scene, between)))
    return make(
      subjectBefore(scene, trigger, pronounBefore(scene, between) === 'بينه' ? 'm' : null).slice(-1),
      parties(between),
      'frame.between',
    )
  if (between && (between.phrases.length > 1 || attendants.length > 0)) return make(parties(between), [], 'frame.between')
  const against = between?.phrases.length === 1 && !isPairAlone(scene, between) ? groups.find(({ link }) => link === 'with') : undefined
  if (between && against) return make(parties(between), parties(against), 'frame.between')
  const withGroup =
    trigger.rule === 'noun.inaqad'
      ? undefined
      : (counterpartOf(scene, trigger, { groups, light }) ?? counterpartBefore(scene, trigger, light))
  const fromGroup =
    trigger.kind === 'call' ? groups.find(({ link, phrases }) => link === 'from' && isObject(scene, trigger, phrases[0]!.first)) : undefined
  const sitting =
    SESSIONS.has(trigger.rule) && !withGroup && groups.every(({ link, phrases }) => link !== 'bare' || isDecided(scene, phrases[0]!.first))
      ? sittingBody(scene, trigger, light)
      : []
  if (sitting.length > 0) return make(sitting, speakerAt(scene, trigger), 'frame.body')
  if (trigger.possessive !== '') {
    const behind = trigger.possessive === 'ي' ? [] : speakerBehind(scene, trigger)
    const owner =
      behind.length > 0
        ? behind
        : subjectBefore(scene, trigger, trigger.possessive === 'ها' ? 'f' : trigger.possessive === 'ه' ? 'm' : null)
    const own = trigger.possessive === 'ه' || trigger.possessive === 'ها' ? doerOf(scene, trigger, owner.slice(-1)) : owner
    return make(
      own,
      parties(withGroup ?? groups.find(({ link, phrases }) => link === 'bare' && isObject(scene, trigger, phrases[0]!.first))),
      'frame.possessive',
    )
  }
  if (fromGroup) {
    const callers = /ين$/.test(scene.words[trigger.word]!.form) ? groups.filter(({ link }) => link === 'from') : [fromGroup]
    const called = groups.find(
      ({ link, phrases: [first] }) => link === 'to' && first!.kind === 'person' && first!.first < fromGroup.phrases[0]!.first,
    )
    return make(
      callers.flatMap((group) => parties(group)),
      called ? parties(called) : lightSubject(scene, trigger, light),
      'frame.from',
    )
  }
  if (gathered && !withGroup) return make(parties(gathered), [], 'frame.gathered')
  const owner = groups[0]?.link === 'bare' && groups[0].phrases[0]!.first - trigger.word <= MAX_OWNER ? groups[0] : undefined
  if (trigger.rule === 'noun.muqabala' && !(light && withGroup && isOfficial(withGroup))) return null
  if (withGroup) {
    const afterLight = carriedBehind(scene, trigger, { groups, light, end })
    const agent = groups.find(
      ({ link, phrases }) => link === 'for' && phrases[0]!.first < withGroup.phrases[0]!.first && phrases[0]!.first - trigger.word <= 2,
    )
    return make(
      owner
        ? parties(owner)
        : agent && !trigger.definite
          ? parties(agent)
          : afterLight
            ? parties(afterLight)
            : (subjectBehind(scene, trigger, light, withGroup) ?? headsOf(scene, holdersOf(scene, trigger, light))),
      [...parties(withGroup), ...members],
      'frame.with',
    )
  }
  const holders = light && light.word < trigger.word ? lightSubject(scene, trigger, light) : []
  const held = light && light.word < trigger.word ? (lightVerb(scene.words[light.word]!.form)?.row.past ?? '') : ''
  const guests =
    owner ??
    groups.find(
      ({ link, phrases }) => link === 'for' && phrases[0]!.kind !== 'person' && phrases[0]!.first - trigger.word <= MAX_DEFINITE_DISTANCE,
    )
  if (guests && JOINING.has(held) && holders.some(({ scope }) => scope === 'sentence'))
    return make(holders, parties(guests), 'frame.joined')
  if (owner && includes) return make(lightSubject(scene, trigger, light), parties(owner), 'frame.including')
  const goers = owner && owner.phrases.length > 1 && /^[وف]?ل$/.test(trigger.prefix) ? subjectBefore(scene, trigger).slice(-1) : []
  if (owner && goers.some(({ scope, phrase }) => scope === 'sentence' && owner.phrases.every(({ actor }) => actor !== phrase.actor)))
    return make(goers, parties(owner), 'frame.genitive-object')
  if (owner && owner.phrases.length > 1 && !trigger.definite) return make(parties(owner), [], 'frame.genitive-pair')
  const receiver = groups.find(({ link }) => link === 'for')
  if (
    !owner &&
    receiver &&
    (!trigger.definite || trigger.rule === 'noun.dawra') &&
    SESSIONS.has(trigger.rule) &&
    receiver.phrases.length === 1 &&
    receiver.phrases[0]!.kind !== 'person' &&
    receiver.phrases[0]!.first - trigger.word <= (trigger.rule === 'noun.dawra' ? MAX_NUMBERED : 2)
  )
    return make(parties(receiver), speakerAt(scene, trigger), 'frame.body')
  const received =
    owner && trigger.rule === 'noun.istiqbal'
      ? groups.find((group) => group !== owner && group.link === 'bare' && isRightBehind(scene, owner, group))
      : undefined
  if (owner && received) return make(parties(owner), parties(received), 'frame.genitive-object')
  if (owner && receiver) return make(parties(owner), parties(receiver), 'frame.genitive-for')
  if (owner && owner.phrases[0]!.kind === 'person' && trigger.kind === 'meeting' && takesObject(scene, trigger))
    return make(goerOf(scene, trigger), parties(owner), 'frame.genitive-object')
  if (owner && !trigger.definite && SESSIONS.has(trigger.rule) && isDeliberating(scene, owner, trigger.word))
    return make(parties(owner), speakerAt(scene, trigger), 'frame.body')
  if (HOLDING.has(held) && holders.length > 1 && holders.every(({ scope }) => scope === 'sentence'))
    return make(holders, [], 'frame.reciprocal')
  if (isHeldAlone(scene, trigger, { groups, light, holders })) return make(holders, [], 'frame.alone')
  const met = metSomebody(scene, trigger, light)
  if (met.length > 0) return make(met, [], 'frame.alone')
  const [session] = light && SESSIONS.has(trigger.rule) ? groupPhrases(knownBetween(scene, light.word + 1, trigger.word - 1)) : []
  const sat = light && light.word > trigger.word && light.form.hasObject ? groups.find(({ link }) => link === 'bare') : undefined
  if (sat && SESSIONS.has(trigger.rule) && isDeliberating(scene, sat, light!.word)) return make(parties(sat), [], 'frame.body')
  if (light && session && session.link === 'bare' && isDeliberating(scene, session, light.word))
    return make(parties(session), speakerAt(scene, trigger), 'frame.body')
  const body = held === 'عقد' && !session && SESSIONS.has(trigger.rule) ? bodyBefore(scene, light!.word, light!.form) : []
  if (body.length > 0) return make(body, speakerAt(scene, trigger), 'frame.body')
  const planners = !trigger.definite && /^[وف]?ل$/.test(trigger.prefix) && groups.length === 0 ? subjectBefore(scene, trigger) : []
  if (planners.length > 1 && planners.every(({ scope, phrase }) => scope === 'sentence' && trigger.word - phrase.last <= MAX_PLAN_DISTANCE))
    return make(planners, [], 'frame.reciprocal-before')
  const isAtItsEnd = !trigger.definite && AT_ITS_END.has(scene.words[trigger.word - 1]?.form ?? '')
  const closing = isAtItsEnd ? subjectBefore(scene, trigger) : []
  if (closing.length > 1) return make(closing, [], 'frame.closing')
  const called = toldInCall(scene, trigger, groups, (before) => AT_ITS_END.has(before))
  const told = called.length === 0 && isAtItsEnd ? twoBefore(scene, trigger) : called
  if (told.length === 2) return make(told, [], 'frame.told')
  return attendants.length > 1 || (attendants.length > 0 && light) ? make(lightSubject(scene, trigger, light), [], 'frame.attended') : null
}

/** «لقاء بين المسؤولين»: a dual that reads like a plural. */
const isPairAlone = ({ words }: Scene, { phrases: [first, ...others] }: PhraseGroup): boolean =>
  others.length === 0 && first!.first === first!.last && isPairReference(words[first!.first]!.form)

/** «بينه وبين بوتين». */
const pronounBefore = ({ words }: Scene, { phrases }: PhraseGroup): string => words[phrases[0]!.first - 2]?.form ?? ''

/** «مقابلة مع سعادة السفيرة X»: an audience, where with a medium it is an interview. */
const isOfficial = ({ phrases }: PhraseGroup): boolean => phrases.every(({ kind, titles }) => kind === 'person' && titles.length > 0)

/** «يخطط A وB للقاء»: how far behind its subject the plan stands. */
const MAX_PLAN_DISTANCE = 6
/** «شارك X في اجتماع وزراء …», «ترأس X اجتماع اللجنة»: whoever joins or leads those whose encounter it is. */
const JOINING = new Set(['شارك', 'حضر', 'تراس', 'تراءس', 'راس', 'اشرف', 'افتتح', 'اختتم'])

/** «عقد اجتماعا ضم X وY»: who holds it is there too. */
const INCLUDING = /^(ضم|ضمت|يضم|تضم|حضره|حضرته)$/
function isIncluding({ words }: Scene, noun: number): boolean {
  const verb = words
    .slice(noun + 1, noun + MAX_INCLUDING)
    .find(({ form, sentence }) => sentence === words[noun]!.sentence && INCLUDING.test(form))
  return verb !== undefined && words.slice(noun + 1, verb.index + 1).every(({ form, gap }) => isSpace(gap) && !RELATIVE_PRONOUNS.has(form))
}
/** «اجتماعا موسعا بالقبة ضم X»: words up to the verb that says who came. */
const MAX_INCLUDING = 5

/** «الدورة الثالثة والعشرون للمجلس»: words from a session to the body, its number between. */
const MAX_NUMBERED = 4
const SESSIONS = new Set(['noun.ijtimaa', 'noun.jalsa', 'noun.dawra', 'noun.qimma', 'noun.inaqad'])
