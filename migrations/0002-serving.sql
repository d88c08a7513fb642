-- What the server reads: each record as the JSON it sends, and the rows that have each value of each filter.

CREATE TABLE records (
  row INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (collection, id)
) STRICT;

-- Times of force are rows of their own: those of rules are in the collection `rules times`.
CREATE TABLE sets (
  collection TEXT NOT NULL,
  filter TEXT NOT NULL,
  value TEXT NOT NULL,
  rows BLOB NOT NULL,
  PRIMARY KEY (collection, filter, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE days (
  collection TEXT NOT NULL,
  span TEXT NOT NULL,
  earliest BLOB NOT NULL,
  latest BLOB NOT NULL,
  PRIMARY KEY (collection, span)
) STRICT;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  title, names, body,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '3'
);
