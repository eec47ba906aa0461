import type { Database } from "better-sqlite3";
import type { LetterKey } from "../search/passage-index.ts";

/** A link that is pasted again within half an hour is part of the same conversation, which has seen it. */
const keptFor = 30 * 60 * 1000;

/** Which letters were lately shown under a pasted link, by channel; without who pasted it. */
export class Unfurls {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Whether a letter may be shown in a channel: not when it was within the last half hour. From now on it was. */
  claim(channel: string, letter: LetterKey, now: Date): boolean {
    const expiry = new Date(now.getTime() + keptFor).toISOString();
    this.#database.prepare("DELETE FROM unfurls WHERE expires_at <= ?").run(now.toISOString());
    const insert = this.#database.prepare(
      "INSERT OR IGNORE INTO unfurls (channel, letter_key, expires_at) VALUES (?, ?, ?)",
    );
    return insert.run(channel, Number(letter), expiry).changes === 1;
  }

  /** Undoes a claim when the letter could not be shown after all. */
  release(channel: string, letter: LetterKey): void {
    this.#database.prepare("DELETE FROM unfurls WHERE channel = ? AND letter_key = ?").run(channel, Number(letter));
  }
}
