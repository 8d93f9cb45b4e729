import { z } from 'zod'
import type { ArticleInput } from '../domain/article.ts'
import { PUBLISHED_BASES } from '../domain/article.ts'
import { AppError } from '../domain/errors.ts'
import { isPartialDate } from '../domain/partial-date.ts'
import { htmlToText } from './html-to-text.ts'

/** Longest body that is taken, in UTF-16 code units: a long read has 50,000. */
export const MAX_BODY_LENGTH = 1_000_000

const wellFormed = (value: string): boolean => value.isWellFormed()
const text = (max: number) =>
  z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((value) => /\S/.test(value), 'is empty')
    .refine((value) => !value.includes('\0'), 'holds a NUL character')
    .refine(wellFormed, 'holds half of a surrogate pair; send well-formed Unicode')

const TIME = /^\d{4}-\d{2}-\d{2}T/
/** A date of publication: a day, a month or a year; a time of day is cut off. */
const PublishedSchema = z
  .string('is no date; write YYYY-MM-DD, YYYY-MM or YYYY; `published_basis` and `published_note` stand beside it')
  .transform((value) => (TIME.test(value) && !Number.isNaN(Date.parse(value)) ? value.slice(0, 10) : value))
  .refine(isPartialDate, 'is no date; write YYYY-MM-DD, YYYY-MM or YYYY')

/** What may be said of an article beside its text. */
export const ArticleMetadataSchema = z.strictObject({
  source: text(200).nullish(),
  external_id: text(500).nullish(),
  url: text(4000)
    .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'is no http or https address')
    .nullish(),
  title: text(2000).nullish(),
  published: PublishedSchema.nullish(),
  published_basis: z.enum(PUBLISHED_BASES).nullish(),
  published_note: text(4000).nullish(),
})

export const CONTENT_TYPES = ['text/plain', 'text/html'] as const

/** One article as JSON. */
export const ArticleInputSchema = ArticleMetadataSchema.extend({
  body: text(MAX_BODY_LENGTH).meta({ description: 'The text, or HTML where `content_type` says so.' }),
  content_type: z
    .enum(CONTENT_TYPES)
    .nullish()
    .meta({ description: 'What `body` is; text/plain when left out. Of HTML the text is taken and the HTML kept.' }),
})

/** An article as it is taken in; of HTML its text. Throws `invalid-body` where there is none. */
export const toArticleInput = (given: z.output<typeof ArticleInputSchema>): ArticleInput => ({
  source: given.source ?? null,
  external_id: given.external_id ?? null,
  url: given.url ?? null,
  title: given.title ?? null,
  ...(given.content_type === 'text/html' ? { body: textOf(given.body), raw: given.body } : { body: given.body, raw: null }),
  published: given.published ?? null,
  published_basis: given.published_basis ?? null,
  published_note: given.published_note ?? null,
})

function textOf(html: string): string {
  const text = htmlToText(html)
  const detail = 'is HTML without any text'
  if (text === '') throw new AppError('invalid-body', `«body»: ${detail}`, [{ pointer: '/body', code: 'empty-html', detail }])
  return text
}
