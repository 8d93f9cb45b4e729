import { convert } from 'html-to-text'

/** The text of a page or of a part of one: paragraphs apart, scripts, styles, images and the addresses of links left out. */
export const htmlToText = (html: string): string =>
  convert(html, {
    wordwrap: false,
    decodeEntities: true,
    limits: { maxInputLength: undefined, maxDepth: 200 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'nav', format: 'skip' },
      { selector: 'button', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
      { selector: 'h4', options: { uppercase: false } },
      { selector: 'table', format: 'block' },
    ],
  }).trim()
