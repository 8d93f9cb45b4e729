-- A report whose date nothing resolves is looked for on any day (windowOf in src/domain/resolution.ts), and more given names are one with their forms in other languages
-- (src/lexicon/given-names.ts): all days and keys are written anew.
INSERT OR IGNORE INTO dirty (kind, key) SELECT DISTINCT 'reports', a.id FROM reports r JOIN articles a ON a.rowid = r.article;
INSERT OR IGNORE INTO dirty (kind, key) SELECT 'rekey', id FROM articles;
