/** Values for the documentation that answer on the seeds; test/http/openapi.test.ts runs every one of them. */
export const EXAMPLES = {
  article: 'art_c746ae2f4e2e',
  meeting: 'mtg_650ff985db5c',
  actor: 'act_7f3528c5c354',
  otherActor: 'act_05366c7b3348',
  query: 'لافروف حفتر',
  word: 'حَفْتَر',
  beginning: 'حف',
  name: 'خليفة حفتر',
  place: 'موسكو',
  sentence: 'التقى وزير الخارجية الروسي سيرغي لافروف، أمس، في موسكو القائد العام للجيش الليبي خليفة حفتر.',
} as const
