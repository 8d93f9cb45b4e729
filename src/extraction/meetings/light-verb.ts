import { LIGHT_VERBS, type LightVerb } from '../../lexicon/light-verbs.ts'
import { INTENT_VERBS } from '../../lexicon/modality.ts'
import type { Word } from '../word.ts'
import { isMeetingNoun } from './encounter-words.ts'
import { type VerbForm, verbLookup } from './verb-forms.ts'

const readVerb = verbLookup<LightVerb>(LIGHT_VERBS)
/** «أبدا» is «never», and seldom «I begin»; «تقدما» is «progress». */
const NO_VERB = /^[وف]?(ابدا|تقدما)$/

/** The light verb that a folded word is in any form; null for any other word. */
export const lightVerb = (form: string): (VerbForm & { row: LightVerb }) | null => (NO_VERB.test(form) ? null : readVerb(form))

/** The light verb at an index, where what stands before it lets it be one. */
export const lightVerbAt = (words: readonly Word[], i: number): (VerbForm & { row: LightVerb }) | null =>
  isMasdar(words, i) ? null : lightVerb(words[i]!.form)

const MASDARS = new Set(['عقد', 'جمع'])
const BEFORE_VERB = /^[وف]?(قد|كما|حيث|ان|الذي|التي|ثم|كان|لقد|فيما|بينما|امس|اليوم)$/

/** «على عقد منتدى», «لدعم عقد مؤتمر», «على رأس وفد»: behind a noun or preposition, or what is intended, these letters are the noun of the action, and tell no past; an accusative behind them is the object of a verb («عقد اجتماعا»). */
function isMasdar(words: readonly Word[], i: number): boolean {
  const [word, before] = [words[i]!, words[i - 1]]
  if (word.form === 'راس' && before?.form === 'علي') return true
  if (!MASDARS.has(word.form) || before?.sentence !== word.sentence) return false
  if (/ا$/.test(words[i + 1]?.form ?? '') && isMeetingNoun(words[i + 1]!.form)) return false
  if (words.slice(Math.max(0, i - MAX_INTENT), i).some(({ form, sentence }) => sentence === word.sentence && isIntent(form))) return true
  return (!BEFORE_VERB.test(before.form) || /[-‐]/.test(before.gap)) && !/[،,؛:]/.test(word.gap)
}

/** «يعتزم الرئيس X عقد اجتماع»: how far behind a verb of intent its object stands. */
const MAX_INTENT = 12
const isIntent = (form: string): boolean => INTENT_VERBS.has(form.replace(/^[وف](?=...)/, ''))

/** «أجرى A وB محادثات»: those who hold it together meet. */
export const HOLDING = new Set(['عقد', 'اجري', 'تراس', 'تراءس', 'راس', 'بدا', 'واصل', 'استانف', 'اختتم', 'انهي', 'دخل'])
