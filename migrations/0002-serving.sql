-- What the server reads: each record as the JSON it sends, and the rows that have each value of each filter.

CREATE TABLE records (
  row INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (collection, id)
) STRICT;

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

-- The times of force of rules and cases: the days of each certainty or a higher one, an open end as the least or greatest number.
CREATE TABLE entries (
  collection TEXT NOT NULL,
  row INTEGER NOT NULL,
  activities TEXT NOT NULL,
  regions TEXT NOT NULL,
  spans TEXT NOT NULL,
  planned INTEGER NOT NULL,
  confirmed TEXT
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
