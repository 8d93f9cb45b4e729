import type { MeetingStatus } from '../../domain/report.ts'
import { MODALITIES } from '../../lexicon/modality.ts'

/** With what a cue may begin: without one of these there is none. */
const CUE_HEADS = new Set(
  MODALITIES.flatMap(({ cues }) => cues.map((cue) => cue.split(' ')[0]!)).flatMap((head) => [head, `و${head}`, `ب${head}`]),
)

/**
 * What the cues among words say of the encounter behind them; the first row of the table that one of them belongs to. Takes the words, folded,
 * and whether the verb of encounter is open to what is to come: a past is planned by «المقرر» alone. Null where there is no cue.
 */
export function modalityIn(forms: readonly string[], isOpen: boolean): { status: MeetingStatus | 'wish'; rule: string } | null {
  if (!forms.some((form) => CUE_HEADS.has(form))) return null
  const text = ` ${forms.join(' ')} `.replace(NO_CUE, '')
  if (OFF_DEMANDED.test(text)) return { status: 'wish', rule: 'status.wish' }
  for (const { id, status, cues } of MODALITIES) {
    for (const cue of cues) {
      const at = [` ${cue} `, ` و${cue} `, ` ب${cue} `].map((spoken) => text.lastIndexOf(spoken)).find((i) => i >= 0)
      if (at === undefined) continue
      if (cue === 'قد' && !(isOpen && forms.at(-1) === 'قد')) continue
      if (id === 'planned' && !isOpen && !/مقرر|مفترض/.test(cue)) continue
      return { status, rule: `status.${id}` }
    }
  }
  return null
}

/** What is no modality but looks like one: «من أجل» puts nothing off; who threatens to call off has not; «علقت السفارة على زيارة الوفد» says something of it, where «علقت المفاوضات» calls it off; «تعليق إضرابها» puts off something else. */
const NO_CUE =
  / من اجل(?= )| [وب]?(?:هدد|هددت|يهدد|تهدد|لوح|لوحت) (?:\S+ )?بالغاء(?= )| [وب]?علقت?(?= .*علي )| [وبل]?(?:تعليق|الغاء|تاجيل|ارجاء) (?!زيار|لقاء|اجتماع|محادث|مباحث|مشاور|مفاوض|جول|رحل)\S{3,}(?:ها|هم)(?= )/g

/** «طالب نواب بإلغاء زيارة X»: who asks for it calls nothing off. */
const OFF_DEMANDED = / [وف]?(طالب|طالبت|يطالب|تطالب) (\S+ ){0,4}بالغاء /

/** «رفض لقاءه»: an encounter that somebody has is a fact but for the word right before it. */
export const isWish = (form: string): boolean =>
  MODALITIES.some(({ status, cues }) => status === 'wish' && cues.includes(form.replace(/^[وف](?=...)/, '')))
