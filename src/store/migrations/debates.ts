/** The tables of threads and debate preparation; a step of migrations.ts. */
export const debateTables = `
  -- The passages kept for a debate: one collection a thread, and one a channel for what is kept outside threads.
  CREATE TABLE debate_collections (
    id      INTEGER PRIMARY KEY,
    team    TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread  TEXT NOT NULL,              -- time stamp of its first message; empty for the channel itself
    name    TEXT,
    UNIQUE (team, channel, thread)
  ) STRICT;

  CREATE TABLE kept_passages (
    id         INTEGER PRIMARY KEY,
    collection INTEGER NOT NULL REFERENCES debate_collections (id),
    passage    TEXT NOT NULL,           -- the passage's id
    copy       TEXT NOT NULL,           -- the PassageCopy as JSON: it outlives the letter
    kept_by    TEXT NOT NULL,           -- Slack's id of a person
    kept_at    TEXT NOT NULL,           -- instant in UTC, ISO 8601
    note       TEXT,
    place      INTEGER NOT NULL,        -- passages are shown in this order
    removed_at TEXT,                    -- instant; until it is too late, removal can be undone
    UNIQUE (collection, passage)
  ) STRICT;

  -- What a thread is about, so that a follow-up can be understood. Without a person; for fourteen days.
  CREATE TABLE thread_subjects (
    team       TEXT NOT NULL,
    channel    TEXT NOT NULL,
    thread     TEXT NOT NULL,           -- empty for a conversation outside threads
    query      TEXT NOT NULL,
    expires_at TEXT NOT NULL,           -- instant in UTC, ISO 8601
    PRIMARY KEY (team, channel, thread)
  ) STRICT, WITHOUT ROWID;
`;
