import type { Database } from "better-sqlite3";
import { Expiry } from "./expiry.ts";
import { InMemory } from "./in-memory.ts";

/** Slack gives up delivering after an hour; a day is on the safe side (docs.slack.dev, "Events API", retries). */
const keptFor = 24 * 60 * 60 * 1000;

/** What Slack delivered already. */
export class Deliveries {
  readonly #database: Database;
  readonly #expiry: Expiry;
  readonly #unwritten = new InMemory<true>();

  constructor(database: Database) {
    this.#database = database;
    this.#expiry = new Expiry(database, "deliveries", keptFor);
  }

  /**
   * Whether this is the first time; it is not from then on, also after a restart (while the database cannot be written,
   * until a restart).
   *
   * @param id what all deliveries of the same thing have in common
   */
  isFirst(id: string, now: Date): boolean {
    if (this.#unwritten.get(id) !== undefined) return false;
    return this.#unwritten.writeOrKeep(id, true, () => this.#isFirst(id, now), true);
  }

  #isFirst(id: string, now: Date): boolean {
    this.#expiry.forget(now);
    const insert = this.#database.prepare("INSERT OR IGNORE INTO deliveries (id, expires_at) VALUES (?, ?)");
    return insert.run(id, this.#expiry.of(now)).changes === 1;
  }
}
