-- Human judgements, append-only; `kind` and `value` are those of src/domain/decision.ts. A decision is withdrawn, never deleted.
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT,
  author TEXT,
  origin TEXT NOT NULL,
  created_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

-- What a decision is about, by quotes of articles that may not be there yet. `target` is the anchor of the local actor or report that the quote is found in now;
-- `problem` says why it is not found.
CREATE TABLE decision_anchors (
  decision INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
  side INTEGER NOT NULL,
  article TEXT NOT NULL,
  quote TEXT NOT NULL,
  about TEXT NOT NULL,
  is_bound INTEGER NOT NULL DEFAULT 0,
  target TEXT,
  problem TEXT,
  PRIMARY KEY (decision, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_anchors_by_article ON decision_anchors (article, decision);
CREATE INDEX decision_anchors_by_target ON decision_anchors (target) WHERE target IS NOT NULL;

-- Decisions that two things are one or are not, between what they are about now.
CREATE VIEW links AS
  SELECT d.number, d.kind, mine.target AS anchor, other.target AS other, d.kind LIKE '%.different' AS is_apart
  FROM decision_anchors mine JOIN decision_anchors other ON other.decision = mine.decision AND other.side <> mine.side JOIN decisions d ON d.number = mine.decision
  WHERE mine.target IS NOT NULL AND other.target IS NOT NULL AND d.withdrawn_at IS NULL AND d.kind IN ('actor.same', 'actor.different', 'mention.link', 'meeting.same', 'meeting.different');

-- Decisions on what a local actor is called, and the like: JSON of src/domain/decision.ts.
ALTER TABLE local_actors ADD COLUMN rulings TEXT NOT NULL DEFAULT '[]';
-- Whom the gazetteer takes a local actor for: JSON, null where nobody.
ALTER TABLE local_actors ADD COLUMN known TEXT NOT NULL DEFAULT 'null';

-- Pairs of one block that may be one and that nothing vouches for: what is worth judging.
CREATE TABLE merge_candidates (
  block TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  features TEXT NOT NULL,
  PRIMARY KEY (block, a, b)
) STRICT, WITHOUT ROWID;

-- Stores from before: blocks of bodies have other keys, actors and meetings have fields that they lacked; each is told anew.
INSERT OR IGNORE INTO dirty (kind, key) SELECT 'rekey', id FROM articles;
INSERT OR IGNORE INTO dirty (kind, key) SELECT 'group', person FROM local_actors WHERE person IS NOT NULL;
INSERT OR IGNORE INTO dirty (kind, key) SELECT DISTINCT 'reports', a.id FROM reports r JOIN articles a ON a.rowid = r.article;
