import type { Database } from "better-sqlite3";
import type { LetterKey } from "../letters/stored-letter.ts";

/** Questions that are going to be followed. */
export interface OpenQuestion {
  question: LetterKey;
  /** Whether those who follow know that the answer is delayed. */
  delayTold: boolean;
}

/** A set of questions that a subscription waits for the answer of. */
export interface Followed {
  subscription: number;
  question: LetterKey;
}

/** What a subscription is told of questions that it follows. */
export interface Told extends Followed {
  news: "answer" | "delay";
}

/** Questions whose answer a subscription has not been told of. */
export interface AwaitedQuestion {
  subscription: number;
  /** As they were when they were followed. */
  followed: LetterKey;
  /** The letter that they are now: another one when the two turned out to be one. */
  question: LetterKey;
  delayTold: boolean;
}

/** Which questions each subscription waits for the answer of. What was told of them is written by the outbox. */
export class FollowedQuestions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  follow(subscription: number, questions: readonly OpenQuestion[]): void {
    const insert = this.#database.prepare(
      "INSERT OR IGNORE INTO followed_questions (subscription, letter_key, delay_told) VALUES (?, ?, ?)",
    );
    for (const { question, delayTold } of questions) insert.run(subscription, Number(question), Number(delayTold));
  }

  /** Follows these instead of what was followed and not told of yet. */
  followInstead(subscription: number, questions: readonly OpenQuestion[]): void {
    const replace = this.#database.transaction(() => {
      this.#database
        .prepare("DELETE FROM followed_questions WHERE subscription = ? AND answer_message IS NULL")
        .run(subscription);
      this.follow(subscription, questions);
    });
    replace.immediate();
  }

  /**
   * What these subscriptions wait for, without questions of a case whose answer they were told of already.
   *
   * @param added what they are going to wait for besides
   */
  awaited(subscriptions: readonly number[], added: readonly Followed[]): AwaitedQuestion[] {
    return this.#database
      .prepare<[string, string], { subscription: number; followed: number; question: number; delay_told: number }>(
        `WITH RECURSIVE now (subscription, followed, key, delay_told) AS (
           SELECT subscription, letter_key, letter_key, delay_told FROM followed_questions
           WHERE subscription IN (SELECT value FROM json_each(?)) AND answer_message IS NULL
           UNION ALL
           SELECT new.value ->> 'subscription', CAST(new.value ->> 'question' AS INTEGER),
             CAST(new.value ->> 'question' AS INTEGER), 0
           FROM json_each(?) AS new WHERE NOT EXISTS (
             SELECT 1 FROM followed_questions AS old WHERE old.subscription = new.value ->> 'subscription'
               AND old.letter_key = CAST(new.value ->> 'question' AS INTEGER))
           UNION ALL
           SELECT subscription, followed, merged_into, delay_told FROM now JOIN letters USING (key)
           WHERE merged_into IS NOT NULL
         )
         SELECT subscription, followed, key AS question, delay_told FROM now JOIN letters USING (key)
         LEFT JOIN question_papers AS own ON own.letter_key = key
         WHERE merged_into IS NULL AND NOT EXISTS (
           -- The papers of a case are few: they come first, whatever the planner thinks.
           SELECT 1 FROM question_papers AS paper CROSS JOIN followed_questions AS told
           WHERE paper.case_number = own.case_number AND told.letter_key = paper.letter_key
             AND told.subscription = now.subscription AND answer_message IS NOT NULL
         )
         ORDER BY subscription, followed`,
      )
      .all(JSON.stringify(subscriptions), JSON.stringify(added))
      .map(({ subscription, followed, question, delay_told }) => ({
        subscription,
        followed: String(followed) as LetterKey,
        question: String(question) as LetterKey,
        delayTold: delay_told === 1,
      }));
  }

  /**
   * Notes that a message tells of a question; to be called in the transaction that writes the message.
   *
   * @returns false when it is not followed any more, or was told of already
   */
  tell({ subscription, question, news }: Told, message: number): boolean {
    const set = news === "answer" ? "answer_message = ?" : "delay_told = 1";
    const isNews = news === "answer" ? "answer_message IS NULL" : "answer_message IS NULL AND delay_told = 0";
    const given = news === "answer" ? [message] : [];
    const { changes } = this.#database
      .prepare(`UPDATE followed_questions SET ${set} WHERE subscription = ? AND letter_key = ? AND ${isNews}`)
      .run(...given, subscription, Number(question));
    return changes > 0;
  }

  /** Forgets subscriptions to one set of questions once the message that tells of the answer has met its fate. */
  removeAnswered(): void {
    this.#database
      .prepare(
        `DELETE FROM subscriptions WHERE question IS NOT NULL AND EXISTS (
           SELECT 1 FROM followed_questions WHERE subscription = subscriptions.id AND answer_message IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE (outbox.id = answer_message OR parent = answer_message)
               AND state IN ('waiting', 'sending', 'held')))`,
      )
      .run();
  }
}
