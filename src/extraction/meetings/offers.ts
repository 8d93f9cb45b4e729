import type { MeetingStatus } from '../../domain/report.ts'
import { HELD_BEFORE, INTENT_VERBS } from '../../lexicon/modality.ts'
import type { Trigger } from './find-triggers.ts'
import { lightVerb } from './light-verb.ts'
import type { Scene } from './scene.ts'

/** «عرضت تركيا استضافة اجتماع», «قبل أي لقاء»: what is offered, or any that there may be, is none that was. */
export function offerAt({ words }: Scene, { word }: Trigger): MeetingStatus | null {
  const [second, last] = [words[word - 2]?.form ?? '', words[word - 1]?.form ?? '']
  if (last === 'دون' && words.slice(Math.max(0, word - MAX_PREVENTED), word).some(({ form }) => /^[وف]?[يت]?حالت?$/.test(form)))
    return 'cancelled'
  if (OFFERED.test(last) && INTENT_VERBS.has(second)) return 'planned'
  if (last === 'اي' && !HELD_BEFORE.has(second)) return 'possible'
  return OFFERED.test(last) && !HELD_BEFORE.has(second) && !/^(تم|تمت|جري|جرت)$/.test(second) ? 'possible' : null
}
/** «حال الطقس دون لقاء X»: how far before stands what prevents. */
const MAX_PREVENTED = 5
const OFFERED = /^[بل]?(استضافه|ترتيب)$/

/** «رغبته بعقد قمة», «لعقد قمة», but «قام بعقد اجتماع». */
export const isToHold = ({ words }: Scene, { word }: Trigger): boolean =>
  /^[بل](عقد|اجراء)$/.test(words[word - 1]?.form ?? '') && lightVerb(words[word - 2]?.form ?? '') === null
