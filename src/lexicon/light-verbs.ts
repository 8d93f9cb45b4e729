/** Verbs that carry a noun of encounter («أجرى محادثات»): third persons masculine singular, folded. */
export type LightVerb = {
  readonly id: string
  readonly past: string
  readonly present: string /** «دخل في محادثات»: what must stand between. */
  readonly preposition?: string
}

// biome-ignore format: one verb a line
export const LIGHT_VERBS: readonly LightVerb[] = [
  { id: 'ajra', past: 'اجري', present: 'يجري' }, { id: 'jara', past: 'جري', present: 'يجري' }, { id: 'aqada', past: 'عقد', present: 'يعقد' },
  { id: 'inaqada', past: 'انعقد', present: 'ينعقد' }, { id: 'talaqqa', past: 'تلقي', present: 'يتلقي' },
  { id: 'tarasa', past: 'تراس', present: 'يتراس' }, { id: 'tarasa2', past: 'تراءس', present: 'يتراءس' },
  { id: 'raasa', past: 'راس', present: 'يرءس' }, { id: 'raasa2', past: 'راس', present: 'يراس' },
  { id: 'ashrafa', past: 'اشرف', present: 'يشرف' },
  { id: 'hadara', past: 'حضر', present: 'يحضر' }, { id: 'sharaka', past: 'شارك', present: 'يشارك' },
  { id: 'istadafa', past: 'استضاف', present: 'يستضيف' }, { id: 'ihtadana', past: 'احتضن', present: 'يحتضن' },
  { id: 'adda', past: 'ادي', present: 'يودي' }, { id: 'adda2', past: 'ادي', present: 'يءدي' },
  { id: 'qama', past: 'قام', present: 'يقوم' }, { id: 'jamaa', past: 'جمع', present: 'يجمع' },
  { id: 'damma', past: 'ضم', present: 'يضم' },
  { id: 'shahida', past: 'شهد', present: 'يشهد' }, { id: 'nazzama', past: 'نظم', present: 'ينظم' },
  { id: 'qaddama', past: 'قدم', present: 'يقدم' }, { id: 'bada', past: 'بدا', present: 'يبدا' }, { id: 'intalaqa', past: 'انطلق', present: 'ينطلق' },
  { id: 'iftataha', past: 'افتتح', present: 'يفتتح' }, { id: 'tawasala', past: 'تواصل', present: 'يتواصل' },
  { id: 'waasala', past: 'واصل', present: 'يواصل' }, { id: 'istanafa', past: 'استانف', present: 'يستانف' },
  { id: 'tasallama', past: 'تسلم', present: 'يتسلم' }, { id: 'taqabbala', past: 'تقبل', present: 'يتقبل' },
  { id: 'ikhtatama', past: 'اختتم', present: 'يختتم' }, { id: 'anha', past: 'انهي', present: 'ينهي' },
  { id: 'qada', past: 'قاد', present: 'يقود' }, { id: 'khada', past: 'خاض', present: 'يخوض' },
  { id: 'dakhala', past: 'دخل', present: 'يدخل', preposition: 'في' }, { id: 'intaha', past: 'انتهي', present: 'ينتهي' }, { id: 'inhara', past: 'انهار', present: 'ينهار' },
]
