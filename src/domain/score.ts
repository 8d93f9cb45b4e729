/** What the relevance of an article is made of; the parts add up to the total. */
export const SCORE_PARTS = ['surface', 'stem', 'related', 'grams', 'neighbours', 'window'] as const
export type ScoreParts = Readonly<Record<(typeof SCORE_PARTS)[number], number>>

export type Score = { readonly total: number; readonly parts: ScoreParts }
