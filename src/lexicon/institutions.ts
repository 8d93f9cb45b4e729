import type { ActorKind } from '../domain/actor.ts'

/**
 * Seats of power, parliaments, parties and armed movements that go by a name of their own, without the nisba of their state. Common knowledge, as the
 * encyclopedias have it; `country` is null where it is of none or of several. `actor: false` only tells the country of a title («خادم الحرمين»).
 */
export type Institution = {
  readonly names: readonly string[]
  readonly kind: ActorKind
  readonly country: string | null
  readonly actor?: false
  /** A building in the capital too: «في البيت الأبيض» is in Washington. */
  readonly seat?: true
}

// biome-ignore format: one institution a line
export const INSTITUTIONS: readonly Institution[] = [
  { names: ['البيت الأبيض'], kind: 'government', country: 'US', seat: true },
  { names: ['الكونغرس', 'الكونجرس'], kind: 'organization', country: 'US', seat: true },
  { names: ['البنتاغون', 'البنتاجون'], kind: 'organization', country: 'US', seat: true },
  { names: ['الكرملين'], kind: 'government', country: 'RU', seat: true },
  { names: ['مجلس الدوما', 'الدوما'], kind: 'organization', country: 'RU' },
  { names: ['الإليزيه', 'قصر الإليزيه'], kind: 'government', country: 'FR', seat: true },
  { names: ['الكي دورسيه'], kind: 'organization', country: 'FR' },
  { names: ['قصر باكنغهام', 'قصر بكنغهام', 'باكنغهام'], kind: 'government', country: 'GB', actor: false, seat: true },
  { names: ['قصر قرطاج'], kind: 'government', country: 'TN', actor: false, seat: true },
  { names: ['قصر الحكومة بالقصبة', 'دار الضيافة بقرطاج', 'قصر الضيافة بقرطاج'], kind: 'government', country: 'TN', actor: false, seat: true },
  { names: ['قصر باردو'], kind: 'government', country: 'TN', actor: false, seat: true },
  { names: ['قصر بعبدا', 'عين التينة', 'بيت الوسط'], kind: 'government', country: 'LB', actor: false, seat: true },
  { names: ['قصر المرادية'], kind: 'government', country: 'DZ', actor: false, seat: true },
  { names: ['قصر السيف', 'قصر بيان'], kind: 'government', country: 'KW', actor: false, seat: true },
  { names: ['قصر اليمامة', 'قصر العوجا'], kind: 'government', country: 'SA', actor: false, seat: true },
  { names: ['قصر الاتحادية', 'قصر القبة'], kind: 'government', country: 'EG', actor: false, seat: true },
  { names: ['قصر الحسينية', 'قصر بسمان', 'قصر رغدان'], kind: 'government', country: 'JO', actor: false, seat: true },
  { names: ['السراي الكبير', 'السراي الحكومي', 'السرايا الحكومية'], kind: 'government', country: 'LB', actor: false, seat: true },
  { names: ['قصر الوطن', 'قصر الشاطئ', 'قصر البطين'], kind: 'government', country: 'AE', actor: false, seat: true },
  { names: ['قصر القضيبية'], kind: 'government', country: 'BH', actor: false, seat: true },
  { names: ['قصر العلم', 'قصر البركة', 'بيت البركة'], kind: 'government', country: 'OM', actor: false, seat: true },
  { names: ['قصر الشعب'], kind: 'government', country: 'SY', actor: false, seat: true },
  { names: ['قصر جانقايا'], kind: 'government', country: 'TR', actor: false, seat: true },
  { names: ['قصر كيجي', 'قصر كويرينالي'], kind: 'government', country: 'IT', actor: false, seat: true },
  { names: ['قاعة الشعب الكبرى'], kind: 'government', country: 'CN', actor: false, seat: true },
  { names: ['قصر ماتينيون', 'ماتينيون'], kind: 'government', country: 'FR', actor: false, seat: true },
  { names: ['قصر مونكلوا', 'قصر ثارثويلا'], kind: 'government', country: 'ES', actor: false, seat: true },
  { names: ['قصر بيلفو', 'دار المستشارية'], kind: 'government', country: 'DE', actor: false, seat: true },
  { names: ['داونينغ ستريت', 'داوننغ ستريت'], kind: 'government', country: 'GB', seat: true },
  { names: ['البوندستاغ'], kind: 'organization', country: 'DE' },
  { names: ['الكنيست'], kind: 'organization', country: 'IL', seat: true },
  { names: ['الليكود', 'حزب الليكود'], kind: 'organization', country: 'IL' },
  { names: ['الحوثيون', 'الحوثيين', 'جماعة الحوثي', 'جماعة الحوثيين', 'أنصار الله'], kind: 'group', country: 'YE' },
  { names: ['مجلس القيادة الرئاسي'], kind: 'government', country: 'YE' },
  { names: ['المجلس الانتقالي الجنوبي'], kind: 'group', country: 'YE' },
  { names: ['حزب الله'], kind: 'group', country: 'LB' },
  { names: ['التيار الوطني الحر'], kind: 'organization', country: 'LB' },
  { names: ['حماس', 'حركة حماس'], kind: 'group', country: 'PS' },
  { names: ['حركة فتح'], kind: 'group', country: 'PS' },
  { names: ['حركة الجهاد الإسلامي'], kind: 'group', country: 'PS' },
  { names: ['طالبان', 'حركة طالبان'], kind: 'group', country: 'AF' },
  { names: ['داعش', 'تنظيم داعش', 'تنظيم الدولة الإسلامية', 'تنظيم الدولة'], kind: 'group', country: null },
  { names: ['تنظيم القاعدة'], kind: 'group', country: null },
  { names: ['الحشد الشعبي'], kind: 'group', country: 'IQ' },
  { names: ['البيشمركة'], kind: 'group', country: 'IQ' },
  { names: ['إقليم كردستان', 'إقليم كوردستان'], kind: 'government', country: 'IQ', actor: false },
  { names: ['قوات سوريا الديمقراطية', 'قسد'], kind: 'group', country: 'SY' },
  { names: ['هيئة تحرير الشام'], kind: 'group', country: 'SY' },
  { names: ['الحرس الثوري'], kind: 'organization', country: 'IR' },
  { names: ['المرشد الأعلى'], kind: 'government', country: 'IR', actor: false },
  { names: ['قوات الدعم السريع'], kind: 'group', country: 'SD' },
  { names: ['مجلس السيادة'], kind: 'government', country: 'SD' },
  { names: ['المجلس الأعلى للدولة'], kind: 'organization', country: 'LY' },
  { names: ['حكومة الوفاق'], kind: 'government', country: 'LY' },
  { names: ['مجلس نواب الشعب'], kind: 'organization', country: 'TN' },
  { names: ['حركة النهضة'], kind: 'organization', country: 'TN' },
  { names: ['نداء تونس'], kind: 'organization', country: 'TN' },
  { names: ['جبهة البوليساريو', 'البوليساريو'], kind: 'group', country: 'EH' },
  { names: ['خادم الحرمين الشريفين', 'خادم الحرمين'], kind: 'government', country: 'SA', actor: false },
  { names: ['مجلس الشعب'], kind: 'organization', country: 'SY', actor: false },
  { names: ['الأمم المتحدة', 'الامم المتحده'], kind: 'organization', country: null },
  { names: ['الاتحاد الأوروبي'], kind: 'organization', country: null },
  { names: ['الاتحاد الأفريقي', 'الاتحاد الإفريقي'], kind: 'organization', country: null },
  { names: ['مجلس الأمن', 'مجلس الأمن الدولي'], kind: 'organization', country: null },
  { names: ['جامعة الدول العربية', 'الجامعة العربية'], kind: 'organization', country: null },
  { names: ['مجموعة السبع', 'مجموعة الدول السبع', 'مجموعة الدول الصناعية السبع', 'مجموعة الدول الصناعية السبع الكبرى', 'مجموعة السبع الكبار', 'الدول الصناعية السبع الكبرى', 'الدول السبع الكبار', 'الدول السبع'], kind: 'organization', country: null },
  { names: ['مجموعة العشرين', 'مجموعة الدول العشرين'], kind: 'organization', country: null },
  { names: ['صندوق النقد الدولي'], kind: 'organization', country: null },
  { names: ['البنك الدولي'], kind: 'organization', country: null },
  { names: ['المفوضية الأوروبية'], kind: 'organization', country: null },
  { names: ['البرلمان الأوروبي'], kind: 'organization', country: null },
  { names: ['منظمة التعاون الإسلامي'], kind: 'organization', country: null },
  { names: ['مجلس التعاون الخليجي', 'مجلس التعاون لدول الخليج العربية'], kind: 'organization', country: null },
  { names: ['منظمة الصحة العالمية'], kind: 'organization', country: null },
  { names: ['الوكالة الدولية للطاقة الذرية'], kind: 'organization', country: null },
  { names: ['حزب العمال الكردستاني'], kind: 'group', country: null },
  { names: ['حلف شمال الأطلسي', 'الناتو', 'حلف الناتو'], kind: 'organization', country: null },
]

/** Nisbas that are common words too, or of two states, and after which nouns they mean the state: «الرئيس المالي», but «وزير المالية», «السوق المالية»; «الزعيم الكوري» is of either Korea. Folded, without article. */
export const AMBIGUOUS_NISBAS: Readonly<Record<string, readonly string[]>> = {
  مالي: ['رءيس', 'جيش', 'شعب', 'نظير'],
  ماليه: ['حكومه', 'جمهوريه', 'عاصمه', 'سلطات'],
  كوري: [],
  كوريه: [],
  كوريين: [],
  كوريون: [],
}
