import { fold } from '../../analysis/fold.ts'
import type { Extraction, FoundActor } from '../../domain/extraction.ts'
import { groupBy } from '../../domain/group-by.ts'
import { MEDIA_HEADS, MEDIUM_NOUNS, ORGANISATION_HEADS } from '../../lexicon/organisation-heads.ts'
import type { Link } from '../phrase.ts'
import { isSpeechVerb } from '../speech.ts'
import type { Word } from '../word.ts'
import { isFeminineVerb, isSource, isSubjectVerb } from './acting-verb.ts'
import { institutionAt } from './institution.ts'
import { isMedium } from './is-medium.ts'
import type { ResolvedPhrase } from './resolve-mentions.ts'

/** Bodies that count where they are no more than named: delegations count where they meet. */
const NAMED_RULES = new Set(['body.tagged', 'body.institution'])
/** Bodies found as the subject of what they do. */
const ACTING_RULES = new Set(['government.acting', 'body.subject', 'body.office'])
/** A body named once that does nothing counts where the tagger is this sure and it is not only where something is. */
const SURE_BODY = 0.95
/** «برعاية الأمم المتحدة», «بمشاركة الصليب الأحمر». */
const HELPING: ReadonlySet<Link> = new Set<Link>(['hosted', 'attended'])
const PASSING: ReadonlySet<Link> = new Set<Link>(['in', 'to', 'other'])

/**
 * Keeps every person, and of the bodies those that take part in an encounter, act, are quoted, or are named more than in passing, and no media; renumbers
 * the reports' participants.
 */
export function keepActors(words: readonly Word[], { actors, reports }: Extraction, all: readonly ResolvedPhrase[]): Extraction {
  const phrases = all.filter(({ rule }) => rule !== 'body.of-office' && rule !== 'body.short')
  const active = new Set(reports.flatMap(({ participants }) => participants.map(({ actor }) => actor)))
  const quoted = new Set<number>()
  for (const { actor, first } of phrases)
    if (actor !== null && (isSpeechVerb(words[first - 1]?.form ?? '') || isSource(words, first))) quoted.add(actor)
  const isTold = new Set(
    phrases.flatMap(({ actor, first, last }) => {
      const before = words[first - 1]?.form ?? ''
      const isBehindMedium = [before, before.replace(/^[وبل]?(ال)?/, '')].some((head) => MEDIUM_NOUNS.has(head) || MEDIA_HEADS.has(head))
      return actor !== null && (isBehindMedium || isSigned(words, first, last)) ? [actor] : []
    }),
  )
  const phrasesOf = groupBy(phrases, ({ actor }) => actor)
  const counts = (all: readonly ResolvedPhrase[]): boolean =>
    all.some((phrase) => ACTING_RULES.has(phrase.rule) || HELPING.has(phrase.link) || isCounterpart(phrase) || isActing(words, phrase)) ||
    (all.some(({ rule }) => NAMED_RULES.has(rule)) &&
      !all.every((phrase) => phrase.rule === 'body.institution' && isSeat(words, phrase)) &&
      (all.length > 1 || all.some(({ link, probability }) => probability >= SURE_BODY && !PASSING.has(link))))
  const isNamedBody = (actor: FoundActor, i: number): boolean =>
    !isMedium(actor.name) &&
    !isTold.has(i) &&
    ORGANISATION_HEADS[fold(actor.name).replace(/^ال/, '')] === undefined &&
    (quoted.has(i) || counts(phrasesOf.get(i) ?? []))
  const isPerson = (actor: FoundActor, i: number): boolean => actor.kind === 'person' && !isNobody(words, actor, phrasesOf.get(i) ?? [])
  const kept = actors.flatMap((actor, i) => (active.has(i) || isPerson(actor, i) || isNamedBody(actor, i) ? [i] : []))
  const number = new Map(kept.map((old, now) => [old, now]))
  return {
    actors: kept.map((i) => actors[i]!),
    reports: reports.map((report) => ({
      ...report,
      participants: report.participants.map((one) => ({ ...one, actor: number.get(one.actor)! })),
      attributedTo: report.attributedTo === null ? null : (number.get(report.attributedTo) ?? null),
    })),
  }
}

/** «كتب ـ محمد عبد العاطي» on a line of its own signs the text; «تسمى \"ماكس ثاندر\"» or Latin letters without a title name a thing. */
function isNobody(words: readonly Word[], { roles }: FoundActor, phrases: readonly ResolvedPhrase[]): boolean {
  if (roles.length > 0 || phrases.length === 0) return false
  return (
    phrases.every((phrase) => isByline(words, phrase)) ||
    phrases.every((phrase) => isQuoted(words, phrase)) ||
    phrases.every((phrase) => isLatin(words, phrase))
  )
}

/** Whether a name fills its line, alone or behind a word that signs. */
function isByline(words: readonly Word[], { first, last }: ResolvedPhrase): boolean {
  const head = SIGNING.has(words[first - 1]?.form ?? '') ? first - 1 : first
  const begins = head === 0 || /[\n\r]/.test(words[head]!.gap)
  const [next] = [words[last + 1]]
  return begins && (next === undefined || /[\n\r]/.test(next.gap))
}
const SIGNING = new Set(['كتب', 'كتبت', 'ت', 'اعداد', 'تحرير', 'بقلم', 'ترجمه', 'تقرير', 'مراسل', 'حوار'])

const isQuoted = (words: readonly Word[], { first, last, titles }: ResolvedPhrase): boolean =>
  titles.length === 0 &&
  last > first &&
  /["«“]$/.test(words[first]!.gap) &&
  /^["»”]/.test(words[last + 1]?.gap ?? '') &&
  !isSpeechVerb(words[first - 1]?.form ?? '')

const isLatin = (words: readonly Word[], { first, last }: ResolvedPhrase): boolean =>
  words.slice(first, last + 1).every(({ text }) => /^\p{Script=Latin}/u.test(text))

/** Whether a verb makes it its subject: before it, behind it, or behind «أن». */
function isActing(words: readonly Word[], { first, last, rule }: ResolvedPhrase): boolean {
  if (!NAMED_RULES.has(rule)) return false
  const { sentence } = words[first]!
  const head = ORGANISATION_HEADS[words[first - 1]?.form ?? ''] === undefined ? first : first - 1
  const [before, next] = [words[head - 1], words[last + 1]]
  if (isSubjectVerb(words, head - 1, sentence)) return true
  if (before?.sentence === sentence && /^[وبل]?ان$/.test(before.form)) return true
  return next?.sentence === sentence && isFeminineVerb(next.form)
}

/** «في البيت الأبيض»: a seat of power that does nothing is a place. */
const isSeat = (words: readonly Word[], { first, last }: ResolvedPhrase): boolean =>
  institutionAt(words.slice(first, last + 1).map(({ form }) => form))?.institution.seat === true

/** «/ العُمانية /»: between slashes an agency signs. */
const isSigned = (words: readonly Word[], first: number, last: number): boolean =>
  /\/ *$/.test(words[first]!.gap) && /^ *\//.test(words[last + 1]?.gap ?? '')

/** «مع وفد سعودي», «بوفد من …»: a delegation that somebody is with. */
const isCounterpart = ({ rule, link }: ResolvedPhrase): boolean =>
  rule === 'group.delegation' && (link === 'with' || link === 'by' || link === 'between')
