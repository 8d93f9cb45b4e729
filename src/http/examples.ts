/** Values for the documentation that answer on the seeds; test/openapi.test.ts runs every one of them. */
export const EXAMPLES = {
  article: 'art_PLACEHOLDER',
  meeting: 'mtg_PLACEHOLDER',
  actor: 'act_PLACEHOLDER',
  query: 'لافروف حفتر',
  word: 'حَفْتَر',
  name: 'خليفة حفتر',
  place: 'موسكو',
  sentence: 'التقى وزير الخارجية الروسي سيرغي لافروف، أمس، في موسكو القائد العام للجيش الليبي خليفة حفتر.',
} as const
