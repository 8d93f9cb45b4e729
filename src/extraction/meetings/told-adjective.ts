import type { Trigger } from './find-triggers.ts'
import type { Scene } from './scene.ts'

/** «القمة المرتقبة», «لقاء محتمل»: what the adjective of a noun of encounter says of it; null where it has none. */
export function adjectiveOf({ words }: Scene, { word }: Trigger): 'planned' | 'possible' | null {
  const after = words.slice(word + 1, word + 5).filter(({ sentence }) => sentence === words[word]!.sentence)
  const said = after.filter(({ form }) => /^(ال)?(مرتقب|مقرر|مقبل|قادم|محتمل|مزمع|مقترح|مخطط)(ه|ا)?$/.test(form))
  return said.length === 0 ? null : said.some(({ form }) => /محتمل|مقترح/.test(form)) ? 'possible' : 'planned'
}
