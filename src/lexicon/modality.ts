/** What stands before a verb or noun of encounter and says how sure it is; folded, longest first within a row. */
import type { MeetingStatus } from '../domain/report.ts'

export type Modality = { readonly id: string; readonly status: MeetingStatus | 'wish'; readonly cues: readonly string[] }

// biome-ignore format: one row a line
export const MODALITIES: readonly Modality[] = [
  { id: 'denied', status: 'denied', cues: ['نفي', 'ينفي', 'نفت', 'تنفي', 'نافيا', 'نافيه', 'نفيه', 'استبعد', 'استبعدت', 'مستبعدا', 'لا صحه', 'كذب', 'لم يلتق', 'لم يجتمع', 'لم يجتمعا'] },
  { id: 'cancelled', status: 'cancelled', cues: ['الغي', 'الغت', 'الغاء', 'يلغي', 'الغاءه', 'الغيت', 'تاجيل', 'ارجا', 'ارجاء', 'اجل', 'اجلت', 'تعليق'] },
  { id: 'possible', status: 'possible', cues: ['احتمال', 'احتمالات', 'يحتمل', 'المحتمل', 'لم يستبعد', 'لم تستبعد', 'لا يستبعد', 'ربما', 'قد', 'يمكن', 'الممكن', 'امكانيه', 'امكان', 'رجح', 'رجحت', 'المرجح', 'يرجح', 'اذا نجحت', 'مستعد', 'استعداده'] },
  { id: 'planned', status: 'planned', cues: ['المقرر', 'مقررا', 'مقرر', 'مقرره', 'المقرره', 'المنتظر', 'ينتظر', 'المرتقب', 'يرتقب', 'مرتقب', 'مرتقبه', 'المرتقبه', 'المتوقع', 'يتوقع', 'تتوقع', 'المزمع', 'يعتزم', 'تعتزم', 'المومل', 'المءمل', 'تقرر', 'سوف', 'عشيه', 'لعقد', 'تحضيرا', 'التحضير', 'استعدادا', 'موعد', 'سيتوجه', 'يستعد', 'تستعد', 'للقاء', 'للاجتماع'] },
  { id: 'wish', status: 'wish', cues: ['يرغب', 'ترغب', 'يريد', 'السماح', 'يامل', 'تامل', 'نامل', 'امله', 'املها', 'دعا', 'دعت', 'يدعو', 'دعوه', 'الدعوه', 'طالب', 'طالبت', 'رغبته', 'رغبتها', 'ضروره', 'تمني', 'يتمني', 'اقترح', 'مقترح', 'عرض', 'رفض', 'رفضت', 'يرفض'] },
]

/** Adverbs of what goes on at the moment of writing. */
export const ONGOING_CUES = new Set(['الان', 'حاليا', 'الاثناء', 'تتواصل', 'يتواصل', 'تستمر', 'مستمره'])
