import { ANALYZER_VERSION } from '../../analysis/analyzer.ts'
import type { Connection } from './connect.ts'

/** The tables of one index; a program reads and writes only those of its own analyzer. */
export const INDEX = {
  articles: `article_index_v${ANALYZER_VERSION}`,
  rows: `article_rows_v${ANALYZER_VERSION}`,
  words: `words_v${ANALYZER_VERSION}`,
  counts: `word_counts_v${ANALYZER_VERSION}`,
  wordIndex: `word_index_v${ANALYZER_VERSION}`,
  actors: `actor_index_v${ANALYZER_VERSION}`,
  actorWords: `actor_words_v${ANALYZER_VERSION}`,
  suggestions: `suggestions_v${ANALYZER_VERSION}`,
  meetings: `meeting_index_v${ANALYZER_VERSION}`,
} as const

/**
 * Makes the index of this analyzer where it is not there. Contentless tables over pre-analysed terms, addressed by the rowid of what they index;
 * detail=full is what bm25() and phrases need, the ascii tokenizer leaves Arabic letters whole.
 */
export function createIndex(db: Connection): void {
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS ${INDEX.articles} USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii');
    CREATE VIRTUAL TABLE IF NOT EXISTS ${INDEX.actors} USING fts5(names, content='', contentless_delete=1, tokenize='ascii');
    CREATE VIRTUAL TABLE IF NOT EXISTS ${INDEX.meetings} USING fts5(evidence, content='', contentless_delete=1, tokenize='ascii');
    -- Forward rows: the words of an article in their order, as ids (forward-row.ts). What ranking, as-spelled words and the drift check read.
    CREATE TABLE IF NOT EXISTS ${INDEX.rows} (
      rowid INTEGER PRIMARY KEY,
      revision INTEGER NOT NULL,
      words BLOB NOT NULL
    ) STRICT;
    -- Every word ever indexed, as it reads; ids are never reused, and frequent words, met first, have small ones.
    CREATE TABLE IF NOT EXISTS ${INDEX.words} (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    ) STRICT;
    -- How many articles hold a word; apart from the words, since these few bytes are written with every article.
    CREATE TABLE IF NOT EXISTS ${INDEX.counts} (
      word INTEGER PRIMARY KEY,
      articles INTEGER NOT NULL
    ) STRICT;
    -- Word ids by form (marked ¬ before it), stem (§), transliteration key (¶) and character 4-gram.
    CREATE VIRTUAL TABLE IF NOT EXISTS ${INDEX.wordIndex} USING fts5(terms, content='', detail=none, columnsize=0, tokenize='ascii');
    -- Words of actors' names by stem and by consonant key.
    CREATE TABLE IF NOT EXISTS ${INDEX.actorWords} (
      form TEXT NOT NULL,
      stem TEXT NOT NULL,
      latin TEXT NOT NULL,
      actor INTEGER NOT NULL,
      PRIMARY KEY (form, actor)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ${INDEX.actorWords}_by_stem ON ${INDEX.actorWords} (stem);
    -- Names of known actors and of places by how they begin, from each of their words on.
    CREATE TABLE IF NOT EXISTS ${INDEX.suggestions} (
      key TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      articles INTEGER NOT NULL,
      PRIMARY KEY (key, kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ${INDEX.suggestions}_by_id ON ${INDEX.suggestions} (kind, id);
    CREATE INDEX IF NOT EXISTS ${INDEX.actorWords}_by_actor ON ${INDEX.actorWords} (actor);
    CREATE INDEX IF NOT EXISTS ${INDEX.actorWords}_by_latin ON ${INDEX.actorWords} (latin);
  `)
}

/** Drops every index table of another analyzer, whatever its version. Call within a transaction. */
export function dropOtherIndexes(db: Connection, names: readonly string[]): void {
  const own = new Set<string>(Object.values(INDEX))
  const isIndex = /^(article_index|article_rows|words|word_counts|word_index|stems|actor_index|actor_words|suggestions|meeting_index)_v\d+$/
  for (const name of names) if (isIndex.test(name) && !own.has(name)) db.exec(`DROP TABLE ${name}`)
}
