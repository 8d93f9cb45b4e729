import { fold } from '../../analysis/fold.ts'
import { memo } from '../../domain/memo.ts'
import { TITLES } from '../../lexicon/titles.ts'

export type TitleForm = {
  readonly head: string
  readonly kind: (typeof TITLES)[number]['kind']
  readonly definite: boolean
  readonly plural: boolean
}

/** Every written form of a title head: «وزير», «الوزيرة», «وزيرا», «وزراء», «الوزراء». */
const FORMS = new Map<string, TitleForm>(
  TITLES.flatMap(({ head, kind, plural, masculine }) => {
    const base = fold(head)
    const row = (form: string, definite: boolean, isPlural: boolean): [string, TitleForm] => [
      form,
      { head: base, kind, definite, plural: isPlural },
    ]
    const feminine = masculine || base.endsWith('ه') ? base : `${base}ه`
    const plurals = [
      plural ? fold(plural) : `${base}ون`,
      plural ? fold(plural) : `${base}ين`,
      `${base}ا`,
      `${base}ي`,
      `${base}ان`,
      `${base}ين`,
    ]
    return [
      ...plurals.flatMap((form) => [row(form, false, true), row(`ال${form}`, true, true)]),
      ...[base, feminine, base.replace(/ي$/, '')].flatMap((form) => [row(form, false, false), row(`ال${form}`, true, false)]),
      ...(kind === 'relation' ? ['ه', 'ها', 'هما', 'هم', 'ته', 'تها'].map((suffix) => row(base + suffix, true, false)) : []),
      ...(kind === 'relation' ? ['يه', 'يها', 'اه'].map((suffix) => row(base + suffix, true, true)) : []),
    ]
  }),
)

/** The title head that a folded word is, with glued particles cut off («بالوزير», «ووزير», «لوزير»); null for any other word. */
export const titleHead = memo(headOf, 50_000)

function headOf(form: string): (TitleForm & { readonly prefix: string }) | null {
  const whole = FORMS.get(form)
  if (whole) return { ...whole, prefix: '' }
  const glued = /^([وف]?لل|[وف][بلك]|[وفبلك])(.+)$/u.exec(form)
  if (!glued) return null
  const [, prefix = '', rest = ''] = glued
  const title = FORMS.get(prefix.endsWith('لل') ? `ال${rest}` : rest)
  return title ? { ...title, prefix } : null
}

/** «سلطان», «الأمير», «العميد»: titles that people are called by too. */
export const isNameToo = (form: string): boolean => /^(ال)?(امير|كاتب|امام|عميد|امين|ملك|سلطان|كبير|حاكم|والي|مفتي)$/.test(form)

/** Whether a role is said in the feminine by its first word: «رئيسة الحكومة», «السيدة»; «سعادة» is none. */
export function isFeminineRole(role: string): boolean {
  const word = role.split(/\s+/)[0]!
  return word === 'السيدة' || (word.endsWith('ة') && titleHead(fold(word))?.kind === 'office')
}
