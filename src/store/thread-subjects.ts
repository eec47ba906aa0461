import type { Database } from "better-sqlite3";
import type { DebatePlace } from "../debate/kept-passage.ts";

/** A team prepares a debate for days; what a thread was about two weeks ago is nobody's concern. */
const keptFor = 14 * 24 * 60 * 60 * 1000;

/** What threads are about: the last query of each, without who asked it. */
export class ThreadSubjects {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  remember({ team, channel, thread }: DebatePlace, query: string, now: Date): void {
    const expiry = new Date(now.getTime() + keptFor).toISOString();
    this.#database.prepare("DELETE FROM thread_subjects WHERE expires_at < ?").run(now.toISOString());
    this.#database
      .prepare(
        `INSERT INTO thread_subjects (team, channel, thread, query, expires_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (team, channel, thread) DO UPDATE SET query = excluded.query, expires_at = excluded.expires_at`,
      )
      .run(team, channel, thread ?? "", query, expiry);
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
