import { memo } from '../../domain/memo.ts'
import type { MeetingKind } from '../../domain/report.ts'
import { MEETING_NOUNS } from '../../lexicon/meeting-nouns.ts'
import { MEETING_VERBS, type MeetingVerb } from '../../lexicon/meeting-verbs.ts'
import { verbLookup } from './verb-forms.ts'

const TRAVEL_VERBS = [
  { id: 'wasala', past: 'وصل', present: 'يصل' },
  { id: 'tawajjaha', past: 'توجه', present: 'يتوجه' },
  { id: 'ghadara', past: 'غادر', present: 'يغادر' },
  { id: 'habata', past: 'هبط', present: 'يهبط' },
  { id: 'safara', past: 'سافر', present: 'يسافر' },
  { id: 'halla', past: 'حل', present: 'يحل' },
]

/** A verb of encounter in any form. */
export const meetingVerb = verbLookup<MeetingVerb>(MEETING_VERBS)
/** A verb of going somewhere. */
export const travelVerb = verbLookup(TRAVEL_VERBS)

export type NounForm = { readonly rule: string; readonly kind: MeetingKind; readonly possessive: '' | 'ه' | 'ها' | 'هما' | 'هم' | 'ي' }
/** «اجتماعي» is «social», and no encounter of mine. */
const NISBAS = new Set(['اجتماعي', 'خطابي', 'حواري', 'تشاوري'])
const NOUNS = new Map<string, NounForm>()
for (const { id, forms, kind } of MEETING_NOUNS) {
  for (const form of forms) {
    for (const bare of [form, `${form}ا`]) if (!NOUNS.has(bare)) NOUNS.set(bare, { rule: `noun.${id}`, kind, possessive: '' })
    const owned = form.endsWith('ه') ? `${form.slice(0, -1)}ت` : form
    for (const possessive of ['ه', 'ها', 'هما', 'هم', 'ي'] as const)
      if (!NISBAS.has(owned + possessive)) NOUNS.set(owned + possessive, { rule: `noun.${id}`, kind, possessive })
  }
}

/** Forms of which it is remembered whether they name an encounter. */
const KNOWN_FORMS = 50_000
const NOUN_PREFIX = /^([وف]?(?:بال|كال|لل|ال|ب|ل|ك)?)(.+)$/u

/** A noun of encounter in a form, with what is glued before it; null for any other word. */
export function meetingNoun(form: string): (NounForm & { readonly prefix: string }) | null {
  for (const [prefix, rest] of splitsOf(form)) {
    const noun = NOUNS.get(rest)
    if (noun) return { ...noun, prefix }
  }
  return null
}

/** Whether a word names an encounter, whatever stands around it. */
export const isMeetingNoun = memo((form) => meetingNoun(form) !== null, KNOWN_FORMS)

/** Whether a word is a verb of encounter, in any form. */
export const isMeetingVerb = (form: string): boolean => meetingVerb(form) !== null

/** «يجتمع», «اجتمع»: a verb whose subject alone may tell who met, in any form. */
export const isReciprocalVerb = (form: string): boolean => {
  const verb = meetingVerb(form)
  return verb?.row.reciprocal === true && verb.row.object === 'with'
}

/** «زار», «يزور»: a verb whose subject goes to a place. */
export const isVisitVerb = (form: string): boolean => meetingVerb(form)?.row.object === 'place'

function* splitsOf(form: string): Generator<[string, string]> {
  yield ['', form]
  const longest = NOUN_PREFIX.exec(form)?.[1] ?? ''
  for (let length = longest.length; length > 0; length--) yield [form.slice(0, length), form.slice(length)]
}
