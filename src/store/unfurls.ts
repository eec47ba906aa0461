import type { Database } from "better-sqlite3";
import type { LetterKey } from "../letters/stored-letter.ts";
import { Expiry } from "./expiry.ts";

/** A link that is pasted again within half an hour is part of the same conversation, which has seen it. */
const keptFor = 30 * 60 * 1000;

/** Which letters were lately shown under a pasted link, by channel; without who pasted it. */
export class Unfurls {
  readonly #database: Database;
  readonly #expiry: Expiry;

  constructor(database: Database) {
    this.#database = database;
    this.#expiry = new Expiry(database, "unfurls", keptFor);
  }

  /** Whether a letter may be shown in a channel: not when it was within the last half hour. From now on it was. */
  claim(channel: string, letter: LetterKey, now: Date): boolean {
    this.#expiry.forget(now);
    const insert = this.#database.prepare(
      "INSERT OR IGNORE INTO unfurls (channel, letter_key, expires_at) VALUES (?, ?, ?)",
    );
    return insert.run(channel, Number(letter), this.#expiry.of(now)).changes === 1;
  }

  /** Undoes a claim when the letter could not be shown after all. */
  release(channel: string, letter: LetterKey): void {
    this.#database.prepare("DELETE FROM unfurls WHERE channel = ? AND letter_key = ?").run(channel, Number(letter));
  }
}
