import { daysBetween, firstDay, type PartialDate } from '../../domain/partial-date.ts'
import type { ReportedDate } from '../../domain/report.ts'
import type { StatusReading } from './find-status.ts'
import type { Trigger } from './find-triggers.ts'
import { lightVerb } from './light-verb.ts'
import { arrivalBefore } from './ownership.ts'
import { type Scene, sentenceAround } from './scene.ts'
import type { Sides } from './sides.ts'

/**
 * «وفد … يؤدي زيارة», «وتجري الدول الثلاث مشاورات»: a present of no day tells of a journey, or at the head of its sentence of talks, that goes on. So does «بدأ محادثات» of no
 * day or of that of publication.
 */
export function isNow(
  scene: Scene,
  trigger: Trigger,
  { light }: Sides,
  { rule }: StatusReading,
  date: ReportedDate | null,
  published: PartialDate | null,
): boolean {
  if (arrivalBefore(scene, trigger) !== null && isRecent(date, published)) return true
  if (!light || trigger.type !== 'noun') return false
  const verb = lightVerb(scene.words[light.word]!.form)?.row.past ?? ''
  if (rule === 'status.past') return BEGINNING.has(verb) && (date === null || (date.from !== null && date.from === published))
  if (rule !== 'status.present' || date !== null) return false
  return trigger.kind === 'visit' || (verb === 'اجري' && sentenceAround(scene, trigger.word)[0]?.index === light.word)
}
/** Days after an arrival that a visit is taken to go on, where nothing tells its end. */
const MAX_DAYS_STAYED = 2
const isRecent = (date: ReportedDate | null, published: PartialDate | null): boolean =>
  date?.from != null && published !== null && daysBetween(firstDay(date.from), firstDay(published)) <= MAX_DAYS_STAYED

const BEGINNING = new Set(['بدا', 'انطلق', 'استانف'])
