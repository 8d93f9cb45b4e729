/**
 * Words that stand for somebody named before, folded, without glued particles: honorifics with a pronoun («سموه»), «الأخير», the host and the guest. `roles`
 * are folded beginnings of a role that who is meant must have; without them anybody may be meant.
 */
export type Reference = { readonly form: string; readonly roles: readonly string[] }

// biome-ignore format: one word a line
export const REFERENCES: readonly Reference[] = [
  { form: 'سموه', roles: ['سمو', 'ولي', 'امير', 'الامير'] },
  { form: 'جلالته', roles: ['جلاله', 'ملك', 'عاهل', 'الملك', 'العاهل'] },
  { form: 'غبطته', roles: ['بطريرك', 'البطريرك', 'غبطه'] },
  { form: 'فخامته', roles: ['رءيس', 'الرءيس', 'فخامه'] },
  { form: 'سيادته', roles: ['رءيس', 'الرءيس', 'سياده', 'السيد'] },
  { form: 'سيادتها', roles: ['رءيسه', 'الرءيسه'] },
  { form: 'معاليه', roles: ['وزير', 'الوزير', 'معالي', 'رءيس'] },
  { form: 'سعادته', roles: ['سعاده', 'سفير', 'السفير', 'وكيل'] },
  { form: 'دولته', roles: ['دوله', 'رءيس'] },
  { form: 'الاخير', roles: [] },
  { form: 'الاخيره', roles: [] },
]

/** «الضيف التركي», «للمسؤول الأميركي»: nouns that tell, with a nisba, of somebody named before; folded, with glued particles. */
export const DESCRIBED = /^[وفب]?(?:ال|لل)(?:ضيف|مسءول|دبلوماسي)ه?$/

/** Other words for an office, folded: what is said when it was named, and what it is then called. */
export const OFFICE_SYNONYMS: readonly { readonly office: readonly string[]; readonly also: readonly string[] }[] = [
  { office: ['وزير', 'خارجيه'], also: ['رءيس', 'دبلوماسيه'] },
  { office: ['وزيره', 'خارجيه'], also: ['رءيسه', 'دبلوماسيه'] },
  { office: ['ولي', 'عهد'], also: ['ولي', 'امير'] },
  { office: ['رءيس', 'جمهوريه'], also: ['رءيس', 'دوله'] },
  { office: ['امم', 'متحده'], also: ['مبعوث', 'اممي', 'امميه'] },
]
