-- What the store has to remember of itself. `stale` is 1 while articles were saved that resolution has not seen.
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO state (name, value) VALUES ('stale', 0);
