import { analyze } from '../analysis/analyzer.ts'
import { bandsOf, shinglesOf } from '../analysis/shingles.ts'
import { correct } from '../correction/correct.ts'
import type { Article, ArticleInput, Published } from '../domain/article.ts'
import type { AnchoredDecision } from '../domain/decision.ts'
import type { Extraction } from '../domain/extraction.ts'
import { isPartialDate, type PartialDate, precisionOf } from '../domain/partial-date.ts'
import { localsOf } from '../resolution/locals-of.ts'
import type { ArticleRecord, IndexTerms } from '../storage/port.ts'
import { findBoilerplate, maskBoilerplate } from './clean.ts'
import { articleId, contentHash } from './identity.ts'
import { maskMarkup } from './markup.ts'

const MAX_TITLE = 120

export type Extract = (body: string, published: PartialDate | null) => Extraction
export type Known = { readonly revision: number; readonly ingested_at: string } | null

/** What was decided of an article so far; `stamp` tells whether anything has been since. */
export type Judgements = { readonly decisions: readonly AnchoredDecision[]; readonly stamp: number }
const NONE: Judgements = { decisions: [], stamp: 0 }

/**
 * ONE ARTICLE, top to bottom: identity → title and day of publication → clean → analyze → extract → decisions → what goes into resolution. Saving it is one
 * unit of work of the store; resolving across articles comes after. `now` is an ISO time. Pure.
 */
export function readArticle(
  input: ArticleInput,
  extract: Extract,
  now: string,
  known: Known,
  { id = articleId(input), judgements = NONE }: { readonly id?: string; readonly judgements?: Judgements | undefined } = {},
): ArticleRecord {
  const boilerplate = findBoilerplate(input.body)
  const text = readableText(input.body, boilerplate)
  const title = input.title ?? firstSentence(text)
  const told = publishedOf(input)
  const extracted = quoted(input.body, extract(text, told?.value ?? null))
  const published = told ?? saidIn(extracted)
  const article: Article = {
    id,
    source: input.source,
    external_id: input.external_id,
    url: input.url,
    title,
    title_basis: input.title === null ? 'first-sentence' : 'given',
    body: input.body,
    published,
    ingested_at: known?.ingested_at ?? now,
    content_hash: contentHash(input),
    revision: (known?.revision ?? 0) + 1,
    lang: isArabic(input.body) ? 'ar' : 'und',
    dir: isArabic(input.body) ? 'rtl' : 'ltr',
    boilerplate,
  }
  const corrected = correct(input.body, extracted, judgements.decisions)
  const { extraction } = corrected
  const locals = localsOf(article, extraction, corrected)
  return {
    article,
    raw: input.raw,
    basedOn: known?.revision ?? 0,
    bands: bandsOf(shinglesOf(text)),
    extraction,
    locals,
    terms: indexTermsOf(article),
    bindings: corrected.bindings(
      (index) => locals.actors[index]!.anchor,
      (index) => locals.reports[index]!.anchor,
    ),
    decisionsStamp: judgements.stamp,
  }
}

/** What is found in a text that is no article: cleaned as one is. */
export const extractFrom = (body: string, published: PartialDate | null, extract: Extract): Extraction =>
  quoted(body, extract(readableText(body, findBoilerplate(body)), published))

/** Evidence in the words of the body, markup and all. */
const quoted = (body: string, extraction: Extraction): Extraction => ({
  ...extraction,
  reports: extraction.reports.map((report) => ({
    ...report,
    evidence: report.evidence.map((quote) => ({ ...quote, exact: body.slice(quote.start, quote.end) })),
  })),
})

/** What of a body is read: neither boilerplate nor markup, every character at its offset. */
const readableText = (body: string, boilerplate: Article['boilerplate']): string => maskMarkup(maskBoilerplate(body, boilerplate))

/** The words of a stored article for the index: boilerplate left out, the title too where it is only the first sentence. */
export const indexTermsOf = ({ title, title_basis, body, boilerplate }: Article): IndexTerms => ({
  title: title_basis === 'given' ? analyze(title) : [],
  body: analyze(readableText(body, boilerplate)),
})

/** When it was published: as given, else as its address says. */
function publishedOf({ published, published_basis, published_note, url }: ArticleInput): Published | null {
  if (published !== null)
    return { value: published, precision: precisionOf(published), basis: published_basis ?? 'given', note: published_note }
  const dated = url === null ? null : dateInUrl(url)
  return dated === null ? null : { value: dated, precision: precisionOf(dated), basis: 'url', note: null }
}

/** When its text says that it was published; the note has the words. */
const saidIn = ({ publication }: Extraction): Published | null =>
  publication ? { value: publication.date, precision: precisionOf(publication.date), basis: 'text', note: publication.quote } : null

/** «…/2018/09/30/…», «…/20180515-…», «…-2018-09-30». */
function dateInUrl(url: string): PartialDate | null {
  const match = /(?<!\d)(20\d\d|19\d\d)([-/]?)(\d\d)\2(\d\d)(?!\d)/.exec(url)
  const date = match ? `${match[1]}-${match[3]}-${match[4]}` : null
  return date !== null && isPartialDate(date) ? date : null
}

/** The first sentence, cut at a word where it is long. */
function firstSentence(text: string): string {
  const line = text
    .trim()
    .split(/\n|(?<=[.!؟?])\s/)[0]!
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .trim()
  if (line.length <= MAX_TITLE) return line
  return `${line.slice(0, line.lastIndexOf(' ', MAX_TITLE) > 0 ? line.lastIndexOf(' ', MAX_TITLE) : MAX_TITLE)}…`
}

function isArabic(body: string): boolean {
  const letters = body.match(/\p{L}/gu)?.length ?? 0
  return letters > 0 && (body.match(/\p{Script=Arabic}/gu)?.length ?? 0) / letters > 0.5
}
