/** Verbs that carry a noun of encounter («أجرى محادثات»): third persons masculine singular, folded, and what they say of the encounter. */
export type LightVerb = { readonly id: string; readonly past: string; readonly present: string; readonly phase: 'whole' | 'start' | 'end' }

// biome-ignore format: one verb a line
export const LIGHT_VERBS: readonly LightVerb[] = [
  { id: 'ajra', past: 'اجري', present: 'يجري', phase: 'whole' }, { id: 'jara', past: 'جري', present: 'يجري', phase: 'whole' }, { id: 'aqada', past: 'عقد', present: 'يعقد', phase: 'whole' },
  { id: 'inaqada', past: 'انعقد', present: 'ينعقد', phase: 'whole' }, { id: 'talaqqa', past: 'تلقي', present: 'يتلقي', phase: 'whole' },
  { id: 'tarasa', past: 'تراس', present: 'يتراس', phase: 'whole' }, { id: 'tarasa2', past: 'تراءس', present: 'يتراءس', phase: 'whole' },
  { id: 'raasa', past: 'راس', present: 'يرءس', phase: 'whole' },
  { id: 'hadara', past: 'حضر', present: 'يحضر', phase: 'whole' }, { id: 'sharaka', past: 'شارك', present: 'يشارك', phase: 'whole' },
  { id: 'istadafa', past: 'استضاف', present: 'يستضيف', phase: 'whole' }, { id: 'ihtadana', past: 'احتضن', present: 'يحتضن', phase: 'whole' },
  { id: 'adda', past: 'ادي', present: 'يودي', phase: 'whole' }, { id: 'adda2', past: 'ادي', present: 'يءدي', phase: 'whole' },
  { id: 'qama', past: 'قام', present: 'يقوم', phase: 'whole' }, { id: 'jamaa', past: 'جمع', present: 'يجمع', phase: 'whole' },
  { id: 'shahida', past: 'شهد', present: 'يشهد', phase: 'whole' }, { id: 'nazzama', past: 'نظم', present: 'ينظم', phase: 'whole' },
  { id: 'qaddama', past: 'قدم', present: 'يقدم', phase: 'whole' }, { id: 'bada', past: 'بدا', present: 'يبدا', phase: 'start' }, { id: 'intalaqa', past: 'انطلق', present: 'ينطلق', phase: 'start' },
  { id: 'iftataha', past: 'افتتح', present: 'يفتتح', phase: 'start' }, { id: 'tawasala', past: 'تواصل', present: 'يتواصل', phase: 'start' },
  { id: 'waasala', past: 'واصل', present: 'يواصل', phase: 'start' }, { id: 'istanafa', past: 'استانف', present: 'يستانف', phase: 'start' },
  { id: 'ikhtatama', past: 'اختتم', present: 'يختتم', phase: 'end' }, { id: 'anha', past: 'انهي', present: 'ينهي', phase: 'end' },
  { id: 'intaha', past: 'انتهي', present: 'ينتهي', phase: 'end' }, { id: 'inhara', past: 'انهار', present: 'ينهار', phase: 'end' },
]
