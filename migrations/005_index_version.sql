-- Which version of the index is in use. The tables of an index are made by the program (src/storage/sqlite/index-tables.ts), since a new version is built
-- beside the old one; version 1 is the one of migration 003.
INSERT INTO state (name, value) VALUES ('index', 1);
