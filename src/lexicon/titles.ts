/**
 * Heads of titles, masculine singular and folded when matched. The feminine (ة), the article, duals and sound plurals are regular.
 * `office` takes an institution or a nisba («وزير الخارجية», «الرئيس الفرنسي»), `rank` and `honorific` stand beside it («المشير», «السيد»),
 * `relation` refers to another's office («نظيره»).
 */
export type Title = {
  readonly head: string
  readonly kind: 'office' | 'rank' | 'honorific' | 'relation'
  readonly plural?: string
  /** «مقدم»: its feminine is another word. */
  readonly masculine?: true
}

// biome-ignore format: one title a line reads best, several a line when they share a kind
export const TITLES: readonly Title[] = [
  { head: 'رئيس', kind: 'office', plural: 'رؤساء' }, { head: 'وزير', kind: 'office', plural: 'وزراء' },
  { head: 'سفير', kind: 'office', plural: 'سفراء' }, { head: 'نائب', kind: 'office', plural: 'نواب' },
  { head: 'مدير', kind: 'office', plural: 'مدراء' }, { head: 'أمين', kind: 'office', plural: 'أمناء' },
  { head: 'قائد', kind: 'office', plural: 'قادة' }, { head: 'مبعوث', kind: 'office' }, { head: 'موفد', kind: 'office' },
  { head: 'متحدث', kind: 'office' }, { head: 'ناطق', kind: 'office' }, { head: 'مستشار', kind: 'office' },
  { head: 'زعيم', kind: 'office', plural: 'زعماء' }, { head: 'ممثل', kind: 'office' }, { head: 'مندوب', kind: 'office' },
  { head: 'وكيل', kind: 'office', plural: 'وكلاء' }, { head: 'عضو', kind: 'office', plural: 'أعضاء' },
  { head: 'محافظ', kind: 'office' }, { head: 'والي', kind: 'office', plural: 'ولاة' }, { head: 'حاكم', kind: 'office', plural: 'حكام' },
  { head: 'مفوض', kind: 'office' }, { head: 'منسق', kind: 'office' }, { head: 'قيادي', kind: 'office' }, { head: 'مسؤول', kind: 'office' },
  { head: 'عميد', kind: 'office', plural: 'عمداء' }, { head: 'قنصل', kind: 'office', plural: 'قناصل' }, { head: 'مفتي', kind: 'office' },
  { head: 'مرشد', kind: 'office' }, { head: 'عاهل', kind: 'office' }, { head: 'ملك', kind: 'office', plural: 'ملوك' },
  { head: 'أمير', kind: 'office', plural: 'أمراء' }, { head: 'سلطان', kind: 'office' }, { head: 'ولي', kind: 'office' },
  { head: 'مساعد', kind: 'office' }, { head: 'كبير', kind: 'office', plural: 'كبار' }, { head: 'بابا', kind: 'office' },
  { head: 'بطريرك', kind: 'office' }, { head: 'مطران', kind: 'office' }, { head: 'إمام', kind: 'office' }, { head: 'كاتب', kind: 'office' },
  { head: 'سكرتير', kind: 'office' }, { head: 'ناظر', kind: 'office' }, { head: 'ملحق', kind: 'office' }, { head: 'قائم', kind: 'office' },
  { head: 'مدعي', kind: 'office' }, { head: 'مرشح', kind: 'office' }, { head: 'مقرر', kind: 'office' }, { head: 'وسيط', kind: 'office' },
  { head: 'مفاوض', kind: 'office' }, { head: 'مؤسس', kind: 'office' }, { head: 'رئيسة', kind: 'office' },
  { head: 'مشير', kind: 'rank' }, { head: 'فريق', kind: 'rank' }, { head: 'لواء', kind: 'rank' }, { head: 'عقيد', kind: 'rank' },
  { head: 'مقدم', kind: 'rank', masculine: true }, { head: 'رائد', kind: 'rank' }, { head: 'نقيب', kind: 'rank' }, { head: 'ملازم', kind: 'rank' },
  { head: 'جنرال', kind: 'rank' }, { head: 'عماد', kind: 'rank' }, { head: 'ركن', kind: 'rank' }, { head: 'أميرال', kind: 'rank' }, { head: 'أدميرال', kind: 'rank' }, { head: 'كولونيل', kind: 'rank' },
  { head: 'سيد', kind: 'honorific' }, { head: 'دكتور', kind: 'honorific' }, { head: 'مهندس', kind: 'honorific' },
  { head: 'شيخ', kind: 'honorific', plural: 'شيوخ' }, { head: 'أستاذ', kind: 'honorific' }, { head: 'حاج', kind: 'honorific' },
  { head: 'محامي', kind: 'honorific' }, { head: 'ملا', kind: 'honorific' }, { head: 'قاضي', kind: 'honorific' }, { head: 'سعادة', kind: 'honorific' },
  { head: 'معالي', kind: 'honorific' }, { head: 'سمو', kind: 'honorific' }, { head: 'فخامة', kind: 'honorific' },
  { head: 'جلالة', kind: 'honorific' }, { head: 'سماحة', kind: 'honorific' }, { head: 'فضيلة', kind: 'honorific' },
  { head: 'دولة', kind: 'honorific' }, { head: 'سيناتور', kind: 'honorific' }, { head: 'أب', kind: 'honorific' },
  { head: 'نظير', kind: 'relation', plural: 'نظراء' }, { head: 'سلف', kind: 'relation' }, { head: 'خلف', kind: 'relation' }, { head: 'زميل', kind: 'relation' },
]
