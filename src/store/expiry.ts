import type { Database } from "better-sqlite3";

/** Clocks are set by seconds and minutes all the time, in milliseconds. */
const leeway = 3_600_000;

/** How long the rows of a table with `expires_at` are kept, whatever the clock does. */
export class Expiry {
  readonly #database: Database;
  readonly #table: string;
  readonly #keptFor: number;

  /** @param keptFor milliseconds */
  constructor(database: Database, table: string, keptFor: number) {
    this.#database = database;
    this.#table = table;
    this.#keptFor = keptFor;
  }

  /** When a row that is written now expires, for `expires_at`. */
  of(now: Date): string {
    return new Date(now.getTime() + this.#keptFor).toISOString();
  }

  /**
   * Forgets what has expired, and what would be kept longer than anything may: it was written by a clock that ran ahead
   * and has been set back since.
   */
  forget(now: Date): void {
    const latest = new Date(now.getTime() + this.#keptFor + leeway).toISOString();
    this.#database
      .prepare(`DELETE FROM ${this.#table} WHERE expires_at <= ? OR expires_at > ?`)
      .run(now.toISOString(), latest);
  }
}
