CREATE TABLE articles (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT,
  external_id TEXT,
  url TEXT,
  title TEXT NOT NULL,
  title_basis TEXT NOT NULL,
  body TEXT NOT NULL,
  published TEXT,
  published_precision TEXT,
  published_basis TEXT,
  published_note TEXT,
  ingested_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  revision INTEGER NOT NULL,
  lang TEXT NOT NULL,
  dir TEXT NOT NULL,
  boilerplate TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_published ON articles (coalesce(published, ''), id);
CREATE INDEX articles_by_source ON articles (source, id);

-- What extraction found in one article. `actor` and `meeting` are set by resolution.
CREATE TABLE local_actors (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL,
  anchor TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  roles TEXT NOT NULL,
  names TEXT NOT NULL,
  actor TEXT,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX local_actors_by_actor ON local_actors (actor, article);

CREATE TABLE mentions (
  article INTEGER NOT NULL,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  rule TEXT NOT NULL,
  FOREIGN KEY (article, number) REFERENCES local_actors ON DELETE CASCADE
) STRICT;
CREATE INDEX mentions_by_actor ON mentions (article, number);

CREATE TABLE reports (
  anchor TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  place TEXT,
  report TEXT NOT NULL,
  contexts TEXT NOT NULL,
  meeting TEXT
) STRICT;
CREATE INDEX reports_by_article ON reports (article);
CREATE INDEX reports_by_meeting ON reports (meeting, article);
CREATE INDEX reports_by_place ON reports (place, article);
