-- The days of a report are now those around its publication where it has no date (windowOf in src/domain/resolution.ts): all are written anew.
INSERT OR IGNORE INTO dirty (kind, key) SELECT DISTINCT 'reports', a.id FROM reports r JOIN articles a ON a.rowid = r.article;
