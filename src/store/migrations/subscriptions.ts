/**
 * The tables of digests (src/digest): who follows what, what was sent of it, and what is on its way.
 *
 * - `digest_letters` is the ledger: a version of a letter goes to a subscription once.
 * - A message is written to `outbox` in the same transaction as the letters that it carries; what became of it is
 *   noted there. `sending` is what was begun and not heard of since: it may have been posted or not.
 */
export const subscriptionTables = `
  CREATE TABLE subscriptions (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,   -- people name it: never used again
    team         TEXT NOT NULL,
    place        TEXT NOT NULL,                       -- id of a channel, or of a person for the own conversation
    maker        TEXT NOT NULL,                       -- id of a person
    subject      TEXT NOT NULL,
    query        TEXT NOT NULL,                       -- as typed, empty for everything
    frequency    TEXT NOT NULL,                       -- the Frequency as JSON
    made_at      TEXT NOT NULL,                       -- instants in UTC, ISO 8601
    paused       TEXT,                                -- the reason
    paused_since TEXT,
    seen_batch   INTEGER NOT NULL,
    last_turn    TEXT                                 -- ISO day
  ) STRICT;
  CREATE INDEX subscriptions_by_place ON subscriptions (team, place);

  CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,   -- in this order to each place
    key          TEXT NOT NULL UNIQUE,                -- travels with the message, to find it by
    team         TEXT NOT NULL,
    place        TEXT NOT NULL,
    purpose      TEXT NOT NULL,                       -- digest or notice
    parent       INTEGER REFERENCES outbox (id),      -- in the thread of that message
    message      TEXT,                                -- the Reply as JSON; null once sent
    state        TEXT NOT NULL,                       -- waiting, sending, sent, held, unsure or failed
    attempted_at TEXT,                                -- the last attempt was begun
    not_before   TEXT,
    conversation TEXT,                                -- where it was posted, and as what
    ts           TEXT,
    trouble      TEXT,                                -- what Slack said last
    written_at   TEXT NOT NULL
  ) STRICT;
  CREATE INDEX outbox_by_place ON outbox (team, place, attempted_at);
  CREATE INDEX outbox_open ON outbox (team, place, id) WHERE state IN ('waiting', 'sending');

  CREATE TABLE digest_letters (
    subscription INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    letter_key   INTEGER NOT NULL REFERENCES letters (key),
    version      INTEGER NOT NULL,
    message      INTEGER NOT NULL REFERENCES outbox (id),   -- the parent of the digest that it is in
    PRIMARY KEY (subscription, letter_key, version)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX digest_letters_by_message ON digest_letters (message);

`;
