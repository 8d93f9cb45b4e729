import { DUAL_RELATIVES, RELATIVE_PRONOUNS } from '../../lexicon/clauses.ts'
import { isSpace } from '../word.ts'
import { isMeetingVerb } from './encounter-words.ts'
import type { Trigger } from './find-triggers.ts'
import { lightVerb } from './light-verb.ts'
import type { Item } from './ownership.ts'
import type { Scene } from './scene.ts'

/** «يمثل الاجتماع تحولا بين البلدين اللذين تبادلا حربا كلامية خلال العام الماضي»: a date in a relative clause of something else is when that was. */
export const isOfRelative = ({ words }: Scene, { word }: Trigger, { first }: Item): boolean =>
  words
    .slice(word + 1, first)
    .some(
      ({ form, index }) =>
        (DUAL_RELATIVES.has(form) || (RELATIVE_PRONOUNS.has(form) && index - word > MAX_ADJECTIVES)) &&
        lightVerb(words[index + 1]?.form ?? '') === null &&
        !isMeetingVerb(words[index + 1]?.form ?? '') &&
        !/^(من|كانت?|تم|تمت|حدث|حصل|سبق)$/.test(words[index + 1]?.form ?? '') &&
        words.slice(index + 1, first + 1).every(({ gap }) => isSpace(gap)),
    )
/** Words between a noun of encounter and a relative that is its own. */
const MAX_ADJECTIVES = 4

/** «زيارته الأولى منذ تنصيبه، العام الماضي»: when what it is the first since was. */
export const isSince = ({ words }: Scene, { word }: Trigger, { first }: Item): boolean =>
  words.slice(word + 1, first - 1).some(({ form }) => form === 'منذ')
