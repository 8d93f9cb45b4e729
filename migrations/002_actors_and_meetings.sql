-- Made by resolution from local actors and reports; what is listed and filtered stands in columns, the whole in `data`.
CREATE TABLE actors (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  country TEXT,
  state TEXT NOT NULL,
  articles INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX actors_by_articles ON actors (articles, id);

CREATE TABLE meetings (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  disputed INTEGER NOT NULL,
  place TEXT,
  country TEXT,
  first_day TEXT,
  last_day TEXT,
  date_from TEXT,
  reported TEXT,
  independent_sources INTEGER NOT NULL,
  confidence REAL NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_by_date ON meetings (coalesce(date_from, ''), id);
CREATE INDEX meetings_by_reported ON meetings (coalesce(reported, ''), id);

CREATE TABLE meeting_participants (
  meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  actor TEXT NOT NULL,
  PRIMARY KEY (meeting, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_participants_by_actor ON meeting_participants (actor, meeting);

-- Every anchor ever resolved and the id it was given first: ids outlive re-extraction, merges and splits.
CREATE TABLE ledger (
  number INTEGER PRIMARY KEY,
  anchor TEXT NOT NULL UNIQUE,
  id TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_by_id ON ledger (id);
