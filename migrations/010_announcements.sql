-- What is announced without a date is looked for in more days (windowOf in src/domain/resolution.ts), and Arabic names that only vowels tell apart are two (src/lexicon/arabic-names.ts).
INSERT OR IGNORE INTO dirty (kind, key) SELECT DISTINCT 'reports', a.id FROM reports r JOIN articles a ON a.rowid = r.article;
INSERT OR IGNORE INTO dirty (kind, key)
  SELECT DISTINCT CASE WHEN block LIKE 'one %' THEN 'one' ELSE 'block' END, block FROM local_actors WHERE block <> '';
