import type { Database } from "better-sqlite3";
import { Expiry } from "./expiry.ts";

/** Long enough to learn from, and no longer. */
const keptForDays = 180;

/** Whether answers helped, without who said so. */
export class Feedback {
  readonly #database: Database;
  readonly #expiry: Expiry;

  constructor(database: Database) {
    this.#database = database;
    this.#expiry = new Expiry(database, "feedback", keptForDays * 24 * 60 * 60 * 1000);
  }

  add(typed: string, helpful: boolean, now: Date): void {
    this.#expiry.forget(now);
    this.#database
      .prepare("INSERT INTO feedback (typed, helpful, given_on, expires_at) VALUES (?, ?, ?, ?)")
      .run(typed, helpful ? 1 : 0, now.toISOString().slice(0, 10), this.#expiry.of(now));
  }

  counts(): { helpful: number; unhelpful: number } {
    const row = this.#database
      .prepare<[], { helpful: number; unhelpful: number }>(
        "SELECT coalesce(sum(helpful), 0) AS helpful, coalesce(sum(1 - helpful), 0) AS unhelpful FROM feedback",
      )
      .get();
    return row ?? { helpful: 0, unhelpful: 0 };
  }
}
