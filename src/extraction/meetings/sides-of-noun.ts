import { isDeliberating } from './deliberating.ts'
import { conferees, conveners } from './find-conferees.ts'
import { lightSubject, lightVerbAfter, lightVerbBefore, nounClauseEnd } from './find-light-verb.ts'
import { pairReference, subjectBefore, twoBefore } from './find-subject.ts'
import { lightVerb, type Trigger } from './find-triggers.ts'
import { groupPhrases, type PhraseGroup } from './group-phrases.ts'
import { ATTENDANT_LINKS, knownBetween, parties, party } from './party.ts'
import { type Scene, sentenceAround, sentenceOf } from './scene.ts'
import type { LightUse, Party, Sides } from './sides.ts'

const AT_ITS_END = new Set(['ختام', 'خلال', 'عقب', 'بعد', 'اثر', 'اعقاب'])
/** «اللقاء» has been told before: only what stands right behind it tells who met. */
const MAX_DEFINITE_DISTANCE = 4

/** Who meets by a noun: by its possessor, «بين», «مع», «من», a genitive, a light verb, or who attended. */
export function sidesOfNoun(scene: Scene, trigger: Extract<Trigger, { type: 'noun' }>): Sides | null {
  const end = nounClauseEnd(scene, trigger)
  const groups = groupPhrases(knownBetween(scene, trigger.word + 1, end))
  const light = lightVerbBefore(scene, trigger) ?? lightVerbAfter(scene, trigger, end)
  const attendants = groups
    .filter(({ link }) => ATTENDANT_LINKS.has(link))
    .flatMap((group) => parties(group, group.link === 'hosted' ? 'mediator' : 'participant'))
  const make = (own: readonly Party[], others: readonly Party[], rule: string): Sides | null =>
    own.length + others.length + attendants.length > 0 ? { own, others: [...others, ...attendants], light, rule } : null

  if (isAttended(scene, trigger)) {
    const came = groups.filter(({ link }) => link === 'bare' || link === 'attended').flatMap((group) => parties(group))
    return came.length > 0 ? { own: [], others: came, light, rule: 'frame.attended' } : null
  }
  if (trigger.kind === 'conference') return make(conveners(scene, trigger, light), conferees(scene, trigger, groups), 'frame.conference')
  if (trigger.kind === 'visit') return make(visitors(scene, trigger, groups, light), [], 'frame.visit')
  if (trigger.rule === 'noun.awraq') return make(lightSubject(scene, trigger, light).slice(-1), envoys(scene, trigger), 'frame.credentials')
  const pair = pairReference(scene, trigger, end)
  if (pair.length === 2) return make(pair, [], 'frame.pair')
  const members = membersOf(scene, trigger)
  const between = groups.find(({ link }) => link === 'between')
  if (between) return make(parties(between), [], 'frame.between')
  const gathered =
    light?.word !== undefined && light.word > trigger.word
      ? groups.find(({ phrases }) => phrases[0]!.first > light.word && phrases.length > 1)
      : undefined
  const isNear = ({ phrases }: PhraseGroup): boolean =>
    !trigger.definite || light !== null || phrases[0]!.first - trigger.word <= MAX_DEFINITE_DISTANCE
  const withGroup =
    groups.find((group) => group.link === 'with' && isNear(group)) ??
    groups.find((group) => (group.link === 'by' || group.link === 'before') && isNear(group))
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
    const afterLight =
      light && light.word > trigger.word ? groups.find(({ link, phrases }) => link === 'bare' && phrases[0]!.first > light.word) : undefined
    return make(
      owner ? parties(owner) : afterLight ? parties(afterLight) : lightSubject(scene, trigger, light),
      [...parties(withGroup), ...members],
      'frame.with',
    )
  }
  if (owner && light && light.word < trigger.word && INCLUDING.test(scene.words[trigger.word + 1]?.form ?? ''))
    return make(lightSubject(scene, trigger, light), parties(owner), 'frame.including')
  if (owner && owner.phrases.length > 1) return make(parties(owner), [], 'frame.genitive-pair')
  const receiver = groups.find(({ link }) => link === 'for')
  if (
    !owner &&
    receiver &&
    !trigger.definite &&
    SESSIONS.has(trigger.rule) &&
    receiver.phrases.length === 1 &&
    receiver.phrases[0]!.kind !== 'person' &&
    receiver.phrases[0]!.first - trigger.word <= 2
  )
    return make(parties(receiver), [], 'frame.body')
  if (owner && receiver) return make(parties(owner), parties(receiver), 'frame.genitive-for')
  if (owner && owner.phrases[0]!.kind === 'person' && trigger.kind === 'meeting' && /(ب|^[وف]?ل)$/.test(trigger.prefix))
    return make(subjectBefore(scene, trigger).slice(-1), parties(owner), 'frame.genitive-object')
  if (owner && !trigger.definite && SESSIONS.has(trigger.rule) && isDeliberating(scene, owner, trigger.word))
    return make(parties(owner), [], 'frame.body')
  const isAtItsEnd = !trigger.definite && AT_ITS_END.has(scene.words[trigger.word - 1]?.form ?? '')
  const closing = isAtItsEnd ? subjectBefore(scene, trigger) : []
  if (closing.length > 1) return make(closing, [], 'frame.closing')
  const told = isAtItsEnd ? twoBefore(scene, trigger) : []
  if (told.length === 2) return make(told, [], 'frame.told')
  return attendants.length > 1 || (attendants.length > 0 && light) ? make(lightSubject(scene, trigger, light), [], 'frame.attended') : null
}

/** «أوراق اعتماد ثلاثة سفراء، وهم A وB»: all people named behind it in the sentence, each handing in his own. */
const envoys = (scene: Scene, trigger: Trigger): Party[] =>
  scene.phrases
    .filter(
      ({ first, kind, actor, name }) =>
        first > trigger.word &&
        kind === 'person' &&
        actor !== null &&
        name !== null &&
        sentenceOf(scene, first) === sentenceOf(scene, trigger.word),
    )
    .map((phrase) => party(phrase))

/** «عقد اجتماعا ضم X وY»: who holds it is there too. */
const INCLUDING = /^(ضم|ضمت|يضم|تضم|حضره|حضرته)$/

const SESSIONS = new Set(['noun.ijtimaa', 'noun.jalsa', 'noun.qimma'])
const ATTENDING = new Set(['حضر', 'شارك'])

/** «حضر اللقاء X وY»: who follows attended what was told before. */
const isAttended = (scene: Scene, { word, definite, possessive }: Extract<Trigger, { type: 'noun' }>): boolean =>
  definite &&
  possessive === '' &&
  sentenceOf(scene, word) === scene.words[word - 1]?.sentence &&
  ATTENDING.has(lightVerb(scene.words[word - 1]!.form)?.row.past ?? '')

/** «… مع وفد الحكومة، ضم A وB»: the members that a delegation is said to have. */
function membersOf(scene: Scene, trigger: Trigger): Party[] {
  const sentence = sentenceOf(scene, trigger.word)
  const verb = sentenceAround(scene, trigger.word).find(
    ({ index, form, sentence: s }) => index > trigger.word && s === sentence && /^(و?ضم|و?ضمت|و?يضم|و?تضم)$/.test(form),
  )
  if (!verb) return []
  const list = groupPhrases(
    knownBetween(scene, verb.index + 1, verb.index + 40).filter(({ first }) => sentenceOf(scene, first) === sentence),
  )
  return parties(
    list.find(({ link }) => link === 'bare' || link === 'from'),
    'delegation',
  )
}

function visitors(
  scene: Scene,
  trigger: Extract<Trigger, { type: 'noun' }>,
  groups: readonly PhraseGroup[],
  light: LightUse | null,
): Party[] {
  const owner = groups.find(
    ({ link, phrases }) => (link === 'bare' || link === 'for') && phrases[0]!.kind === 'person' && phrases[0]!.first - trigger.word <= 6,
  )
  if (owner) return parties(owner, 'visitor')
  if (light && light.word < trigger.word)
    return lightSubject(scene, trigger, light)
      .slice(-1)
      .map((one) => ({ ...one, part: 'visitor' }))
  const gender = trigger.possessive === 'ها' ? 'f' : trigger.possessive === 'ه' ? 'm' : null
  return subjectBefore(scene, trigger, gender)
    .slice(-1)
    .filter(({ scope }) => scope === 'sentence')
    .map((one) => ({ ...one, part: 'visitor' }))
}
