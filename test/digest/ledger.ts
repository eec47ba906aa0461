import type { Database } from "better-sqlite3";
import type { Place } from "../../src/digest/place.ts";
import type { Followed } from "../../src/store/followed-questions.ts";
import type { Delivery } from "../../src/store/subscriptions.ts";

/** Reads which message told of what: the bot only writes it, and an account of its deeds is held against it. */
export class Ledger {
  readonly #carrier;
  readonly #teller;

  constructor(database: Database) {
    this.#carrier = database.prepare<[number, number, number], { key: string; place: Place }>(
      `SELECT key, place FROM digest_letters JOIN outbox ON outbox.id = digest_letters.message
       WHERE subscription = ? AND letter_key = ? AND version = ?`,
    );
    this.#teller = database
      .prepare<[number, number], string>(
        `SELECT key FROM followed_questions JOIN outbox ON outbox.id = answer_message
         WHERE subscription = ? AND letter_key = ?`,
      )
      .pluck();
  }

  /** The message that carries a delivery; null when nothing was delivered. */
  carrier({ subscription, letter, version }: Delivery): { key: string; place: Place } | null {
    return this.#carrier.get(subscription, Number(letter), version) ?? null;
  }

  /** The key of the message that told of the answer; null when none did. */
  teller({ subscription, question }: Followed): string | null {
    return this.#teller.get(subscription, Number(question)) ?? null;
  }
}
