import type { MeetingKind } from '../domain/report.ts'

/** Nouns of encounter, folded, indefinite singular or the form that is used; plurals are rows of their own where they are irregular. */
export type MeetingNoun = { readonly id: string; readonly forms: readonly string[]; readonly kind: MeetingKind; readonly example: string }

// biome-ignore format: one noun a line
export const MEETING_NOUNS = [
  { id: 'liqa', forms: ['لقاء', 'لقاءات', 'لقاءين'], kind: 'meeting', example: 'عقب لقاء بين الوزير سامح شكري والسفير جون بولتون' },
  { id: 'ijtimaa', forms: ['اجتماع', 'اجتماعات', 'اجتماعين'], kind: 'meeting', example: 'خلال اجتماع الوزير سامح شكري مع السفير جون بولتون' },
  { id: 'muhadathat', forms: ['محادثات', 'محادثه'], kind: 'meeting', example: 'أجرى الوزير سامح شكري محادثات مع السفير جون بولتون' },
  { id: 'mubahathat', forms: ['مباحثات', 'مباحثه'], kind: 'meeting', example: 'أجرى الوزير سامح شكري مباحثات مع السفير جون بولتون' },
  { id: 'mushawarat', forms: ['مشاورات', 'مشاوره'], kind: 'meeting', example: 'أجرى الوزير سامح شكري مشاورات مع السفير جون بولتون' },
  { id: 'mufawadat', forms: ['مفاوضات'], kind: 'meeting', example: 'مفاوضات بين وفد الحكومة ووفد الحوثيين' },
  { id: 'munaqashat', forms: ['مناقشات', 'مداولات', 'نقاش', 'نقاشات'], kind: 'meeting', example: 'عقد الوزير سامح شكري مناقشات مع السفير جون بولتون' },
  { id: 'hiwar', forms: ['حوار'], kind: 'meeting', example: 'عقدت جولة حوار بين وفد الحكومة ووفد الحوثيين' },
  { id: 'jalsa', forms: ['جلسه', 'جلسات'], kind: 'meeting', example: 'عقد الوزير سامح شكري جلسة مباحثات مع السفير جون بولتون' },
  { id: 'tabahuth', forms: ['تباحث', 'تشاور', 'تحادث'], kind: 'meeting', example: 'توجه الوزير سامح شكري إلى باريس للتباحث مع السفير جون بولتون' },
  { id: 'dawra', forms: ['دوره'], kind: 'meeting', example: 'تعقد اللجنة المشتركة دورتها الثانية' },
  { id: 'walima', forms: ['عشاء', 'غداء', 'فطور', 'افطار'], kind: 'meeting', example: 'جمع عشاء عمل الوزير سامح شكري والسفير جون بولتون' },
  { id: 'inaqad', forms: ['انعقاد'], kind: 'meeting', example: 'على هامش انعقاد مجلس الأمن' },
  { id: 'awraq', forms: ['اعتماد'], kind: 'meeting', example: 'تسلم الرئيس قيس سعيد أوراق اعتماد السفير جون بولتون' },
  { id: 'istiqbal', forms: ['استقبال', 'مستقبلي'], kind: 'meeting', example: 'خلال استقبال الرئيس قيس سعيد للسفير جون بولتون' },
  { id: 'istidaa', forms: ['استدعاء'], kind: 'meeting', example: 'تم استدعاء السفير جون بولتون إلى وزارة الخارجية' },
  { id: 'qimma', forms: ['قمه', 'قمتين', 'قمم'], kind: 'meeting', example: 'قمة بين الرئيس قيس سعيد والرئيس عبد المجيد تبون' },
  { id: 'muatamar', forms: ['موتمر', 'منتدي', 'مءتمر', 'ملتقي', 'ندوه'], kind: 'conference', example: 'مؤتمر دولي بمشاركة الرئيس قيس سعيد والمستشارة أنجيلا ميركل' },
  { id: 'muqabala', forms: ['مقابله'], kind: 'meeting', example: 'أجرى الوزير سامح شكري مقابلة مع السفير جون بولتون' },
  { id: 'ihata', forms: ['احاطه'], kind: 'conference', example: 'إحاطة المبعوث غسان سلامة أمام مجلس الأمن' },
  { id: 'kalima', forms: ['كلمه', 'مداخله', 'خطاب'], kind: 'conference', example: 'كلمة الوزير سامح شكري أمام مجلس الأمن' },
  { id: 'ziyara', forms: ['زياره', 'زيارات'], kind: 'visit', example: 'زيارة المشير خليفة حفتر إلى موسكو' },
  { id: 'rihla', forms: ['رحله', 'جوله'], kind: 'visit', example: 'ألغى الوزير سامح شكري رحلة إلى باريس' },
  { id: 'ittisal', forms: ['اتصال', 'اتصالا', 'اتصالين', 'اتصالات'], kind: 'call', example: 'تلقى الرئيس قيس سعيد اتصالا هاتفيا من المستشارة أنجيلا ميركل' },
  { id: 'mukalama', forms: ['مكالمه', 'مهاتفه', 'مكالمات', 'مكالمتين', 'مهاتفات'], kind: 'call', example: 'مكالمة هاتفية بين الرئيس قيس سعيد والمستشارة أنجيلا ميركل' },
] as const satisfies readonly MeetingNoun[]

/** Adjectives and words that make another thing of a noun of encounter: «مؤتمر صحفي», «جلسة محكمة», «لقاء تلفزيوني». Folded stems of the next word. */
export const NOT_A_MEETING = new Set([
  'صحفي',
  'صحافي',
  'صحفيا',
  'صحافيا',
  'صحفيه',
  'تلفزيوني',
  'اذاعي',
  'تلفزيونيه',
  'اعلامي',
  'متلفز',
  'ودي',
  'الاعاده',
  'الذهاب',
  'الاياب',
  'محكمه',
  'المحكمه',
  'الاستماع',
  'الصحفي',
  'الصحافي',
  'الاعلامي',
  'للصحافه',
  'للصحافيين',
  'للصحفيين',
])

/** The same of the word before: «مجموعة الاتصال», «وسائل الاتصال», «قاعة المؤتمرات». */
export const NOT_A_MEETING_BEFORE = new Set([
  'مجموعه',
  'وساءل',
  'خط',
  'حفل',
  'خطوط',
  'نقطه',
  'نقاط',
  'قناه',
  'قنوات',
  'ضباط',
  'ضابط',
  'لجنه',
  'قاعه',
  'قصر',
  'حزب',
  'شركه',
  'جدول',
  'مراسم',
])
