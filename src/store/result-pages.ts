import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";

/** The buttons of an answer work this long. */
const keptFor = 24 * 60 * 60 * 1000;

/** What was asked, without who asked it, for a day. */
export class ResultPages {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * @param typed the query as typed
   * @returns an id for the buttons of the answer
   */
  keep(typed: string, now: Date): string {
    const id = randomUUID();
    const expiry = new Date(now.getTime() + keptFor).toISOString();
    this.#database.prepare("DELETE FROM result_pages WHERE expires_at < ?").run(now.toISOString());
    this.#database.prepare("INSERT INTO result_pages (id, typed, expires_at) VALUES (?, ?, ?)").run(id, typed, expiry);
    return id;
  }

  /** The query as typed; null when it has expired or never was. */
  typed(id: string, now: Date): string | null {
    const row = this.#database
      .prepare<[string, string], { typed: string }>("SELECT typed FROM result_pages WHERE id = ? AND expires_at >= ?")
      .get(id, now.toISOString());
    return row?.typed ?? null;
  }
}
