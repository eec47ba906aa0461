/**
 * What each letter was read from and by which code, so that a better reader reads it again; a step of migrations.ts.
 * Letters from before have no row: what they were read from was not kept.
 */
export const readings = `
  CREATE TABLE readings (
    letter_key INTEGER PRIMARY KEY REFERENCES letters (key),
    version    INTEGER NOT NULL,        -- the version that was read from it; no other counts
    text       BLOB NOT NULL,           -- the SourceText, as JSON, deflated
    opener     TEXT NOT NULL,           -- fingerprint of the code that made the text of the file
    reader     TEXT NOT NULL            -- fingerprint of the code that made the letter of the text
  ) STRICT;
  CREATE INDEX readings_by_reader ON readings (reader);
`;
