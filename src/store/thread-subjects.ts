import type { Database } from "better-sqlite3";
import type { DebatePlace } from "../debate/kept-passage.ts";
import { Expiry } from "./expiry.ts";

/** A team prepares a debate for days; what a thread was about two weeks ago is nobody's concern. */
const keptFor = 14 * 24 * 60 * 60 * 1000;

/** What threads are about: the last query of each, without who asked it. */
export class ThreadSubjects {
  readonly #database: Database;
  readonly #expiry: Expiry;

  constructor(database: Database) {
    this.#database = database;
    this.#expiry = new Expiry(database, "thread_subjects", keptFor);
  }

  remember({ team, channel, thread }: DebatePlace, query: string, now: Date): void {
    this.#expiry.forget(now);
    this.#database
      .prepare(
        `INSERT INTO thread_subjects (team, channel, thread, query, expires_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (team, channel, thread) DO UPDATE SET query = excluded.query, expires_at = excluded.expires_at`,
      )
      .run(team, channel, thread ?? "", query, this.#expiry.of(now));
  }

  /** The query that a thread is about; null when there is none, or none any more. */
  of({ team, channel, thread }: DebatePlace, now: Date): string | null {
    const row = this.#database
      .prepare<[string, string, string, string], { query: string }>(
        "SELECT query FROM thread_subjects WHERE team = ? AND channel = ? AND thread = ? AND expires_at >= ?",
      )
      .get(team, channel, thread ?? "", now.toISOString());
    return row?.query ?? null;
  }
}
