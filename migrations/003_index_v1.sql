-- The index of analyzer version 1: pre-analysed terms, contentless, rows addressed by the rowid of what they index.
-- detail=full (the default) is what bm25() needs; the ascii tokenizer leaves Arabic letters whole.
CREATE VIRTUAL TABLE article_index_v1 USING fts5(title, body, words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE actor_index_v1 USING fts5(names, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE meeting_index_v1 USING fts5(evidence, content='', contentless_delete=1, tokenize='ascii');

-- Stems of the index with their transliteration keys: spellings of one name are found by key.
CREATE TABLE stems_v1 (
  stem TEXT PRIMARY KEY,
  key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stems_v1_by_key ON stems_v1 (key);
