import { debateTables } from "./debate-tables.ts";
import { sourceTables } from "./source-tables.ts";

/**
 * The shape of the database, as numbered steps: step n brings `user_version` from n to n + 1. A step that was
 * released never changes; a change of shape is a new step at the end.
 *
 * - A letter has a key of its own; its publication ids are aliases of that key.
 * - A version of a letter never changes; a better reading is a new version, and `letters.version` says which holds.
 * - A batch is one arrival of letters: "new" is told by batch, never by the date on a letter.
 */
export const migrations: readonly string[] = [
  `
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
  `,
  `
  -- What Slack delivered: it may deliver an event, a command or a press of a button twice. Kept for a day.
  CREATE TABLE deliveries (
    id         TEXT PRIMARY KEY,
    expires_at TEXT NOT NULL            -- instant in UTC, ISO 8601
  ) STRICT, WITHOUT ROWID;

  -- What an answer was given to, so that its buttons carry an id only. Without the person; for a day.
  CREATE TABLE result_pages (
    id         TEXT PRIMARY KEY,
    typed      TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Whether an answer helped. Without the person; for half a year.
  CREATE TABLE feedback (
    id         INTEGER PRIMARY KEY,
    typed      TEXT NOT NULL,
    helpful    INTEGER NOT NULL,        -- 1 or 0
    given_on   TEXT NOT NULL,           -- ISO day
    expires_at TEXT NOT NULL
  ) STRICT;

  -- Which publications a letter refers to, to find the letters that refer to one.
  CREATE TABLE citations (
    cited      TEXT NOT NULL,           -- a publication id
    letter_key INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    PRIMARY KEY (cited, letter_key, version),
    FOREIGN KEY (letter_key, version) REFERENCES versions (letter_key, version)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO citations (cited, letter_key, version)
    SELECT DISTINCT reference.value ->> 'id', letter_key, version
    FROM versions, json_each(versions.letter, '$.references') AS reference
    WHERE reference.value ->> 'id' IS NOT NULL;
  `,
  sourceTables,
  debateTables,
];
