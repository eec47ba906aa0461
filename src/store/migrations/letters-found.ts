/** Finding one letter by whatever it is called, its corrections, and which pasted links were shown where. */
export const lettersFound = `
  -- Read from the letter itself; the indexes hold the values, so that finding never reads a whole letter.
  ALTER TABLE versions ADD COLUMN title TEXT GENERATED ALWAYS AS (letter ->> 'title') VIRTUAL;
  ALTER TABLE versions ADD COLUMN dossier TEXT GENERATED ALWAYS AS (letter ->> 'dossier') VIRTUAL;
  ALTER TABLE versions ADD COLUMN document_number TEXT GENERATED ALWAYS AS (letter ->> 'documentNumber') VIRTUAL;
  ALTER TABLE versions ADD COLUMN case_number TEXT GENERATED ALWAYS AS (letter ->> 'caseNumber') VIRTUAL;
  -- In capitals and without spaces, as people copy it in every way.
  ALTER TABLE versions ADD COLUMN ministry_reference TEXT
    GENERATED ALWAYS AS (upper(replace(letter ->> 'ministryReference', ' ', ''))) VIRTUAL;
  CREATE INDEX versions_by_title ON versions (title, date);
  CREATE INDEX versions_by_date ON versions (date);
  CREATE INDEX versions_by_dossier ON versions (dossier, date);
  CREATE INDEX versions_by_document ON versions (document_number) WHERE document_number IS NOT NULL;
  CREATE INDEX versions_by_case ON versions (case_number) WHERE case_number IS NOT NULL;
  CREATE INDEX versions_by_reference ON versions (ministry_reference) WHERE ministry_reference IS NOT NULL;
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
