import type { Span } from '../../domain/span.ts'
import type { Phrase } from '../phrase.ts'
import type { TaggedSpan } from '../tagger/tag-words.ts'
import type { Word } from '../word.ts'
import { countryName, countryNamed, countryOfCapital } from './country-of.ts'
import { linkOf } from './link-of.ts'

/** «موسكو تتوقع», «أن روسيا تأمل», «تشارك فيه روسيا»: a country or its capital that does something. */
export function* findGovernments(words: readonly Word[], spans: readonly TaggedSpan[]): Generator<Phrase> {
  for (const span of spans) {
    if (span.label !== 'loc' || span.prefix !== '') continue
    const name = words
      .slice(span.first, span.last + 1)
      .map(({ text }) => text)
      .join(' ')
    const iso = countryNamed(name) ?? countryOfCapital(name)
    const [before, next] = [words[span.first - 1], words[span.last + 1]]
    const sentence = words[span.first]!.sentence
    const acts = next?.sentence === sentence && /^ {0,2}$/.test(next.gap) && isFeminineVerb(next.form)
    const acted =
      before?.sentence === sentence &&
      (isFeminineVerb(before.form) || (/^في(ه|ها)$/.test(before.form) && isFeminineVerb(words[span.first - 2]?.form ?? '')))
    if (!iso || !(acts || acted)) continue
    const at: Span = { start: span.start, end: span.end }
    yield {
      kind: 'government',
      first: span.first,
      last: span.last,
      ...at,
      ...linkOf(words, span.first, ''),
      name: at,
      titles: [],
      rule: 'government.acting',
      probability: 1,
      canonical: countryName(iso),
    }
  }
}

const NO_VERB = new Set([
  'تحت',
  'تجاه',
  'تلك',
  'تقريبا',
  'تماما',
  'تمام',
  'تونس',
  'تركيا',
  'تشاد',
  'تونسي',
  'تركي',
  'توقيع',
  'تعاون',
  'تصعيد',
  'تنسيق',
  'تطوير',
  'تعزيز',
  'تنظيم',
])
/** «تتوقع», «ستشارك», «وتحاول»: a third person feminine, as far as its letters tell. */
const isFeminineVerb = (form: string): boolean =>
  /^[وف]?س?ت\p{L}{3,}$/u.test(form) && !/(ه|ات|ين|يا|ير|يم|يق|يل|يد)$/.test(form) && !NO_VERB.has(form.replace(/^[وف]/, ''))
