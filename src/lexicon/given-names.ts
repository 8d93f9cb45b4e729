/**
 * Given names and the forms that they took on in other languages, which Arabic newsrooms write either way: «عبدولاي باتيلي» is «عبد الله باتيلي».
 * Common knowledge, from the names of heads of state and envoys of West Africa, Turkey and Europe as agencies write them.
 */
export const ADAPTED_GIVEN_NAMES: readonly (readonly [arabic: string, ...adapted: string[]])[] = [
  ['عبد الله', 'عبدولاي', 'عبدالاي', 'عبدولاى'],
  ['محمد', 'مامادو', 'ممادو', 'محمدو', 'مهمت', 'محمت'],
  ['أحمد', 'أمادو', 'أحمدو', 'آمادو', 'أحمت'],
  ['إبراهيم', 'إبراهيما', 'إبرايما'],
  ['عثمان', 'أوسمان', 'عثمانو'],
  ['إدريس', 'إدريسا', 'إدريسو'],
  ['عمر', 'عمارو', 'أومارو'],
  ['أبو بكر', 'بوبكر', 'بوبكار', 'أبوبكار'],
  ['هانس', 'هانز'],
  ['جوزيف', 'جوزيب'],
  ['ديفيد', 'دافيد'],
  ['عاموس', 'آموس', 'أموس'],
  ['جاويش', 'تشاووش', 'تشاوش', 'شاويش'],
  ['عبد الرحمن', 'عبد الرحمان', 'عبدورحمان', 'عبدراماني'],
]
