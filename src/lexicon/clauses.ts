/** Words that open another clause, folded: what follows them is no participant of an encounter before them. */
export const CLAUSE_OPENERS = new Set(
  `حسب بحسب وفق وفقا حسبما لمحاوله لتعزيز لدعم لاقناع لحضور لتوقيع لاستكمال لمتابعه لتنسيق لتبادل للتشاور للتنسيق للمشاركه للتوقيع لافتتاح للتوصل اجل حيث فيما بينما لكن ولكن غير الا وذلك لبحث لمناقشه للتباحث لاجراء بهدف لاستعراض تناول تناولت تناولا وتناول تطرق تطرقت مشيرا مشيره مضيفا مضيفه موكدا مءكدا مءكده موكده موضحا موضحه
  مشددا مشدده معربا معربه مبينا لافتا لافته معتبرا داعيا داعيه مبرزا قاءلا قاءله علما وجري وتم تم ناقش بحث لانه اذ كما الذي التي الذين حين عندما قال قالت اكد اكدت واكد واكدت اضاف واضاف
  واضافت وقال وقالت اعلن واعلن اعلنت واعلنت وصرح صرح وذكر ذكر وذكرت اوضح واوضح وتحدثت وتحدث وتابع وشدد واعرب وكشف وناقش وبحث وتناولت وبحثا وناقشا وتبادل وجاء وياتي`.split(
    /\s+/,
  ),
)

/** Verbs of saying, folded past third person masculine: their subject is who an assertion is attributed to. */
export const SPEECH_VERBS =
  `قال اكد اعلن اضاف اوضح صرح ذكر شدد كشف افاد اشار لفت تابع ابلغ نفي زعم راي اعتبر حذر تحدث المح اقترح تعهد ندد استنكر انتقد اتهم نوه اشاد اعرب جدد توقع اخبر رحب ناشد حث`.split(
    ' ',
  )

/** Nouns whose dual refers back to the two sides named before, folded; so does that of every office («الوزيران»). */
export const PAIR_NOUNS = ['جانب', 'طرف', 'خصم', 'غريم', 'رجل', 'زعيم', 'مسءول', 'بلد', 'دبلوماسي']

/** Relative pronouns of two, folded: «اللذان», «اللتين». */
export const DUAL_RELATIVES = new Set('اللذان اللذين اللتان اللتين'.split(' '))
/** Relative pronouns, folded. */
export const RELATIVE_PRONOUNS = new Set(['الذي', 'التي', 'الذين', ...DUAL_RELATIVES])
