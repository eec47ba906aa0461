/**
 * The step that gives the database its sources: where each has got to, which document of theirs is which letter, and
 * the ledger that says of which batches the letters can be searched. A later step takes the view away again.
 *
 * - A withdrawn letter and one that turned out to be another keep their versions: what was quoted stays resolvable.
 */
export const sourceTables = `
  ALTER TABLE letters ADD COLUMN withdrawn_at TEXT;       -- instant; null while the letter holds
  ALTER TABLE letters ADD COLUMN merged_into INTEGER REFERENCES letters (key);

  ALTER TABLE versions ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0; -- 1: read before the official publication
  ALTER TABLE versions ADD COLUMN file_hash TEXT;         -- SHA-256 in hex of the file alone
  CREATE INDEX versions_by_file ON versions (file_hash);
  CREATE INDEX versions_by_batch ON versions (batch);

  ALTER TABLE batches ADD COLUMN indexed_at TEXT;         -- instant; null while not every letter can be searched
  UPDATE batches SET indexed_at = arrived_at;
  CREATE INDEX batches_not_indexed ON batches (id) WHERE indexed_at IS NULL;
  CREATE VIEW searchable_batches AS
    SELECT id, source, arrived_at FROM batches
    WHERE id < coalesce((SELECT min(id) FROM batches WHERE indexed_at IS NULL), 9223372036854775807);

  -- What a batch changes in the index: letters that are new, better read, withdrawn, back again or merged.
  CREATE TABLE batch_changes (
    batch      INTEGER NOT NULL REFERENCES batches (id),
    letter_key INTEGER NOT NULL REFERENCES letters (key),
    change     TEXT NOT NULL,           -- new, updated, withdrawn, restored or merged
    PRIMARY KEY (batch, letter_key)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO batch_changes (batch, letter_key, change)
    SELECT batch, letter_key, CASE min(version) WHEN 1 THEN 'new' ELSE 'updated' END
    FROM versions GROUP BY batch, letter_key;

  CREATE TABLE sources (
    source        TEXT PRIMARY KEY,
    cursor        TEXT,                 -- the source's own; moved together with the batch it stands behind
    synced_at     TEXT,                 -- instant at which a run last ended well
    failing_since TEXT,                 -- instant of the first failure after that
    fault         TEXT,                 -- code of the last failure
    reason        TEXT,                 -- and its sentence for the log
    not_before    TEXT,                 -- instant before which the source does not want to be asked
    told_at       TEXT                  -- instant at which the maintainers were told of the failure
  ) STRICT, WITHOUT ROWID;

  -- Each document of a source that became a letter.
  CREATE TABLE origins (
    source        TEXT NOT NULL,
    external_id   TEXT NOT NULL,        -- as the source calls it
    letter_key    INTEGER NOT NULL REFERENCES letters (key),
    stamp         TEXT,                 -- the state in which the source listed it when it was read
    url           TEXT,                 -- what was read, with what its server said of it
    etag          TEXT,
    last_modified TEXT,
    withdrawn_at  TEXT,
    PRIMARY KEY (source, external_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX origins_by_letter ON origins (letter_key);

  -- Documents that could not be fetched or read, to be tried again.
  CREATE TABLE retries (
    source      TEXT NOT NULL,
    external_id TEXT NOT NULL,
    document    TEXT NOT NULL,          -- as listed, JSON
    attempts    INTEGER NOT NULL,
    due_at      TEXT,                   -- instant; null when given up until the source lists it anew
    PRIMARY KEY (source, external_id)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE quarantine ADD COLUMN origin TEXT;          -- source and its id, where a source sent it
`;
