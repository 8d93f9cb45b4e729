import type { Trigger } from './find-triggers.ts'
import { type Scene, sentenceAround } from './scene.ts'

const DENYING = /^(نف|كذب)/
const DENIED_BEHIND = /(^| )(الا ان|غير ان|لكن|لكنه|لكنها|بيد ان) (\S+ ){0,6}(نفي|نفت|نفاه|نفته|كذب)( |$)/
/** «لقاء قد يجمعه بالوزير، إلا أن الناطق نفى»: what was talked of is denied behind it. Takes the words behind, folded. */
export const isDeniedBehind = (behind: readonly string[]): boolean =>
  behind.some((word) => DENYING.test(word)) && DENIED_BEHIND.test(behind.join(' '))

const CALLING_OFF = /^[وي]?ت?(الغ|لغي|تاجل|ارجء|لن$|لم$)/
const OFF = '(?:الغي|الغيت|تاجل|تاجلت|ارجء|ارجءت)'
const CALLED_OFF = new RegExp(
  `(?:الموعد|اللقاء|الاجتماع|الزياره|المحادثات) (?:${OFF}|لم (?:يتم|تتم|يعقد|تعقد|ينعقد|تنعقد|يحصل|تحصل|يحدث))|(?:^| )و(?:الغاه|الغاها) |` +
    `(?:^| )(?:التي|الذي) (?:\\S+ ){0,25}ف?قد ${OFF}(?: |$)|` +
    `(?:^| )(?:لكنه|لكنها|غير انه|غير انها|الا انه|الا انها|قبل ان) (?:\\S+ ){0,2}[ايت]لغ(?:ي|ت) (?:اللقاء|الاجتماع|الزياره|المحادثات|القمه|الموعد|زيارته|زيارتها|الرحله|رحلته)(?: |$)|` +
    `(?:المقرر|المقرره|مقررا|مقرره|المفترض|المرتقب|المرتقبه) (?:\\S+ ){0,12}(?:${OFF}|لن (?:يعقد|تعقد|يتم|تتم))(?: |$)`,
)
/** «لكن الموعد ألغي», «الجلسة التي كانت ستجمعهما قد ألغيت», «وألغاه الإليزيه», «لكنه ألغى اللقاء», «المقرر غدا تأجل»: what was to be is called off behind it. Takes the words behind, folded. */
export const isCalledOff = (behind: readonly string[]): boolean =>
  behind.some((word) => CALLING_OFF.test(word)) && CALLED_OFF.test(behind.join(' '))

/** «تراجع الرئيس عن لقاء X», «عدل عن زيارة»: who thinks better of what he planned. */
export const isWithdrawn = (scene: Scene, { word }: Trigger): boolean =>
  scene.words[word - 1]?.form === 'عن' &&
  sentenceAround(scene, word).some(
    ({ index, form }) => index < word && index >= word - MAX_BACK && /^[وف]?[يت]?(تراجع|عدل|احجم|امتنع)ت?$/.test(form),
  )
const MAX_BACK = 14
