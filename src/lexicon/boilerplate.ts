/**
 * How outlets begin what is not the article; each opens a stretch that runs to the end of its line, over the headlines listed under it, or to the end of
 * the text.
 */
export type BoilerplateCue = {
  readonly id: string
  readonly pattern: RegExp
  readonly reach: 'line' | 'list' | 'end'
  readonly example: string
}

// biome-ignore format: one cue a line
export const BOILERPLATE_CUES: readonly BoilerplateCue[] = [
  { id: 'tail.source', pattern: /المصدر ?:[^\n]{0,60}(?:كلمات مفتاحية|متعلقات)/, reach: 'end', example: 'المصدر : وكالات كلمات مفتاحية: ليبيا' },
  { id: 'tail.keywords', pattern: /(?:كلمات مفتاحية|الكلمات الدالة|كلمات دلالية|مواضيع ذات صلة|الأكثر قراءة|أهم الأخبار|مواضيع) ?:/, reach: 'end', example: 'الكلمات الدالة: #ليبيا' },
  { id: 'list.related', pattern: /(?:^|\n)[^\S\n]*(?:مواضيع|مقالات|أخبار|اخبار|مواد|موضوعات|قصص) (?:ذات صلة|متعلقة|مشابهة|مرتبطة)[^\S\n]*(?=\n|$)/, reach: 'list', example: 'أخبار ذات صلة' },
  { id: 'tail.read-also', pattern: /(?:اقرأ|إقرأ|اقرا) (?:أيضا|أيضاً|ايضا|المزيد)/, reach: 'line', example: 'اقرأ أيضاً: وزير الخارجية يتوجه إلى بروكسل' },
  { id: 'tail.share', pattern: /(?:^|\n)(?:مشاركة ?:?|إعجاب {1,2}تعليق|شارك الخبر|شارك برأيك|طباعة المقال|انشر عبر)/, reach: 'line', example: 'مشاركة :' },
  { id: 'tail.subscribe', pattern: /(?:^|\n)(?:لمزيد من الأخبار|تابعوا أخبار|تابعونا|انضم (?:إلى|لمجموعتنا)|اشترك في)/, reach: 'line', example: 'تابعوا أخبار الوكالة' },
  { id: 'tail.rights', pattern: /(?:©|جميع الحقوق محفوظة)/, reach: 'line', example: 'جميع الحقوق محفوظة' },
  { id: 'tail.editors', pattern: /\((?:إعداد|تغطية|شارك في)[^()\n]{3,80}(?:للنشرة العربية|تحرير)/, reach: 'line', example: '(إعداد منى عبد السلام للنشرة العربية - تحرير ليلى سالم)' },
  { id: 'head.byline', pattern: /(?:^|\n)(?:كتب|كتبت|تصوير|إعداد|ترجمة|تحرير) ?: ?/, reach: 'line', example: 'كتبت: منى عبد السلام' },
]
