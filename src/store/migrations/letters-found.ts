/** Finding one letter by whatever it is called, its corrections, and which pasted links were shown where. */
export const lettersFound = `
  -- What each letter is called, of the version that holds: a narrow table, for a letter itself is long to read.
  CREATE TABLE letter_names (
    letter_key         INTEGER PRIMARY KEY REFERENCES letters (key),
    version            INTEGER NOT NULL,
    title              TEXT NOT NULL,
    date               TEXT,            -- ISO day
    dossier            TEXT,
    document_number    TEXT,
    case_number        TEXT,
    ministry_reference TEXT             -- in capitals and without spaces, as people copy it in every way
  ) STRICT;
  INSERT INTO letter_names
    SELECT key, version, letter ->> 'title', date, letter ->> 'dossier', letter ->> 'documentNumber',
      letter ->> 'caseNumber', upper(replace(letter ->> 'ministryReference', ' ', ''))
    FROM letters JOIN versions USING (version) WHERE letter_key = key;
  CREATE INDEX letter_names_by_date ON letter_names (date);
  CREATE INDEX letter_names_by_dossier ON letter_names (dossier);
  CREATE INDEX letter_names_by_document ON letter_names (document_number);
  CREATE INDEX letter_names_by_case ON letter_names (case_number);
  CREATE INDEX letter_names_by_reference ON letter_names (ministry_reference);
  CREATE INDEX publication_ids_by_letter ON publication_ids (letter_key);

  -- Which letter says that it corrects or takes the place of which publication. Letters that came in before this table
  -- are only told by their ids (kst-…-h1, kst-…-n1); their words are read when they come in again.
  CREATE TABLE corrections (
    corrected  TEXT NOT NULL,           -- a publication id
    letter_key INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    how        TEXT NOT NULL,           -- replaces or corrects
    PRIMARY KEY (corrected, letter_key, version),
    FOREIGN KEY (letter_key, version) REFERENCES versions (letter_key, version)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO corrections (corrected, letter_key, version, how)
    SELECT substr(id, 1, length(id) - 3), versions.letter_key, versions.version, 'replaces'
    FROM publication_ids JOIN versions ON versions.letter_key = publication_ids.letter_key
    WHERE id GLOB '*-[hn][0-9]';

  -- Pasted links that were shown in a channel, so that the same one is not shown again at once. Kept for half an hour.
  CREATE TABLE unfurls (
    channel    TEXT NOT NULL,
    letter_key INTEGER NOT NULL,
    expires_at TEXT NOT NULL,           -- instant in UTC, ISO 8601
    PRIMARY KEY (channel, letter_key)
  ) STRICT, WITHOUT ROWID;
`;
