import { SPEECH_VERBS } from '../lexicon/clauses.ts'

const FORMS = new Set(SPEECH_VERBS.flatMap((verb) => [verb, `${verb}ت`, `و${verb}`, `و${verb}ت`]))

/** «قال», «وأعلنت»: a verb of saying in the third person past, folded. */
export const isSpeechVerb = (form: string): boolean => FORMS.has(form)
