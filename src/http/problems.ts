import type { AppError, ErrorCode } from '../domain/errors.ts'

/** What each error is over HTTP: status, a short title, and what to do about it. The slug is the end of the problem's `type`. */
export const PROBLEMS: Readonly<Record<ErrorCode, { readonly status: number; readonly title: string; readonly advice: string }>> = {
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is wrong',
    advice: 'Each entry of `errors` names a parameter, what is wrong with its value, and where it is near the name that was meant.',
  },
  'invalid-body': {
    status: 400,
    title: 'The body is wrong',
    advice: 'Each entry of `errors` points into the JSON body. Send application/json in UTF-8.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor does not belong to this query',
    advice: 'Use `page.next_url` as it is given, or leave `cursor` out to begin again. A cursor is bound to its query.',
  },
  'empty-query': {
    status: 400,
    title: 'The query holds no word',
    advice: 'Give at least one letter or digit; marks and signs alone are no words. Leave `q` out to list everything.',
  },
  'query-too-costly': {
    status: 422,
    title: 'The query would look at too much',
    advice: 'Its words stand in too many texts. Add a rarer word, a filter or a period; the limit is LIQA_SEARCH_LIMIT_MS.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    advice: 'The path or the id is not known. The paths are listed at /docs, ids come from the lists.',
  },
  unauthorized: {
    status: 401,
    title: 'A valid key is needed',
    advice:
      'Make a key with «liqa keys create» and send it as `Authorization: Bearer …`. Keys expire and can be revoked; a key that is not valid is refused even where none is needed.',
  },
  forbidden: { status: 403, title: 'The key does not allow this', advice: 'Make a key with the scope that `detail` names.' },
  gone: {
    status: 410,
    title: 'It was here and is gone',
    advice: 'The article was deleted, or no report of this meeting or actor is left.',
  },
  conflict: {
    status: 409,
    title: 'It is stored with other content',
    advice: 'See `detail`: send `on_conflict=update`, use PUT, or leave out what names another article.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it',
    advice: 'Read it again, and send the `ETag` of what you read as `If-Match`.',
  },
  'idempotency-conflict': {
    status: 422,
    title: 'This Idempotency-Key was used for something else',
    advice: 'A key belongs to one request. Send the same body again, or another key.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    advice: 'Wait as long as `Retry-After` says. The limit is LIQA_RATE_LIMIT, a minute, for each key or address.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This path does not take that method',
    advice: 'The `Allow` header names the methods that it takes.',
  },
  'body-too-large': { status: 413, title: 'The body is too large', advice: 'The limit is named in `detail`; send less at once.' },
  'uri-too-long': { status: 414, title: 'The address is too long', advice: 'Shorten the query.' },
  'unsupported-media-type': {
    status: 415,
    title: 'This media type is not read',
    advice: 'Send the media type that `detail` names; application/json where it names none.',
  },
  'invalid-file': { status: 400, title: 'The file is wrong', advice: 'See `detail`.' },
  'invalid-config': { status: 500, title: 'The configuration is wrong', advice: 'See the log of the server.' },
  'schema-too-new': { status: 503, title: 'The store is newer than the program', advice: 'Run the newer program.' },
  'index-outdated': { status: 503, title: 'The index is of another analyzer', advice: 'Ingest into a new store with this program.' },
  'storage-unavailable': { status: 503, title: 'The store does not answer', advice: 'Try again; see /readyz and the log of the server.' },
  'internal-error': {
    status: 500,
    title: 'Something broke on our side',
    advice: 'Report it with the `instance` of the answer, which is the id of the request in the log.',
  },
}

/** An error as RFC 9457 tells it. `instance` is the id of the request, which the log knows too; what is our own fault is told there only. */
export function problemOf(error: AppError, instance: string) {
  const { status, title, advice } = PROBLEMS[error.code]
  return { type: `/problems/${error.code}`, title, status, detail: status === 500 ? advice : error.message, instance, errors: error.faults }
}

/** A page for people who follow the `type` of a problem. */
export function problemPage(code: ErrorCode): string {
  const { status, title, advice } = PROBLEMS[code]
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${status} ${title}</h1><p><code>/problems/${code}</code></p><p>${advice.replaceAll('<', '&lt;')}</p></html>\n`
}
