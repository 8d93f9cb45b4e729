/** Who may import whom. A layer names all that it may see of the project; what it does not name it may not. */
const LAYERS = {
  domain: [],
  lexicon: ['domain'],
  analysis: ['domain', 'lexicon'],
  extraction: ['domain', 'lexicon', 'analysis'],
  correction: ['domain'],
  resolution: ['domain', 'lexicon', 'analysis'],
  search: ['domain', 'lexicon', 'analysis'],
  ingest: ['domain', 'lexicon', 'analysis', 'correction', 'resolution', 'storage/port'],
  review: [
    'domain',
    'correction',
    'ingest/article.ts',
    'ingest/reread.ts',
    'ingest/decode.ts',
    'ingest/read-lines.ts',
    'storage/port',
    'nearest',
  ],
  'storage/sqlite': ['domain', 'lexicon', 'analysis', 'search', 'storage/port'],
  http: [
    'domain',
    'analysis',
    'search',
    'ingest/article-schema.ts',
    'ingest/intake.ts',
    'ingest/facts.ts',
    'review',
    'storage/port',
    'nearest',
  ],
}

const layers = Object.entries(LAYERS).map(([layer, may]) => ({
  name: `layer-${layer}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [`^src/${layer}/`, ...may.map((other) => `^src/${other}`)] },
}))

module.exports = {
  forbidden: [
    ...layers,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'only-sqlite-sees-its-driver', severity: 'error', from: { pathNot: '^src/storage/sqlite/' }, to: { path: 'better-sqlite3' } },
    { name: 'only-http-sees-fastify', severity: 'error', from: { pathNot: '^src/http/' }, to: { path: 'node_modules/(@fastify|fastify)' } },
    {
      name: 'only-cli-opens-stores',
      severity: 'error',
      from: { pathNot: '^src/(cli|storage)/' },
      to: { path: '^src/(storage/open|config)' },
    },
    { name: 'port-sees-no-engine', severity: 'error', from: { path: '^src/storage/port' }, to: { path: '^src/storage/sqlite' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
