-- Keys of the API: only the hash of the secret is kept. `scopes` is a JSON array.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;

-- Articles that were deleted: their ids answer 410 until the same article is handed in again.
CREATE TABLE tombstones (
  id TEXT PRIMARY KEY,
  deleted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was handed in where that is not the body itself: HTML.
CREATE TABLE raw_bodies (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  body TEXT NOT NULL
) STRICT;

-- Hashes of an article's bands of shingles (src/analysis/shingles.ts): near duplicates share one.
CREATE TABLE article_bands (
  band INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_bands_by_article ON article_bands (article);

-- Answers to requests with an Idempotency-Key, by key of the API and of the request.
CREATE TABLE answers (
  key TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_age ON answers (created_at);

-- Secrets of the store itself: what cursors are signed with.
CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO secrets (name, value) VALUES ('cursor', lower(hex(randomblob(32))));

-- Made by resolution, as actors and meetings are.
CREATE TABLE sources (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  articles INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX sources_by_articles ON sources (articles, id);
CREATE TABLE places (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  country TEXT,
  meetings INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX places_by_meetings ON places (meetings, id);

-- `generation` grows with every change: answers of lists are the same while it is.
INSERT INTO state (name, value) VALUES ('generation', 1);

-- How the country of a local actor is known: `said` of him, or from the `context`; what was stored before was said.
ALTER TABLE local_actors ADD COLUMN country_basis TEXT;
UPDATE local_actors SET country_basis = 'said' WHERE country IS NOT NULL;
