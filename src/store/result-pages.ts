import { randomUUID } from "node:crypto";
import type { Database } from "better-sqlite3";
import { Expiry } from "./expiry.ts";
import { InMemory } from "./in-memory.ts";

/** The buttons of an answer work this long. */
const keptFor = 24 * 60 * 60 * 1000;

/** What was asked, without who asked it, for a day. */
export class ResultPages {
  readonly #database: Database;
  readonly #expiry: Expiry;
  readonly #unwritten = new InMemory<{ typed: string; expiry: string }>();

  constructor(database: Database) {
    this.#database = database;
    this.#expiry = new Expiry(database, "result_pages", keptFor);
  }

  /**
   * @param typed the query as typed
   * @returns an id for the buttons of the answer
   */
  keep(typed: string, now: Date): string {
    const id = randomUUID();
    const expiry = this.#expiry.of(now);
    const write = () => {
      this.#expiry.forget(now);
      const insert = this.#database.prepare("INSERT INTO result_pages (id, typed, expires_at) VALUES (?, ?, ?)");
      insert.run(id, typed, expiry);
    };
    this.#unwritten.writeOrKeep(id, { typed, expiry }, write, undefined);
    return id;
  }

  /** The query as typed; null when it has expired or never was. */
  typed(id: string, now: Date): string | null {
    const unwritten = this.#unwritten.get(id);
    if (unwritten !== undefined) return unwritten.expiry >= now.toISOString() ? unwritten.typed : null;
    const row = this.#database
      .prepare<[string, string], { typed: string }>("SELECT typed FROM result_pages WHERE id = ? AND expires_at >= ?")
      .get(id, now.toISOString());
    return row?.typed ?? null;
  }
}
