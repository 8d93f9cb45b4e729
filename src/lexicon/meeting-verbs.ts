import type { MeetingKind } from '../domain/report.ts'

/**
 * Verbs whose subject and counterpart meet. `past` and `present` are the folded third persons, masculine singular; the rest of the paradigm is
 * regular (see extraction/meetings/verb-forms.ts). `object` says how the counterpart follows: bare, or behind a preposition only; `none` where a body sits and nobody else is told.
 */
export type MeetingVerb = {
  readonly id: string
  readonly past: string
  readonly present: string
  readonly object: 'direct' | 'with' | 'place' | 'none'
  readonly kind: MeetingKind
  /** «بحث X وY»: two coordinated subjects suffice. */
  readonly reciprocal: boolean
  /** «التقى نظيره X ورئيس الحكومة Y»: several objects are met one after the other, where «اجتمع مع» gathers them. */
  readonly oneByOne?: true
  /** «بحث معه الأوضاع في ليبيا»: what is discussed follows. */
  readonly discusses?: true
  /** «تحدث هاتفيا»: a word of the telephone must stand behind it. */
  readonly byPhone?: true
  /** «تناول العشاء مع»: a meal must stand behind it. */
  readonly onlyMeal?: true
  /** «عرض مع»: it tells of an encounter only where «مع» stands behind it. */
  readonly onlyWith?: true
  /** «المكتب المنعقد اليوم»: what the body behind which it stands with the article did. */
  readonly participle?: string
  readonly example: string
}

// biome-ignore format: one verb a line
export const MEETING_VERBS = [
  { id: 'iltaqa', past: 'التقي', present: 'يلتقي', object: 'direct', kind: 'meeting', reciprocal: true, oneByOne: true, example: 'التقى الوزير سامح شكري المبعوث غسان سلامة' },
  { id: 'ijtamaa', past: 'اجتمع', present: 'يجتمع', object: 'with', kind: 'meeting', reciprocal: true, example: 'اجتمع الوزير سامح شكري مع السفير جون بولتون' },
  { id: 'istaqbala', past: 'استقبل', present: 'يستقبل', object: 'direct', kind: 'meeting', reciprocal: false, oneByOne: true, example: 'استقبل الرئيس قيس سعيد السفير جون بولتون' },
  { id: 'qabala', past: 'قابل', present: 'يقابل', object: 'direct', kind: 'meeting', reciprocal: false, oneByOne: true, example: 'قابل الوزير سامح شكري السفير جون بولتون' },
  { id: 'tabahatha', past: 'تباحث', present: 'يتباحث', object: 'with', kind: 'meeting', reciprocal: true, example: 'تباحث الوزير سامح شكري مع السفير جون بولتون' },
  { id: 'tashawara', past: 'تشاور', present: 'يتشاور', object: 'with', kind: 'meeting', reciprocal: true, example: 'تشاور الوزير سامح شكري مع السفير جون بولتون' },
  { id: 'bahatha', past: 'بحث', present: 'يبحث', object: 'with', kind: 'meeting', reciprocal: true, discusses: true, example: 'بحث الوزير سامح شكري مع السفير جون بولتون الأزمة' },
  { id: 'naqasha', past: 'ناقش', present: 'يناقش', object: 'with', kind: 'meeting', reciprocal: true, discusses: true, example: 'ناقش الوزير سامح شكري مع السفير جون بولتون الأزمة' },
  { id: 'istaarada', past: 'استعرض', present: 'يستعرض', object: 'with', kind: 'meeting', reciprocal: true, discusses: true, example: 'استعرض الوزير سامح شكري مع السفير جون بولتون العلاقات' },
  { id: 'tahadatha', past: 'تحادث', present: 'يتحادث', object: 'with', kind: 'meeting', reciprocal: true, example: 'تحادث الوزير سامح شكري مع السفير جون بولتون' },
  { id: 'infarada', past: 'انفرد', present: 'ينفرد', object: 'with', kind: 'meeting', reciprocal: false, example: 'انفرد الوزير سامح شكري بالسفير جون بولتون' },
  { id: 'jalasa', past: 'جلس', present: 'يجلس', object: 'with', kind: 'meeting', reciprocal: false, onlyWith: true, example: 'جلس الوزير سامح شكري مع السفير جون بولتون' },
  { id: 'tadarasa', past: 'تدارس', present: 'يتدارس', object: 'with', kind: 'meeting', reciprocal: true, discusses: true, onlyWith: true, example: 'تدارس الوزير سامح شكري مع السفير جون بولتون الأزمة' },
  { id: 'tadawala', past: 'تداول', present: 'يتداول', object: 'with', kind: 'meeting', reciprocal: true, discusses: true, onlyWith: true, example: 'تداول الوزير سامح شكري مع السفير جون بولتون في الأزمة' },
  { id: 'hatafa', past: 'هاتف', present: 'يهاتف', object: 'direct', kind: 'call', reciprocal: false, oneByOne: true, example: 'هاتف الرئيس قيس سعيد المستشارة أنجيلا ميركل' },
  { id: 'tahaddatha', past: 'تحدث', present: 'يتحدث', object: 'with', kind: 'call', reciprocal: true, oneByOne: true, byPhone: true, example: 'تحدث الرئيس قيس سعيد هاتفيا مع المستشارة أنجيلا ميركل' },
  { id: 'ittasala', past: 'اتصل', present: 'يتصل', object: 'with', kind: 'call', reciprocal: false, oneByOne: true, example: 'اتصل الرئيس قيس سعيد بالمستشارة أنجيلا ميركل' },
  { id: 'istadaa', past: 'استدعي', present: 'يستدعي', object: 'direct', kind: 'meeting', reciprocal: false, example: 'استدعى الوزير سامح شكري السفير جون بولتون' },
  { id: 'arada', past: 'عرض', present: 'يعرض', object: 'with', kind: 'meeting', reciprocal: false, discusses: true, onlyWith: true, example: 'عرض الرئيس جوزيف عون مع السفير جون بولتون الأوضاع' },
  { id: 'tabaa', past: 'تابع', present: 'يتابع', object: 'with', kind: 'meeting', reciprocal: false, discusses: true, onlyWith: true, example: 'تابع الوزير سامح شكري مع السفير جون بولتون إجراءات الدعم' },
  { id: 'tanawala', past: 'تناول', present: 'يتناول', object: 'with', kind: 'meeting', reciprocal: true, onlyMeal: true, example: 'تناول الرئيس قيس سعيد العشاء مع السفير جون بولتون' },
  { id: 'aqama', past: 'اقام', present: 'يقيم', object: 'with', kind: 'meeting', reciprocal: false, onlyMeal: true, example: 'أقام الرئيس قيس سعيد مأدبة غداء على شرف السفير جون بولتون' },
  { id: 'inaqada', past: 'انعقد', present: 'ينعقد', participle: 'منعقد', object: 'none', kind: 'meeting', reciprocal: false, example: 'انعقد مجلس الأمن' },
  { id: 'iltaama', past: 'التام', present: 'يلتءم', participle: 'ملتءم', object: 'none', kind: 'meeting', reciprocal: false, example: 'التأم المكتب السياسي لحركة النهضة' },
  { id: 'zara', past: 'زار', present: 'يزور', object: 'place', kind: 'visit', reciprocal: false, example: 'زار المشير خليفة حفتر موسكو' },
  { id: 'istadafa', past: 'استضاف', present: 'يستضيف', object: 'direct', kind: 'visit', reciprocal: false, example: 'استضافت وزارة الدفاع الروسية المشير خليفة حفتر' },
] as const satisfies readonly MeetingVerb[]

/** Meals that people have together, folded, without article. */
export const MEALS = new Set(['عشاء', 'غداء', 'افطار', 'فطور', 'سحور', 'مادبه'])
