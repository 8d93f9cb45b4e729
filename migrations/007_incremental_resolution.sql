-- What resolution compares local actors by (src/resolution/actor-keys.ts), who else their article names, and with whom they are one: the least anchor of the group.
ALTER TABLE local_actors ADD COLUMN block TEXT NOT NULL DEFAULT '';
ALTER TABLE local_actors ADD COLUMN surname TEXT;
ALTER TABLE local_actors ADD COLUMN company TEXT NOT NULL DEFAULT '[]';
ALTER TABLE local_actors ADD COLUMN person TEXT;
CREATE INDEX local_actors_by_block ON local_actors (block);
CREATE INDEX local_actors_by_surname ON local_actors (surname) WHERE surname IS NOT NULL;
CREATE INDEX local_actors_by_person ON local_actors (person);

-- Who takes part in a report, across articles, and when it was: where reports of one encounter are looked for.
CREATE TABLE report_actors (
  actor TEXT NOT NULL,
  report TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  PRIMARY KEY (actor, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_actors_by_report ON report_actors (report);
CREATE INDEX report_actors_by_day ON report_actors (actor, first_day, last_day, report);

-- What changes have touched and resolution has not looked at yet, marked in the unit of work that makes the change. `kind` says what `key` is.
CREATE TABLE dirty (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

ALTER TABLE meetings ADD COLUMN place_id TEXT;
CREATE INDEX meetings_by_place_id ON meetings (place_id);

-- Stores from before: every article is looked at again, and so is every outlet.
INSERT INTO dirty (kind, key) SELECT 'rekey', id FROM articles;
INSERT INTO dirty (kind, key) SELECT DISTINCT 'reports', a.id FROM reports r JOIN articles a ON a.rowid = r.article;
INSERT INTO dirty (kind, key) SELECT DISTINCT 'source', source FROM articles WHERE source IS NOT NULL;
DELETE FROM state WHERE name = 'stale';
