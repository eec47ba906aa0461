/** Letters, their versions and passages, the batches they came in, and what could not be read. */
export const letterTables = `
  CREATE TABLE batches (
    id         INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,
    arrived_at TEXT NOT NULL            -- instant in UTC, ISO 8601
  ) STRICT;

  CREATE TABLE letters (
    key     INTEGER PRIMARY KEY,
    version INTEGER NOT NULL            -- the version that holds now
  ) STRICT;

  CREATE TABLE publication_ids (
    id         TEXT PRIMARY KEY,
    letter_key INTEGER NOT NULL REFERENCES letters (key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE versions (
    letter_key   INTEGER NOT NULL REFERENCES letters (key),
    version      INTEGER NOT NULL,      -- counted from 1
    batch        INTEGER NOT NULL REFERENCES batches (id),
    file         TEXT NOT NULL,         -- name of the file it was read from
    form         TEXT NOT NULL,         -- xml, html, odt, docx, pdf or text
    content_hash TEXT NOT NULL,         -- SHA-256 in hex of what was read
    date         TEXT,                  -- ISO day
    letter       TEXT NOT NULL,         -- the Letter without its passages, as JSON
    PRIMARY KEY (letter_key, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE passages (
    letter_key INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    ordinal    INTEGER NOT NULL,        -- counted from 1
    passage    TEXT NOT NULL,           -- the Passage as JSON
    PRIMARY KEY (letter_key, version, ordinal),
    FOREIGN KEY (letter_key, version) REFERENCES versions (letter_key, version)
  ) STRICT, WITHOUT ROWID;

  -- Files that cannot be read, with the reason; they wait here for a person.
  CREATE TABLE quarantine (
    file         TEXT NOT NULL,
    content_hash TEXT NOT NULL,         -- SHA-256 in hex
    batch        INTEGER NOT NULL REFERENCES batches (id),
    code         TEXT NOT NULL,
    reason       TEXT NOT NULL,
    bytes        BLOB,                  -- null when the file was too large to take in
    PRIMARY KEY (file, content_hash)
  ) STRICT;
`;
