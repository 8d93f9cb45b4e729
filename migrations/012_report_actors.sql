-- One key the less: reports are written in their order, so the key that begins with the report is written page by page, and an actor's reports are found by their days.
CREATE TABLE report_actors_by_key (
  report TEXT NOT NULL,
  actor TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  PRIMARY KEY (report, actor)
) STRICT, WITHOUT ROWID;
INSERT INTO report_actors_by_key (report, actor, first_day, last_day) SELECT report, actor, first_day, last_day FROM report_actors;
DROP TABLE report_actors;
ALTER TABLE report_actors_by_key RENAME TO report_actors;
CREATE INDEX report_actors_by_day ON report_actors (actor, first_day, last_day, report);
