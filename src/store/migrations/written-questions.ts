/**
 * Following the answers to written questions, and questions whose term is over.
 *
 * - `followed_questions` is the ledger: that a question was answered, and that its answer is delayed, is told to a
 *   subscription once.
 * - `message_for` says for whom a message is, whatever it is about.
 */
export const writtenQuestions = `
  -- Questions and what is sent in reply, of the version that holds, by what ties them together: a narrow table, for a
  -- letter itself is long to read.
  CREATE TABLE question_papers (
    letter_key  INTEGER PRIMARY KEY REFERENCES letters (key),
    kind        TEXT NOT NULL,          -- vragen, antwoord or mededeling
    case_number TEXT,
    submitted   TEXT                    -- ISO day
  ) STRICT;
  INSERT INTO question_papers
    SELECT key, letter ->> 'kind', letter ->> 'caseNumber', letter ->> 'submitted'
    FROM letters JOIN versions USING (version)
    WHERE letter_key = key AND letter ->> 'kind' IN ('vragen', 'antwoord', 'mededeling');
  CREATE INDEX question_papers_by_case ON question_papers (case_number);
  CREATE INDEX question_papers_by_day ON question_papers (submitted);

  ALTER TABLE subscriptions ADD COLUMN subject TEXT NOT NULL DEFAULT 'letters'; -- letters, answers or overdue
  ALTER TABLE subscriptions ADD COLUMN question INTEGER REFERENCES letters (key); -- the one that is followed

  CREATE TABLE followed_questions (
    subscription   INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    letter_key     INTEGER NOT NULL REFERENCES letters (key),
    answer_message INTEGER REFERENCES outbox (id),      -- null until told
    delay_told     INTEGER NOT NULL DEFAULT 0,          -- 1: that the answer is delayed is known
    PRIMARY KEY (subscription, letter_key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE message_for (
    message      INTEGER NOT NULL REFERENCES outbox (id),  -- the first of a thread
    subscription INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    PRIMARY KEY (message, subscription)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX message_for_subscription ON message_for (subscription);
  CREATE INDEX outbox_by_parent ON outbox (parent) WHERE parent IS NOT NULL;
  INSERT INTO message_for SELECT DISTINCT message, subscription FROM digest_letters;
`;
