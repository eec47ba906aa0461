/** What the conversation in Slack needs, each with an expiry, and which letter refers to which. */
export const conversationTables = `
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
`;
