import type { Database } from "better-sqlite3";

/** Long enough to learn from, and no longer. */
const keptForDays = 180;

/** Whether answers helped, without who said so. */
export class Feedback {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(typed: string, helpful: boolean, now: Date): void {
    const expiry = new Date(now.getTime() + keptForDays * 24 * 60 * 60 * 1000).toISOString();
    this.#database.prepare("DELETE FROM feedback WHERE expires_at < ?").run(now.toISOString());
    this.#database
      .prepare("INSERT INTO feedback (typed, helpful, given_on, expires_at) VALUES (?, ?, ?, ?)")
      .run(typed, helpful ? 1 : 0, now.toISOString().slice(0, 10), expiry);
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
