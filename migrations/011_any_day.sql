-- A report whose date nothing resolves is looked for on any day (windowOf in src/domain/resolution.ts): all days are written anew.
INSERT OR IGNORE INTO dirty (kind, key) SELECT DISTINCT 'reports', a.id FROM reports r JOIN articles a ON a.rowid = r.article;
